// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <optional>

namespace driftscope {

/// What a preprocessing node really does, told from its weights: out = (value - mean) * scale for each output channel,
/// where value is a fed channel, or one made from Y, U and V.
struct RecoveredNormalization
{
    std::vector<double> mean; ///< by output channel, in pixel units 0…255
    std::vector<double> scale; ///< factors
    std::vector<int> channelOrder; ///< the fed channel of each output channel; empty when it mixes them
    bool isFromYuv = false; ///< BT.601, full or video range
    bool isVideoRange = false;
};

/// Reads 1x1 Conv and QLinearConv preprocessing nodes (weights CxCx1x1, input pixel - 128). Nothing for other nodes and
/// for weights that are no such arithmetic.
[[nodiscard]] std::optional<RecoveredNormalization> recoverNormalization(const Graph& graph, NodeId node);

/// The permutation of a Transpose; the reversed axes where it is not written. Empty for other operators.
[[nodiscard]] QList<qint64> permutationOf(const Graph& graph, NodeId node);

/// What a node computes, in numbers; empty when nothing is known.
[[nodiscard]] QString describeComputation(const Graph& graph, NodeId node);

/// Where a layout conversion does something else than its name says: one or two sentences, normally empty.
[[nodiscard]] QString describeContradiction(const Graph& graph, NodeId node);

/// Bytes of the first input; 0 when unknown.
[[nodiscard]] qint64 inputBytes(const Graph& graph, NodeId node);

} // namespace driftscope
