// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/report/Json.h"
#include "core/session/HorizonRuntime.h"

#include <QDir>
#include <QJsonArray>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct RunOptions
{
    std::string model;
    std::vector<std::string> inputs;
    std::string config;
    std::string board;
    std::string toolchain;
    std::string output;
    std::string feedLayout;
    std::string modelName;
    int timeout = 120;
    bool layers = false;
    std::string memory;
    int threads = 1;
};

QString describe(const Capture& capture, const QString& folder)
{
    QString text;
    QTextStream out(&text);
    out << capture.executor << ", " << capture.tensors.size() << " tensors in " << folder << '\n';
    for (const CapturedTensor* output : capture.outputs()) {
        out << "  output " << output->name << ": " << dataTypeName(output->tensor.dataType()) << ' '
            << output->tensor.shape().toString() << '\n';
    }
    if (!capture.complete)
        out << "  incomplete: " << capture.limit << '\n';
    return text.trimmed();
}

Result<TensorLayout> feedLayoutNamed(const std::string& name)
{
    if (name.empty())
        return TensorLayout::Unknown;
    if (const auto layout = layoutFromName(QString::fromStdString(name)))
        return *layout;
    return failure(ErrorKind::InvalidArgument,
                   u"“%1” is not a layout; --feed takes NCHW or NHWC."_s.arg(QString::fromStdString(name)));
}

Result<Experiment> experimentFor(const RunOptions& options, const LoadedStage& stage)
{
    Experiment experiment;
    auto board = boardNamed(options.board);
    if (!board)
        return forward(board);
    experiment.board = *std::move(board);
    if (!options.config.empty()) {
        auto document = ConfigDocument::load(QString::fromStdString(options.config));
        if (!document)
            return forward(document);
        experiment.config = readConversionConfig(*document);
    }
    if (stage.board)
        return experiment;
    if (!options.toolchain.empty()) {
        auto toolchain = toolchainNamed(options.toolchain);
        if (!toolchain)
            return forward(toolchain);
        experiment.toolchain = *std::move(toolchain);
        if (stage.draft && needsHorizonRuntime(*stage.draft))
            return experiment;
    }
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    experiment.runtime = *runtime;
    return experiment;
}

Result<Answer> run(const RunOptions& options, Context& context)
{
    auto stage = loadStage(QString::fromStdString(options.model), {}, context.cancel);
    if (!stage)
        return forward(stage);
    auto layout = feedLayoutNamed(options.feedLayout);
    if (!layout)
        return forward(layout);
    auto experiment = experimentFor(options, *stage);
    if (!experiment)
        return forward(experiment);
    const auto memory = bytesNamed(options.memory, CaptureLimits::usualMemory);
    if (!memory)
        return forward(memory);
    experiment->captures.limits.memory = *memory;
    experiment->captures.limits.threads = options.threads;
    InputRequest request{toStringList(options.inputs), options.layers, *layout};
    request.modelName = QString::fromStdString(options.modelName);
    constexpr int millisecondsInSecond = 1000;
    request.timeoutMilliseconds = options.timeout * millisecondsInSecond;
    QStringList warnings;
    request.onWarning = [&warnings](const QString& sentence) { warnings.append(sentence); };
    const QString folder = QDir().absoluteFilePath(QString::fromStdString(options.output));
    if (stage->draft && experiment->runtime)
        request.folder = folder;
    auto capture = stage->board ? captureBoard(*experiment, *stage, request, QDir(folder).filePath(u"dumps"_s),
                                               context.cancel, context.progress)
                                : captureStage(*experiment, *stage, request, context.cancel, context.progress);
    if (!capture)
        return forward(capture);
    if (request.folder.isEmpty()) {
        if (auto written = writeCapture(*capture, folder); !written)
            return forward(written);
    }
    QJsonObject json = captureJson(*capture, folder);
    json.insert(u"warnings"_s, QJsonArray::fromStringList(warnings));
    return Answer{json, describe(*capture, folder), capture->complete ? NothingToReport : Findings,
                  warnings.join(u'\n')};
}

} // namespace

void addRun(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("run", "Runs a stage or a board model and keeps every tensor asked for");
    auto options = std::make_shared<RunOptions>();
    command->add_option("MODEL", options->model, "An .onnx stage or a .bin")->required();
    command->add_option("--input", options->inputs, "One picture, .npy or raw file for each input")->required();
    command->add_option("--config", options->config, "The conversion YAML: how pictures become inputs");
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command->add_option("--model-name", options->modelName, "Which model of a pack the board runs");
    command->add_option("--timeout", options->timeout, "Seconds that the board's program may take")
        ->check(CLI::Range(1, 1000000));
    command->add_option("--toolchain", options->toolchain,
                        "A toolchain whose own runtime runs stages with operators of the domain horizon");
    command->add_option("--feed", options->feedLayout,
                        "Feed the board pictures in this layout (NCHW or NHWC), whatever the config says");
    command->add_option("-o,--output", options->output, "Folder for the tensors")->required();
    command->add_flag("--layers", options->layers, "Keep every layer, not only the outputs");
    command->add_option("--memory", options->memory,
                        "What the program may take while it runs an .onnx, such as 512M or 4G; 2G by default");
    command->add_option("--threads", options->threads, "Of ONNX Runtime")->check(CLI::Range(1, 256));
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
