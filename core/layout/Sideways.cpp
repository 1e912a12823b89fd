// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Sideways.h"

#include <algorithm>

namespace driftscope {

namespace {

QPointF turned(QPointF point)
{
    return {point.y(), point.x()};
}

QRectF turned(const QRectF& rect)
{
    return {rect.top(), rect.left(), rect.height(), rect.width()};
}

} // namespace

LayoutOptions sidewaysOptions(const LayoutOptions& options)
{
    LayoutOptions result = options;
    std::swap(result.boxWidth, result.boxHeight);
    // Lines run between columns and need room to bend; boxes above each other need little.
    result.rowGap = options.columnGap + options.rowGap;
    result.columnGap = options.rowGap;
    return result;
}

GraphLayout turnedSideways(const GraphLayout& layout)
{
    GraphLayout result = layout;
    result.isSideways = true;
    result.bounds = turned(layout.bounds);
    for (LayoutBox& box : result.boxes)
        box.rect = turned(box.rect);
    for (LayoutFrame& frame : result.frames)
        frame.rect = turned(frame.rect);
    if (!layout.points)
        return result;
    auto points = std::make_shared<std::vector<QPointF>>(*layout.points);
    std::ranges::transform(*points, points->begin(), [](QPointF point) { return turned(point); });
    for (LayoutEdge& edge : result.edges) {
        if (!edge.points.empty())
            edge.points = std::span(points->data() + (edge.points.data() - layout.points->data()), edge.points.size());
    }
    result.points = std::move(points);
    return result;
}

} // namespace driftscope
