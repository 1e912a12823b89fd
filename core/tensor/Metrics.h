// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/PairSums.h"
#include "core/tensor/Tensor.h"

#include <span>

namespace driftscope {

/// How far a candidate is from a reference of the same number of elements, from one pass over memory. Elements that are
/// NaN or Inf in either are counted and left out of the sums.
struct TensorMetrics
{
    qint64 count = 0; ///< elements compared: those finite in both
    double cosine = 1.0; ///< 1 for two all-zero tensors, 0 when exactly one is all zero
    double pearson = 1.0; ///< like cosine after removing the means; of two constants 1 if equal, else 0
    double slope = 1.0; ///< least squares candidate = slope * reference + intercept; 1 where the
                        ///< reference is constant
    double intercept = 0.0;
    bool sameValues = true; ///< equal as multisets: the same numbers, perhaps in other places
    double meanSquaredError = 0.0;
    double maximumAbsoluteError = 0.0;
    double sqnrDb = 0.0; ///< 10 log10(sum reference² / sum error²); +inf when equal
    double saturation = 0.0; ///< share of candidate elements at the ends of its integer type's range, 0 for floats
    qint64 nanCount = 0;
    qint64 infCount = 0;
};

struct MetricsOptions
{
    ValueEquality equality = ValueEquality::Computed;
    int threads = 1; ///< the result does not depend on it
};

[[nodiscard]] TensorMetrics compareValues(std::span<const float> reference, std::span<const float> candidate,
                                          ValueEquality equality = ValueEquality::Computed);
/// Compares the real values (dequantized) of two tensors with equal element count as they are stored, without copies
/// of them; bytes that stay in a file are read in pieces. Double and unquantized integers of 32 bits and more are
/// compared as doubles, everything else as floats.
[[nodiscard]] TensorMetrics compareTensors(const Tensor& reference, const Tensor& candidate,
                                           const MetricsOptions& options = {});
/// The sums of such a comparison, to be merged with those of other samples.
[[nodiscard]] PairSums sumsOfTensors(const Tensor& reference, const Tensor& candidate,
                                     const MetricsOptions& options = {});

/// One for each index of `axis` (each channel), over everything else; to be merged with those of other samples. Empty
/// where shapes differ or have no such axis.
[[nodiscard]] std::vector<PairSums> sumsOfChannels(const Tensor& reference, const Tensor& candidate, int axis,
                                                   ValueEquality equality = ValueEquality::Computed);
/// One for each position, over the channels that stand there: row-major over the axes other than `axis`. Empty where
/// shapes differ or have no such axis.
[[nodiscard]] std::vector<TensorMetrics> comparePositions(const Tensor& reference, const Tensor& candidate, int axis,
                                                          ValueEquality equality = ValueEquality::Computed);

/// Counts of values in equal bins over [minimum, maximum].
struct Histogram
{
    double minimum = 0.0;
    double maximum = 0.0;
    std::vector<qint64> counts;
    qint64 nanCount = 0;
    qint64 infCount = 0;
};

/// Range from the data itself where minimum == maximum. Values outside the range are not counted, the maximum belongs
/// to the last bin.
[[nodiscard]] Histogram histogram(std::span<const float> values, int bins, double minimum = 0.0, double maximum = 0.0);

} // namespace driftscope
