// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/diagnosis/Comparison.h"
#include "core/session/LoadedStage.h"
#include "widgets/graph/ComparePane.h"
#include "widgets/graph/GroupSettings.h"
#include "widgets/graph/ViewPreset.h"

namespace driftscope {

/// Stages laid out side by side, ready for a CompareView or a CompareRenderer.
struct CompareScene
{
    std::vector<ComparePane> panes;
    QList<StageMatch> matches; ///< of neighbouring panes
};

/// Lays out the given stages of a chain with their rows aligned, as they are when all stages are shown, without what
/// the presets hide. Stages that are not neighbours in the chain are matched over those between. Runs on a worker
/// thread.
[[nodiscard]] Result<CompareScene> buildComparison(const LoadedChain& chain, const QList<Stage>& shown,
                                                   const CancelToken& cancel, const PresetStack& presets = {},
                                                   const GroupSettings& groups = {}, bool isSideways = false);

/// What the boxes of one stage show besides the graph: why inserted nodes are there, and how far each layer drifts. The
/// comparison's layers belong to Quantized (reference) and Board (candidate).
[[nodiscard]] std::vector<NodeDecoration> decorationsFor(const LoadedChain& chain, const LoadedStage& stage,
                                                         const std::optional<CaptureComparison>& comparison);

} // namespace driftscope
