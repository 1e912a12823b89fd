// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// Whether standInFor() can make one: shapes that can be reconciled, and numbers that the other's type can hold.
[[nodiscard]] bool canStandIn(const Tensor& place, const Tensor& tensor);

/// `tensor`'s real values in the shape, type and quantization that `place` has in its model: what a layer there would
/// have been fed, had it followed the other side. Bytes in memory.
[[nodiscard]] Result<Tensor> standInFor(const Tensor& place, const Tensor& tensor);

} // namespace driftscope
