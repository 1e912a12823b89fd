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

constexpr float codeSteps = 255.0F;
ValueRange cutOff(const ValueRange& range, float threshold)
{
    return {std::max(range.least, -threshold), std::min(range.greatest, threshold)};
}

/// By how much the ranges of channels are taken wider.
float marginOf(const RangeStatistics& statistics)
{
    const double count = std::max(statistics.valuesPerChannel(), 1.0);
    return static_cast<float>(std::min(1.0 + marginOfOne / std::sqrt(count), largestMargin));
}

/// The code of 0 where all codes cover the range.
qint8 zeroPointOf(const ValueRange& range)
{
    const float share = -range.least / (range.greatest - range.least);
    return static_cast<qint8>(std::clamp(std::nearbyint(-128.0F + codeSteps * share), -128.0F, 127.0F));
}

/// The smallest scale at which the codes around a zero point hold a range; infinite where they have none of a sign.
/// Symmetric codes are -127 to 127.
float scaleToHold(const ValueRange& range, qint8 zeroPoint)
{
    const auto codesAbove = static_cast<float>(127 - zeroPoint);
    const auto codesBelow = zeroPoint == 0 ? 127.0F : static_cast<float>(128 + zeroPoint);
    const float above = range.greatest > 0.0F ? range.greatest / codesAbove : 0.0F;
    const float below = range.least < 0.0F ? -range.least / codesBelow : 0.0F;
    return std::max(above, below);
}

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

double quantizationError(const RangeStatistics& statistics, double scale, int largestCode)
{
    const double top = largestCode;
    const std::vector<qint64> counts = statistics.histogram();
    double error = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double value = (static_cast<double>(i) + 0.5) * statistics.binWidth();
        const double difference = value - std::min(std::nearbyint(value / scale), top) * scale;
        // Within a bin that is wider than a step the rounding error is spread evenly: at least step^2 / 12.
        const double rounding = value / scale < top ? scale * scale / 12.0 : difference * difference;
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

ActivationScale asymmetricScale(const RangeStatistics& statistics, float threshold, bool powerOfTwo)
{
    const ValueRange range = cutOff(statistics.range(), threshold);
    const float width = range.greatest - range.least;
    if (width <= 0.0F)
        return {threshold, unusedScale, 0};
    ActivationScale result{threshold, width / codeSteps, zeroPointOf(range)};
    if (!powerOfTwo)
        return result;
    const int largestCode = std::max(127 - result.zeroPoint, 128 + result.zeroPoint);
    const float above = powerOfTwoAbove(result.scale);
    const float below = above / 2.0F;
    const auto error
        = [&](float scale) { return quantizationError(statistics, static_cast<double>(scale), largestCode); };
    result.scale = error(below) < error(above) ? below : above;
    return result;
}

std::vector<float> channelScales(const RangeStatistics& statistics, const ActivationScale& whole, bool powerOfTwo)
{
    const float margin = marginOf(statistics);
    std::vector<float> scales;
    for (const ValueRange& range : statistics.channelRanges()) {
        const float scale = std::max(margin * scaleToHold(range, whole.zeroPoint), whole.scale * smallestShare);
        scales.push_back(std::min(powerOfTwo ? powerOfTwoAbove(scale) : scale, whole.scale));
    }
    return scales;
}

ActivationScale sharedZeroPoint(const RangeStatistics& statistics, const ActivationScale& whole, bool powerOfTwo)
{
    const float width = whole.scale * codeSteps;
    ActivationScale best = whole;
    double least = std::numeric_limits<double>::max();
    const ValueRange range = cutOff(statistics.range(), whole.threshold);
    // As a power of two the whole value's scale may be one that clips, because that rounds finer.
    const bool clips = powerOfTwo && whole.scale < powerOfTwoAbove(scaleToHold(range, whole.zeroPoint));
    const float finer = clips ? 0.5F : 1.0F;
    std::vector<float> finest; // with a zero point of its own for each channel
    for (const ValueRange& each : statistics.channelRanges())
        finest.push_back(std::max((each.greatest - each.least) / codeSteps, whole.scale * smallestShare));
    for (int zeroPoint = -128; zeroPoint <= 127; ++zeroPoint) {
        ActivationScale candidate = whole;
        candidate.zeroPoint = static_cast<qint8>(zeroPoint);
        const float scale = scaleToHold(range, candidate.zeroPoint);
        if (!(scale <= width)) // a code must be left for each sign that occurs
            continue;
        candidate.scale = powerOfTwo ? powerOfTwoAbove(scale) * finer : scale;
        double sum = 0.0;
        const std::vector<float> scales = channelScales(statistics, candidate, powerOfTwo);
        for (std::size_t i = 0; i < scales.size(); ++i) {
            const auto coarser = static_cast<double>(scales[i] / finest[i]);
            sum += coarser * coarser;
        }
        if (sum < least) {
            least = sum;
            best = candidate;
        }
    }
    return best;
}

} // namespace driftscope
