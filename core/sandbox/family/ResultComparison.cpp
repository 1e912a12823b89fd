// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/ResultComparison.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

ResultDifference differenceOf(const std::vector<float>& reference, const std::vector<float>& candidate, int digits)
{
    ResultDifference result;
    const std::size_t common = std::min(reference.size(), candidate.size());
    result.total = static_cast<qint64>(std::max(reference.size(), candidate.size()));
    result.missing = result.total - static_cast<qint64>(common);
    const double allowed = std::pow(10.0, -digits);
    for (std::size_t i = 0; i < common; ++i) {
        const auto a = static_cast<double>(reference[i]);
        const auto b = static_cast<double>(candidate[i]);
        if (std::isnan(a) != std::isnan(b)) {
            ++result.nans;
            continue;
        }
        if (a == b || std::isnan(a))
            continue;
        const double difference = std::abs(a - b);
        result.different += difference > allowed ? 1 : 0;
        result.largest = std::max(result.largest, difference);
        result.relative = std::max(result.relative, difference / std::max(std::abs(a), std::abs(b)));
    }
    return result;
}

} // namespace driftscope
