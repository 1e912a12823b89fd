// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MatrixFeed.h"
#include "core/boardmodel/BoardModel.h"
#include "core/runtime/InferenceSession.h"

#include <QTemporaryDir>

namespace driftscope {

/// Converts one case after the other in this process, in one folder, and looks at what was made.
class MatrixBench
{
public:
    /// The calibration folders; in memory where the system has a place for that.
    [[nodiscard]] static Result<std::unique_ptr<MatrixBench>> create(std::shared_ptr<const OnnxRuntime> runtime);

    /// False where the toolchain refuses; console() says why.
    [[nodiscard]] bool convert(const MatrixCase& given, bool knownFaults = false);
    [[nodiscard]] const QByteArray& console() const { return m_console; }
    [[nodiscard]] bool hasBoardFile() const;

    /// Runs every stage of the case that was converted last, and compares each with its neighbour: the person's model,
    /// the original, the optimized, the calibrated and the quantized model. One sentence a fault.
    [[nodiscard]] QStringList faultsOfStages(const MatrixCase& given);
    /// Runs the .bin and the quantized model on as many frames as the batch has.
    [[nodiscard]] QStringList faultsOfBoard(const MatrixCase& given) const;
    /// What the .bin says of itself against what was asked for.
    [[nodiscard]] QStringList faultsOfMetadata(const MatrixCase& given) const;
    /// Share of the board's values within one step of the quantized model's.
    [[nodiscard]] Result<double> boardAgreement(const MatrixCase& given) const;

private:
    using Sessions = QHash<QString, std::shared_ptr<InferenceSession>>;
    using Frame = QList<MatrixFeed>;

    explicit MatrixBench(std::shared_ptr<const OnnxRuntime> runtime);
    [[nodiscard]] Result<void> writeCalibration() const;
    [[nodiscard]] Result<void> writeModel(const MatrixCase& given);
    [[nodiscard]] QByteArray stageFiles(const MatrixCase& given) const;
    [[nodiscard]] Result<std::shared_ptr<InferenceSession>> open(const QString& file) const;
    [[nodiscard]] Result<std::vector<float>> runStage(const QString& file, const MatrixCase& given,
                                                      const Frame& frame) const;
    [[nodiscard]] Result<std::vector<float>> runQuantized(InferenceSession& session, const MatrixCase& given,
                                                          const Frame& frame) const;
    [[nodiscard]] Result<std::vector<float>> runBoard(const MatrixCase& given, const QList<Frame>& frames) const;

    std::shared_ptr<const OnnxRuntime> m_runtime;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_model; ///< that lies in the folder
    QByteArray m_console;
    QByteArray m_passed; ///< stages that ran and had no faults
};

} // namespace driftscope
