// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// `HZ_PREPROCESS_FOR_<input>`: name of the node the toolchain puts behind an image input, and of the value it makes.
[[nodiscard]] QString preprocessName(const QString& input);

/// Puts the preprocessing in front of every image input: a 1x1 Conv that takes run-time pixels minus 128, undoes the
/// 128, converts the colours and normalizes: ((x + 128) - mean) * scale. The input keeps its name, shape and (train)
/// layout; an NHWC input gets a Transpose before and after the Conv. A featuremap gets one where it is normalized,
/// which only bayes-e does: (x - mean) * scale.
void insertPreprocessing(GraphDraft& draft, const ToolConfig& config);

} // namespace driftscope
