// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// Items that stand exactly above each other: the chain of a long net, from row to row as far as no longer one is in
/// its way, and all boxes that stand alone in their rows, which are the axis of the drawing. Any other item is a column
/// by itself.
struct Columns
{
    std::vector<int> of; ///< by item
    int count = 0;
};

[[nodiscard]] Columns columnsOf(const LayeredGraph& layered, const DrawnGraph& drawn);

/// How much it matters, by segment, that a segment is straight: most on the longest paths of the network, then between
/// boxes, then elsewhere.
[[nodiscard]] std::vector<int> segmentWeights(const LayeredGraph& layered, const DrawnGraph& drawn);

} // namespace driftscope
