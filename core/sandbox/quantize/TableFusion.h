// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/OperatorPlan.h"

namespace driftscope {

/// Values that need not be rounded because they lie inside a table: chains of element-wise operators that depend on one
/// int8 value (and constants) are one table of 256 entries on the BPU, however long they are. x * Clip(x + 3, 0, 6) / 6
/// is rounded once, not four times. Where a Conv makes that one value for such chains only, they are applied to its
/// int32 sums and the value is not rounded either. Only nodes of the role FloatInside, and Convs of the role Compute,
/// take part; `shapes` are those of the model.
[[nodiscard]] QSet<QString> valuesInsideTables(const GraphDraft& draft, const DraftIndex& index,
                                               const ValueShapes& shapes, const QList<NodeRole>& roles);

} // namespace driftscope
