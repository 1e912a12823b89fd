// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <algorithm>

namespace driftscope {

/// The least and the greatest of some values, and 0.
struct ValueRange
{
    float least = 0.0F;
    float greatest = 0.0F;

    [[nodiscard]] float largest() const { return std::max(-least, greatest); }
    /// Made wider to hold another one.
    void unite(float otherLeast, float otherGreatest)
    {
        least = std::min(least, otherLeast);
        greatest = std::max(greatest, otherGreatest);
    }
    bool operator==(const ValueRange&) const = default;
};

/// What is remembered of one value over all samples: its range, a histogram of magnitudes, and means and ranges of
/// channels. One pass is enough: magnitudes are counted by exponent and seven bits of mantissa,
/// so that the range need not be known beforehand. Memory does not grow with the number of samples.
class RangeStatistics
{
public:
    static constexpr std::size_t binCount = 2048;

    /// `tensor` is float32; what is not finite is left out.
    void observe(const Tensor& tensor);

    /// Adds what was seen of the same value on other samples.
    void add(const RangeStatistics& other);
    /// Cuts the ranges off: values beyond count as if they lay at the limit.
    void limitTo(const ValueRange& limits);

    /// The same with magnitudes up to a share of the largest of the value, and of each channel; 0 < share <= 1.
    [[nodiscard]] RangeStatistics narrowed(float share) const;

    [[nodiscard]] float largest() const { return m_range.largest(); }
    [[nodiscard]] const ValueRange& range() const { return m_range; }
    /// Counts of magnitudes in `binCount` equal bins over [0, largest()]; empty when nothing but zeros was seen.
    [[nodiscard]] std::vector<qint64> histogram() const;
    [[nodiscard]] double binWidth() const { return static_cast<double>(largest()) / static_cast<double>(binCount); }
    /// Means over everything but axis 1; empty for tensors of rank below two.
    [[nodiscard]] std::vector<double> channelMeans() const;
    /// How many values were seen of each channel.
    [[nodiscard]] double valuesPerChannel() const { return m_perChannel; }
    /// Range of each channel, likewise.
    [[nodiscard]] const std::vector<ValueRange>& channelRanges() const { return m_channelRanges; }

private:
    void observeChannels(const Tensor& tensor);

    ValueRange m_range;
    std::vector<quint32> m_magnitudes; ///< by the upper bits of the float
    std::vector<double> m_channelSums;
    std::vector<ValueRange> m_channelRanges;
    double m_perChannel = 0.0;
};

} // namespace driftscope
