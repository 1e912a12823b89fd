// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/ExecutionPlan.h"

#include <QJsonArray>
#include <QSet>

namespace driftscope {

struct DumpOptions
{
    bool outputs = false; ///< --enable_dump
    int intermediate = 0; ///< --dump_intermediate: 1 bin, 2 and 3 bin and txt
    bool text = false; ///< --dump_format txt
    int precision = 9; ///< decimals in txt
    int textAxis = 4; ///< a line ends after the axes from this one on
    bool dequantize = false; ///< --hybrid_dequantize_process
    QString folder;

    [[nodiscard]] bool isWanted() const { return outputs || intermediate > 0; }
};

/// Numbers with `precision` decimals, a line for every run over the axes from `axis` on (each number its own line when
/// the tensor has no more axes than that).
[[nodiscard]] QByteArray tensorText(const Tensor& tensor, int precision, int axis);

/// Writes the tensors of one frame under the real tool's names: `model_infer_output_<index>_<name>`,
/// `layer-<i>-<kind>-<node>-<role>-<k>-<tensor>`; kind is `bpu` inside BPU parts, else the operator. Names lose `/` and
/// `:`, so `driftscope_dumps.json` (the sandbox's own addition) lists each file with the exact names, type, shape and
/// scales. Not thread safe: one for each frame.
class BoardDump
{
public:
    BoardDump(DumpOptions options, QStringList modelInputs);

    void addStep(const PlanStep& step, std::span<const Tensor> inputs, std::span<const Tensor> outputs);
    void addOutput(int index, const QString& name, const QString& node, const Tensor& tensor);
    /// Writes the list. The first failure of any write so far is the result.
    [[nodiscard]] Result<void> finish();

private:
    struct Entry
    {
        QString node;
        QString tensor;
        QString kind;
        QString role;
        int index = 0;
    };
    void write(const QString& baseName, const Entry& entry, const Tensor& tensor, bool binary, bool text);
    void writeFile(const QString& fileName, const QByteArray& content);

    DumpOptions m_options;
    QSet<QString> m_pendingInputs;
    QJsonArray m_entries;
    int m_layer = 0;
    std::optional<Error> m_error;
};

} // namespace driftscope
