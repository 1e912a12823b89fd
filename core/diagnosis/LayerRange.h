// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <span>

namespace driftscope {

/// The range of a layer's real values, over one tensor or the tensors of many samples.
struct LayerRange
{
    double minimum = 0.0; ///< of the finite values
    double maximum = 0.0;
    double usual = 0.0; ///< magnitude that 99.9 % of the values stay below, estimated; of samples the largest
    qint64 count = 0; ///< finite values

    [[nodiscard]] double magnitude() const;
    /// How many times the largest value exceeds the usual ones: what an integer range wastes on outliers. 1 when it
    /// does not, and for constants and zeros.
    [[nodiscard]] double tail() const;
    void add(const LayerRange& other);
};

[[nodiscard]] LayerRange rangeOf(std::span<const float> values);

} // namespace driftscope
