// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/calibrate/OutputComparison.h"
#include "core/sandbox/calibrate/RangePlan.h"

namespace driftscope {

/// What a plan is made from, apart from the method.
struct PlanSource
{
    const GraphDraft& model;
    const ValueShapes& shapes;
    const OperatorPlan& operators;
    const QSet<QString>& imageInputs;
    const Statistics& statistics;
};

/// Finds the few values whose rounding alone costs most at the model's outputs, by halving, and for each of them the
/// narrower range at which it costs least: some values of a background that fills pictures weigh more than the peaks
/// that clip. The shares are for RangeMethod::shares. `comparison` has its reference.
[[nodiscard]] Result<RangeShares> searchRanges(const PlanSource& source, const RangeMethod& method,
                                               const OutputComparison& comparison);

} // namespace driftscope
