// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

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

/// What of a Graph is drawn: boxes in execution order and the nets between them. Initializers and Constant nodes are
/// left out.
struct DrawnGraph
{
    std::vector<LayoutBox> boxes;
    std::vector<int> boxOfNode;
    std::vector<Net> nets;
    std::vector<int> targets;
    std::vector<BackEdge> backEdges;

    [[nodiscard]] std::span<const int> targetsOf(const Net& net) const
    {
        return std::span(targets).subspan(static_cast<std::size_t>(net.firstTarget),
                                          static_cast<std::size_t>(net.endTarget - net.firstTarget));
    }
};

[[nodiscard]] DrawnGraph drawnGraph(const Graph& graph);

} // namespace driftscope
