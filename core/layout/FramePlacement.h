// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/FrameNesting.h"
#include "core/layout/HorizontalPlacement.h"

namespace driftscope {

/// Left and right ends of the frames.
struct FrameSides
{
    std::vector<double> left; ///< by frame
    std::vector<double> right;
};

/// Makes room for the frames in a placement that knows nothing of them: their sides become columns that never bend,
/// columns that would cross one are cut there, and all move apart as little as they have to, then back towards their
/// neighbours.
[[nodiscard]] FrameSides placeFrames(const NestedRows& nested, const LayeredGraph& layered,
                                     const LayoutOptions& options, HorizontalPlacement& placement);

} // namespace driftscope
