// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// How far two results differ, in the verifier's words.
struct ResultDifference
{
    qint64 missing = 0; ///< values that only one has
    qint64 different = 0; ///< further apart than the decimal places allow
    qint64 nans = 0; ///< not a number in one of them alone
    qint64 total = 0;
    double relative = 0.0; ///< largest difference in proportion to the larger of the two
    double largest = 0.0;

    [[nodiscard]] qint64 mismatches() const { return missing + different + nans; }
    [[nodiscard]] double rate() const
    {
        return total > 0 ? static_cast<double>(mismatches()) / static_cast<double>(total) : 0.0;
    }
};

/// Real values, compared to so many decimal places.
[[nodiscard]] ResultDifference differenceOf(const std::vector<float>& reference, const std::vector<float>& candidate,
                                            int digits);

} // namespace driftscope
