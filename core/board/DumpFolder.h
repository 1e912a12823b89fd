// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ModelInfo.h"

namespace driftscope {

/// File in a dump folder that says what the dumps' names cannot: see importDumps().
inline constexpr QLatin1StringView dumpSidecarFile{"driftscope_dumps.json"};

/// One dumped tensor as the sidecar or the file's name describes it.
struct DumpDescription
{
    QString file; ///< name inside the folder
    QString node;
    QString role; ///< `input`, `output`; empty when only the file name is known
    DataType type = DataType::Undefined;
    BoardTensorProperties properties; ///< name, shapes, layout, scales
};

/// A value's name as it stands in file names: `/` and `:` became `_`.
[[nodiscard]] QString flattenedName(const QString& name);

/// Entries of the sidecar in their order, which is the order of execution; empty list when there is none.
[[nodiscard]] Result<QList<DumpDescription>> readDumpSidecar(const QString& folder);

/// What a file name says: index and tensor of `model_infer_output_0_out.bin`, node and tensor of
/// `layer-3-Softmax-node-output-0-tensor.bin`.
struct DumpFileName
{
    bool isModelOutput = false;
    int index = -1; ///< of the model's output or of the layer
    QString kind; ///< `bpu` or the operator of a layer
    QString node; ///< flattened
    bool isNodeInput = false;
    int slot = 0; ///< which input or output of the node
    QString tensor; ///< flattened
};

[[nodiscard]] std::optional<DumpFileName> parseDumpFileName(const QString& name);

} // namespace driftscope
