// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/pack/Partition.h"

namespace driftscope {

/// A rough guess of what a BPU part costs, from its multiplications alone and the peak rate in the vendor's data
/// sheets. Not a measurement, and marked so wherever it is printed.
struct PerformanceEstimate
{
    qint64 macs = 0;
    qint64 ddrBytes = 0; ///< weights, inputs and outputs once each
    double latencyUs = 0.0;
    double framesPerSecond = 0.0;
};

[[nodiscard]] PerformanceEstimate estimatePerformance(const QuantizedModel& model, const BoardStep& part,
                                                      const ValueShapes& floatShapes, March march);
/// The same of packed code, whose values carry their shapes.
[[nodiscard]] PerformanceEstimate estimatePerformance(const GraphDraft& packed, March march);

} // namespace driftscope
