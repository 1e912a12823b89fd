// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace driftscope {

/// target[i] += factor * values[i]
void addScaled(float* target, const float* values, float factor, std::size_t count);

/// Sum of left[i] * right[i], in eight running sums, so that it is the same on every processor.
[[nodiscard]] float dotProduct(const float* left, const float* right, std::size_t count);

/// The range always holds 0.
struct PlaneSummary
{
    double sum = 0.0;
    float least = 0.0F;
    float greatest = 0.0F;
};

/// Not finite where a value is not.
[[nodiscard]] PlaneSummary summarized(const float* values, std::size_t count);

} // namespace driftscope
