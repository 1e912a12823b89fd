// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"
#include "core/sandbox/execution/QuantizationParameters.h"

#include <array>

namespace driftscope {

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

/// Another scale and zero point for the same real values.
[[nodiscard]] UnaryTable requantizationTable(const QuantizationParameters& from, const QuantizationParameters& to);

/// Of two operands and their result: one scale each, or one for each channel (axis 1).
struct PairScales
{
    QuantizationParameters left;
    QuantizationParameters right;
    QuantizationParameters result;

    [[nodiscard]] bool fit(const Shape& shape) const;
};

/// Add, Sub and Mul of two int8 operands: dequantized, combined and quantized in single precision, as the quantized
/// model has it written down.
[[nodiscard]] Kernel scaledBinaryKernel(const NodeContext& context, const PairScales& scales);

} // namespace driftscope
