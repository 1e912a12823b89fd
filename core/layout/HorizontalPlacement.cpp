// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/HorizontalPlacement.h"

#include "core/layout/ColumnTightening.h"
#include "core/layout/Columns.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace driftscope {

namespace {

constexpr double dummyWidth = 4;

/// Least distances between neighbouring columns, one for each pair of neighbours, by left column.
std::vector<ColumnGap> columnGaps(const LayeredGraph& layered, const Columns& columns, const LayoutOptions& options)
{
    const auto isBox = [&](int item) { return layered.items[static_cast<std::size_t>(item)].box >= 0; };
    const auto width = [&](int item) { return isBox(item) ? options.boxWidth : dummyWidth; };
    std::vector<ColumnGap> gaps;
    gaps.reserve(layered.items.size());
    for (int r = 0; r < layered.rowCount(); ++r) {
        const std::span<const int> row = layered.row(r);
        for (std::size_t i = 1; i < row.size(); ++i) {
            const double gap = isBox(row[i - 1]) && isBox(row[i]) ? options.columnGap : options.columnGap / 2;
            gaps.push_back({columns.of[static_cast<std::size_t>(row[i - 1])],
                            columns.of[static_cast<std::size_t>(row[i])],
                            static_cast<int>(std::ceil((width(row[i - 1]) + width(row[i])) / 2 + gap))});
        }
    }
    std::ranges::sort(gaps, [](const ColumnGap& a, const ColumnGap& b) {
        return std::tuple(a.left, a.right, -a.distance) < std::tuple(b.left, b.right, -b.distance);
    });
    const auto repeated = std::ranges::unique(
        gaps, [](const ColumnGap& a, const ColumnGap& b) { return a.left == b.left && a.right == b.right; });
    gaps.erase(repeated.begin(), repeated.end());
    return gaps;
}

std::vector<ColumnPull> columnPulls(const LayeredGraph& layered, const DrawnGraph& drawn, const Columns& columns)
{
    const std::vector<int> weights = segmentWeights(layered, drawn);
    std::vector<ColumnPull> pulls;
    for (std::size_t i = 0; i < layered.segments.size(); ++i) {
        const int a = columns.of[static_cast<std::size_t>(layered.segments[i].upper)];
        const int b = columns.of[static_cast<std::size_t>(layered.segments[i].lower)];
        if (a != b)
            pulls.push_back({a, b, weights[i]});
    }
    return pulls;
}

/// Runs of items that stand exactly above each other, numbered from the top.
std::vector<int> straightRuns(const LayeredGraph& layered, const std::vector<double>& centre)
{
    std::vector<int> above(layered.items.size(), -1);
    std::vector<char> hasBelow(layered.items.size(), 0);
    for (const RowSegment& segment : layered.segments) {
        const auto upper = static_cast<std::size_t>(segment.upper);
        const auto lower = static_cast<std::size_t>(segment.lower);
        if (centre[upper] == centre[lower] && hasBelow[upper] == 0 && above[lower] < 0) {
            above[lower] = segment.upper;
            hasBelow[upper] = 1;
        }
    }
    std::vector<int> column(layered.items.size(), -1);
    int count = 0;
    for (const int item : layered.order) {
        const int itemAbove = above[static_cast<std::size_t>(item)];
        column[static_cast<std::size_t>(item)] = itemAbove >= 0 ? column[static_cast<std::size_t>(itemAbove)] : count++;
    }
    return column;
}

} // namespace

HorizontalPlacement placeHorizontally(const LayeredGraph& layered, const DrawnGraph& drawn,
                                      const LayoutOptions& options)
{
    const Columns columns = columnsOf(layered, drawn);
    const std::vector<int> x
        = tightColumns(columns.count, columnGaps(layered, columns, options), columnPulls(layered, drawn, columns));
    HorizontalPlacement placement;
    placement.centre.reserve(columns.of.size());
    for (const int column : columns.of)
        placement.centre.push_back(x[static_cast<std::size_t>(column)]);
    placement.column = straightRuns(layered, placement.centre);
    return placement;
}

} // namespace driftscope
