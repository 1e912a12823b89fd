// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/SampleKernels.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace driftscope {

namespace {

/// Partial results side by side, so that the compiler may use vector instructions without reordering sums.
constexpr std::size_t lanes = 16;

qint64 countNonFinite(std::span<const float> numbers)
{
    constexpr quint32 exponent = 0x7f800000U;
    quint32 found = 0;
    for (const float number : numbers)
        found += (std::bit_cast<quint32>(number) & exponent) == exponent ? 1U : 0U;
    return found;
}

qint64 countFractional(std::span<const float> numbers)
{
    // From 2^23 on every float is whole, and beyond 2^31 the conversion would not be defined.
    constexpr float whole = 8388608.0F;
    quint32 found = 0;
    for (const float number : numbers) {
        const float clamped = std::min(std::max(number, -whole), whole);
        found += static_cast<float>(static_cast<qint32>(clamped)) != clamped ? 1U : 0U;
    }
    return found;
}

} // namespace

void NumberSummary::add(std::span<const float> numbers)
{
    const qint64 bad = countNonFinite(numbers);
    if (bad == 0) {
        addFinite(numbers);
        return;
    }
    m_nonFinite += bad;
    std::vector<float> finite;
    finite.reserve(numbers.size());
    std::ranges::copy_if(numbers, std::back_inserter(finite), [](float number) { return std::isfinite(number); });
    addFinite(finite);
}

void NumberSummary::addFinite(std::span<const float> numbers)
{
    std::array<float, lanes> low{};
    std::array<float, lanes> high{};
    low.fill(m_minimum);
    high.fill(m_maximum);
    std::array<double, lanes> sum{};
    std::array<double, lanes> squares{};
    std::size_t at = 0;
    for (; at + lanes <= numbers.size(); at += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float number = numbers[at + lane];
            low[lane] = number < low[lane] ? number : low[lane];
            high[lane] = number > high[lane] ? number : high[lane];
            sum[lane] += static_cast<double>(number);
            squares[lane] += static_cast<double>(number) * static_cast<double>(number);
        }
    }
    for (std::size_t lane = 0; at + lane < numbers.size(); ++lane) {
        const float number = numbers[at + lane];
        low[lane] = std::min(low[lane], number);
        high[lane] = std::max(high[lane], number);
        sum[lane] += static_cast<double>(number);
        squares[lane] += static_cast<double>(number) * static_cast<double>(number);
    }
    m_minimum = std::ranges::min(low);
    m_maximum = std::ranges::max(high);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        m_sum += sum[lane];
        m_squares += squares[lane];
    }
    m_fractional += countFractional(numbers);
    m_count += static_cast<qint64>(numbers.size());
}

double NumberSummary::mean() const
{
    return m_count > 0 ? m_sum / static_cast<double>(m_count) : 0;
}

double NumberSummary::variance() const
{
    if (m_count == 0 || m_minimum == m_maximum) // rounding must not make a constant vary
        return 0;
    return std::max(0.0, m_squares / static_cast<double>(m_count) - mean() * mean());
}

ChannelSums::ChannelSums(qint64 channels, qint64 pixels)
    : m_pixels(pixels)
    , m_planar(static_cast<std::size_t>(channels))
    , m_interleaved(static_cast<std::size_t>(channels))
{ }

void ChannelSums::add(std::span<const float> numbers)
{
    const auto channels = static_cast<qint64>(m_planar.size());
    const auto size = static_cast<qint64>(numbers.size());
    const auto sumOf = [&](qint64 first, qint64 step, qint64 end) {
        double sum = 0;
        for (qint64 i = first; i < end; i += step)
            sum += static_cast<double>(numbers[static_cast<std::size_t>(i)]);
        return sum;
    };
    for (qint64 channel = 0; channel < channels; ++channel) {
        const qint64 first = (channel - m_seen % channels + channels) % channels;
        m_interleaved[static_cast<std::size_t>(channel)] += sumOf(first, channels, size);
    }
    for (qint64 at = 0; at < size;) {
        const qint64 place = m_seen + at;
        const qint64 end = std::min(size, at + m_pixels - place % m_pixels);
        m_planar[static_cast<std::size_t>(place / m_pixels % channels)] += sumOf(at, 1, end);
        at = end;
    }
    m_seen += size;
}

std::vector<double> ChannelSums::means(const std::vector<double>& sums) const
{
    std::vector<double> means;
    means.reserve(sums.size());
    const double count = static_cast<double>(m_seen) / static_cast<double>(sums.size());
    for (const double sum : sums)
        means.push_back(count > 0 ? sum / count : 0);
    return means;
}

std::vector<double> ChannelSums::planarMeans() const
{
    return means(m_planar);
}

std::vector<double> ChannelSums::interleavedMeans() const
{
    return means(m_interleaved);
}

NeighbourDifferences::NeighbourDifferences(qint64 channels, qint64 width)
    : m_planar{Direction{1}, Direction{width}}
    , m_interleaved{Direction{channels}, Direction{channels * width}}
{ }

void NeighbourDifferences::add(std::span<const float> numbers)
{
    for (Direction& direction : m_planar)
        measure(direction, numbers);
    for (Direction& direction : m_interleaved)
        measure(direction, numbers);
}

void NeighbourDifferences::measure(Direction& direction, std::span<const float> numbers)
{
    const auto distance = static_cast<std::size_t>(direction.distance);
    if (numbers.size() <= distance)
        return;
    const float* near = numbers.data();
    const float* far = near + distance;
    const std::size_t pairs = numbers.size() - distance;
    constexpr std::size_t block = 4096; // floats are precise enough for sums of so many
    for (std::size_t begin = 0; begin < pairs; begin += block) {
        const std::size_t end = std::min(pairs, begin + block);
        std::array<float, lanes> squares{};
        std::size_t at = begin;
        for (; at + lanes <= end; at += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const float difference = far[at + lane] - near[at + lane];
                squares[lane] += difference * difference;
            }
        }
        for (; at < end; ++at)
            squares[0] += (far[at] - near[at]) * (far[at] - near[at]);
        for (const float square : squares)
            direction.squares += static_cast<double>(square);
    }
    direction.pairs += static_cast<qint64>(pairs);
}

std::optional<double> NeighbourDifferences::mean(const std::array<Direction, 2>& directions)
{
    double sum = 0;
    for (const Direction& direction : directions) {
        if (direction.pairs == 0)
            return std::nullopt;
        sum += direction.squares / static_cast<double>(direction.pairs) / 2;
    }
    return sum;
}

std::optional<double> NeighbourDifferences::planar() const
{
    return mean(m_planar);
}

std::optional<double> NeighbourDifferences::interleaved() const
{
    return mean(m_interleaved);
}

} // namespace driftscope
