// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/QuantizationPlan.h"

namespace driftscope {

/// The float model with a QuantizeLinear/DequantizeLinear pair on every value that will be int8 and on every quantized
/// weight: what the integers will do, in floats. Values behind a pair are called `<value>_calibrated`, the nodes of a
/// pair
/// `<value>_HzCalibration…`.
[[nodiscard]] GraphDraft calibratedModel(const GraphDraft& draft, const QuantizationPlan& plan,
                                         const QSet<QString>& imageInputs);

} // namespace driftscope
