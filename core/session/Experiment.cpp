// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Experiment.h"

#include "core/history/RunSummary.h"

#include "core/base/Files.h"
#include "core/session/HorizonRuntime.h"
#include "core/session/InputFiles.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Experiments
{
    Q_DECLARE_TR_FUNCTIONS(Experiments)
};

Result<void> checkInputCount(qsizetype given, qsizetype wanted, const QString& file)
{
    if (given == wanted)
        return {};
    return failure(
        ErrorKind::InvalidArgument,
        Experiments::tr("“%1” has %2 inputs, but %3 input files were given; give one for each input, in order.")
            .arg(file)
            .arg(wanted)
            .arg(given));
}

/// Into the folder that was asked for, or into the cache.
Result<Capture> captureIntoFiles(const Experiment& experiment, const LoadedStage& stage, const InputRequest& request,
                                 const QList<NamedTensor>& tensors, const QStringList& only, const CancelToken& cancel,
                                 Progress& progress)
{
    progress.report(0, 0, Experiments::tr("Looking for an earlier capture"));
    const QByteArray digest = modelDigest(stage.file, stage.draft->externalFiles, cancel);
    const QString key = digest.isEmpty() ? QString() : captureKey(digest, tensors, experiment.runtime->version(), only);
    const CaptureCache cache(experiment.captures.cacheFolder, experiment.captures.cache);
    FolderCapture what{request.folder, key, {}, only};
    if (what.folder.isEmpty())
        what.folder = cache.folderFor(key.isEmpty() ? u"unknown"_s : key);
    what.origin.modelFile = stage.file;
    what.origin.stage = stageKey(stage.stage);
    what.origin.inputFiles = request.files;
    auto capture = captureToFolder(experiment.runtime, *stage.draft, tensors, what, experiment.captures.limits, cancel,
                                   progress);
    if (request.folder.isEmpty())
        cache.evict({key}, experiment.captures.inUseSince);
    return capture;
}

} // namespace

Result<Capture> captureStage(const Experiment& experiment, const LoadedStage& stage, const InputRequest& request,
                             const CancelToken& cancel, Progress& progress)
{
    const bool isForToolchain = experiment.toolchain && stage.draft && needsHorizonRuntime(*stage.draft);
    if (!stage.draft || (!experiment.runtime && !isForToolchain)) {
        return failure(ErrorKind::Unavailable,
                       Experiments::tr("“%1” cannot be run without ONNX Runtime.").arg(stage.file));
    }
    const std::vector<ValueId>& inputs = stage.graph->inputs();
    if (auto counted = checkInputCount(request.files.size(), static_cast<qsizetype>(inputs.size()), stage.file);
        !counted)
        return forward(counted);
    QList<NamedTensor> tensors;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Value& input = stage.graph->value(inputs[i]);
        const auto position = static_cast<qsizetype>(i);
        auto tensor = stageInputFromFile(request.files[position], stage,
                                         inputConfigFor(experiment.config, input.name, position), input);
        if (!tensor)
            return forward(tensor);
        tensors.append({input.name, std::move(*tensor)});
    }
    CaptureOptions options;
    if (!request.layers) {
        for (const ValueId output : stage.graph->outputs())
            options.only.append(stage.graph->value(output).name);
    }
    const bool goesToFiles
        = !request.folder.isEmpty() || (request.layers && !experiment.captures.cacheFolder.isEmpty());
    if (!isForToolchain && goesToFiles)
        return captureIntoFiles(experiment, stage, request, tensors, options.only, cancel, progress);
    auto capture = isForToolchain
        ? captureWithToolchain(*experiment.toolchain, *stage.draft, tensors, options, cancel, progress)
        : captureModel(experiment.runtime, *stage.draft, tensors, options, cancel, progress);
    if (!capture)
        return capture;
    capture->modelFile = stage.file;
    capture->stage = stageKey(stage.stage);
    capture->inputFiles = request.files;
    return capture;
}

namespace {

/// With the run that made the stages, where one did; the answer is worth having also where it cannot be kept.
void keepEvaluation(const QList<StageEvaluation>& evaluations, const QString& dataFolder)
{
    QString run;
    QList<StageScore> scores;
    for (const StageEvaluation& evaluation : evaluations) {
        scores.append({evaluation.stage, evaluation.samples, evaluation.correct});
        const QString own = runFolderOf(evaluation.file);
        if (!own.isEmpty() && !run.isEmpty() && own != run)
            return; // stages of several runs: the answer is none's
        run = run.isEmpty() ? own : run;
    }
    if (!run.isEmpty())
        (void)writeRunEvaluation(run, dataFolder, scores);
}

} // namespace

Result<QList<StageEvaluation>> evaluateChain(const Experiment& experiment, const LabelledData& data,
                                             const QString& scratchFolder,
                                             const std::function<void(const StageEvaluation&)>& onStage,
                                             const CancelToken& cancel, Progress& progress)
{
    QList<StageEvaluation> evaluations;
    for (const LoadedStage& stage : experiment.chain.stages) {
        auto evaluation = stage.stage == Stage::Board
            ? evaluateBoard(experiment.board, stage.file, experiment.config, data, scratchFolder, cancel, progress)
            : evaluateStage(experiment.runtime, stage.stage, stage.file, experiment.config, data, cancel, progress);
        if (!evaluation)
            return forward(evaluation);
        evaluations.append(*evaluation);
        if (onStage)
            onStage(*evaluation);
    }
    keepEvaluation(evaluations, data.folder);
    return evaluations;
}

BoardSample boardSample(const Capture& capture)
{
    BoardSample sample;
    sample.capture = capture;
    const QList<const CapturedTensor*> inputs = capture.inputs();
    const qsizetype count = std::max(inputs.size(), capture.inputFiles.size());
    for (qsizetype i = 0; i < count; ++i) {
        SampleInput input;
        if (i < inputs.size())
            input.fed = inputs[i]->tensor.bytes();
        const QString file = capture.inputFiles.value(i);
        if (!file.isEmpty() && isPictureFile(file)) {
            if (auto picture = readPicture(file))
                input.picture = std::move(*picture);
        } else if (file.endsWith(u".npy"_s)) {
            if (auto values = readNpy(file))
                input.values = std::move(*values);
        }
        sample.inputs.append(std::move(input));
    }
    return sample;
}

DiagnosisSubject diagnosisSubject(const Experiment& experiment, const ConfigDocument* document,
                                  const QList<BoardSample>& samples)
{
    DiagnosisSubject subject;
    subject.runtime = experiment.runtime;
    subject.config = experiment.config;
    subject.document = document;
    subject.samples = samples;
    const auto draftOf = [&](Stage stage) -> std::optional<GraphDraft> {
        const LoadedStage* loaded = experiment.chain.find(stage);
        if (loaded == nullptr || !loaded->draft)
            return std::nullopt;
        return *loaded->draft;
    };
    subject.floatModel = draftOf(Stage::Float);
    subject.originalFloat = draftOf(Stage::OriginalFloat);
    subject.optimizedFloat = draftOf(Stage::OptimizedFloat);
    subject.calibrated = draftOf(Stage::Calibrated);
    subject.quantized = draftOf(Stage::Quantized);
    if (const LoadedStage* board = experiment.chain.find(Stage::Board))
        subject.board = *board->board;
    return subject;
}

} // namespace driftscope
