// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

// Makers of the movement operators that need more than a few lines each; see makeMovementKernel.

/// Reshape, Flatten, Squeeze, Unsqueeze, Identity: the same bytes under another shape.
[[nodiscard]] Result<Kernel> makeReshapingKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makeSliceKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makeSplitKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makeGatherKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makePadKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makeExpandKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makeTileKernel(const NodeContext& context);
[[nodiscard]] Result<Kernel> makeNearestResizeKernel(const NodeContext& context);

} // namespace driftscope
