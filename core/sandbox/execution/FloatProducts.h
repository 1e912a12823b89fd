// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/KernelFactories.h"

namespace driftscope {

/// MatMul, Gemm, Conv, ConvTranspose, BatchNormalization and InstanceNormalization on floats: what a model keeps on the
/// board's CPU.
[[nodiscard]] KernelResult makeFloatProductKernel(const NodeContext& context);

} // namespace driftscope
