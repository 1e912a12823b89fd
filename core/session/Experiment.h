// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardRun.h"
#include "core/diagnosis/Diagnosis.h"
#include "core/evaluation/Evaluation.h"
#include "core/runtime/CaptureCache.h"
#include "core/runtime/CaptureToFolder.h"
#include "core/session/LoadedStage.h"

namespace driftscope {

/// What captures may cost, and where those of every layer are kept.
struct CaptureSettings
{
    CaptureLimits limits = {};
    QString cacheFolder = {}; ///< empty: captures of every layer are held in memory
    CaptureCache::Limits cache = {};
    /// Captures that were used since then belong to what is being compared and stay, whatever the limits say.
    QDateTime inUseSince = {};
};

/// Everything one needs to run the stages of a conversion and its board on the same input.
struct Experiment
{
    std::shared_ptr<const OnnxRuntime> runtime; ///< may be null: stages cannot be run then
    BoardProfile board;
    ConversionConfig config;
    LoadedChain chain;
    /// Whose own runtime runs stages with operators that ONNX Runtime refuses; none: they cannot be run.
    std::optional<ToolchainProfile> toolchain{};
    CaptureSettings captures = {};
};

/// What a stage or the board is given: a picture, raw bytes or an .npy.
struct InputRequest
{
    QStringList files; ///< one for each input of the model
    bool layers = false;
    TensorLayout feedLayout
        = TensorLayout::Unknown; ///< board: feed a picture in this layout instead of the configured one
    QString folder = {}; ///< ONNX stages: where the tensors go instead of into the cache; a part there is continued
    QString modelName{}; ///< board: which model of a pack
    int timeoutMilliseconds = 120000; ///< board
    std::function<void(const QString&)> onWarning{}; ///< board: sentences
};

/// What a board is given, and where its dumps go.
struct BoardInputRequest
{
    InputRequest input;
    QString dumpFolder;
};

/// Runs one ONNX stage. Pictures are prepared as the stage demands; raw files and .npy are taken as they are.
[[nodiscard]] Result<Capture> captureStage(const Experiment& experiment, const LoadedStage& stage,
                                           const InputRequest& request, const CancelToken& cancel, Progress& progress);

/// Runs the .bin on the board. Pictures become the raw bytes a board program would feed (kept in `dumpFolder`); the
/// capture's inputs hold exactly what was fed.
[[nodiscard]] Result<Capture> captureBoard(const Experiment& experiment, const LoadedStage& stage,
                                           const InputRequest& request, const QString& dumpFolder,
                                           const CancelToken& cancel, Progress& progress);

/// The same for many inputs over one connection, in one go; layers, time and model are those of the first.
[[nodiscard]] Result<QList<Capture>> captureOnBoard(BoardConnection& connection, const Experiment& experiment,
                                                    const LoadedStage& stage, const QList<BoardInputRequest>& requests,
                                                    const CancelToken& cancel, Progress& progress);

/// Writes a script for the experiment's board with all that it needs beside it; see exportBoardScript(). Pictures
/// become the raw bytes that a board program would feed. `folder` is new or empty.
[[nodiscard]] Result<void> exportForBoard(const Experiment& experiment, const LoadedStage& stage,
                                          const QList<InputRequest>& requests, const QString& folder,
                                          const CancelToken& cancel, Progress& progress);

/// Evaluates every stage that is there, the board included. `onStage` is told as soon as one is done.
[[nodiscard]] Result<QList<StageEvaluation>> evaluateChain(const Experiment& experiment, const LabelledData& data,
                                                           const QString& scratchFolder,
                                                           const std::function<void(const StageEvaluation&)>& onStage,
                                                           const CancelToken& cancel, Progress& progress);

/// What the diagnosis needs, from a chain and captures of the board (each with the picture that was meant, where
/// known).
[[nodiscard]] DiagnosisSubject diagnosisSubject(const Experiment& experiment, const ConfigDocument* document,
                                                const QList<BoardSample>& samples);

/// A sample from a capture of the board: its fed bytes, and the picture when its input file was one.
[[nodiscard]] BoardSample boardSample(const Capture& capture);

} // namespace driftscope
