// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/HorizontalPlacement.h"

namespace driftscope {

/// Draws the edges between boxes that already stand where they belong (boxes' rects are set): polylines that bend only
/// in the gaps between rows and pass rows where their net's dummies keep room for them. A net leaves its box at one
/// place; the edge that is straight takes the middle, the others stand beside it in the order in which they go.
/// Fills in edges and points.
void routeEdges(const DrawnGraph& drawn, const LayeredGraph& layered, const HorizontalPlacement& placement,
                const LayoutOptions& options, GraphLayout& layout);

} // namespace driftscope
