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
};

/// A drawn graph cut into rows so that every edge joins neighbouring rows. Item i is box i for all boxes; dummies
/// follow, those of a net one after the other.
struct LayeredGraph
{
    std::vector<RowItem> items;
    std::vector<std::vector<int>> rows; ///< items from left to right
    std::vector<RowSegment> segments; ///< in order of their upper row
    std::vector<int> firstDummy; ///< by net; -1 when it has none
    std::vector<int> rowNumber; ///< from dense rows to rows of the drawing
    int longestEdge = 0; ///< in dense rows

    [[nodiscard]] int rowOf(int box) const { return items[static_cast<std::size_t>(box)].row; }
    [[nodiscard]] bool isStub(const Net& net, int target) const
    {
        return rowOf(target) - rowOf(net.from) > longestEdge;
    }
    /// The item through which the net enters the row of `target`'s upper neighbour row.
    [[nodiscard]] int lastItemBefore(std::size_t netIndex, const Net& net, int target) const
    {
        const int span = rowOf(target) - rowOf(net.from);
        return span == 1 ? net.from : firstDummy[netIndex] + span - 2;
    }
};

/// `rowOfBox`: rows of the drawing, every net going down. Rows start in the order of the file.
[[nodiscard]] LayeredGraph layeredGraph(const DrawnGraph& drawn, std::span<const int> rowOfBox, int longestEdge);

} // namespace driftscope
