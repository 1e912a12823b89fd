// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/NodeOrigins.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// What the log says of the optimizer's work.
struct OptimizerSummary
{
    qsizetype nodesBefore = 0;
    qsizetype nodesAfter = 0;
    qint64 parametersBefore = 0;
    qint64 parametersAfter = 0;
    OriginsByNode origins; ///< which nodes each one was made from
};

/// Makes the optimized float model: opset 13, constants folded, BatchNormalization folded, identities removed, Pads
/// fused, Gemm as Conv. Numerically the same function; nodes that stay keep their names.
[[nodiscard]] Result<GraphDraft> optimizeFloatModel(const std::shared_ptr<const OnnxRuntime>& runtime, GraphDraft draft,
                                                    OptimizerSummary& summary);

} // namespace driftscope
