// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/QuantizationPlan.h"

namespace driftscope {

/// Values that may have a scale for each channel (axis 1) instead of one for all. A Conv takes such scales up into its
/// weights, on either side; tables, sums, products and pools of the BPU calculate channel by channel; and operators
/// that only move whole channels (Concat, Split, MaxPool, a channel shuffle, …) hand them on. Nobody else may read the
/// value. These are measured values, whose scales are free to choose.
[[nodiscard]] QStringList perChannelCandidates(const GraphDraft& draft, const OperatorPlan& plan,
                                               const ValueShapes& shapes);

/// Gives the results of operators that only move channels the scales of what they move. The reference scale of such a
/// value (QuantizationPlan::activations) is the largest of its channels. Values within a channel shuffle, whose
/// channels lie along two axes, are listed as untold.
void spreadChannelScales(const GraphDraft& draft, const ValueShapes& shapes, QuantizationPlan& plan);

} // namespace driftscope
