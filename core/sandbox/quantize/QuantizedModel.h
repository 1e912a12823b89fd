// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/ScaleNotes.h"
#include "core/sandbox/quantize/QuantizationPlan.h"
#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// The integer model and what a packer must know of it.
struct QuantizedModel
{
    GraphDraft draft;
    QSet<QString> bpuNodes; ///< names of the nodes that belong to BPU parts; all others run on the CPU
    ScaleNotes scales; ///< of every int8 value, by its name in the draft
    QHash<QString, QStringList> madeFor; ///< node of the optimized model -> the nodes that compute it
    QHash<QString, QString> entryOf; ///< value of the optimized model -> the node that quantizes what the CPU made
    QHash<QString, QString> integerName; ///< value of the float model -> its int8 value
};

/// Turns the optimized float model into integers: QLinearConv and QLinearMatMul, pass-through operators on int8, and
/// DequantizeLinear - float operator - QuantizeLinear for what is a table on the BPU. Image inputs become int8 NHWC.
/// Values as int8 are called `<value>_quantized`; floats keep their names. `shapes` are those of the optimized model.
[[nodiscard]] QuantizedModel quantizedModel(const GraphDraft& optimized, const ValueShapes& shapes,
                                            const QuantizationPlan& plan, const ToolConfig& config);

} // namespace driftscope
