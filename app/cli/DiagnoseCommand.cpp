// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/diagnosis/TestPictures.h"
#include "core/project/Project.h"
#include "core/report/Json.h"
#include "core/session/FileDiagnosis.h"
#include "core/session/Story.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct DiagnoseOptions
{
    std::string project;
    std::string config;
    std::vector<std::string> captures;
    std::vector<std::string> models;
    std::vector<std::string> inputs;
    std::vector<std::string> fed;
    std::vector<std::string> outputs;
    std::vector<std::string> expected;
    std::string board;
    std::string testPicture;
    int samples = 8;
};

QString describe(const Verdict& verdict)
{
    QString text;
    QTextStream out(&text);
    out << verdict.sentence << '\n';
    out << "  confidence " << QString::number(verdict.confidence, 'f', 2) << '\n';
    for (const Evidence& evidence : verdict.evidence) {
        out << (evidence.explains ? "  + " : "  - ") << evidence.title << ": "
            << QString::number(evidence.score, 'f', 4) << " (without " << QString::number(evidence.scoreWithout, 'f', 4)
            << ") " << evidence.note << '\n';
    }
    if (verdict.fix)
        out << "  fix: " << verdict.fix->key << ": " << verdict.fix->value << '\n';
    if (!verdict.boardAdvice.isEmpty())
        out << "  board program: " << verdict.boardAdvice << '\n';
    if (!verdict.toldApartBy.isEmpty())
        out << "  to tell them apart: " << verdict.toldApartBy << '\n';
    if (!verdict.wouldDisprove.isEmpty())
        out << "  would disprove it: " << verdict.wouldDisprove << '\n';
    for (const LadderStep& step : verdict.ladder)
        out << "  " << step.step << ": " << step.status << ' ' << step.detail << '\n';
    return text.trimmed();
}

/// With the pictures written that tell its causes apart, where they were asked for and there are any.
Result<Answer> answerOf(const Verdict& verdict, const DiagnoseOptions& options)
{
    Answer answer{
        verdictJson(verdict), describe(verdict), verdict.kind == VerdictKind::NoFault ? NothingToReport : Findings, {}};
    if (verdict.testPictures.isEmpty())
        return answer;
    if (options.testPicture.empty()) {
        answer.text += u"\n  --test-picture FILE.png writes such a picture"_s;
        return answer;
    }
    const auto files = writeTestPictures(verdict, QString::fromStdString(options.testPicture));
    if (!files)
        return forward(files);
    answer.json.insert(u"test_pictures"_s, QJsonArray::fromStringList(*files));
    answer.text += u"\n  test picture: %1"_s.arg(files->join(u", "_s));
    return answer;
}

/// Stages to diagnose with: those named, else those that lie beside the .bin of the first capture.
Result<QList<Artifact>> artifactsFor(const DiagnoseOptions& options, const Capture& capture)
{
    if (!options.models.empty())
        return artifactsNamed(options.models);
    const QString folder = QFileInfo(capture.modelFile).absolutePath();
    QList<Artifact> artifacts = findArtifacts(folder, QFileInfo(capture.modelFile).completeBaseName());
    if (artifacts.isEmpty()) {
        return failure(ErrorKind::NotFound,
                       u"No stages were found beside “%1”; name them with --model."_s.arg(capture.modelFile));
    }
    return artifacts;
}

Result<Answer> diagnoseCaptures(const DiagnoseOptions& options, Context& context)
{
    QList<BoardSample> samples;
    for (const QString& folder : toStringList(options.captures)) {
        auto capture = readCapture(folder);
        if (!capture)
            return forward(capture);
        samples.append(boardSample(*capture));
    }
    auto document = ConfigDocument::load(QString::fromStdString(options.config));
    if (!document)
        return forward(document);
    auto artifacts = artifactsFor(options, samples.first().capture);
    if (!artifacts)
        return forward(artifacts);
    Experiment experiment;
    experiment.config = readConversionConfig(*document);
    const bool hasFloat = std::ranges::any_of(*artifacts, [](const Artifact& a) { return a.stage == Stage::Float; });
    if (!hasFloat && QFileInfo(experiment.config.onnxModel).isFile())
        artifacts->prepend({Stage::Float, experiment.config.onnxModel});
    auto runtime = OnnxRuntime::load();
    if (runtime)
        experiment.runtime = *runtime;
    auto chain = loadChain(*artifacts, &*document, nullptr, context.cancel, context.progress);
    if (!chain)
        return forward(chain);
    experiment.chain = std::move(*chain);
    auto verdict = diagnose(diagnosisSubject(experiment, &*document, samples), context.cancel, context.progress);
    if (!verdict)
        return forward(verdict);
    return answerOf(*verdict, options);
}

Result<Answer> diagnoseProject(const DiagnoseOptions& options, Context& context)
{
    auto opened
        = openExperiment(QString::fromStdString(options.project), options.board, context.cancel, context.progress);
    if (!opened)
        return forward(opened);
    auto data = readLabelledData(opened->project.dataFolder);
    if (!data)
        return forward(data);
    auto verdict = diagnoseWithPictures(opened->experiment, &opened->document, *data, options.samples, scratchFolder(),
                                        context.cancel, context.progress);
    if (!verdict)
        return forward(verdict);
    return answerOf(*verdict, options);
}

/// From files of a run that was made somewhere else.
Result<Answer> diagnoseRuns(const DiagnoseOptions& options, Context& context)
{
    FilesToDiagnose files{QString::fromStdString(options.config), toStringList(options.models), {}};
    const auto inputs = inputCountOf(files);
    if (!inputs)
        return forward(inputs);
    const auto runs = runsOf({toStringList(options.inputs), toStringList(options.fed), toStringList(options.outputs),
                              toStringList(options.expected)},
                             *inputs);
    if (!runs)
        return forward(runs);
    files.runs = *runs;
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    auto verdict = diagnoseFiles(files, *runtime, context.cancel, context.progress);
    if (!verdict)
        return forward(verdict);
    return answerOf(*verdict, options);
}

Result<Answer> run(const DiagnoseOptions& options, Context& context)
{
    if (!options.project.empty())
        return diagnoseProject(options, context);
    const bool hasRun = !options.outputs.empty() || !options.fed.empty();
    if (!options.config.empty() && hasRun)
        return diagnoseRuns(options, context);
    if (options.config.empty() || options.captures.empty()) {
        return failure(ErrorKind::InvalidArgument,
                       u"Name a project, or give --config and what the board did: a --capture, or --input and --output "
                       "files."_s);
    }
    return diagnoseCaptures(options, context);
}

} // namespace

void addDiagnose(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("diagnose", "Names the cause of a difference between model and board");
    auto options = std::make_shared<DiagnoseOptions>();
    command->add_option("PROJECT", options->project,
                        "A project: folder, project file or conversion YAML, already compiled");
    command->add_option("--config", options->config, "The conversion YAML, for captures made before");
    command->add_option("--capture", options->captures, "Folders that `run` wrote for the board");
    command->add_option("--model", options->models, "Stage files, when they do not lie beside the .bin");
    command->add_option("--input", options->inputs,
                        "What was meant: a picture or .npy for each input; of several runs one after the other");
    command->add_option("--fed", options->fed, "The bytes that were handed over, a file for each input");
    command->add_option("--output", options->outputs,
                        "What the board gave: dumps, .npy, .npz, .txt, or a folder of them");
    command->add_option("--expected", options->expected,
                        "What the training program gave for the same input: .npy, in the float model's order");
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command->add_option("--test-picture", options->testPicture,
                        "Where to write the picture that tells causes apart which explain the data equally well");
    command->add_option("--samples", options->samples, "How many pictures to run");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
