// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/OperatorPlan.h"

namespace driftscope {

/// What the BPU would do with a node, looked at alone: Cpu when the operator, its attributes or its inputs do not suit.
[[nodiscard]] NodeRole roleOnBpu(const NodeDraft& node, const DraftIndex& index, const ValueShapes& shapes);

/// Whether the board has a CPU kernel for the operator.
[[nodiscard]] bool isCpuOperator(const NodeDraft& node);

/// Name of the quantized operator as the toolchain's node table spells it (`HzSQuantizedConv`, `HzLut`, …).
[[nodiscard]] QString tableTypeName(const NodeDraft& node, NodeRole role);

} // namespace driftscope
