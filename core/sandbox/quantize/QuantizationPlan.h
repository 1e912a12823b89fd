// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/ScaleNotes.h"
#include "core/sandbox/quantize/OperatorPlan.h"
#include "core/sandbox/quantize/WeightQuantizer.h"

namespace driftscope {

/// Range and scale of one int8 value: real = (int8 - zeroPoint) * scale.
struct ActivationScale
{
    float threshold = 0.0F; ///< the magnitude that calibration found
    float scale = 1.0F; ///< threshold / 127 where the zero point is 0, or the power of two chosen for it
    qint8 zeroPoint = 0; ///< not 0 where more of the values lie on one side of zero

    bool operator==(const ActivationScale&) const = default;
};

/// All numbers of a quantized model, made from an optimized float model, its operator plan and calibrated ranges.
struct QuantizationPlan
{
    OperatorPlan operators;
    QHash<QString, ActivationScale> activations; ///< every value that exists as int8
    /// Scales of each channel (axis 1) of values that have one for each; \c activations then holds the reference scale
    /// that products calculate with, and the zero point that all channels share.
    QHash<QString, std::vector<float>> channelScales;
    QSet<QString> untold; ///< int8 values with a scale for each channel, but channels along two axes: within a shuffle
    bool roundsAdaptively = false; ///< the codes of the weights are not the nearest ones
    QHash<QString, QuantizedWeight> weights; ///< by node, the constant second input of products
    QHash<QString, std::vector<float>> biases; ///< by node, float; corrected for the weights' rounding
};

/// Spreads the scales of measured values over the values that share them: results of pass-through operators, results
/// before a fused activation, and inputs that a Concat alone uses.
void spreadScales(const GraphDraft& draft, QuantizationPlan& plan);

/// Input channel scales over the reference scale, which a Conv's weights take up; empty for a value with one scale.
[[nodiscard]] std::vector<float> channelRatios(const QuantizationPlan& plan, const QString& value);

/// What the steps of an int8 value stand for.
[[nodiscard]] Quantization quantizationOf(const QuantizationPlan& plan, const QString& value);

/// Scale and zero point as the operands of QuantizeLinear: scalars, or lists of the same length.
struct QuantizationOperands
{
    Tensor scale;
    Tensor zeroPoint;
};
[[nodiscard]] QuantizationOperands operandsOf(const Quantization& quantization);

/// Mean of each channel (axis 1) of a value over the calibration data, by value name.
using ChannelMeans = QHash<QString, std::vector<double>>;

/// Quantizes the constant operands of all products; where channel means are known, moves the mean error that the
/// rounded weights make into the bias.
void quantizeConstants(const GraphDraft& draft, const ChannelMeans& means, bool powerOfTwo, QuantizationPlan& plan);

} // namespace driftscope
