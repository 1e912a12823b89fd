// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileDiagnosis.h"

#include "core/base/Files.h"
#include "core/board/ImportDumps.h"
#include "core/board/ModelInfo.h"
#include "core/session/Experiment.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Picture.h"
#include "core/toolchain/Compilation.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct FileDiagnosis
{
    Q_DECLARE_TR_FUNCTIONS(FileDiagnosis)
};

/// The config and the stages that belong to it.
struct Conversion
{
    ConfigDocument document;
    Experiment experiment;
};

Result<QList<Artifact>> artifactsOf(const FilesToDiagnose& files, const ConversionConfig& config)
{
    QList<Artifact> artifacts;
    for (const QString& file : files.models)
        artifacts.append({stageFromFileName(file), file});
    const auto isConverted = [](const Artifact& artifact) { return artifact.stage != Stage::Float; };
    if (!artifacts.isEmpty() && std::ranges::none_of(artifacts, isConverted))
        artifacts.last().stage = Stage::Quantized; // whatever it is called: something must stand for the board
    if (files.models.isEmpty())
        artifacts = findArtifacts(config.workingDir, config.prefix);
    if (artifacts.isEmpty()) {
        return failure(ErrorKind::NotFound,
                       FileDiagnosis::tr("No stage of the conversion is in “%1”; name *_quantized_model.onnx.")
                           .arg(config.workingDir));
    }
    const bool hasFloat
        = std::ranges::any_of(artifacts, [](const Artifact& artifact) { return artifact.stage == Stage::Float; });
    if (!hasFloat && QFileInfo(config.onnxModel).isFile())
        artifacts.prepend({Stage::Float, config.onnxModel});
    return artifacts;
}

Result<Conversion> open(const FilesToDiagnose& files, const CancelToken& cancel)
{
    auto document = ConfigDocument::load(files.config);
    if (!document)
        return forward(document);
    Conversion conversion{*std::move(document), {}};
    conversion.experiment.config = readConversionConfig(conversion.document);
    const auto artifacts = artifactsOf(files, conversion.experiment.config);
    if (!artifacts)
        return forward(artifacts);
    for (const Artifact& artifact : *artifacts) {
        auto stage = loadStage(artifact.file, artifact.stage, cancel);
        if (!stage)
            return forward(stage);
        conversion.experiment.chain.stages.append(*std::move(stage));
    }
    return conversion;
}

/// What the .bin says of its outputs, else what the model that stands for it says.
DumpKnowledge knowledgeOf(const DiagnosisSubject& subject)
{
    DumpKnowledge knowledge;
    if (subject.board)
        knowledge.info = modelInfoOf(*subject.board);
    if (knowledge.info.outputs.isEmpty() && subject.boardLikeModel() != nullptr) {
        for (const ValueDraft& output : subject.boardLikeModel()->outputs) {
            DumpDeclaration declaration;
            declaration.name = output.name;
            declaration.type = output.type;
            declaration.shape = output.shape.value_or(Shape{});
            knowledge.declarations.append(declaration);
        }
    }
    return knowledge;
}

Result<Capture> readOutputs(const QStringList& paths, const DiagnosisSubject& subject, const CancelToken& cancel,
                            Progress& progress)
{
    if (paths.isEmpty())
        return Capture{};
    auto samples = importDumpSamples(paths, knowledgeOf(subject), cancel, progress);
    if (!samples)
        return forward(samples);
    if (samples->size() != 1) {
        return failure(ErrorKind::InvalidArgument,
                       FileDiagnosis::tr("“%1” holds the results of %n runs; name those of one.", nullptr,
                                         static_cast<int>(samples->size()))
                           .arg(paths.first()));
    }
    Capture capture = samples->first().capture;
    for (CapturedTensor& tensor : capture.tensors) {
        for (const ValueDraft& output : subject.boardLikeModel()->outputs)
            tensor.isOutput = tensor.isOutput || tensor.name == output.name;
    }
    const bool isAny = std::ranges::any_of(capture.tensors, &CapturedTensor::isOutput);
    if (!isAny) {
        return failure(
            ErrorKind::NotFound,
            FileDiagnosis::tr("“%1” holds no output of this model. %2").arg(paths.first(), capture.limit).trimmed());
    }
    return capture;
}

Result<SampleInput> readInput(const QString& meant, const QString& fed)
{
    SampleInput input;
    if (!fed.isEmpty()) {
        auto bytes = readFile(fed);
        if (!bytes)
            return forward(bytes);
        input.fed = *std::move(bytes);
    }
    if (meant.isEmpty())
        return input;
    if (isPictureFile(meant)) {
        auto picture = readPicture(meant);
        if (!picture)
            return forward(picture);
        input.picture = *std::move(picture);
        return input;
    }
    auto values = readNpy(meant);
    if (!values)
        return forward(values);
    input.values = *std::move(values);
    return input;
}

Result<QList<NamedTensor>> readExpected(const QStringList& files, const DiagnosisSubject& subject)
{
    QList<NamedTensor> expected;
    for (qsizetype i = 0; i < files.size(); ++i) {
        auto tensor = readNpy(files[i]);
        if (!tensor)
            return forward(tensor);
        const QString name = subject.floatModel && i < subject.floatModel->outputs.size()
            ? subject.floatModel->outputs[i].name
            : QFileInfo(files[i]).completeBaseName();
        expected.append({name, *std::move(tensor)});
    }
    return expected;
}

Result<BoardSample> sampleOf(const BoardRunFiles& run, const DiagnosisSubject& subject, const CancelToken& cancel,
                             Progress& progress)
{
    BoardSample sample;
    for (qsizetype i = 0; i < std::max(run.inputs.size(), run.fed.size()); ++i) {
        auto input = readInput(run.inputs.value(i), run.fed.value(i));
        if (!input)
            return forward(input);
        sample.inputs.append(*std::move(input));
    }
    auto outputs = readOutputs(run.outputs, subject, cancel, progress);
    if (!outputs)
        return forward(outputs);
    sample.capture = *std::move(outputs);
    auto expected = readExpected(run.expected, subject);
    if (!expected)
        return forward(expected);
    sample.expected = *std::move(expected);
    return sample;
}

/// Part `index` of `count` equal parts.
QStringList part(const QStringList& files, qsizetype index, qsizetype count)
{
    const qsizetype each = files.size() / count;
    return files.mid(index * each, each);
}

} // namespace

Result<Verdict> diagnoseFiles(const FilesToDiagnose& files, const std::shared_ptr<const OnnxRuntime>& runtime,
                              const CancelToken& cancel, Progress& progress)
{
    progress.report(0, 0, FileDiagnosis::tr("Reading the files"));
    auto conversion = open(files, cancel);
    if (!conversion)
        return forward(conversion);
    conversion->experiment.runtime = runtime;
    DiagnosisSubject subject = diagnosisSubject(conversion->experiment, &conversion->document, {});
    for (const BoardRunFiles& run : files.runs) {
        auto sample = sampleOf(run, subject, cancel, progress);
        if (!sample)
            return forward(sample);
        subject.samples.append(*std::move(sample));
    }
    return diagnose(subject, cancel, progress);
}

Result<QList<BoardRunFiles>> runsOf(const BoardRunFiles& together, qsizetype inputsOfModel)
{
    const qsizetype named = std::max(together.inputs.size(), together.fed.size());
    const qsizetype count = inputsOfModel > 0 ? named / inputsOfModel : 0;
    const auto isEven = [count](const QStringList& files) { return files.isEmpty() || files.size() % count == 0; };
    const bool isComplete = count > 0 && named % inputsOfModel == 0 && isEven(together.inputs) && isEven(together.fed)
        && isEven(together.outputs) && isEven(together.expected);
    if (!isComplete) {
        return failure(ErrorKind::InvalidArgument,
                       FileDiagnosis::tr("The files do not come out even: the model has %1 inputs, and %2 inputs, %3 "
                                         "outputs were named; name for each run one file an input and as many outputs "
                                         "as for the others.")
                           .arg(inputsOfModel)
                           .arg(named)
                           .arg(together.outputs.size()));
    }
    QList<BoardRunFiles> runs;
    for (qsizetype i = 0; i < count; ++i) {
        runs.append({part(together.inputs, i, count), part(together.fed, i, count), part(together.outputs, i, count),
                     part(together.expected, i, count)});
    }
    return runs;
}

Result<qsizetype> inputCountOf(const FilesToDiagnose& files)
{
    const auto conversion = open(files, {});
    if (!conversion)
        return forward(conversion);
    const DiagnosisSubject subject = diagnosisSubject(conversion->experiment, &conversion->document, {});
    const auto ports = inputPorts(subject);
    if (!ports)
        return forward(ports);
    return ports->size();
}

} // namespace driftscope
