// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// What is remembered of one value over all samples: its extremes, a histogram of magnitudes and channel means. Memory
/// does not grow with the number of samples.
class RangeStatistics
{
public:
    static constexpr std::size_t binCount = 2048;

    /// First pass: extremes and channel means.
    void observeRange(const Tensor& tensor);
    /// Second pass: the histogram over [0, largest()].
    void observeHistogram(const Tensor& tensor);

    [[nodiscard]] float largest() const { return m_largest; }
    [[nodiscard]] const std::vector<qint64>& histogram() const { return m_histogram; }
    [[nodiscard]] double binWidth() const { return static_cast<double>(m_largest) / static_cast<double>(binCount); }
    /// Means over everything but axis 1; empty for tensors of rank below two.
    [[nodiscard]] std::vector<double> channelMeans() const;
    /// How many values were seen of each channel.
    [[nodiscard]] double valuesPerChannel() const { return m_perChannel; }
    /// Mean square of each channel, likewise.
    [[nodiscard]] std::vector<double> channelPowers() const;
    /// Largest magnitude of each channel, likewise.
    [[nodiscard]] const std::vector<float>& channelLargest() const { return m_channelLargest; }

private:
    float m_largest = 0.0F;
    std::vector<qint64> m_histogram;
    std::vector<double> m_channelSums;
    std::vector<double> m_channelSquares;
    std::vector<float> m_channelLargest;
    double m_perChannel = 0.0;
};

} // namespace driftscope
