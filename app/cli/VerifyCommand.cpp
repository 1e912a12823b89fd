// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"
#include "app/cli/VerifyText.h"

#include "core/report/Json.h"
#include "core/session/SampleInputs.h"
#include "core/session/VerificationFiles.h"
#include "core/session/VerificationSamples.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct VerifyOptions
{
    std::string project;
    std::string config;
    std::vector<std::string> models;
    std::string bin;
    std::string modelName;
    std::vector<std::string> inputs;
    std::string data;
    bool isRandom = false;
    int samples = 4;
    std::string board;
    std::string toolchain;
    AgreementTolerance tolerance;
    int timeout = 120;
};

/// What is verified, and where its pictures are when nothing else is said.
struct Chosen
{
    FilesToVerify files;
    QString dataFolder;
};

Result<Chosen> chosenOf(const VerifyOptions& options, Context& context)
{
    Chosen chosen;
    chosen.files.modelName = QString::fromStdString(options.modelName);
    if (!options.project.empty()) {
        auto opened
            = openExperiment(QString::fromStdString(options.project), options.board, context.cancel, context.progress);
        if (!opened)
            return forward(opened);
        const LoadedStage* quantized = opened->experiment.chain.find(Stage::Quantized);
        const LoadedStage* board = opened->experiment.chain.find(Stage::Board);
        if (quantized == nullptr || board == nullptr)
            return failure(ErrorKind::NotFound,
                           u"The newest run of “%1” has no quantized model or no .bin; compile it again."_s.arg(
                               QString::fromStdString(options.project)));
        chosen.files.quantized = {quantized->file};
        chosen.files.board = board->file;
        chosen.files.config = opened->experiment.config;
        chosen.dataFolder = opened->project.dataFolder;
        return chosen;
    }
    if (options.models.empty() || options.bin.empty())
        return failure(ErrorKind::InvalidArgument, u"Name a project, or give --model and --bin."_s);
    chosen.files.quantized = toStringList(options.models);
    chosen.files.board = QString::fromStdString(options.bin);
    if (!options.config.empty()) {
        auto document = ConfigDocument::load(QString::fromStdString(options.config));
        if (!document)
            return forward(document);
        chosen.files.config = readConversionConfig(*document);
    }
    return chosen;
}

Result<QList<QStringList>> samplesOf(const VerifyOptions& options, const VerificationSubject& subject,
                                     const QString& projectFolder)
{
    const BoardModel& board = *subject.board.board;
    if (!options.inputs.empty())
        return samplesOfInputs(toStringList(options.inputs), board.inputs.size());
    if (!options.data.empty())
        return samplesOfFolder(QString::fromStdString(options.data), board, options.samples);
    if (!options.isRandom && !projectFolder.isEmpty() && board.inputs.size() == 1)
        return samplesOfFolder(projectFolder, board, options.samples);
    return randomSamples(subject, options.samples, QDir(scratchFolder()).filePath(u"random_"_s + subject.name));
}

Result<VerificationRequest> requestOf(const VerifyOptions& options)
{
    VerificationRequest request;
    request.tolerance = options.tolerance;
    request.folder = scratchFolder();
    constexpr int millisecondsInSecond = 1000;
    request.timeoutMilliseconds = options.timeout * millisecondsInSecond;
    if (!options.toolchain.empty()) {
        auto toolchain = toolchainNamed(options.toolchain);
        if (!toolchain)
            return forward(toolchain);
        request.toolchain = *std::move(toolchain);
    }
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    request.runtime = *std::move(runtime);
    return request;
}

Result<Answer> run(const VerifyOptions& options, Context& context)
{
    const auto chosen = chosenOf(options, context);
    if (!chosen)
        return forward(chosen);
    auto request = requestOf(options);
    if (!request)
        return forward(request);
    const auto board = boardNamed(options.board);
    if (!board)
        return forward(board);
    auto connection = BoardConnection::open(*board, context.cancel, context.progress);
    if (!connection)
        return forward(connection);
    auto subjects = subjectsOfFiles(chosen->files, **connection, context.cancel, context.progress);
    if (!subjects)
        return forward(subjects);
    for (VerificationSubject& subject : *subjects) {
        auto samples = samplesOf(options, subject, chosen->dataFolder);
        if (!samples)
            return forward(samples);
        subject.samples = *std::move(samples);
    }
    QStringList warnings;
    request->onWarning = [&warnings](const QString& sentence) { warnings.append(sentence); };
    request->models = *std::move(subjects);
    const auto verified = verifyModels(**connection, *request, context.cancel, context.progress);
    if (!verified)
        return forward(verified);
    QStringList texts;
    for (const VerifiedModel& model : *verified)
        texts.append(verifiedText(model));
    warnings.removeDuplicates();
    return Answer{verificationJson(*verified, options.tolerance), texts.join(u"\n\n"_s),
                  std::ranges::all_of(*verified, &VerifiedModel::agrees) ? NothingToReport : Findings,
                  warnings.join(u'\n')};
}

} // namespace

void addVerify(CLI::App& app, Run& chosen)
{
    auto* command
        = app.add_subcommand("verify", "Feeds the quantized model and the board the same and compares every output");
    auto options = std::make_shared<VerifyOptions>();
    auto* project = command->add_option("PROJECT", options->project,
                                        "A project: folder, project file or conversion YAML, already compiled");
    command->add_option("--model", options->models, "The quantized .onnx; of a pack one for each of its models")
        ->excludes(project);
    command->add_option("--bin", options->bin, "The .bin, also a pack of several models")->excludes(project);
    command->add_option("--config", options->config, "The conversion YAML: how pictures become inputs")
        ->excludes(project);
    command->add_option("--model-name", options->modelName, "Which model of a pack; all, if it is not given");
    auto* inputs = command->add_option("--input", options->inputs,
                                       "A picture, .npy or raw file for each input; of several samples one after the "
                                       "other");
    auto* data = command->add_option(
        "--data", options->data, "Folder of samples; for several inputs with a sub-folder for each, called like it");
    auto* random = command->add_flag("--random", options->isRandom, "Random input, the same in every run");
    inputs->excludes(data);
    random->excludes(inputs)->excludes(data);
    command->add_option("--samples", options->samples, "How many of the folder, or random ones")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command->add_option("--toolchain", options->toolchain,
                        "A toolchain whose own runtime runs operators of the domain horizon");
    command->add_option("--tolerance", options->tolerance.absolute, "What elements may differ by and still be close")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--relative-tolerance", options->tolerance.relative, "The same, times the reference's value")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--timeout", options->timeout, "Seconds that the board's program may take for a sample")
        ->check(CLI::Range(1, 1000000));
    command->footer(
        "Without samples the pictures of the project are used, else random input. The exit status is 0 where "
        "every output is equal or close, and 1 where one is not.");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
