// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/draft/ValueShapes.h"
#include "core/sandbox/quantize/QuantizationPlan.h"

namespace driftscope {

/// The covariance of a product's operands as U D U^T: U upper triangular with ones on its diagonal. Row-major, size x
/// size; only what lies above the diagonal is meant.
struct OperandCovariance
{
    std::size_t size = 0;
    std::vector<float> upper;
};

/// What is added to the diagonal before a covariance is factorized, as a share of the diagonal's mean.
inline constexpr double diagonalShare = 0.01;

/// Factorizes a symmetric positive semidefinite matrix (row-major, size x size), made definite by diagonalShare of its
/// mean diagonal.
[[nodiscard]] OperandCovariance factorized(std::vector<float> covariance, std::size_t size);

/// Codes of one row of weights: each is rounded after what the errors before it are worth, given how the operands vary
/// together, so that errors cancel in the sum instead of adding up. With no covariance each goes to the nearest. This
/// is adaptive rounding by LDL factors (Chee et al., QuIP, 2023; the same as Frantar et al., GPTQ, 2022).
[[nodiscard]] std::vector<qint8> roundedRow(std::span<const float> weights, float scale,
                                            const OperandCovariance& covariance);

/// Rounds the weights of the plan's Convs and MatMuls anew by roundedRow(), on what their operands are on the first
/// samples of the calibration data, and moves the biases of Convs by the change of the means. Scales stay.
[[nodiscard]] Result<void> roundAdaptively(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                           const ValueShapes& shapes, const CalibrationData& data,
                                           QuantizationPlan& plan);

} // namespace driftscope
