// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// What stands in a row with frames: an item, or a side of a frame.
struct RowEntry
{
    int item = -1; ///< -1 for sides
    int frame = -1; ///< of sides
    bool isRight = false;
};

/// The dense rows that a frame covers.
struct FrameSpan
{
    int top = 0; ///< its header's row
    int bottom = 0;

    [[nodiscard]] bool covers(int row) const { return top <= row && row <= bottom; }
};

/// Rows from left to right with the sides of all frames that cover them.
struct NestedRows
{
    std::vector<FrameSpan> spans; ///< by frame
    std::vector<std::vector<RowEntry>> rows;
};

/// Reorders the rows, which have been ordered to cross little, so that in each of them the members of a frame stand
/// together and frames beside each other keep one order throughout. A value that goes into a frame or comes out of it
/// passes the frame's rows inside.
[[nodiscard]] NestedRows nestFrames(LayeredGraph& layered, const DrawnGraph& drawn);

} // namespace driftscope
