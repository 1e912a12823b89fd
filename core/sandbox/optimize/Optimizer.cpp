// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/optimize/Optimizer.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/optimize/BatchNormFolding.h"
#include "core/sandbox/optimize/Cleanup.h"
#include "core/sandbox/optimize/ConstantFolding.h"
#include "core/sandbox/optimize/GemmToConv.h"
#include "core/sandbox/prepare/OpsetUpgrade.h"

namespace driftscope {

Result<GraphDraft> optimizeFloatModel(const std::shared_ptr<const OnnxRuntime>& runtime, GraphDraft draft,
                                      OptimizerSummary& summary)
{
    summary.nodesBefore = draft.nodes.size();
    summary.parametersBefore = parameterCount(draft);
    NodeOrigins origins(draft);
    const auto original = measureShapes(runtime, draft);
    if (!original)
        return forward(original);
    if (const auto upgraded = upgradeOpset(draft, *original, origins); !upgraded)
        return forward(upgraded);
    if (const auto folded = foldConstants(runtime, draft, *original); !folded)
        return forward(folded);
    removeIdentities(draft);
    fusePads(draft, origins);
    foldBatchNormalizations(draft, *original, origins);
    foldArithmetic(draft, *original, origins);
    mergeTransposes(draft, origins);
    turnGemmIntoConv(draft, *original, origins);
    draft.values.clear();
    summary.origins = origins.of(draft);
    summary.nodesAfter = draft.nodes.size();
    summary.parametersAfter = parameterCount(draft);
    return draft;
}

} // namespace driftscope
