// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

#include <algorithm>
#include <span>

namespace driftscope {

/// One value that is drawn: all of its edges start at one box. Long values get one chain of dummies for the whole net,
/// however many consumers it has.
struct Net
{
    ValueId value;
    int from = -1;
    int firstTarget = 0; ///< offsets into DrawnGraph::targets; ascending boxes, all behind `from`
    int endTarget = 0;
};

/// An edge against the order of execution: the file holds a cycle.
struct BackEdge
{
    ValueId value;
    int from = -1;
    int to = -1;
};

/// An open group. Its header has a box of its own, which goes before all members and is no box of the layout.
struct DrawnFrame
{
    ScopeId scope;
    int parent = -1;
    int header = -1; ///< box
};

/// What of a Graph is drawn: boxes in execution order and the nets between them. Constants are left out, and what lies
/// in closed groups.
struct DrawnGraph
{
    std::vector<LayoutBox> boxes;
    std::vector<int> boxOfNode;
    std::vector<DrawnFrame> frames; ///< outer before inner ones
    std::vector<int> frameOfBox; ///< the innermost frame around each box, -1 for none; headers lie in their own
    /// Boxes that stand above others without an edge, ascending: headers and owners above what they hold, inputs of
    /// frames above headers.
    std::vector<std::pair<int, int>> orderArcs;
    std::vector<Net> nets;
    std::vector<int> targets;
    std::vector<BackEdge> backEdges;

    [[nodiscard]] std::span<const std::pair<int, int>> arcsBelow(int box) const
    {
        const auto [begin, end] = std::ranges::equal_range(orderArcs, box, {}, &std::pair<int, int>::first);
        return {begin, end};
    }
    [[nodiscard]] bool isHeader(int box) const
    {
        const int frame = frameOfBox[static_cast<std::size_t>(box)];
        return frame >= 0 && frames[static_cast<std::size_t>(frame)].header == box;
    }
    [[nodiscard]] std::span<const int> targetsOf(const Net& net) const
    {
        return std::span(targets).subspan(static_cast<std::size_t>(net.firstTarget),
                                          static_cast<std::size_t>(net.endTarget - net.firstTarget));
    }
};

[[nodiscard]] DrawnGraph drawnGraph(const Graph& graph, const GroupStates& groups = {});

} // namespace driftscope
