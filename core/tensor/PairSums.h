// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace driftscope {

struct TensorMetrics;

/// Whether sums also tell if two sides hold the same values in another order, which costs about as much as the rest.
enum class ValueEquality
{
    Skipped,
    Computed
};

/// Sums over pairs of values (reference, candidate) from which every metric follows. Sums of parts can be added up:
/// chunks of one tensor, tensors of several samples. Means and squares about the means are kept rather than plain sums,
/// so that neither the order of parts nor data far from zero costs digits.
class PairSums
{
public:
    /// Adds pairs; both spans are of one length. Pairs with NaN or Inf are counted and left out.
    void add(std::span<const float> reference, std::span<const float> candidate, ValueEquality equality);
    void add(std::span<const double> reference, std::span<const double> candidate, ValueEquality equality);
    void addSaturated(qint64 elements) { m_saturated += elements; }
    void merge(const PairSums& other);

    /// What the sums amount to. sameValues is false where value equality was skipped, unless all pairs were equal.
    [[nodiscard]] TensorMetrics metrics() const;

    /// Sums of one block of pairs that are all finite.
    struct Block
    {
        qint64 count = 0;
        long double meanReference = 0.0L, meanCandidate = 0.0L;
        long double squaresReference = 0.0L, squaresCandidate = 0.0L, products = 0.0L; ///< about the means
        long double squaredErrors = 0.0L;
        double maximumError = 0.0;
    };
    /// What two multisets differ by; all zero when they hold the same values. Two independent 32-bit mixes of each
    /// value are summed to 64 bits, so that a difference of one value shows for certain and one of several values is
    /// overlooked about once in 2^64 comparisons of data that nobody made up to collide: never, in practice, and
    /// without the sorting that certainty would cost.
    struct Multiset
    {
        quint64 first = 0, second = 0; ///< mixes of the reference minus those of the candidate
        qint64 nans = 0, positiveInfinities = 0, negativeInfinities = 0;
        bool operator==(const Multiset&) const = default;
    };

private:
    template <typename T>
    void addValues(std::span<const T> reference, std::span<const T> candidate, ValueEquality equality);
    template <typename T> void addCarefully(std::span<const T> reference, std::span<const T> candidate);
    void addBlock(const Block& block);

    Block m_sums;
    Multiset m_multiset;
    qint64 m_nanPairs = 0;
    qint64 m_infPairs = 0;
    qint64 m_saturated = 0;
    bool m_equalityKnown = true; ///< no unequal pairs were added without looking at their multisets
};

} // namespace driftscope
