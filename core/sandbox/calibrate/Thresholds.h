// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/calibrate/RangeStatistics.h"
#include "core/sandbox/quantize/QuantizationPlan.h"

namespace driftscope {

/// The largest magnitude (percentile 1), or the one that this share of all magnitudes does not exceed.
[[nodiscard]] float percentileThreshold(const RangeStatistics& statistics, double percentile);

/// The threshold whose clipped and 128-level distribution is nearest to the observed one by Kullback-Leibler
/// divergence.
[[nodiscard]] float divergenceThreshold(const RangeStatistics& statistics);

/// Mean squared error of rounding magnitudes to codes up to `largestCode` at a scale, by the histogram.
[[nodiscard]] double quantizationError(const RangeStatistics& statistics, double scale, int largestCode = 127);

/// threshold / 127; as a power of two the one of its two neighbours that makes the smaller error.
[[nodiscard]] float activationScale(const RangeStatistics& statistics, float threshold, bool powerOfTwo);

/// All 256 codes over the range of the values cut off at the threshold: the zero point lies where 0 is in the range.
[[nodiscard]] ActivationScale asymmetricScale(const RangeStatistics& statistics, float threshold, bool powerOfTwo);

/// A scale for each channel from its own range, none above the scale of the whole value. The range is taken wider the
/// fewer values it is known from: the largest of few values is soon exceeded by pictures that calibration did not see,
/// and clipping costs more than the coarser steps.
[[nodiscard]] std::vector<float> channelScales(const RangeStatistics& statistics, const ActivationScale& whole,
                                               bool powerOfTwo);

/// The zero point of all channels with which their scales are smallest, by the sum of squares; and the whole value's
/// scale with it.
[[nodiscard]] ActivationScale sharedZeroPoint(const RangeStatistics& statistics, const ActivationScale& whole,
                                              bool powerOfTwo);

} // namespace driftscope
