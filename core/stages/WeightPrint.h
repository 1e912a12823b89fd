// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <span>
#include <vector>

namespace driftscope {

/// A few sampled values of a weight, taken at the same places of every tensor of one shape. Reading one touches a
/// bounded number of elements, however large the weight is.
struct WeightPrint
{
    quint64 exact = 0; ///< hash of the type, the sizes and the sampled bytes; equal for equal weights
    /// For up to 16 slices along the first axis (output channels) up to 32 values each, every slice with mean zero and
    /// length one: scaling by channel, rounding and zero points, as folding and quantization bring them, leave them
    /// nearly as they are.
    std::vector<float> slices;
    int width = 0; ///< values in a slice
};

/// Values from the middle of one slice along the first axis, at most so many. Empty where they cannot be read as
/// numbers.
[[nodiscard]] std::vector<float> sliceValues(const Tensor& weight, qint64 slice, qint64 most);

[[nodiscard]] WeightPrint weightPrint(const Tensor& weight);

/// 0…1: how alike two weights are whose channels may have been scaled or rounded. 0 for other sizes, and for slices of
/// fewer than three values, which say nothing.
[[nodiscard]] double similarity(const WeightPrint& a, const WeightPrint& b);

/// Sizes that count, sorted: axes of one element and the order of axes are left out, so that a matrix and the 1x1
/// convolution made of it, or NCHW and NHWC, have the same.
[[nodiscard]] quint64 sizesHash(const Shape& shape);

} // namespace driftscope
