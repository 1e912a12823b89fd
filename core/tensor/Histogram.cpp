// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Metrics.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

void widenToData(Histogram& histogram, std::span<const float> values)
{
    bool first = true;
    for (const float value : values) {
        if (!std::isfinite(value))
            continue;
        const auto real = static_cast<double>(value);
        histogram.minimum = first ? real : std::min(histogram.minimum, real);
        histogram.maximum = first ? real : std::max(histogram.maximum, real);
        first = false;
    }
}

} // namespace

Histogram histogram(std::span<const float> values, int bins, double minimum, double maximum)
{
    Q_ASSERT(bins > 0);
    Histogram result{minimum, maximum, std::vector<qint64>(static_cast<std::size_t>(std::max(bins, 1))), 0, 0};
    if (minimum == maximum)
        widenToData(result, values);
    const double width = (result.maximum - result.minimum) / static_cast<double>(result.counts.size());
    const auto last = static_cast<double>(result.counts.size() - 1);
    for (const float value : values) {
        if (std::isnan(value)) {
            ++result.nanCount;
        } else if (std::isinf(value)) {
            ++result.infCount;
        } else if (const auto real = static_cast<double>(value); real >= result.minimum && real <= result.maximum) {
            const double bin = width > 0.0 ? std::floor((real - result.minimum) / width) : 0.0;
            ++result.counts[static_cast<std::size_t>(std::clamp(bin, 0.0, last))];
        }
    }
    return result;
}

} // namespace driftscope
