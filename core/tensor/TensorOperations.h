// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <span>

namespace driftscope {

/// Moves elements: axis i of the result is axis permutation[i] of the source (numpy's transpose). Any fixed-size type.
/// Layout and the axis of a per-channel quantization follow.
[[nodiscard]] Tensor transposed(const Tensor& source, std::span<const int> permutation);

/// The same bytes under another shape of equal element count. The layout is forgotten, and so is a quantization along
/// an axis, unless the shape stays the same.
[[nodiscard]] Tensor reshaped(const Tensor& source, Shape shape);

/// Both permutations between the layouts of a 4-D tensor; the source itself if it already has that layout.
[[nodiscard]] Tensor toLayout(const Tensor& source, TensorLayout from, TensorLayout to);

/// Casts element by element to float32 without dequantizing.
[[nodiscard]] Tensor toFloat32(const Tensor& source);

} // namespace driftscope
