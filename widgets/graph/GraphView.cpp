// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphView.h"

#include "widgets/graph/ColumnInView.h"
#include "widgets/graph/GraphAccessible.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace driftscope {

using namespace std::chrono_literals;

namespace {

constexpr double largestScale = 4.0;
constexpr double fitMargin = 16.0;

} // namespace

GraphView::GraphView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    installGraphAccessibility();
    m_appearance.theme = Theme::fromPalette(palette());
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_crispTimer.setSingleShot(true);
    m_crispTimer.setInterval(80ms);
    connect(&m_crispTimer, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    setAccessibleName(tr("Graph"));
    updateScrollBars();
}

GraphView::~GraphView() = default;

void GraphView::setScene(std::shared_ptr<const GraphScene> scene)
{
    m_selected = -1;
    m_hovered = -1;
    m_hoveredEdge = -1;
    m_related.clear();
    m_searchMatches.clear();
    m_currentMatch = -1;
    m_marks.clear();
    m_wasShownStart = false;
    m_bounds = scene ? scene->layout().bounds : QRectF();
    updateScene(std::move(scene));
    if (m_scene) {
        setAccessibleName(tr("Graph of %n nodes", nullptr, m_scene->graph().nodeCount()));
    } else {
        setAccessibleName(tr("Graph"));
    }
    showStart();
}

void GraphView::updateScene(std::shared_ptr<const GraphScene> scene)
{
    m_scene = std::move(scene);
    m_hoveredEdge = -1;
    m_emphasis.reset(); // it belongs to the scene before
    m_paintCache.clear();
    ++m_revision;
    describeSelection();
    viewport()->update();
}

void GraphView::setAppearance(const GraphAppearance& appearance)
{
    m_appearance = appearance;
    m_paintCache.clear();
    ++m_revision;
    viewport()->update();
}

void GraphView::setSelectedBox(int box)
{
    if (box == m_selected) {
        return;
    }
    m_selected = box;
    describeSelection();
    viewport()->update();
}

void GraphView::choose(int box)
{
    selectByPerson(box);
    ensureVisible(box);
}

void GraphView::setSelectedNode(NodeId node)
{
    setSelectedBox(m_scene ? m_scene->boxOfNode(node) : -1);
}

void GraphView::setSearchMatches(std::vector<int> boxes, int current)
{
    m_searchMatches = std::move(boxes);
    m_currentMatch = current;
    viewport()->update();
}

void GraphView::setEmphasis(std::shared_ptr<const GraphEmphasis> emphasis)
{
    if (!m_emphasis && !emphasis) {
        return;
    }
    m_emphasis = std::move(emphasis);
    m_paintCache.forgetMarks();
    ++m_revision;
    viewport()->update();
}

void GraphView::setRelatedBoxes(std::vector<int> boxes)
{
    m_related = std::move(boxes);
    viewport()->update();
}

void GraphView::setPicking(bool isPicking)
{
    m_isPicking = isPicking;
    updateCursor();
    viewport()->update();
}

void GraphView::setMarks(std::vector<BoxFlag> marks)
{
    m_marks = std::move(marks);
    viewport()->update();
}

ViewTransform GraphView::bounded(ViewTransform transform) const
{
    const QSizeF size = viewport()->size();
    if (m_bounds.isEmpty() || size.isEmpty()) {
        return transform;
    }
    const double fit = std::min(size.width() / m_bounds.width(), size.height() / m_bounds.height());
    transform.scale = std::clamp(transform.scale, std::min(fit * 0.5, 0.5), largestScale);
    // The middle of the view stays over the graph: enough freedom to zoom at a corner, not enough to get lost.
    const QPointF half(size.width() / 2 / transform.scale, size.height() / 2 / transform.scale);
    transform.origin.setX(std::clamp(transform.origin.x(), m_bounds.left() - half.x(), m_bounds.right() - half.x()));
    transform.origin.setY(std::clamp(transform.origin.y(), m_bounds.top() - half.y(), m_bounds.bottom() - half.y()));
    return transform;
}

void GraphView::setTransform(const ViewTransform& transform)
{
    const ViewTransform next = bounded(transform);
    if (next == m_view) {
        return;
    }
    m_view = next;
    updateScrollBars();
    viewport()->update();
    Q_EMIT viewChanged();
}

void GraphView::setWorldBounds(const QRectF& bounds)
{
    m_bounds = bounds;
    updateScrollBars();
    setTransform(m_view);
}

void GraphView::zoomAt(QPointF viewPoint, double factor)
{
    const QPointF fixed = m_view.toWorld(viewPoint);
    ViewTransform next = m_view;
    next.scale = m_view.scale * factor;
    next.scale = bounded(next).scale;
    next.origin = fixed - viewPoint / next.scale;
    m_crispTimer.start();
    setTransform(next);
}

void GraphView::zoomToFit()
{
    if (!m_scene) {
        return;
    }
    const QRectF bounds = m_scene->layout().bounds;
    const QSizeF room(viewport()->width() - 2 * fitMargin, viewport()->height() - 2 * fitMargin);
    if (bounds.isEmpty() || room.isEmpty()) {
        return;
    }
    ViewTransform next;
    next.scale = std::min({room.width() / bounds.width(), room.height() / bounds.height(), 1.25});
    next.origin = bounds.center() - QPointF(viewport()->width(), viewport()->height()) / 2 / next.scale;
    setTransform(next);
}

void GraphView::frameSelection()
{
    if (!m_scene || m_selected < 0) {
        return;
    }
    if (m_view.scale < 0.8) {
        ViewTransform next = m_view;
        next.scale = 1.0;
        next.origin = m_scene->box(m_selected).rect.center()
            - QPointF(viewport()->width(), viewport()->height()) / 2 / next.scale;
        setTransform(next);
    } else {
        centerOn(m_scene->box(m_selected).rect.center());
    }
}

void GraphView::showStart()
{
    if (!m_scene || m_scene->boxCount() == 0 || viewport()->size().isEmpty()) {
        return;
    }
    m_wasShownStart = isVisible();
    const double scale = scaleForColumn(*m_scene, QSizeF(viewport()->size()));
    ViewTransform start{startOf(*m_scene, QSizeF(viewport()->size()) / scale, m_bounds.top()), scale};
    if (m_scene->layout().isSideways) {
        start.origin.rx() += m_bounds.left() - m_scene->layout().bounds.left();
    }
    setTransform(start);
}

void GraphView::ensureVisible(int box, bool horizontally, bool vertically)
{
    if (!m_scene || box < 0 || box >= m_scene->boxCount()) {
        return;
    }
    const QRectF rect = boxRectInViewport(box).adjusted(-fitMargin, -fitMargin, fitMargin, fitMargin);
    ViewTransform next = m_view;
    if (horizontally && (rect.left() < 0 || rect.right() > viewport()->width())) {
        next.origin.rx() += (rect.center().x() - viewport()->width() / 2.0) / m_view.scale;
    }
    if (vertically && (rect.top() < 0 || rect.bottom() > viewport()->height())) {
        next.origin.ry() += (rect.center().y() - viewport()->height() / 2.0) / m_view.scale;
    }
    setTransform(next);
}

void GraphView::follow(const ViewTransform& transform)
{
    setTransform(m_scene ? withColumnInView(*m_scene, transform, QSizeF(viewport()->size())) : transform);
}

void GraphView::centerOn(QPointF world)
{
    ViewTransform next = m_view;
    next.origin = world - QPointF(viewport()->width(), viewport()->height()) / 2 / m_view.scale;
    setTransform(next);
}

void GraphView::showRect(const QRectF& world)
{
    constexpr double leastReadable = 0.45;
    const QSizeF room(viewport()->width() - 2 * fitMargin, viewport()->height() - 2 * fitMargin);
    if (world.isEmpty() || room.isEmpty()) {
        return;
    }
    ViewTransform next;
    const double fit = std::min({room.width() / world.width(), room.height() / world.height(), 1.0});
    next.scale = std::max(fit, std::min(m_view.scale, leastReadable));
    next.origin = world.center() - QPointF(viewport()->width(), viewport()->height()) / 2 / next.scale;
    if (world.height() * next.scale > room.height()) {
        next.origin.setY(world.top() - fitMargin / next.scale);
    }
    setTransform(next);
}

QRectF GraphView::boxRectInViewport(int box) const
{
    return m_scene ? m_view.toView(m_scene->box(box).rect) : QRectF();
}

int GraphView::boxAt(QPointF viewportPoint) const
{
    return m_scene ? m_scene->index().boxAt(m_view.toWorld(viewportPoint)) : -1;
}

QSize GraphView::sizeHint() const
{
    return {360, 480};
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (!m_wasShownStart) {
        showStart();
    }
    updateScrollBars();
    follow(m_view);
    Q_EMIT viewChanged();
}

void GraphView::updateScrollBars()
{
    m_isSyncingBars = true;
    // The bars count pixels from the bounds' top left and reach half a view beyond the bounds, as bounded() does.
    const auto sync = [](QScrollBar* bar, double extent, double view, double position) {
        const int half = static_cast<int>(view / 2);
        bar->setRange(-half, std::max(-half, static_cast<int>(std::min(extent, 1e9)) - half));
        bar->setPageStep(std::max(1, static_cast<int>(view)));
        bar->setSingleStep(40);
        bar->setValue(static_cast<int>(std::lround(std::clamp(position, -1e9, 1e9))));
    };
    const QPointF position = (m_view.origin - m_bounds.topLeft()) * m_view.scale;
    const QSizeF size = viewport()->size();
    sync(horizontalScrollBar(), m_bounds.width() * m_view.scale, size.width(), position.x());
    sync(verticalScrollBar(), m_bounds.height() * m_view.scale, size.height(), position.y());
    m_isSyncingBars = false;
}

void GraphView::scrollContentsBy(int dx, int dy)
{
    if (m_isSyncingBars) {
        return; // the bars follow the view, which is exact; they are not
    }
    // Little of the last frame would be of use after a page: roughly first, as when zooming.
    if (std::abs(dy) > viewport()->height() / 4 || std::abs(dx) > viewport()->width() / 4) {
        startMoving();
    }
    ViewTransform next = m_view;
    next.origin -= QPointF(dx, dy) / m_view.scale;
    setTransform(next);
}

} // namespace driftscope
