// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardProgram.h"

#include "core/base/Files.h"
#include "core/sandbox/execution/BoardOptions.h"
#include "core/sandbox/execution/BoardSession.h"
#include "core/sandbox/execution/ModelInfoText.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The error codes of hrt_model_exec that the sandbox knows causes for.
int errorCode(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::Unreadable:
        return -6000006;
    case ErrorKind::Malformed:
        return -6000002;
    case ErrorKind::Unsupported:
        return -6000014;
    case ErrorKind::InvalidArgument:
        return -6000001;
    default:
        return -6000012;
    }
}

int report(const BoardConsole& console, const Error& error)
{
    console.error(u"[E][DNN] error code: %1\n%2\n"_s.arg(errorCode(error)).arg(error.message));
    return 1;
}

Result<QList<BoardModel>> loadModels(const BoardOptions& options, const BoardConsole& console)
{
    if (options.modelFiles.isEmpty()) {
        return failure(ErrorKind::InvalidArgument,
                       u"No model was given; name one with --model_file=FILE, see --help."_s);
    }
    QElapsedTimer timer;
    timer.start();
    QList<BoardModel> models;
    for (const QString& file : options.modelFiles) {
        Result<BoardModel> model = readBoardModel(file);
        if (!model)
            return forward(model);
        console.out(builderLine(*model));
        models.append(std::move(*model));
    }
    console.out(u"Load model to DDR cost %1ms.\n"_s.arg(static_cast<double>(timer.nsecsElapsed()) / 1e6, 0, 'f', 3));
    return models;
}

Result<BoardModel> chosenModel(const QList<BoardModel>& models, const QString& name)
{
    if (name.isEmpty() && models.size() == 1)
        return models.first();
    QStringList names;
    for (const BoardModel& model : models) {
        if (model.name == name)
            return model;
        names.append(model.name);
    }
    return failure(ErrorKind::InvalidArgument,
                   name.isEmpty()
                       ? u"Several models were given; choose one of %1 with --model_name."_s.arg(names.join(u", "_s))
                       : u"There is no model “%1”; the file holds %2."_s.arg(name, names.join(u", "_s)));
}

void printModelInfo(const QList<BoardModel>& models, const QString& name, const BoardConsole& console)
{
    console.out(u"This model file has %1 model:\n"_s.arg(models.size()));
    for (const BoardModel& model : models)
        console.out(u"[%1]\n"_s.arg(model.name));
    for (const BoardModel& model : models) {
        if (name.isEmpty() || model.name == name)
            console.out(modelInfoText(model));
    }
}

} // namespace

int runBoardProgram(const QStringList& arguments, const BoardConsole& console)
{
    const Result<BoardOptions> options = BoardOptions::parse(arguments);
    if (!options)
        return report(console, options.error());
    if (options->showVersion) {
        console.out(runtimeBanner());
        return 0;
    }
    if (options->showHelp) {
        console.out(BoardOptions::help());
        return 0;
    }
    static const QStringList commands{u"model_info"_s, u"infer"_s, u"perf"_s};
    if (!commands.contains(options->command)) {
        return report(console,
                      {ErrorKind::InvalidArgument,
                       options->command.isEmpty()
                           ? u"No command was given; use model_info, infer or perf, see --help."_s
                           : u"There is no command “%1”; use model_info, infer or perf."_s.arg(options->command)});
    }
    console.out(runtimeBanner());
    const Result<QList<BoardModel>> models = loadModels(*options, console);
    if (!models)
        return report(console, models.error());
    if (options->command == "model_info"_L1) {
        printModelInfo(*models, options->modelName, console);
        return 0;
    }
    const Result<BoardModel> model = chosenModel(*models, options->modelName);
    if (!model)
        return report(console, model.error());
    const Result<BoardSession> session = BoardSession::open(*model, *options, console);
    if (!session)
        return report(console, session.error());
    const Result<void> done = options->command == "infer"_L1 ? session->infer() : session->perf();
    return done ? 0 : report(console, done.error());
}

} // namespace driftscope
