// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/QuantizedModel.h"

namespace driftscope {

/// One step of a board model: a part for the BPU or one node for the CPU.
struct BoardStep
{
    bool isBpu = false;
    int subgraph = -1; ///< number of the BPU part
    QList<qsizetype> nodes; ///< positions in the quantized model, in order
};

/// Cuts a quantized model into BPU parts and CPU nodes, in execution order. A BPU node belongs to the part numbered by
/// how often a path from the inputs to it came back from the CPU, so that no part waits for itself.
[[nodiscard]] QList<BoardStep> partition(const QuantizedModel& model);

} // namespace driftscope
