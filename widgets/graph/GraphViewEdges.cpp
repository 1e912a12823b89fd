// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphView.h"
#include "widgets/graph/GroupPainter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double reach = 5.0; ///< of the pointer, in view pixels

double distance(QPointF point, const QLineF& line)
{
    const QPointF way = line.p2() - line.p1();
    const double length = QPointF::dotProduct(way, way);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), way) / length, 0.0, 1.0) : 0.0;
    const QPointF off = point - (line.p1() + way * share);
    return std::hypot(off.x(), off.y());
}

double distance(QPointF point, const LayoutEdge& edge)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
        if (!edge.isStub || i != 2) {
            least = std::min(least, distance(point, QLineF(edge.points[i - 1], edge.points[i])));
        }
    }
    return least;
}

} // namespace

int GraphView::edgeAt(QPointF viewportPoint) const
{
    // Where boxes are too small for texts, edges are too near each other to be meant one by one.
    if (!m_scene || m_scene->boxCount() == 0 || boxAt(viewportPoint) >= 0
        || detailLevel(m_scene->box(0).rect.height() * m_view.scale, 0) < DetailLevel::Outlined) {
        return -1;
    }
    const double worldReach = reach / m_view.scale;
    const QPointF point = m_view.toWorld(viewportPoint);
    const QRectF around(point - QPointF(worldReach, worldReach), QSizeF(2 * worldReach, 2 * worldReach));
    int nearest = -1;
    double least = worldReach;
    for (const int edge : m_scene->index().edgesIn(around)) {
        if (const double away = distance(point, m_scene->edge(edge)); away <= least) {
            least = away;
            nearest = edge;
        }
    }
    return nearest;
}

const EdgeLabel* GraphView::stubAt(QPointF viewportPoint) const
{
    if (!m_scene || m_scene->boxCount() == 0
        || detailLevel(m_scene->box(0).rect.height() * m_view.scale, 0) < DetailLevel::Labelled) {
        return nullptr;
    }
    EdgeLabels& labels = m_paintCache.edgeLabels(*m_scene, m_appearance.theme);
    const QRectF near(viewportPoint - QPointF(300, 60), QSizeF(600, 120));
    for (const int box : m_scene->index().boxesIn(m_view.toWorld(near))) {
        for (const EdgeLabel& label : labels.of(box)) {
            if (label.kind != EdgeLabel::Kind::Value && edgeTextRect(m_view, label).contains(viewportPoint)) {
                return &label;
            }
        }
    }
    return nullptr;
}

std::vector<int> GraphView::edgesOfValue(int edge) const
{
    std::vector<int> edges;
    for (const int each : m_scene->edgesOut(m_scene->edge(edge).fromBox)) {
        if (m_scene->edge(each).value == m_scene->edge(edge).value) {
            edges.push_back(each);
        }
    }
    return edges;
}

void GraphView::hoverAt(QPointF viewportPoint)
{
    setHovered(boxAt(viewportPoint));
    const EdgeLabel* stub = m_hovered < 0 ? stubAt(viewportPoint) : nullptr;
    setHoveredEdge(stub != nullptr ? stub->edge : edgeAt(viewportPoint));
    if (!m_isSpaceHeld) {
        viewport()->setCursor(m_hovered < 0 && m_hoveredEdge >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
}

void GraphView::setHoveredEdge(int edge)
{
    if (edge != m_hoveredEdge) {
        m_hoveredEdge = edge;
        viewport()->update();
    }
}

int GraphView::frameTitleUnder(QPointF viewportPoint) const
{
    if (!m_scene) {
        return -1;
    }
    const QRectF window(viewport()->rect());
    const GraphPaintJob job{*m_scene, m_view, window, m_appearance, m_paintCache, viewport()->devicePixelRatioF(),
                            false,    nullptr};
    return frameTitleAt(job, window, viewportPoint);
}

/// Handles that open and titles that close.
bool GraphView::clickGroup(QPointF viewportPoint)
{
    if (const int frame = frameTitleUnder(viewportPoint); frame >= 0) {
        Q_EMIT frameTitleClicked(frame);
        return true;
    }
    const int box = boxAt(viewportPoint);
    const bool isHandle = box >= 0 && m_scene->isGroup(box)
        && groupHandleRect(m_view, m_scene->box(box).rect).adjusted(-3, -3, 3, 3).contains(viewportPoint);
    if (isHandle) {
        selectByPerson(box);
        Q_EMIT boxActivated(box);
    }
    return isHandle;
}

void GraphView::clickAt(QPointF viewportPoint, Qt::KeyboardModifiers modifiers)
{
    if (clickGroup(viewportPoint)) {
        return;
    }
    const int box = boxAt(viewportPoint);
    if (box >= 0 && modifiers.testFlag(Qt::ShiftModifier) && m_selected >= 0) {
        Q_EMIT boxExtended(box);
        return;
    }
    if (box < 0) {
        if (const EdgeLabel* stub = stubAt(viewportPoint); stub != nullptr) {
            followStub(*stub, viewport()->mapToGlobal(viewportPoint.toPoint()));
            return;
        }
        if (const int edge = edgeAt(viewportPoint); edge >= 0) {
            Q_EMIT edgeSelected(edge);
            return;
        }
    }
    selectByPerson(box);
}

void GraphView::followStub(const EdgeLabel& stub, QPoint globalPoint)
{
    const bool isStart = stub.kind == EdgeLabel::Kind::StubStart;
    const LayoutEdge& first = m_scene->edge(stub.edge);
    const int own = isStart ? first.fromBox : first.toBox;
    std::vector<int> others;
    for (const int edge : isStart ? m_scene->edgesOut(own) : m_scene->edgesIn(own)) {
        if (m_scene->edge(edge).isStub) {
            others.push_back(isStart ? m_scene->edge(edge).toBox : m_scene->edge(edge).fromBox);
        }
    }
    if (others.size() == 1) {
        Q_EMIT jumpRequested(others.front());
        return;
    }
    constexpr std::size_t mostNamed = 30;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < others.size() && i < mostNamed; ++i) {
        const int box = others[i];
        menu->addAction(u"%1  %2"_s.arg(boxTitle(*m_scene, box), boxName(*m_scene, box)), this,
                        [this, box] { Q_EMIT jumpRequested(box); });
    }
    if (others.size() > mostNamed) {
        menu->addAction(tr("and %n more", nullptr, static_cast<int>(others.size() - mostNamed)))->setEnabled(false);
    }
    menu->popup(globalPoint);
}

} // namespace driftscope
