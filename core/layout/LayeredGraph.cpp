// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/LayeredGraph.h"

#include <algorithm>

namespace driftscope {

namespace {

/// Leaves out the rows in which this graph has no box.
void setDenseRows(LayeredGraph& layered, std::span<const int> rowOfBox)
{
    layered.rowNumber.assign(rowOfBox.begin(), rowOfBox.end());
    std::ranges::sort(layered.rowNumber);
    const auto repeated = std::ranges::unique(layered.rowNumber);
    layered.rowNumber.erase(repeated.begin(), repeated.end());
    for (std::size_t box = 0; box < rowOfBox.size(); ++box) {
        const auto found = std::ranges::lower_bound(layered.rowNumber, rowOfBox[box]);
        layered.items.push_back({static_cast<int>(box), -1, static_cast<int>(found - layered.rowNumber.begin())});
    }
    layered.rows.resize(layered.rowNumber.size());
}

/// One chain for the whole net, down to the row above its lowest target that is not a stub.
void addChain(LayeredGraph& layered, const DrawnGraph& drawn, std::size_t netIndex)
{
    const Net& net = drawn.nets[netIndex];
    const int fromRow = layered.rowOf(net.from);
    int lowest = fromRow;
    for (const int target : drawn.targetsOf(net)) {
        if (!layered.isStub(net, target))
            lowest = std::max(lowest, layered.rowOf(target));
    }
    layered.firstDummy.push_back(lowest - fromRow > 1 ? static_cast<int>(layered.items.size()) : -1);
    int above = net.from;
    for (int row = fromRow + 1; row < lowest; ++row) {
        const int dummy = static_cast<int>(layered.items.size());
        layered.items.push_back({-1, static_cast<int>(netIndex), row});
        layered.segments.push_back({above, dummy});
        above = dummy;
    }
    for (const int target : drawn.targetsOf(net)) {
        if (!layered.isStub(net, target))
            layered.segments.push_back({layered.lastItemBefore(netIndex, net, target), target});
    }
}

} // namespace

LayeredGraph layeredGraph(const DrawnGraph& drawn, std::span<const int> rowOfBox, int longestEdge)
{
    LayeredGraph layered;
    layered.longestEdge = std::max(longestEdge, 1);
    setDenseRows(layered, rowOfBox);
    for (std::size_t net = 0; net < drawn.nets.size(); ++net)
        addChain(layered, drawn, net);
    std::ranges::stable_sort(layered.segments, {}, [&](const RowSegment& segment) {
        return layered.items[static_cast<std::size_t>(segment.upper)].row;
    });
    // The file's order: a box counts by its place in the execution, a dummy by that of its producer, left of it.
    for (std::size_t i = 0; i < layered.items.size(); ++i)
        layered.rows[static_cast<std::size_t>(layered.items[i].row)].push_back(static_cast<int>(i));
    const auto place = [&](int item) {
        const RowItem& rowItem = layered.items[static_cast<std::size_t>(item)];
        return rowItem.box >= 0 ? rowItem.box : drawn.nets[static_cast<std::size_t>(rowItem.net)].from;
    };
    for (std::vector<int>& row : layered.rows)
        std::ranges::stable_sort(row, {}, place);
    return layered;
}

} // namespace driftscope
