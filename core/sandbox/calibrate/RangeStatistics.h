// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// What is remembered of one value over all samples: its largest magnitude, a histogram of magnitudes, and means and
/// largest magnitudes of channels. One pass is enough: magnitudes are counted by exponent and seven bits of mantissa,
/// so that the range need not be known beforehand. Memory does not grow with the number of samples.
class RangeStatistics
{
public:
    static constexpr std::size_t binCount = 2048;

    /// `tensor` is float32; what is not finite is left out.
    void observe(const Tensor& tensor);

    [[nodiscard]] float largest() const { return m_largest; }
    /// Counts of magnitudes in `binCount` equal bins over [0, largest()]; empty when nothing but zeros was seen.
    [[nodiscard]] std::vector<qint64> histogram() const;
    [[nodiscard]] double binWidth() const { return static_cast<double>(m_largest) / static_cast<double>(binCount); }
    /// Means over everything but axis 1; empty for tensors of rank below two.
    [[nodiscard]] std::vector<double> channelMeans() const;
    /// How many values were seen of each channel.
    [[nodiscard]] double valuesPerChannel() const { return m_perChannel; }
    /// Largest magnitude of each channel, likewise.
    [[nodiscard]] const std::vector<float>& channelLargest() const { return m_channelLargest; }

private:
    void observeChannels(const Tensor& tensor);

    float m_largest = 0.0F;
    std::vector<quint32> m_magnitudes; ///< by the upper bits of the float
    std::vector<double> m_channelSums;
    std::vector<float> m_channelLargest;
    double m_perChannel = 0.0;
};

} // namespace driftscope
