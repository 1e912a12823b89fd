// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/QuantizationPlan.h"

namespace driftscope {

/// For which value or weight of the optimized model each node of a pair was put in.
struct CalibrationPairs
{
    QHash<QString, QString> valueOf; ///< node of a pair on a value -> the value
    QHash<QString, QStringList> weightUsers; ///< node of a pair on a weight -> the nodes that compute with it
};

struct CalibratedModel
{
    GraphDraft draft;
    CalibrationPairs pairs;
};

/// The float model with a QuantizeLinear/DequantizeLinear pair on every value that will be int8 and on every quantized
/// weight: what the integers will do, in floats. Values behind a pair are called `<value>_calibrated`, the nodes of a
/// pair
/// `<value>_HzCalibration…`.
[[nodiscard]] CalibratedModel calibratedModel(const GraphDraft& draft, const QuantizationPlan& plan,
                                              const QSet<QString>& imageInputs);

} // namespace driftscope
