// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/optimize/Optimizer.h"
#include "core/sandbox/pack/BoardPacker.h"
#include "core/sandbox/tool/ConfigReading.h"
#include "core/sandbox/tool/LayerReport.h"
#include "core/sandbox/tool/OriginsFile.h"

namespace driftscope {

/// The phases of one conversion, in order; each writes its stage file and its log lines.
class Conversion
{
public:
    Conversion(ToolJob job, std::shared_ptr<const OnnxRuntime> runtime, ToolLog& log);

    [[nodiscard]] Result<void> run();
    [[nodiscard]] const OriginsFile& origins() const { return m_origins; }

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> optimize();
    [[nodiscard]] Result<void> calibrateModel();
    [[nodiscard]] Result<void> quantize();
    [[nodiscard]] Result<void> compile();
    [[nodiscard]] Result<void> writeBoardFile();

    [[nodiscard]] Result<void> cutAtOutputNodes();
    [[nodiscard]] Result<void> openCalibrationData();
    [[nodiscard]] Result<void> dumpCalibrationData() const;
    /// What is packed: the quantized model, with layer_out_dump as well the results of its convolutions.
    [[nodiscard]] Result<QuantizedModel> packableModel() const;
    [[nodiscard]] Result<void> removeNodes(BoardModel& board, BoardOrigins& packed) const;
    void logModelInformation() const;
    void logSubgraphs() const;
    [[nodiscard]] Result<void> checkCpuOperators() const;
    [[nodiscard]] Result<void> saveStage(GraphDraft draft, const QString& suffix);
    void logFolding(const OptimizerSummary& summary) const;
    void recordQuantized();
    void recordBoard(const BoardOrigins& board);

    ToolJob m_job;
    std::shared_ptr<const OnnxRuntime> m_runtime;
    ToolLog& m_log;
    std::optional<CalibrationData> m_data;
    GraphDraft m_model; ///< of the latest float stage
    ValueShapes m_shapes; ///< of the optimized model
    Calibration m_calibration;
    QuantizedModel m_quantized;
    LayerReport m_report;
    OriginsFile m_origins;
};

} // namespace driftscope
