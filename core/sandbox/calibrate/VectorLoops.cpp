// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/VectorLoops.h"

#include "core/base/VectorClones.h"

#include <array>

namespace driftscope {

DRIFTSCOPE_VECTOR_CLONES
void addScaled(float* target, const float* values, float factor, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        target[i] += factor * values[i];
}

DRIFTSCOPE_VECTOR_CLONES
float dotProduct(const float* left, const float* right, std::size_t count)
{
    std::array<float, 8> sums{};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        for (std::size_t lane = 0; lane < 8; ++lane)
            sums[lane] += left[i + lane] * right[i + lane];
    }
    for (; i < count; ++i)
        sums[i % 8] += left[i] * right[i];
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

DRIFTSCOPE_VECTOR_CLONES
PlaneSummary summarized(const float* values, std::size_t count)
{
    constexpr std::size_t chunk = 1024; // single precision within, double over all
    PlaneSummary summary;
    for (std::size_t first = 0; first < count; first += chunk) {
        const std::size_t length = count - first < chunk ? count - first : chunk;
        std::array<float, 8> sums{};
        std::array<float, 8> least{};
        std::array<float, 8> greatest{};
        const float* part = values + first;
        std::size_t i = 0;
        for (; i + 8 <= length; i += 8) {
            for (std::size_t lane = 0; lane < 8; ++lane) {
                const float value = part[i + lane];
                sums[lane] += value;
                least[lane] = value < least[lane] ? value : least[lane];
                greatest[lane] = greatest[lane] < value ? value : greatest[lane];
            }
        }
        for (; i < length; ++i) {
            sums[i % 8] += part[i];
            least[i % 8] = part[i] < least[i % 8] ? part[i] : least[i % 8];
            greatest[i % 8] = greatest[i % 8] < part[i] ? part[i] : greatest[i % 8];
        }
        for (std::size_t lane = 0; lane < 8; ++lane) {
            summary.sum += static_cast<double>(sums[lane]);
            summary.least = least[lane] < summary.least ? least[lane] : summary.least;
            summary.greatest = summary.greatest < greatest[lane] ? greatest[lane] : summary.greatest;
        }
    }
    return summary;
}

} // namespace driftscope
