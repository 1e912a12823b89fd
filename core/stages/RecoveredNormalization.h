// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <optional>
#include <vector>

namespace driftscope {

/// What a preprocessing node really does, told from its weights: out = (value - mean) * scale for each output channel,
/// where value is a fed channel, or one made from Y, U and V. Integer weights are rounded: `tolerance` says how
/// far.
struct RecoveredNormalization
{
    std::vector<double> mean; ///< by output channel, in pixel units 0…255
    std::vector<double> scale; ///< factors
    std::vector<double> tolerance; ///< relative, of the factors: what rounding to integer weights may have changed
    std::vector<int> channelOrder; ///< the fed channel of each output channel; empty when it mixes them
    bool isFromYuv = false; ///< BT.601, full or video range
    bool isVideoRange = false;
    /// Row by row, output channels by fed channels: real output per pixel unit; and the real output of pixel 0.
    std::vector<double> matrix;
    std::vector<double> offset;
    InputType fed = InputType::Unknown; ///< what the stage takes: yuv444 for nv12
    InputType trained = InputType::Unknown; ///< what comes out: the channels' order that the network was trained on
    TensorLayout layout = TensorLayout::Unknown; ///< of the pixels it takes, where the node says so
    QString declaredInput; ///< the node's own word: `YUV_BT601_FULL_RANGE_128`
};

/// Reads 1x1 Conv, QLinearConv, HzPreprocess and HzSQuantizedPreprocess nodes (input pixel - 128). Nothing for other
/// nodes and for weights that are no such arithmetic.
[[nodiscard]] std::optional<RecoveredNormalization> recoverNormalization(const Graph& graph, NodeId node);

/// What the node's `input_type` says is fed: `RGB_128`, `YUV444_128`, `YUV_BT601_FULL_RANGE_128`, …
[[nodiscard]] InputType fedTypeOf(const QString& declaredInput);

} // namespace driftscope
