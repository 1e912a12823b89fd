// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/RangeStatistics.h"

#include "core/sandbox/calibrate/VectorLoops.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace driftscope {

namespace {

/// Sign, eight bits of exponent and seven of mantissa stay when the rest is shifted out.
constexpr int droppedBits = 16;
constexpr quint32 magnitudeMask = 0x7fffffff;
constexpr std::size_t finiteBins = 0x7f80; ///< from here on: infinities and what is not a number

/// Lower end of a bin.
double startOf(std::size_t bin)
{
    return static_cast<double>(std::bit_cast<float>(static_cast<quint32>(bin) << droppedBits));
}

PlaneSummary summaryOf(std::span<const float> values)
{
    PlaneSummary summary = summarized(values.data(), values.size());
    if (std::isfinite(summary.sum) && std::isfinite(summary.least) && std::isfinite(summary.greatest))
        return summary;
    summary = {};
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        summary.sum += static_cast<double>(value);
        summary.least = std::min(summary.least, value);
        summary.greatest = std::max(summary.greatest, value);
    }
    return summary;
}

} // namespace

void RangeStatistics::observe(const Tensor& tensor)
{
    m_magnitudes.resize(finiteBins + 0x80, 0);
    for (const float value : tensor.values<float>())
        ++m_magnitudes[(std::bit_cast<quint32>(value) & magnitudeMask) >> droppedBits];
    const Shape& shape = tensor.shape();
    if (shape.rank() >= 2 && shape[0] >= 1 && shape[1] >= 1)
        return observeChannels(tensor);
    const PlaneSummary summary = summaryOf(tensor.values<float>());
    m_range.unite(summary.least, summary.greatest);
}

void RangeStatistics::observeChannels(const Tensor& tensor)
{
    const std::span<const float> values = tensor.values<float>();
    const auto channels = static_cast<std::size_t>(tensor.shape()[1]);
    const std::size_t inner = values.size() / (channels * static_cast<std::size_t>(tensor.shape()[0]));
    m_channelSums.resize(channels, 0.0);
    m_channelRanges.resize(channels);
    for (std::size_t block = 0; inner > 0 && block * inner < values.size(); ++block) {
        const PlaneSummary summary = summaryOf(values.subspan(block * inner, inner));
        m_channelRanges[block % channels].unite(summary.least, summary.greatest);
        m_range.unite(summary.least, summary.greatest);
        m_channelSums[block % channels] += summary.sum;
    }
    m_perChannel += static_cast<double>(values.size() / channels);
}

void RangeStatistics::add(const RangeStatistics& other)
{
    const auto addEach = [](auto& to, const auto& from) {
        to.resize(std::max(to.size(), from.size()));
        std::ranges::transform(from, to, to.begin(), std::plus());
    };
    addEach(m_magnitudes, other.m_magnitudes);
    addEach(m_channelSums, other.m_channelSums);
    m_channelRanges.resize(std::max(m_channelRanges.size(), other.m_channelRanges.size()));
    for (std::size_t i = 0; i < other.m_channelRanges.size(); ++i)
        m_channelRanges[i].unite(other.m_channelRanges[i].least, other.m_channelRanges[i].greatest);
    m_range.unite(other.m_range.least, other.m_range.greatest);
    m_perChannel += other.m_perChannel;
}

void RangeStatistics::limitTo(const ValueRange& limits)
{
    const auto limit = [&](ValueRange& range) {
        range.least = std::max(range.least, limits.least);
        range.greatest = std::min(range.greatest, limits.greatest);
    };
    limit(m_range);
    std::ranges::for_each(m_channelRanges, limit);
}

RangeStatistics RangeStatistics::narrowed(float share) const
{
    RangeStatistics result = *this;
    const auto narrow = [share](ValueRange& range) {
        const float limit = range.largest() * share;
        range = {std::max(range.least, -limit), std::min(range.greatest, limit)};
    };
    narrow(result.m_range);
    std::ranges::for_each(result.m_channelRanges, narrow);
    return result;
}

std::vector<qint64> RangeStatistics::histogram() const
{
    if (largest() <= 0.0F)
        return {};
    std::vector<qint64> counts(binCount, 0);
    const auto place = [&](double magnitude) {
        return std::min(static_cast<std::size_t>(std::max(magnitude, 0.0) / binWidth()), binCount - 1);
    };
    for (std::size_t bin = 0; bin < finiteBins; ++bin) {
        const auto count = static_cast<qint64>(m_magnitudes[bin]);
        if (count == 0)
            continue;
        // Even over the linear bins that this one covers; none lies beyond the largest magnitude.
        const std::size_t first = place(startOf(bin));
        const std::size_t last = place(std::min(startOf(bin + 1), static_cast<double>(largest())) - binWidth() * 1e-6);
        const auto width = static_cast<qint64>(std::max(first, last) - first + 1);
        for (qint64 i = 0; i < width; ++i)
            counts[first + static_cast<std::size_t>(i)] += (i + 1) * count / width - i * count / width;
    }
    return counts;
}

std::vector<double> RangeStatistics::channelMeans() const
{
    std::vector<double> means = m_channelSums;
    for (double& mean : means)
        mean /= std::max(m_perChannel, 1.0);
    return means;
}

} // namespace driftscope
