// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"

namespace driftscope {

/// One operand of a float operator between DequantizeLinear and QuantizeLinear.
struct QuantizedOperand
{
    QuantizationParameters parameters; ///< no scales: a constant that is not quantized, or an omitted input
    int axis = 1; ///< along which there are several scales
    const Tensor* integers = nullptr; ///< the stored integers of a constant
};

/// Integer kernels of operators that are not element-wise. The kernel takes the stored integers in place of the
/// dequantized inputs. Empty: there is none for this operator.
[[nodiscard]] KernelResult makeQuantizedOperator(const NodeContext& context,
                                                 const std::vector<QuantizedOperand>& operands,
                                                 const QuantizationParameters& output);

} // namespace driftscope
