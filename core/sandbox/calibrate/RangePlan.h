// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/calibrate/ActivationObserver.h"
#include "core/sandbox/quantize/QuantizationPlan.h"

#include <functional>

namespace driftscope {

/// Of the ranges of values, how much of each is kept; 1 where a value is not there.
using RangeShares = QHash<QString, float>;

/// How ranges become scales.
struct RangeMethod
{
    std::function<float(const RangeStatistics&)> threshold;
    bool perChannel = false;
    bool isAsymmetric = false; ///< zero points where the values lie on one side of zero
    bool powerOfTwo = false;
    RangeShares shares = {}; ///< of values that a search made narrower
};

/// The plan of a model whose measured values have these statistics. Image inputs have the codes of their pixels. Values
/// that leave the model stay symmetric: programs on the board multiply them by the scale and know no zero point.
[[nodiscard]] QuantizationPlan quantizationPlan(const GraphDraft& model, const ValueShapes& shapes,
                                                const OperatorPlan& operators, const QSet<QString>& imageInputs,
                                                const Statistics& statistics, const RangeMethod& method);

} // namespace driftscope
