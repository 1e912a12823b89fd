// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"
#include "core/tensor/InputFormat.h"

namespace driftscope {

/// The build configuration that the toolchain writes into every .bin, in the file's order (keys such as MARCH,
/// INPUT_LAYOUT_RT; per-input values are each closed by `;`).
class BuildMetadata
{
public:
    void append(const QString& key, const QString& value) { m_entries.append({key, value}); }
    [[nodiscard]] const QList<std::pair<QString, QString>>& entries() const { return m_entries; }
    [[nodiscard]] QString value(const QString& key) const; ///< empty when absent
    [[nodiscard]] QStringList perInput(const QString& key) const; ///< split at `;`, the closing one dropped
    [[nodiscard]] QString march() const; ///< bernoulli2, bayes, bayes-e; from MARCH, else from the hbm magic
    void setMarchOfCode(const QString& march) { m_marchOfCode = march; } ///< what the hbm magic says

private:
    QString m_marchOfCode;
    QList<std::pair<QString, QString>> m_entries;
};

/// One input or output as the container describes it.
struct BoardTensorInfo
{
    QString name;
    DataType type = DataType::Undefined;
    Shape shape;
    InputType inputType
        = InputType::Unknown; ///< inputs only; from the type code (5 featuremap, 6 gray, 7 NV12, 10 RGB, …)
    int inputTypeCode = 0; ///< as stored
    TensorLayout layout = TensorLayout::Unknown; ///< inputs only; layout code 0 NHWC, 2 NCHW
    int layoutCode = 0;
    std::optional<Quantization> quantization; ///< outputs whose Dequantize was removed (DN_M_*, DN_D_* in the metadata)
};

/// A `.bin` of the toolchain: a graph of BPU and CPU nodes, their constants (PACKED_HBM_MODEL holds the compiled BPU
/// code) and the build configuration. Format: facts of the container as observed on published files of all marches.
struct BoardModel
{
    QString name;
    GraphDraft
        graph; ///< nodes with op types BPU, Quantize, Dequantize, Transpose, Softmax, …; constants as initializers
    QList<BoardTensorInfo> inputs;
    QList<BoardTensorInfo> outputs;
    BuildMetadata metadata;
    QString hbmMagic; ///< `#X2Ahbm#` and the like; empty when there is no BPU code
    qint64 formatVersion = 1; ///< first field of the file, 1 in all that were seen
    qint64 modelVersion = 1; ///< second field of the file, 1 in all that were seen
    QByteArray unknownFields; ///< of the file and its graph, kept so that writing does not lose them
    QByteArray unknownGraphFields;
};

[[nodiscard]] Result<BoardModel> readBoardModel(const QString& path);
[[nodiscard]] Result<BoardModel> parseBoardModel(const QByteArray& content, const QString& name);
/// Types and layouts of inputs are written by their codes where these are set, else by inputType and layout.
[[nodiscard]] Result<QByteArray> toBoardFile(const BoardModel& model);
/// Whether content looks like the container (for telling a .bin from raw tensor data of the same suffix).
[[nodiscard]] bool looksLikeBoardModel(const QByteArray& head);

/// The Graph to show: outer nodes with devices and layouts; where the BPU code can be opened (the sandbox's can), each
/// BPU node is replaced by the layers inside it.
[[nodiscard]] std::shared_ptr<const Graph> boardGraph(const BoardModel& model);

/// Constant that holds the compiled code.
inline constexpr QLatin1StringView packedModelConstant{"PACKED_HBM_MODEL"};

} // namespace driftscope
