// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"

namespace driftscope {

/// ConvInteger -> Add of an int32 bias -> DequantizeLinear -> element-wise operators -> QuantizeLinear: the operators
/// see the convolution's int32 sums, which are not rounded to int8 in between.
struct TableConvolution
{
    const NodeDraft* conv = nullptr; ///< x, w, the zero point of x
    const Tensor* bias = nullptr; ///< int32, one for each output channel
    QuantizationParameters sums; ///< one scale, or one for each channel
    QString sumsName; ///< what DequantizeLinear makes
    QList<const NodeDraft*> activation; ///< the element-wise operators, producers first
    QuantizationParameters output; ///< several scales lie along the second axis
};

/// `constants` hold what the nodes read that is not computed. Empty: the operands have no integer form. The kernel
/// takes x.
[[nodiscard]] KernelResult makeTableConvolution(const TableConvolution& group, const QHash<QString, Tensor>& constants);

} // namespace driftscope
