// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/PanePlaces.h"

#include "widgets/graph/BoxText.h"
#include "widgets/graph/ColumnInView.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

/// The selected box where it is seen, else the one nearest to the middle; -1 when none is seen.
int anchorBox(const GraphView& view)
{
    const GraphScene& scene = *view.scene();
    const QRectF seen(view.viewport()->rect());
    if (view.selectedBox() >= 0 && seen.intersects(view.boxRectInViewport(view.selectedBox()))) {
        return view.selectedBox();
    }
    const QRectF world(view.transform().toWorld(seen.topLeft()), view.transform().toWorld(seen.bottomRight()));
    int nearest = -1;
    double least = 0;
    for (const int box : scene.index().boxesIn(world)) {
        if (!scene.isOperator(box) && scene.boxCount() > 2) {
            continue; // inputs move most
        }
        const double way = (scene.box(box).rect.center() - world.center()).manhattanLength();
        if (nearest < 0 || way < least) {
            nearest = box;
            least = way;
        }
    }
    return nearest;
}

/// What was as large as its pane allowed stays so, and what fitted into it still does, unless a person came closer.
double scaleIn(const GraphScene& scene, double scale, QSizeF before, QSizeF now)
{
    const double fitted = scaleForColumn(scene, before);
    const double slack = fitted < 1 ? 0.1 : 1e-3; // panes move a little while they are being laid out
    const bool wasFitted = std::abs(scale - fitted) < slack;
    const bool isTooLarge = scale <= 1 && scale <= scaleOfColumn(scene, before) && scale > scaleOfColumn(scene, now);
    return wasFitted || isTooLarge ? scaleForColumn(scene, now) : scale;
}

/// The direction that linked panes share.
void followAlong(ViewTransform& view, const ViewTransform& lead, bool isSideways)
{
    if (isSideways) {
        view.origin.setX(lead.origin.x());
    } else {
        view.origin.setY(lead.origin.y());
    }
}

} // namespace

int boxNamed(const GraphScene& scene, const QString& name)
{
    if (const int box = scene.boxOfNode(scene.graph().findNode(name)); box >= 0) {
        return box;
    }
    return scene.boxOfValue(scene.graph().findValue(name));
}

PanePlaces::PanePlaces(const std::vector<ComparePane>& panes, const std::vector<GraphView*>& views, int leader)
{
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const GraphView& view = *views[i];
        if (!view.scene() || view.viewport()->size().isEmpty()) {
            continue;
        }
        Place place{{}, {}, view.transform().scale, view.viewport()->size()};
        if (const int box = anchorBox(view); box >= 0) {
            place.name = boxName(*view.scene(), box);
            place.inView = view.boxRectInViewport(box).center();
        }
        m_places[panes[i].stage] = place;
        if (static_cast<int>(i) == leader || i == 0) {
            m_leader = panes[i].stage;
        }
    }
}

PanePlaces::Found PanePlaces::find(const ComparePane& pane, const GraphView& view) const
{
    const auto found = m_places.find(pane.stage);
    if (found == m_places.end() || found->second.name.isEmpty()) {
        return {};
    }
    const Place& place = found->second;
    const int box = boxNamed(*view.scene(), place.name);
    if (box < 0) {
        return {};
    }
    // Panes become wider and narrower as others come and go: the node keeps its share of the width.
    const double share = place.size.width() > 0 ? double(view.viewport()->width()) / place.size.width() : 1;
    Found result{true, {}};
    result.transform.scale = scaleIn(*view.scene(), place.scale, QSizeF(place.size), QSizeF(view.viewport()->size()));
    result.transform.origin = view.scene()->box(box).rect.center()
        - QPointF(place.inView.x() * share, place.inView.y()) / result.transform.scale;
    return result;
}

bool PanePlaces::restore(const std::vector<ComparePane>& panes, const std::vector<GraphView*>& views,
                         const std::vector<bool>& isLinked) const
{
    std::vector<Found> own;
    const Found* lead = nullptr;
    own.reserve(panes.size()); // lead points in here
    for (std::size_t i = 0; i < panes.size(); ++i) {
        own.push_back(find(panes[i], *views[i]));
        if (own.back().isFound && isLinked[i] && (lead == nullptr || panes[i].stage == m_leader)) {
            lead = &own.back();
        }
    }
    const auto first = std::find_if(own.cbegin(), own.cend(), [](const Found& each) { return each.isFound; });
    if (first == own.cend()) {
        return false;
    }
    for (std::size_t i = 0; i < panes.size(); ++i) {
        ViewTransform next = own[i].isFound ? own[i].transform : (lead != nullptr ? *lead : *first).transform;
        if (isLinked[i] && lead != nullptr) {
            next.scale = lead->transform.scale;
            followAlong(next, lead->transform, panes[i].layout.isSideways);
        }
        if (!own[i].isFound) {
            const QPointF middle = panes[i].layout.bounds.center();
            const QSizeF half = QSizeF(views[i]->viewport()->size()) / 2 / next.scale;
            if (panes[i].layout.isSideways) {
                next.origin.setY(middle.y() - half.height());
            } else {
                next.origin.setX(middle.x() - half.width());
            }
        }
        const bool isLead = &own[i] == lead || &own[i] == &*first;
        isLead ? views[i]->setTransform(next) : views[i]->follow(next);
    }
    return true;
}

} // namespace driftscope
