// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/DrawnGraph.h"

namespace driftscope {

/// What stands in a row: a box, or a dummy, the place where a long net passes.
struct RowItem
{
    int box = -1; ///< -1 for dummies
    int net = -1; ///< dummies only
    int row = 0; ///< dense: rows in which this graph has no box are left out
};

/// A piece of a net between neighbouring rows.
struct RowSegment
{
    int upper = -1; ///< items
    int lower = -1;
    int net = -1;
};

/// A drawn graph cut into rows so that every edge joins neighbouring rows. Item i is box i for all boxes; dummies
/// follow, those of a net one after the other.
struct LayeredGraph
{
    std::vector<RowItem> items;
    std::vector<int> order; ///< items row by row, each row from left to right
    std::vector<int> rowStart; ///< rowCount() + 1 offsets into order
    std::vector<RowSegment> segments; ///< in order of their upper row
    std::vector<int> segmentStart; ///< rowCount() + 1 offsets into segments, by upper row
    std::vector<int> firstDummy; ///< by net; -1 when it has none
    std::vector<int> reach; ///< by net: targets more dense rows below are stubs
    std::vector<int> rowNumber; ///< from dense rows to rows of the drawing

    [[nodiscard]] int rowCount() const { return static_cast<int>(rowNumber.size()); }
    [[nodiscard]] std::span<int> row(int index) { return std::span(order).subspan(startOf(index), sizeOf(index)); }
    [[nodiscard]] std::span<const int> row(int index) const
    {
        return std::span(order).subspan(startOf(index), sizeOf(index));
    }
    /// Segments between a row and the one below.
    [[nodiscard]] std::span<const RowSegment> segmentsBelow(int index) const
    {
        const auto begin = static_cast<std::size_t>(segmentStart[static_cast<std::size_t>(index)]);
        const auto end = static_cast<std::size_t>(segmentStart[static_cast<std::size_t>(index) + 1]);
        return std::span(segments).subspan(begin, end - begin);
    }
    [[nodiscard]] int rowOf(int item) const { return items[static_cast<std::size_t>(item)].row; }
    [[nodiscard]] bool isStub(std::size_t netIndex, const Net& net, int target) const
    {
        return rowOf(target) - rowOf(net.from) > reach[netIndex];
    }
    /// The item through which the net enters the row of `target`'s upper neighbour row.
    [[nodiscard]] int lastItemBefore(std::size_t netIndex, const Net& net, int target) const
    {
        const int span = rowOf(target) - rowOf(net.from);
        return span == 1 ? net.from : firstDummy[netIndex] + span - 2;
    }

private:
    [[nodiscard]] std::size_t startOf(int index) const
    {
        return static_cast<std::size_t>(rowStart[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] std::size_t sizeOf(int index) const
    {
        return static_cast<std::size_t>(rowStart[static_cast<std::size_t>(index) + 1]) - startOf(index);
    }
};

/// `rowOfBox`: rows of the drawing, every net going down. Rows start in the order of the file. Values that pass more
/// than `longestEdge` rows or have more than `widestFan` consumers are stubs where they go far; where a graph is full
/// of long values, so that their dummies would outnumber its boxes many times, already shorter ones are.
[[nodiscard]] LayeredGraph layeredGraph(const DrawnGraph& drawn, std::span<const int> rowOfBox,
                                        const LayoutOptions& options);

} // namespace driftscope
