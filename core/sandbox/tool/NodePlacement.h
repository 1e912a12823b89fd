// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/NodeOrigins.h"
#include "core/sandbox/quantize/OperatorPlan.h"
#include "core/sandbox/tool/ToolConfig.h"
#include "core/sandbox/tool/ToolLog.h"

namespace driftscope {

/// The nodes of the optimized model that the config's run_on_cpu, run_on_bpu and node_info mean: those that were made
/// from the named ones. Says which names are left without a node. On bernoulli2 only activations, Softmax, pooling and
/// what moves data may be asked for on the BPU.
[[nodiscard]] NodePlaces placesInOptimized(const ToolConfig& config, const GraphDraft& optimized,
                                           const OriginsByNode& origins, ToolLog& log);

/// Says what could not be honoured: nodes that the BPU has no operator for, and 16 bits.
void logPlaces(const ToolConfig& config, const GraphDraft& optimized, const OperatorPlan& plan, ToolLog& log);

} // namespace driftscope
