// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// The layout in which the quantized stage's file takes an input. On bernoulli2, and from the camera's pyramid or the
/// resizer on every march, that is NHWC; elsewhere it is the float model's.
[[nodiscard]] TensorLayout stageLayout(const ToolInput& input, March march);

/// The quantized model as its file shows it. Inside, pictures are NHWC on every march, as the compiled code takes them,
/// and featuremaps are as in the float model; here each input gets the layout of stageLayout().
[[nodiscard]] GraphDraft quantizedStage(GraphDraft quantized, const ToolConfig& config);

} // namespace driftscope
