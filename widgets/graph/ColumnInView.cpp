// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ColumnInView.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr double margin = 10; ///< pixels between a box and the side of the view

/// How far it is across from the view to the box: 0 when the box is inside.
double wayAcross(const QRectF& box, const QSizeF& viewport, bool isSideways)
{
    const double begin = isSideways ? box.top() : box.left();
    const double end = isSideways ? box.bottom() : box.right();
    const double room = isSideways ? viewport.height() : viewport.width();
    if (begin < margin) {
        return begin - margin;
    }
    return std::max(0.0, end - (room - margin));
}

} // namespace

ViewTransform withColumnInView(const GraphScene& scene, const ViewTransform& view, QSizeF viewport)
{
    const bool isSideways = scene.layout().isSideways;
    // The middle along, and a view more on either side across.
    QRectF near(QPointF(0, 0), viewport);
    near = isSideways ? near.adjusted(near.width() / 4, -near.height(), -near.width() / 4, near.height())
                      : near.adjusted(-near.width(), near.height() / 4, near.width(), -near.height() / 4);
    const double room = isSideways ? viewport.height() : viewport.width();
    double least = 0;
    bool isFound = false;
    for (const int box : scene.index().boxesIn(view.toWorld(near))) {
        const QRectF rect = view.toView(scene.box(box).rect);
        if ((isSideways ? rect.height() : rect.width()) > room) {
            continue;
        }
        const double way = wayAcross(rect, viewport, isSideways);
        if (way == 0) {
            return view;
        }
        if (!isFound || std::abs(way) < std::abs(least)) {
            least = way;
            isFound = true;
        }
    }
    ViewTransform moved = view;
    moved.origin += (isSideways ? QPointF(0, least) : QPointF(least, 0)) / view.scale;
    return moved;
}

double scaleOfColumn(const GraphScene& scene, QSizeF viewport)
{
    constexpr int enough = 64; // boxes are of a few widths, and the first ones have them all
    const bool isSideways = scene.layout().isSideways;
    double widest = 1;
    for (int box = 0; box < std::min(scene.boxCount(), enough); ++box) {
        const QSizeF size = scene.box(box).rect.size();
        widest = std::max(widest, isSideways ? size.height() : size.width());
    }
    return ((isSideways ? viewport.height() : viewport.width()) - 2 * margin) / widest;
}

double scaleForColumn(const GraphScene& scene, QSizeF viewport)
{
    constexpr double leastReadable = 0.55;
    return std::clamp(scaleOfColumn(scene, viewport), leastReadable, 1.0);
}

} // namespace driftscope
