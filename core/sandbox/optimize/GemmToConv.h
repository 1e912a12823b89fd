// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/NodeOrigins.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// Turns Gemm and MatMul of a matrix with a constant matrix into a 1x1 Conv of the same name, with a Reshape on either
/// side, as the toolchain does: the BPU multiplies matrices as convolutions.
void turnGemmIntoConv(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins);

} // namespace driftscope
