// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/RangeStatistics.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

void RangeStatistics::observeRange(const Tensor& tensor)
{
    const std::span<const float> values = tensor.values<float>();
    for (const float value : values) {
        if (std::isfinite(value))
            m_largest = std::max(m_largest, std::abs(value));
    }
    const Shape& shape = tensor.shape();
    if (shape.rank() < 2 || values.empty())
        return;
    const auto channels = static_cast<std::size_t>(shape[1]);
    const std::size_t inner = values.size() / (channels * static_cast<std::size_t>(shape[0]));
    m_channelSums.resize(channels, 0.0);
    m_channelSquares.resize(channels, 0.0);
    m_channelLargest.resize(channels, 0.0F);
    for (std::size_t block = 0; block * inner < values.size(); ++block) {
        double sum = 0.0;
        double squares = 0.0;
        float& largest = m_channelLargest[block % channels];
        for (const float value : values.subspan(block * inner, inner)) {
            sum += static_cast<double>(value);
            squares += static_cast<double>(value) * static_cast<double>(value);
            largest = std::max(largest, std::abs(value));
        }
        m_channelSums[block % channels] += sum;
        m_channelSquares[block % channels] += squares;
    }
    m_perChannel += static_cast<double>(values.size() / channels);
}

void RangeStatistics::observeHistogram(const Tensor& tensor)
{
    m_histogram.resize(binCount, 0);
    if (m_largest <= 0.0F)
        return;
    const float perBin = static_cast<float>(binCount) / m_largest;
    for (const float value : tensor.values<float>()) {
        if (std::isfinite(value))
            ++m_histogram[std::min(static_cast<std::size_t>(std::abs(value) * perBin), binCount - 1)];
    }
}

std::vector<double> RangeStatistics::channelMeans() const
{
    std::vector<double> means = m_channelSums;
    for (double& mean : means)
        mean /= std::max(m_perChannel, 1.0);
    return means;
}

std::vector<double> RangeStatistics::channelPowers() const
{
    std::vector<double> powers = m_channelSquares;
    for (double& power : powers)
        power /= std::max(m_perChannel, 1.0);
    return powers;
}

} // namespace driftscope
