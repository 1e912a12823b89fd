// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationEvidence.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

/// By Laplace's rule of succession: never 1, and one half without a vote.
double confidenceOf(qsizetype votes, qsizetype voters)
{
    return static_cast<double>(votes + 1) / static_cast<double>(voters + 2);
}

/// Positive when the sample is smoother as NCHW; nothing when both layouts are as good.
std::optional<double> planarAdvantage(const SampleStatistics& sample)
{
    constexpr double leastAdvantage = 0.2; // differences of neighbours a fifth smaller
    constexpr double leastSmoothness = 0.3; // noise has none in either layout
    if (!sample.planarSmoothness || !sample.interleavedSmoothness
        || std::max(*sample.planarSmoothness, *sample.interleavedSmoothness) < leastSmoothness)
        return std::nullopt;
    constexpr double smallest = 1e-9;
    const double planar = std::max(smallest, 1 - *sample.planarSmoothness);
    const double interleaved = std::max(smallest, 1 - *sample.interleavedSmoothness);
    const double advantage = std::log(interleaved / planar);
    return std::abs(advantage) < leastAdvantage ? std::nullopt : std::optional(advantage);
}

/// How much brighter the first channel is than the last, in standard deviations of the sample.
std::optional<double> firstOverLast(const SampleStatistics& sample, TensorLayout layout)
{
    const std::vector<double>& means = layout == TensorLayout::NCHW ? sample.planarMeans : sample.interleavedMeans;
    constexpr double leastDifference = 0.05;
    if (means.size() != 3 || sample.deviation <= 0)
        return std::nullopt;
    const double difference = (means.front() - means.back()) / sample.deviation;
    return std::abs(difference) < leastDifference ? std::nullopt : std::optional(difference);
}

} // namespace

LayoutEvidence layoutEvidence(const SampleLooks& looks)
{
    constexpr qsizetype fewestVoters = 3;
    constexpr double leastConfidence = 0.75;
    qsizetype planar = 0;
    qsizetype interleaved = 0;
    for (const auto& look : looks) {
        if (const std::optional<double> advantage = planarAdvantage(*look))
            ++(*advantage > 0 ? planar : interleaved);
    }
    LayoutEvidence evidence;
    evidence.voters = planar + interleaved;
    evidence.votes = std::max(planar, interleaved);
    evidence.confidence = confidenceOf(evidence.votes, evidence.voters);
    if (evidence.voters >= fewestVoters && evidence.confidence >= leastConfidence)
        evidence.layout = planar > interleaved ? TensorLayout::NCHW : TensorLayout::NHWC;
    return evidence;
}

ColourEvidence colourEvidence(const SampleLooks& looks, TensorLayout layout)
{
    constexpr qsizetype fewestVoters = 10;
    constexpr double independent = 6; // what the samples of one set count for
    constexpr double usualShare = 0.72; // of photographs in which red is brighter than blue
    constexpr double leastConfidence = 0.7;
    constexpr double mostConfidence = 0.9; // a set under blue light is not impossible
    if (layout == TensorLayout::Unknown)
        return {};
    qsizetype first = 0;
    qsizetype last = 0;
    for (const auto& look : looks) {
        if (const std::optional<double> difference = firstOverLast(*look, layout))
            ++(*difference > 0 ? first : last);
    }
    ColourEvidence evidence;
    evidence.voters = first + last;
    evidence.votes = std::max(first, last);
    if (evidence.voters < fewestVoters)
        return evidence;
    const double share = static_cast<double>(evidence.votes) / static_cast<double>(evidence.voters);
    const double logOdds = (2 * share - 1) * independent * std::log(usualShare / (1 - usualShare));
    evidence.confidence = std::min(mostConfidence, 1 / (1 + std::exp(-logOdds)));
    if (evidence.confidence >= leastConfidence)
        evidence.order = first > last ? InputType::Rgb : InputType::Bgr;
    return evidence;
}

ValueRange valueRangeOf(const SampleStatistics& statistics)
{
    constexpr double rounding = 1e-3;
    constexpr double largestNormalized = 10;
    constexpr double largestPixel = 255.5;
    const double low = statistics.minimum;
    const double high = statistics.maximum;
    if (statistics.count == 0 || (low == 0 && high == 0))
        return ValueRange::Unknown;
    const double magnitude = std::max(std::abs(low), std::abs(high));
    if (magnitude > largestPixel)
        return ValueRange::Beyond;
    if (low < -rounding)
        return magnitude <= largestNormalized ? ValueRange::Centred : ValueRange::Shifted;
    if (statistics.fractional == 0 || high > largestNormalized) // whole numbers up to 10: a dark picture, a mask
        return ValueRange::Pixels;
    return high <= 1 + rounding ? ValueRange::Unit : ValueRange::Small;
}

RangeEvidence rangeEvidence(const SampleLooks& looks)
{
    QHash<ValueRange, RangeEvidence> found;
    qsizetype judged = 0;
    for (const auto& look : looks) {
        const ValueRange range = valueRangeOf(*look);
        if (range == ValueRange::Unknown)
            continue;
        ++judged;
        RangeEvidence& evidence = found[range];
        const bool isFirst = evidence.agreeing++ == 0;
        evidence.range = range;
        evidence.minimum = isFirst ? look->minimum : std::min(evidence.minimum, look->minimum);
        evidence.maximum = isFirst ? look->maximum : std::max(evidence.maximum, look->maximum);
    }
    RangeEvidence most;
    for (const RangeEvidence& evidence : std::as_const(found)) {
        // By number, then by kind: the answer must not depend on the order of a hash.
        if (evidence.agreeing > most.agreeing || (evidence.agreeing == most.agreeing && evidence.range < most.range))
            most = evidence;
    }
    most.judged = judged;
    return most;
}

TypeGuess commonGuess(const SampleLooks& looks)
{
    QHash<DataType, std::pair<qsizetype, double>> votes;
    qsizetype voters = 0;
    for (const auto& look : looks) {
        if (look->guess.confidence <= 0 || look->content != SampleContent::Numbers)
            continue;
        ++voters;
        auto& [count, confidence] = votes[look->guess.type];
        ++count;
        confidence += look->guess.confidence;
    }
    for (auto vote = votes.constBegin(); vote != votes.constEnd(); ++vote) {
        const auto& [count, confidence] = *vote;
        if (count * 5 >= voters * 4)
            return {vote.key(), confidence / static_cast<double>(count)};
    }
    return {};
}

} // namespace driftscope
