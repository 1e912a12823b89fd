// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

/// Sums of one pass. The second set is taken relative to the first finite pair, so that variances of data far from
/// zero do not cancel.
struct Sums
{
    qint64 count = 0;
    qint64 nanCount = 0;
    qint64 infCount = 0;
    double rr = 0.0, cc = 0.0, rc = 0.0, ee = 0.0;
    double shiftR = 0.0, shiftC = 0.0;
    double r = 0.0, c = 0.0, srr = 0.0, scc = 0.0, src = 0.0;
    double maximumError = 0.0;
};

/// What can tell two multisets apart without sorting them.
struct Outline
{
    qint64 nanCount = 0;
    qint64 finiteCount = 0;
    qint64 positiveInfinities = 0;
    qint64 negativeInfinities = 0;
    double sum = 0.0;
    double magnitude = 0.0;
    float minimum = std::numeric_limits<float>::max();
    float maximum = std::numeric_limits<float>::lowest();

    void add(float value)
    {
        if (std::isnan(value)) {
            ++nanCount;
        } else if (std::isinf(value)) {
            ++(value > 0 ? positiveInfinities : negativeInfinities);
        } else {
            ++finiteCount;
            sum += static_cast<double>(value);
            magnitude += std::abs(static_cast<double>(value));
            minimum = std::min(minimum, value);
            maximum = std::max(maximum, value);
        }
    }

    /// The sums differ by rounding alone when the same numbers are added in another order.
    [[nodiscard]] bool mayEqual(const Outline& other) const
    {
        return nanCount == other.nanCount && finiteCount == other.finiteCount
            && positiveInfinities == other.positiveInfinities && negativeInfinities == other.negativeInfinities
            && minimum == other.minimum && maximum == other.maximum
            && std::abs(sum - other.sum) <= 1e-9 * (magnitude + other.magnitude);
    }
};

void addPair(Sums& sums, float referenceValue, float candidateValue)
{
    if (std::isnan(referenceValue) || std::isnan(candidateValue)) {
        ++sums.nanCount;
        return;
    }
    if (std::isinf(referenceValue) || std::isinf(candidateValue)) {
        ++sums.infCount;
        return;
    }
    const auto reference = static_cast<double>(referenceValue);
    const auto candidate = static_cast<double>(candidateValue);
    if (sums.count++ == 0) {
        sums.shiftR = reference;
        sums.shiftC = candidate;
    }
    const double error = candidate - reference;
    sums.rr += reference * reference;
    sums.cc += candidate * candidate;
    sums.rc += reference * candidate;
    sums.ee += error * error;
    sums.maximumError = std::max(sums.maximumError, std::abs(error));
    const double r = reference - sums.shiftR;
    const double c = candidate - sums.shiftC;
    sums.r += r;
    sums.c += c;
    sums.srr += r * r;
    sums.scc += c * c;
    sums.src += r * c;
}

double cosineOf(const Sums& sums)
{
    if (sums.rr == 0.0 && sums.cc == 0.0)
        return 1.0;
    if (sums.rr == 0.0 || sums.cc == 0.0)
        return 0.0;
    return std::clamp(sums.rc / (std::sqrt(sums.rr) * std::sqrt(sums.cc)), -1.0, 1.0);
}

void fillRegression(TensorMetrics& metrics, const Sums& sums)
{
    const auto n = static_cast<double>(sums.count);
    const double varianceR = sums.srr - sums.r * sums.r / n;
    const double varianceC = sums.scc - sums.c * sums.c / n;
    const double covariance = sums.src - sums.r * sums.c / n;
    const double meanR = sums.shiftR + sums.r / n;
    const double meanC = sums.shiftC + sums.c / n;
    if (varianceR > 0.0 && varianceC > 0.0)
        metrics.pearson = std::clamp(covariance / (std::sqrt(varianceR) * std::sqrt(varianceC)), -1.0, 1.0);
    else
        metrics.pearson = varianceR <= 0.0 && varianceC <= 0.0 && meanR == meanC ? 1.0 : 0.0;
    metrics.slope = varianceR > 0.0 ? covariance / varianceR : 1.0;
    metrics.intercept = meanC - metrics.slope * meanR;
}

TensorMetrics metricsOf(const Sums& sums)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    TensorMetrics metrics;
    metrics.count = sums.count;
    metrics.nanCount = sums.nanCount;
    metrics.infCount = sums.infCount;
    if (sums.count == 0) {
        // Nothing could be compared: an empty tensor agrees with another, one full of NaN agrees with nothing.
        const bool agrees = sums.nanCount == 0 && sums.infCount == 0;
        metrics.cosine = metrics.pearson = agrees ? 1.0 : 0.0;
        metrics.sqnrDb = agrees ? infinity : -infinity;
        return metrics;
    }
    metrics.cosine = cosineOf(sums);
    fillRegression(metrics, sums);
    metrics.meanSquaredError = sums.ee / static_cast<double>(sums.count);
    metrics.maximumAbsoluteError = sums.maximumError;
    if (sums.ee == 0.0)
        metrics.sqnrDb = infinity;
    else
        metrics.sqnrDb = sums.rr == 0.0 ? -infinity : 10.0 * std::log10(sums.rr / sums.ee);
    return metrics;
}

std::vector<float> sortedFinite(std::span<const float> values)
{
    std::vector<float> sorted;
    sorted.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(sorted), [](float value) { return std::isfinite(value); });
    std::ranges::sort(sorted);
    return sorted;
}

template <typename T> double shareAtEnds(const Tensor& tensor)
{
    const std::span<const T> values = tensor.values<T>();
    if (values.empty())
        return 0.0;
    const auto atEnd = std::ranges::count_if(values, [](T value) {
        return value == std::numeric_limits<T>::max() || value == std::numeric_limits<T>::min();
    });
    return static_cast<double>(atEnd) / static_cast<double>(values.size());
}

double saturationOf(const Tensor& tensor)
{
    switch (tensor.dataType()) {
    case DataType::Int8:
        return shareAtEnds<qint8>(tensor);
    case DataType::UInt8:
        return shareAtEnds<quint8>(tensor);
    case DataType::Int16:
        return shareAtEnds<qint16>(tensor);
    case DataType::UInt16:
        return shareAtEnds<quint16>(tensor);
    case DataType::Int32:
        return shareAtEnds<qint32>(tensor);
    case DataType::UInt32:
        return shareAtEnds<quint32>(tensor);
    case DataType::Int64:
        return shareAtEnds<qint64>(tensor);
    case DataType::UInt64:
        return shareAtEnds<quint64>(tensor);
    default:
        return 0.0;
    }
}

} // namespace

TensorMetrics compareValues(std::span<const float> reference, std::span<const float> candidate)
{
    Q_ASSERT(reference.size() == candidate.size());
    Sums sums;
    Outline ofReference;
    Outline ofCandidate;
    const std::size_t count = std::min(reference.size(), candidate.size());
    for (std::size_t i = 0; i < count; ++i) {
        addPair(sums, reference[i], candidate[i]);
        ofReference.add(reference[i]);
        ofCandidate.add(candidate[i]);
    }
    TensorMetrics metrics = metricsOf(sums);
    const bool identical = sums.ee == 0.0 && sums.nanCount == 0 && sums.infCount == 0;
    metrics.sameValues
        = identical || (ofReference.mayEqual(ofCandidate) && sortedFinite(reference) == sortedFinite(candidate));
    return metrics;
}

TensorMetrics compareTensors(const Tensor& reference, const Tensor& candidate)
{
    TensorMetrics metrics = compareValues(reference.toRealValues(), candidate.toRealValues());
    metrics.saturation = saturationOf(candidate);
    return metrics;
}

} // namespace driftscope
