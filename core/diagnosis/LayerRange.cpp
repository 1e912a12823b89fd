// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/LayerRange.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace driftscope {

namespace {

/// Of evenly chosen values: enough for one in a thousand, whatever the size of the tensor.
double usualMagnitude(std::span<const float> values)
{
    constexpr std::size_t looks = 32768;
    const std::size_t step = std::max<std::size_t>(1, values.size() / looks) | 1U;
    std::vector<float> magnitudes;
    magnitudes.reserve(values.size() / step + 1);
    for (std::size_t i = 0; i < values.size(); i += step) {
        if (std::isfinite(values[i]))
            magnitudes.push_back(std::abs(values[i]));
    }
    if (magnitudes.empty())
        return 0.0;
    const auto place
        = magnitudes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(magnitudes.size() - 1) * 0.999);
    std::nth_element(magnitudes.begin(), place, magnitudes.end());
    return static_cast<double>(*place);
}

} // namespace

double LayerRange::magnitude() const
{
    return std::max(std::abs(minimum), std::abs(maximum));
}

double LayerRange::tail() const
{
    return usual > 0.0 ? std::max(magnitude() / usual, 1.0) : 1.0;
}

void LayerRange::add(const LayerRange& other)
{
    if (other.count == 0)
        return;
    minimum = count == 0 ? other.minimum : std::min(minimum, other.minimum);
    maximum = count == 0 ? other.maximum : std::max(maximum, other.maximum);
    usual = std::max(usual, other.usual);
    count += other.count;
}

LayerRange rangeOf(std::span<const float> values)
{
    float least = std::numeric_limits<float>::infinity();
    float largest = -least;
    LayerRange range;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        least = std::min(least, value);
        largest = std::max(largest, value);
        ++range.count;
    }
    if (range.count == 0)
        return {};
    range.minimum = static_cast<double>(least);
    range.maximum = static_cast<double>(largest);
    range.usual = usualMagnitude(values);
    return range;
}

} // namespace driftscope
