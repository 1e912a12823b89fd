// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpDeclaration.h"

namespace driftscope {

/// File in a dump folder that says what the dumps' names cannot: see importDumps().
inline constexpr QLatin1StringView dumpSidecarFile{"driftscope_dumps.json"};

/// Texts that a run leaves beside its dumps: what model_info said, and what infer said.
inline constexpr QLatin1StringView boardModelInfoFile{"model_info.txt"};
inline constexpr QLatin1StringView boardConsoleFile{"console.txt"};

/// One dumped tensor as the sidecar describes it.
struct DumpDescription
{
    QString file; ///< name inside the folder
    QString node;
    QString role; ///< `input`, `output`
    DumpDeclaration declaration;
};

/// A value's name as it stands in file names: `/` and `:` became `_`.
[[nodiscard]] QString flattenedName(const QString& name);

/// Entries of the sidecar in their order, which is the order of execution; empty list when there is none.
[[nodiscard]] Result<QList<DumpDescription>> readDumpSidecar(const QString& folder);

/// Which plane of an NV12 picture a file holds.
enum class DumpPlane
{
    None,
    Luma, ///< `…y0…`
    Chroma ///< `…uv0…`
};

/// What a file name says: index and tensor of `model_infer_output_0_out.bin`, node and tensor of
/// `layer-3-Softmax-node-output-0-tensor.bin`; .txt and .npy too.
struct DumpFileName
{
    bool isModelOutput = false;
    int index = -1; ///< of the model's output or of the layer
    QString kind; ///< `bpu` or the operator of a layer
    QString node; ///< flattened
    bool isNodeInput = false;
    int slot = 0; ///< which input or output of the node
    QString tensor; ///< flattened, without the plane
    DumpPlane plane = DumpPlane::None;
};

[[nodiscard]] std::optional<DumpFileName> parseDumpFileName(const QString& name);

enum class DumpFormat
{
    Raw, ///< .bin
    Text, ///< .txt
    Npy,
    Npz
};

/// One file that may be a dump.
struct DumpFile
{
    QString path;
    QString name; ///< below the sample's folder; has `/` where names of tensors became folders
    QString sample; ///< the folder in front; empty where there is none
    DumpFormat format = DumpFormat::Raw;
    std::optional<DumpFileName> parsed;
    /// Name of the tensor by the file alone: of the parsed name, else the name without its suffix.
    [[nodiscard]] QString tensor() const;
};

/// Files of a folder and the folders in it that can be dumps (.bin, .txt, .npy, .npz), sorted by sample and name.
/// Links to folders are not followed.
[[nodiscard]] QList<DumpFile> dumpFilesIn(const QString& folder);
/// A file that a person named, as a dump of no sample.
[[nodiscard]] std::optional<DumpFile> dumpFile(const QString& path);

} // namespace driftscope
