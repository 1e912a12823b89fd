// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/DraftIndex.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// One channel of an operator's operand: which of its inputs, and which channel there.
struct ChannelOrigin
{
    qsizetype input = 0;
    qint64 channel = 0;
};

/// Where each channel (axis 1) of the `output`-th result comes from when the operator moves whole channels and computes
/// nothing: Concat, Split and Slice along the channels, MaxPool, Pad, nearest Resize, reshapes that leave the channels
/// where they are. Empty for all others.
[[nodiscard]] std::vector<ChannelOrigin> channelOrigins(const NodeDraft& node, qsizetype output,
                                                        const DraftIndex& index, const ValueShapes& shapes);

/// A channel shuffle: Reshape to NxGx(C/G)x…, Transpose of the two, Reshape back.
struct ChannelShuffle
{
    qsizetype transpose = -1;
    qsizetype last = -1; ///< the second Reshape
    std::vector<qint64> origins; ///< channel of the result -> channel of the operand
};

/// The shuffle that starts at this node, or nothing.
[[nodiscard]] std::optional<ChannelShuffle> channelShuffleAt(const GraphDraft& draft, qsizetype position,
                                                             const DraftIndex& index, const ValueShapes& shapes);

} // namespace driftscope
