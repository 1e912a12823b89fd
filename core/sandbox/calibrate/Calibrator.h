// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/calibrate/ActivationObserver.h"
#include "core/sandbox/quantize/CalibratedModel.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

/// A calibrated model and the numbers it was made from.
struct Calibration
{
    QuantizationPlan plan;
    GraphDraft model;
    CalibrationPairs pairs;
    QString method; ///< as the log names it: `max`, `max-percentile:percentile=0.99995`, `kl:num_bins=2048`
    /// Worst output's cosine against the float model on the first samples; 0 where there was no other method to
    /// compare.
    double cosine = 0.0;
};

/// Finds the ranges of all activations by the configured method. `default` tries max, the 0.99995 percentile and kl,
/// then each with a scale for every channel, then the best with weights rounded adaptively and biases corrected, and
/// takes the first whose outputs are within cosine 0.995 of the float model's, else the best.
[[nodiscard]] Result<Calibration> calibrate(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                            const ValueShapes& shapes, const ToolConfig& config,
                                            const CalibrationData& data, ToolLog& log, Progress& progress);

/// Names of the inputs that take pixels.
[[nodiscard]] QSet<QString> imageInputs(const ToolConfig& config);

} // namespace driftscope
