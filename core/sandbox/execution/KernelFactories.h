// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// Each makes the kernels of one family. Empty: the family does not know the operator.
using KernelResult = std::optional<Result<Kernel>>;

/// Operators that move elements of any type: Transpose, Reshape, Slice, Concat, Pad, Gather, nearest Resize, …
[[nodiscard]] KernelResult makeMovementKernel(const NodeContext& context);
/// Windows: MaxPool on any number type, AveragePool and GlobalAveragePool on floats.
[[nodiscard]] KernelResult makePoolKernel(const NodeContext& context);
/// Integer convolutions and matrix products: QLinearConv, QLinearMatMul.
[[nodiscard]] KernelResult makeIntegerProductKernel(const NodeContext& context);
/// Element by element on floats, with broadcasting; Min, Max, Clip and Relu also on int8.
[[nodiscard]] KernelResult makeElementwiseKernel(const NodeContext& context);
/// Everything else on floats: Softmax, reductions, products, normalizations.
[[nodiscard]] KernelResult makeFloatKernel(const NodeContext& context);
/// ArgMax, ArgMin and Where.
[[nodiscard]] KernelResult makeSelectionKernel(const NodeContext& context);
/// QuantizeLinear, DequantizeLinear and the container's Quantize and Dequantize.
[[nodiscard]] KernelResult makeQuantizationKernel(const NodeContext& context);

/// Asks every family in turn; the error of an unknown operator names it.
[[nodiscard]] Result<Kernel> makeKernel(const NodeContext& context);
/// Whether a float operator works element by element, so that on int8 it is a table.
[[nodiscard]] bool isElementwise(const QString& opType);
/// Whether an operator only moves elements, so that int8 passes through it unchanged.
[[nodiscard]] bool isMovement(const NodeContext& context);

} // namespace driftscope
