// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/ContractNorm.h"
#include "core/stages/InputContract.h"
#include "core/stages/RecoveredNormalization.h"

#include <QCoreApplication>

namespace driftscope {

/// Writes the contract of one input, place by place in the order in which the data goes.
class ContractWriter
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::InputContract)

public:
    /// `position` is the input's number in the config and in the .bin, for files that leave names out.
    ContractWriter(const ContractSubject& subject, InputConfig config, QString input, qsizetype position);
    [[nodiscard]] InputContract write();

private:
    /// What a report of an earlier build says was in its config. Unset: it does not say.
    struct Recorded
    {
        QString what; ///< subject of the sentence: `The log says that the build`
        std::optional<InputType> typeTrain;
        std::optional<InputType> typeRt;
        std::optional<TensorLayout> layoutTrain;
        std::optional<TensorLayout> layoutRt; ///< Unknown inside: recorded as not written
        std::optional<ContractNorm> norm;
        std::optional<bool> videoRange;
        std::optional<Shape> shape;
    };

    void addTraining();
    void addCalibrationFiles();
    void checkSample(ContractRow& row, const QString& path) const;
    void addConfig();
    void addBuildParameters();
    void addBuildSummary();
    void addStage(const StageGraph& stage);
    void checkStageLayout(ContractRow& row, Stage stage, TensorLayout layout) const;
    void checkPreprocess(ContractRow& row, const StageGraph& stage) const;
    void checkRecovered(ContractRow& row, const RecoveredNormalization& found) const;
    void checkChannelOrder(ContractRow& row, const RecoveredNormalization& found) const;
    void addCompilerFlags();
    void addBoardFile();
    void addBoardProgram();

    [[nodiscard]] Recorded recordedIn(const BoardModel& board, const BoardTensorInfo& info) const;
    /// Compares what was recorded with the config and marks the first thing that differs.
    void checkRecorded(ContractRow& row, const Recorded& recorded) const;
    void checkRecordedNorm(ContractRow& row, const Recorded& recorded) const;
    void checkRecordedLayoutRt(ContractRow& row, const Recorded& recorded) const;
    static void contradict(ContractRow& row, ContractField field, const QString& key, const QString& sentence);

    [[nodiscard]] const LogInput* logInput() const;
    [[nodiscard]] const Value* inputOf(const StageGraph& stage) const;
    [[nodiscard]] const Value* floatInput() const;
    /// The float model's input shape, by whoever says it first: config, model, log, .bin.
    [[nodiscard]] std::optional<Shape> modelShape() const;
    [[nodiscard]] QString keySource(const QString& key) const; ///< `input_parameters.x (line 12)`
    [[nodiscard]] QString boardProgramShape(TensorLayout layout) const;
    [[nodiscard]] static QString stageTitle(Stage stage);

    const ContractSubject& m_subject;
    InputConfig m_config;
    qsizetype m_position = 0;
    InputContract m_contract;
};

} // namespace driftscope
