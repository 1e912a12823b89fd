// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// What the toolchain says of a node by its name. Patterns observed in logs and quantized models of horizon_nn 1.1 and
/// later, and written by the sandbox.
enum class NamePattern
{
    None,
    Preprocess, ///< HZ_PREPROCESS_FOR_<input>
    LayoutConversion, ///< <owner>_NCHW2NHWC_LayoutConvert_Input0, <value>_nhwc2nchw_transposed_…
    Calibration, ///< <value>_HzCalibration, …_HzCalibration_HzDequantize, …_fold and …_unfold around a pair
    CalibratedQuantize, ///< <value>_<value>_HzCalibration_HzQuantize: where a float value enters the integer part
    Requantize, ///< <value>_calibrated_Requantize…
    Quantize, ///< <owner>_HzQuantize
    Dequantize, ///< <owner>_HzDequantize
    Part ///< a part of what was one node: UNIT_CONV_FOR_<owner>, <owner>_reshape_input, …_FROM_QUANTIZED_SOFTMAX
};

struct NodeNameParts
{
    NamePattern pattern = NamePattern::None;
    QString owner; ///< the node, value or input named inside; the whole name for None
};

[[nodiscard]] NodeNameParts parseNodeName(const QString& name);

/// The value's name in the float model: `_quantized`, `_calibrated`, `_uncalibrated` and the like taken off.
[[nodiscard]] QString originalValueName(const QString& name);

/// What a layout conversion's name promises: `NCHW2NHWC` is 0 2 3 1, `NHWC2NCHW` is 0 3 1 2. Empty when it promises
/// nothing.
[[nodiscard]] QList<qint64> promisedPermutation(const QString& name);

/// Operator types that do the same thing in different arithmetic have one family: Conv, QLinearConv, ConvInteger,
/// HzSQuantizedConv.
[[nodiscard]] QString operatorFamily(const QString& opType);
[[nodiscard]] bool isQuantizeOrDequantize(const QString& opType);

} // namespace driftscope
