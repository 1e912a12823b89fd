// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace driftscope {

/// Extremes, moments and kinds of a stream of numbers that comes in pieces.
class NumberSummary
{
public:
    void add(std::span<const float> numbers);

    [[nodiscard]] qint64 count() const { return m_count; } ///< finite ones; all else is about these
    [[nodiscard]] qint64 nonFinite() const { return m_nonFinite; }
    [[nodiscard]] qint64 fractional() const { return m_fractional; } ///< not whole
    [[nodiscard]] double minimum() const { return m_count > 0 ? static_cast<double>(m_minimum) : 0; }
    [[nodiscard]] double maximum() const { return m_count > 0 ? static_cast<double>(m_maximum) : 0; }
    [[nodiscard]] double mean() const;
    [[nodiscard]] double variance() const;

private:
    void addFinite(std::span<const float> numbers);

    qint64 m_count = 0;
    qint64 m_nonFinite = 0;
    qint64 m_fractional = 0;
    float m_minimum = std::numeric_limits<float>::infinity();
    float m_maximum = -std::numeric_limits<float>::infinity();
    double m_sum = 0;
    double m_squares = 0;
};

/// Sums over the channels of a stream in both layouts.
class ChannelSums
{
public:
    ChannelSums(qint64 channels, qint64 pixels);
    void add(std::span<const float> numbers);
    [[nodiscard]] std::vector<double> planarMeans() const; ///< if the stream was NCHW
    [[nodiscard]] std::vector<double> interleavedMeans() const; ///< if it was NHWC

private:
    [[nodiscard]] std::vector<double> means(const std::vector<double>& sums) const;

    qint64 m_pixels; ///< of one plane
    qint64 m_seen = 0;
    std::vector<double> m_planar;
    std::vector<double> m_interleaved;
};

/// Mean squared difference of neighbouring pixels in both layouts. Neighbours across the end of a row are few and count
/// in both alike; so do those that a border between two pieces hides.
class NeighbourDifferences
{
public:
    NeighbourDifferences(qint64 channels, qint64 width);
    void add(std::span<const float> numbers);
    /// 0 for a constant; nothing before there was a pair.
    [[nodiscard]] std::optional<double> planar() const;
    [[nodiscard]] std::optional<double> interleaved() const;

private:
    struct Direction
    {
        qint64 distance = 1; ///< in elements
        double squares = 0;
        qint64 pairs = 0;
    };
    static void measure(Direction& direction, std::span<const float> numbers);
    [[nodiscard]] static std::optional<double> mean(const std::array<Direction, 2>& directions);

    std::array<Direction, 2> m_planar;
    std::array<Direction, 2> m_interleaved;
};

} // namespace driftscope
