// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/draft/ValueShapes.h"
#include "core/sandbox/quantize/QuantizationPlan.h"

namespace driftscope {

/// Moves the biases of the plan's Convs until their results have the float model's mean in every channel: rounding and
/// clipping shift means, and what comes behind sums the shifts up. Goes from the input to the outputs level by level,
/// each measured behind the corrected ones, on the first samples of the calibration data.
[[nodiscard]] Result<void> correctBiases(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                         const ValueShapes& shapes, const QSet<QString>& imageInputs,
                                         const CalibrationData& data, QuantizationPlan& plan);

} // namespace driftscope
