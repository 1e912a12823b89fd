// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct ScriptOptions
{
    std::string model;
    std::vector<std::string> inputs;
    std::string config;
    std::string board;
    std::string modelName;
    std::string output;
    bool layers = false;
};

/// As many files as the model has inputs are one sample.
Result<QList<InputRequest>> samplesOf(const ScriptOptions& options, qsizetype inputCount)
{
    const QStringList files = toStringList(options.inputs);
    if (inputCount == 0 || files.size() % inputCount != 0)
        return failure(ErrorKind::InvalidArgument,
                       u"“%1” has %2 inputs, but %3 input files were given; give one for each input of each sample."_s
                           .arg(QString::fromStdString(options.model))
                           .arg(inputCount)
                           .arg(files.size()));
    QList<InputRequest> samples;
    for (qsizetype i = 0; i < files.size(); i += inputCount) {
        InputRequest request;
        request.files = files.mid(i, inputCount);
        request.layers = options.layers;
        request.modelName = QString::fromStdString(options.modelName);
        samples.append(request);
    }
    return samples;
}

Result<Answer> run(const ScriptOptions& options, Context& context)
{
    auto stage = loadStage(QString::fromStdString(options.model), {}, context.cancel);
    if (!stage)
        return forward(stage);
    if (!stage->board)
        return failure(ErrorKind::InvalidArgument,
                       u"“%1” is no board model; name a .bin."_s.arg(QString::fromStdString(options.model)));
    Experiment experiment;
    if (!options.board.empty()) {
        auto board = boardNamed(options.board);
        if (!board)
            return forward(board);
        experiment.board = *std::move(board);
    } else {
        experiment.board = {u"board"_s, u"hrt_model_exec"_s};
    }
    if (!options.config.empty()) {
        auto document = ConfigDocument::load(QString::fromStdString(options.config));
        if (!document)
            return forward(document);
        experiment.config = readConversionConfig(*document);
    }
    auto samples = samplesOf(options, stage->board->inputs.size());
    if (!samples)
        return forward(samples);
    const QString folder = QDir().absoluteFilePath(QString::fromStdString(options.output));
    if (auto written = exportForBoard(experiment, *stage, *samples, folder, context.cancel, context.progress); !written)
        return forward(written);
    return Answer{{{u"folder"_s, folder}, {u"samples"_s, samples->size()}, {u"layers"_s, options.layers}},
                  u"%1 samples in %2; copy the folder to the board, run there “sh run.sh”, and bring back “out”."_s
                      .arg(samples->size())
                      .arg(folder),
                  NothingToReport,
                  {}};
}

} // namespace

void addBoardScript(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "board-script", "Writes a script to carry to a board that cannot be reached, with model and inputs beside it");
    auto options = std::make_shared<ScriptOptions>();
    command->add_option("MODEL", options->model, "A .bin")->required();
    command->add_option("--input", options->inputs, "One picture, .npy or raw file for each input of each sample")
        ->required();
    command->add_option("--config", options->config, "The conversion YAML: how pictures become inputs");
    command->add_option("--board", options->board, "A board that is kept, whose program and environment are used");
    command->add_option("--model-name", options->modelName, "Which model of a pack");
    command->add_option("-o,--output", options->output, "Folder for the script, new or empty")->required();
    command->add_flag("--layers", options->layers, "Keep every layer, not only the outputs");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
