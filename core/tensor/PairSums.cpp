// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/PairSums.h"

#include "core/tensor/Metrics.h"
#include "core/tensor/PairKernel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace driftscope {

namespace {

/// Pairs that are summed relative to one pair. Both sides stay in the nearest cache, and the digits that shifting can
/// cost stay few.
constexpr std::size_t blockSize = 1024;

bool allFinite(const ShiftedSums& sums)
{
    // NaN and infinities of one side reach its squares; those of floats cannot overflow.
    return std::isfinite(sums.squaresReference) && std::isfinite(sums.squaresCandidate)
        && std::isfinite(sums.squaredErrors);
}

/// Squares of doubles below 1e-154 are no normal numbers any more; of constants nothing is lost.
template <typename T> bool mayHaveUnderflown(const ShiftedSums& sums)
{
    if constexpr (std::is_same_v<T, float>)
        return false;
    constexpr double least = 1e-250;
    return sums.squaresReference < least || sums.squaresCandidate < least
        || (sums.maximumError > 0.0 && sums.squaredErrors < least);
}

/// From sums about a shift to sums about the means.
PairSums::Block centred(const ShiftedSums& sums, long double shiftR, long double shiftC, qint64 count)
{
    const auto n = static_cast<long double>(count);
    const auto r = static_cast<long double>(sums.reference);
    const auto c = static_cast<long double>(sums.candidate);
    PairSums::Block block;
    block.count = count;
    block.meanReference = shiftR + r / n;
    block.meanCandidate = shiftC + c / n;
    block.squaresReference = std::max(0.0L, static_cast<long double>(sums.squaresReference) - r * r / n);
    block.squaresCandidate = std::max(0.0L, static_cast<long double>(sums.squaresCandidate) - c * c / n);
    block.products = static_cast<long double>(sums.products) - r * c / n;
    block.squaredErrors = static_cast<long double>(sums.squaredErrors);
    block.maximumError = sums.maximumError;
    return block;
}

/// One pair more (Welford). long double reaches far enough for the squares of every double.
void addPair(PairSums::Block& block, long double r, long double c)
{
    const auto n = static_cast<long double>(++block.count);
    const long double fromMeanR = r - block.meanReference;
    const long double fromMeanC = c - block.meanCandidate;
    block.meanReference += fromMeanR / n;
    block.meanCandidate += fromMeanC / n;
    block.squaresReference += fromMeanR * (r - block.meanReference);
    block.squaresCandidate += fromMeanC * (c - block.meanCandidate);
    block.products += fromMeanR * (c - block.meanCandidate);
    const long double error = c - r;
    block.squaredErrors += error * error;
    block.maximumError = std::max(block.maximumError, static_cast<double>(std::abs(error)));
}

template <typename T> void addAny(PairSums::Multiset& multiset, T value, int sign)
{
    if (std::isnan(value))
        multiset.nans += sign;
    else if (std::isinf(value))
        (value > 0 ? multiset.positiveInfinities : multiset.negativeInfinities) += sign;
    else
        addMix(multiset, value, sign);
}

double cosineOf(const PairSums::Block& sums)
{
    const auto n = static_cast<long double>(sums.count);
    const long double rr = sums.squaresReference + n * sums.meanReference * sums.meanReference;
    const long double cc = sums.squaresCandidate + n * sums.meanCandidate * sums.meanCandidate;
    if (rr == 0.0L && cc == 0.0L)
        return 1.0;
    if (rr == 0.0L || cc == 0.0L)
        return 0.0;
    const long double rc = sums.products + n * sums.meanReference * sums.meanCandidate;
    return static_cast<double>(std::clamp(rc / std::sqrt(rr) / std::sqrt(cc), -1.0L, 1.0L));
}

void fillRegression(TensorMetrics& metrics, const PairSums::Block& sums)
{
    const long double rr = sums.squaresReference;
    const long double cc = sums.squaresCandidate;
    if (rr > 0.0L && cc > 0.0L)
        metrics.pearson = static_cast<double>(std::clamp(sums.products / std::sqrt(rr) / std::sqrt(cc), -1.0L, 1.0L));
    else
        metrics.pearson = rr <= 0.0L && cc <= 0.0L && sums.meanReference == sums.meanCandidate ? 1.0 : 0.0;
    const long double slope = rr > 0.0L ? sums.products / rr : 1.0L;
    metrics.slope = static_cast<double>(slope);
    metrics.intercept = static_cast<double>(sums.meanCandidate - slope * sums.meanReference);
}

double sqnrOf(const PairSums::Block& sums)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (sums.squaredErrors == 0.0L)
        return infinity;
    const long double rr
        = sums.squaresReference + static_cast<long double>(sums.count) * sums.meanReference * sums.meanReference;
    return rr == 0.0L ? -infinity : static_cast<double>(10.0L * std::log10(rr / sums.squaredErrors));
}

} // namespace

void PairSums::add(std::span<const float> reference, std::span<const float> candidate, ValueEquality equality)
{
    addValues(reference, candidate, equality);
}

void PairSums::add(std::span<const double> reference, std::span<const double> candidate, ValueEquality equality)
{
    addValues(reference, candidate, equality);
}

template <typename T>
void PairSums::addValues(std::span<const T> reference, std::span<const T> candidate, ValueEquality equality)
{
    Q_ASSERT(reference.size() == candidate.size());
    for (std::size_t at = 0; at < reference.size(); at += blockSize) {
        const auto r = reference.subspan(at, std::min(blockSize, reference.size() - at));
        const auto c = candidate.subspan(at, r.size());
        const auto count = static_cast<qsizetype>(r.size());
        const ShiftedSums sums = shiftedSums(r.data(), c.data(), count);
        if (!allFinite(sums) || mayHaveUnderflown<T>(sums)) {
            addCarefully(r, c);
            continue;
        }
        addBlock(centred(sums, static_cast<long double>(r[0]), static_cast<long double>(c[0]), count));
        if (sums.maximumError == 0.0)
            continue; // equal pairs, so equal multisets
        if (equality == ValueEquality::Computed)
            addMixes(m_multiset, r.data(), c.data(), count);
        else
            m_equalityKnown = false;
    }
}

template <typename T> void PairSums::addCarefully(std::span<const T> reference, std::span<const T> candidate)
{
    Block block;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const T r = reference[i];
        const T c = candidate[i];
        addAny(m_multiset, r, 1);
        addAny(m_multiset, c, -1);
        if (std::isnan(r) || std::isnan(c))
            ++m_nanPairs;
        else if (std::isinf(r) || std::isinf(c))
            ++m_infPairs;
        else
            addPair(block, static_cast<long double>(r), static_cast<long double>(c));
    }
    addBlock(block);
}

/// Sums of two parts about their own means make sums about the common mean (Chan, Golub and LeVeque).
void PairSums::addBlock(const Block& block)
{
    if (block.count == 0)
        return;
    const auto before = static_cast<long double>(m_sums.count);
    const auto more = static_cast<long double>(block.count);
    m_sums.count += block.count;
    const auto n = static_cast<long double>(m_sums.count);
    const long double apartR = block.meanReference - m_sums.meanReference;
    const long double apartC = block.meanCandidate - m_sums.meanCandidate;
    m_sums.meanReference += apartR * (more / n);
    m_sums.meanCandidate += apartC * (more / n);
    const long double weight = before * (more / n);
    m_sums.squaresReference += block.squaresReference + apartR * apartR * weight;
    m_sums.squaresCandidate += block.squaresCandidate + apartC * apartC * weight;
    m_sums.products += block.products + apartR * apartC * weight;
    m_sums.squaredErrors += block.squaredErrors;
    m_sums.maximumError = std::max(m_sums.maximumError, block.maximumError);
}

void PairSums::merge(const PairSums& other)
{
    addBlock(other.m_sums);
    m_multiset.first += other.m_multiset.first;
    m_multiset.second += other.m_multiset.second;
    m_multiset.nans += other.m_multiset.nans;
    m_multiset.positiveInfinities += other.m_multiset.positiveInfinities;
    m_multiset.negativeInfinities += other.m_multiset.negativeInfinities;
    m_nanPairs += other.m_nanPairs;
    m_infPairs += other.m_infPairs;
    m_saturated += other.m_saturated;
    m_equalityKnown = m_equalityKnown && other.m_equalityKnown;
}

TensorMetrics PairSums::metrics() const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    TensorMetrics metrics;
    metrics.count = m_sums.count;
    metrics.nanCount = m_nanPairs;
    metrics.infCount = m_infPairs;
    metrics.sameValues = m_equalityKnown && m_multiset == Multiset{};
    const qint64 pairs = m_sums.count + m_nanPairs + m_infPairs;
    metrics.saturation = pairs == 0 ? 0.0 : static_cast<double>(m_saturated) / static_cast<double>(pairs);
    if (m_sums.count == 0) {
        // Nothing could be compared: an empty tensor agrees with another, one full of NaN agrees with nothing.
        metrics.cosine = metrics.pearson = pairs == 0 ? 1.0 : 0.0;
        metrics.sqnrDb = pairs == 0 ? infinity : -infinity;
        return metrics;
    }
    metrics.cosine = cosineOf(m_sums);
    fillRegression(metrics, m_sums);
    metrics.meanSquaredError = static_cast<double>(m_sums.squaredErrors / static_cast<long double>(m_sums.count));
    metrics.maximumAbsoluteError = m_sums.maximumError;
    metrics.sqnrDb = sqnrOf(m_sums);
    return metrics;
}

} // namespace driftscope
