// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// A constant as int8 with one scale for each slice of `axis`, or a single one (axis -1).
struct QuantizedWeight
{
    Tensor values; ///< int8
    std::vector<float> scales;
    int axis = 0;
};

/// Smallest power of two that is not below `value` (positive), and the nearest ones around a wanted scale.
[[nodiscard]] float powerOfTwoAbove(float value);

/// Symmetric int8 by rounding half to even, -127..127. With `powerOfTwo` each slice's scale is the power of two that
/// gives the smaller squared error of the two next to max|w|/127. `minimumScales` (empty, or one a slice) keeps a bias
/// of that slice within 32 bits.
[[nodiscard]] QuantizedWeight quantizeWeight(const Tensor& weight, int axis, bool powerOfTwo,
                                             const std::vector<float>& minimumScales = {});

/// The floats that a quantized weight stands for.
[[nodiscard]] std::vector<float> dequantized(const QuantizedWeight& weight);

} // namespace driftscope
