// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/FixedPoint.h"
#include "core/sandbox/execution/Kernel.h"

#include <array>

namespace driftscope {

/// What a real number becomes: rounded half to even after division by the scale, saturated; NaN becomes 0.
[[nodiscard]] qint8 quantized(float value, float scale);

/// A function of one int8 operand: 256 results for each element of `parameters`, which broadcasts against the operand.
struct UnaryTable
{
    Shape parameters; ///< of one element: one table for the whole tensor
    std::vector<qint8> entries; ///< entries[element * 256 + value + 128]

    /// Nothing when the shapes do not broadcast.
    [[nodiscard]] std::optional<Tensor> apply(const Tensor& input) const;
};

/// A function of two int8 operands, entries[(a + 128) * 256 + b + 128].
using PairTable = std::vector<qint8>;
[[nodiscard]] Kernel pairTableKernel(const NodeContext& context, PairTable table);

/// Another scale for the same real values.
[[nodiscard]] UnaryTable requantizationTable(float from, float to);

/// Add, Sub and Mul of two int8 operands with one scale each, in fixed-point arithmetic.
[[nodiscard]] Kernel fixedPointBinaryKernel(const NodeContext& context, float scaleA, float scaleB, float outputScale);

} // namespace driftscope
