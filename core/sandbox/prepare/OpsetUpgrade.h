// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/draft/NodeOrigins.h"
#include "core/sandbox/draft/ValueShapes.h"

namespace driftscope {

/// The opset of the sandbox's optimized, calibrated and quantized stages; the first with per-channel scales.
inline constexpr qint64 sandboxOpset = 13;
/// The oldest opset that can be brought to it.
inline constexpr qint64 oldestOpset = 7;

/// Rewrites a model of opset 7 to 13 to opset 13: attributes that became inputs, Upsample, the Softmax of old. Shapes
/// are needed to do the latter right. Nodes keep their names.
[[nodiscard]] Result<void> upgradeOpset(GraphDraft& draft, const ValueShapes& shapes, NodeOrigins& origins);

} // namespace driftscope
