// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/PairSums.h"
#include "core/tensor/RealValues.h"

#include <algorithm>

namespace driftscope {

/// Elements that two tensors can be compared in: none of complex numbers and strings, and no more than both hold.
[[nodiscard]] qint64 comparableElements(const Tensor& reference, const Tensor& candidate);

/// Reads pairs of elements of two tensors as T, float or double, converting a small piece of both at a time.
template <typename T> class PairReader
{
public:
    PairReader(const Tensor& reference, const Tensor& candidate, ValueEquality equality)
        : m_reference(reference)
        , m_candidate(candidate)
        , m_equality(equality)
    { }

    /// The range of elements that may be asked for; see RealValues::open().
    void open(qint64 begin, qint64 count)
    {
        m_reference.open(begin, count);
        m_candidate.open(begin, count);
    }

    /// Adds `count` neighbours from `begin` on.
    void add(PairSums& sums, qint64 begin, qint64 count)
    {
        constexpr qint64 pieceSize = 2048; // both sides in the nearest cache
        for (qint64 at = begin; at < begin + count; at += pieceSize) {
            const qint64 piece = std::min(pieceSize, begin + count - at);
            sums.add(reference(at, piece), candidate(at, piece), m_equality);
            sums.addSaturated(saturated(at, piece));
        }
    }

    [[nodiscard]] std::span<const T> reference(qint64 begin, qint64 count)
    {
        return m_reference.read(begin, count, m_referenceBuffer);
    }
    [[nodiscard]] std::span<const T> candidate(qint64 begin, qint64 count)
    {
        return m_candidate.read(begin, count, m_candidateBuffer);
    }
    [[nodiscard]] qint64 saturated(qint64 begin, qint64 count) const { return m_candidate.saturated(begin, count); }
    [[nodiscard]] ValueEquality equality() const { return m_equality; }

private:
    RealValues m_reference;
    RealValues m_candidate;
    ValueEquality m_equality;
    std::vector<T> m_referenceBuffer;
    std::vector<T> m_candidateBuffer;
};

/// Calls work(PairReader) with the element type that loses nothing of either tensor.
auto withPairReader(const Tensor& reference, const Tensor& candidate, ValueEquality equality, const auto& work)
{
    if (RealValues(reference).needDouble() || RealValues(candidate).needDouble())
        return work(PairReader<double>(reference, candidate, equality));
    return work(PairReader<float>(reference, candidate, equality));
}

} // namespace driftscope
