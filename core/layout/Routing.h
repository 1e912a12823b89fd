// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/HorizontalPlacement.h"

namespace driftscope {

/// Draws the edges between boxes that already stand where they belong (boxes' rects are set): polylines that bend only
/// in the gaps between rows and pass rows where their net's dummies keep room for them. Lines touch their boxes in the
/// order in which they come and go, as near to it as they can; one that is straight takes the middle.
/// Fills in edges and points.
void routeEdges(const DrawnGraph& drawn, const LayeredGraph& layered, const HorizontalPlacement& placement,
                const LayoutOptions& options, GraphLayout& layout);

} // namespace driftscope
