// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/NodeOrigins.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// Folds every BatchNormalization with constant statistics into the Conv or Gemm in front of it, which keeps its own
/// name; one without such a node becomes a depthwise 1x1 Conv of its own name.
void foldBatchNormalizations(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins);

/// Folds a Mul, Add, Sub or Div by a constant that differs by channel at most into the Conv in front of it.
void foldArithmetic(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins);

} // namespace driftscope
