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
        std::array<float, 8> largest{};
        const float* part = values + first;
        std::size_t i = 0;
        for (; i + 8 <= length; i += 8) {
            for (std::size_t lane = 0; lane < 8; ++lane) {
                const float value = part[i + lane];
                const float magnitude = value < 0.0F ? -value : value;
                sums[lane] += value;
                largest[lane] = largest[lane] < magnitude ? magnitude : largest[lane];
            }
        }
        for (; i < length; ++i) {
            const float magnitude = part[i] < 0.0F ? -part[i] : part[i];
            sums[i % 8] += part[i];
            largest[i % 8] = largest[i % 8] < magnitude ? magnitude : largest[i % 8];
        }
        for (std::size_t lane = 0; lane < 8; ++lane) {
            summary.sum += static_cast<double>(sums[lane]);
            summary.largest = summary.largest < largest[lane] ? largest[lane] : summary.largest;
        }
    }
    return summary;
}

} // namespace driftscope
