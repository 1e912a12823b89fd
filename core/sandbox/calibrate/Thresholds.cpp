// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/Thresholds.h"

#include "core/sandbox/quantize/WeightQuantizer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace driftscope {

namespace {

constexpr std::size_t levels = 128;
/// Scale of a value that was always zero.
constexpr float unusedScale = 1.0F / 128.0F;
/// Channels whose range is smaller than this share of the largest are treated as if it were theirs.
constexpr float smallestShare = 1.0F / 64.0F;
/// The margin of a channel's range falls with the square root of the number of values it is known from.
constexpr double marginOfOne = 32.0;
constexpr double largestMargin = 2.0;

double divergence(const std::vector<double>& reference, const std::vector<double>& candidate)
{
    const double referenceSum = std::accumulate(reference.begin(), reference.end(), 0.0);
    const double candidateSum = std::accumulate(candidate.begin(), candidate.end(), 0.0);
    if (referenceSum <= 0.0 || candidateSum <= 0.0)
        return std::numeric_limits<double>::max();
    double sum = 0.0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        if (reference[i] <= 0.0)
            continue;
        const double p = reference[i] / referenceSum;
        const double q = std::max(candidate[i] / candidateSum, 1e-12);
        sum += p * std::log(p / q);
    }
    return sum;
}

/// The first `bins` bins as `levels` levels, each level's counts spread over its bins that are not empty.
std::vector<double> coarsened(const std::vector<qint64>& counts, std::size_t bins)
{
    std::vector<double> result(bins, 0.0);
    for (std::size_t level = 0; level < levels; ++level) {
        const std::size_t first = level * bins / levels;
        const std::size_t last = (level + 1) * bins / levels;
        double sum = 0.0;
        double used = 0.0;
        for (std::size_t i = first; i < last; ++i) {
            sum += static_cast<double>(counts[i]);
            used += counts[i] > 0 ? 1.0 : 0.0;
        }
        for (std::size_t i = first; i < last; ++i)
            result[i] = counts[i] > 0 ? sum / used : 0.0;
    }
    return result;
}

} // namespace

float percentileThreshold(const RangeStatistics& statistics, double percentile)
{
    const std::vector<qint64> counts = statistics.histogram();
    if (percentile >= 1.0 || counts.empty())
        return statistics.largest();
    const auto total = static_cast<double>(std::accumulate(counts.begin(), counts.end(), qint64(0)));
    double seen = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        seen += static_cast<double>(counts[i]);
        if (seen >= percentile * total)
            return static_cast<float>(static_cast<double>(i + 1) * statistics.binWidth());
    }
    return statistics.largest();
}

float divergenceThreshold(const RangeStatistics& statistics)
{
    std::vector<qint64> counts = statistics.histogram();
    if (counts.empty() || statistics.largest() <= 0.0F)
        return statistics.largest();
    counts[0] = counts[1]; // zeros (padding, Relu) say nothing about the range
    constexpr std::size_t step = 16;
    double best = std::numeric_limits<double>::max();
    std::size_t bestBins = counts.size();
    for (std::size_t bins = levels; bins <= counts.size(); bins += step) {
        std::vector<double> reference(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(bins));
        reference.back() += static_cast<double>(
            std::accumulate(counts.begin() + static_cast<std::ptrdiff_t>(bins), counts.end(), qint64(0)));
        const double distance = divergence(reference, coarsened(counts, bins));
        if (distance < best) {
            best = distance;
            bestBins = bins;
        }
    }
    return static_cast<float>(static_cast<double>(bestBins) * statistics.binWidth());
}

double quantizationError(const RangeStatistics& statistics, double scale)
{
    const std::vector<qint64> counts = statistics.histogram();
    double error = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double value = (static_cast<double>(i) + 0.5) * statistics.binWidth();
        const double difference = value - std::min(std::nearbyint(value / scale), 127.0) * scale;
        // Within a bin that is wider than a step the rounding error is spread evenly: at least step^2 / 12.
        const double rounding = value / scale < 127.0 ? scale * scale / 12.0 : difference * difference;
        error += static_cast<double>(counts[i]) * rounding;
        total += static_cast<double>(counts[i]);
    }
    return total > 0.0 ? error / total : 0.0;
}

float activationScale(const RangeStatistics& statistics, float threshold, bool powerOfTwo)
{
    if (threshold <= 0.0F)
        return unusedScale;
    const float scale = threshold / 127.0F;
    if (!powerOfTwo)
        return scale;
    const float above = powerOfTwoAbove(scale);
    const float below = above / 2.0F;
    return quantizationError(statistics, below) < quantizationError(statistics, above) ? below : above;
}

std::vector<float> channelScales(const RangeStatistics& statistics, float wholeScale, bool powerOfTwo)
{
    const double count = std::max(statistics.valuesPerChannel(), 1.0);
    const auto margin = static_cast<float>(std::min(1.0 + marginOfOne / std::sqrt(count), largestMargin));
    std::vector<float> scales;
    for (const float largest : statistics.channelLargest()) {
        const float scale = std::max(margin * largest / 127.0F, wholeScale * smallestShare);
        scales.push_back(std::min(powerOfTwo ? powerOfTwoAbove(scale) : scale, wholeScale));
    }
    return scales;
}

} // namespace driftscope
