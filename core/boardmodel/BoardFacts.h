// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"

namespace driftscope {

/// One node of the container with its constants decoded.
struct BoardOperator
{
    QString name;
    QString type; ///< `BPU`, `Quantize`, `Dequantize`, `Softmax`, …
    Device device = Device::Cpu; ///< what is not compiled for the BPU runs on the CPU
    QStringList inputs; ///< values without the constants
    QStringList outputs;
    std::optional<Quantization> quantization; ///< of Quantize and Dequantize
    int bits = 0; ///< of Quantize; 0 where it does not say
    TensorLayout outputLayout = TensorLayout::Unknown; ///< output_data_format
};

/// In the file's order.
[[nodiscard]] QList<BoardOperator> boardOperators(const BoardModel& model);

/// A node that was taken out of the model: by remove_node_type and remove_node_name when it was built, or afterwards by
/// the modifier tool. What it did is left to the board program.
struct RemovedNode
{
    QString name;
    QString type; ///< empty where the file does not say
    QString causedBy; ///< the config key that took it out; empty: the build of itself, or the modifier tool afterwards
    QString output; ///< the model's output that it made; empty where unknown
    QString replacedBy; ///< what stands at the output now
    std::optional<Quantization> quantization; ///< of a Dequantize: what the board program must compute
};

[[nodiscard]] QList<RemovedNode> removedNodes(const BoardModel& model);

/// Which tools built it, by the file's keys: BUILDER_VERSION, HBDK_VERSION, HBDK_RUNTIME_VERSION, HORIZON_NN_VERSION.
[[nodiscard]] QList<std::pair<QString, QString>> buildVersions(const BuildMetadata& metadata);

} // namespace driftscope
