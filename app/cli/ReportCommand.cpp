// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"
#include "app/cli/ReportGathering.h"

#include "core/report/ReportWriters.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct ReportArguments
{
    std::string project;
    std::vector<std::string> outputs;
    std::string csv;
    std::string board;
    std::string data;
    int samples = 8;
    bool evaluate = false;
    bool isolated = false;
    bool keepPrivate = false;
    std::string config;
    std::vector<std::string> models;
    std::vector<std::string> inputs;
    std::vector<std::string> fed;
    std::vector<std::string> boardOutputs;
    std::vector<std::string> expected;
};

/// Said before minutes of work, not behind them.
Result<QStringList> filesToWrite(const ReportArguments& arguments)
{
    QStringList files = toStringList(arguments.outputs);
    if (!arguments.csv.empty()) {
        files.append(QString::fromStdString(arguments.csv));
        const auto format = reportFormatOf(files.last());
        if (!format || *format != ReportFormat::Csv)
            return failure(ErrorKind::InvalidArgument,
                           u"The file of --csv must end in .csv, not be “%1”."_s.arg(files.last()));
    }
    for (const QString& file : files) {
        if (const auto format = reportFormatOf(file); !format)
            return forward(format);
        const QString folder = QFileInfo(file).absolutePath();
        if (!QFileInfo(folder).isDir())
            return failure(ErrorKind::NotFound,
                           u"The folder of “%1” does not exist; make it or name another file."_s.arg(file));
    }
    return files;
}

Result<ReportSources> gather(const ReportArguments& arguments, Context& context)
{
    ReportRequest request;
    request.project = QString::fromStdString(arguments.project);
    request.board = arguments.board;
    request.data = QString::fromStdString(arguments.data);
    request.samples = arguments.samples;
    request.evaluate = arguments.evaluate;
    request.isolated = arguments.isolated;
    if (!request.project.isEmpty())
        return gatherFromProject(request, context);
    if (arguments.config.empty() || (arguments.boardOutputs.empty() && arguments.fed.empty())) {
        return failure(ErrorKind::InvalidArgument,
                       u"Name a project, or give --config and what the board did: --input and --output files."_s);
    }
    request.files = {QString::fromStdString(arguments.config), toStringList(arguments.models), {}};
    request.together = {toStringList(arguments.inputs), toStringList(arguments.fed),
                        toStringList(arguments.boardOutputs), toStringList(arguments.expected)};
    return gatherFromFiles(request, context);
}

/// As the commands that a report is made of would say it: findings of the rules, or a verdict that is not “no fault”.
ExitStatus statusOf(const Report& report)
{
    const bool isFine = report.verdict.content && report.verdict.content->kind == VerdictKind::NoFault
        && report.findings.content && report.findings.content->isEmpty();
    return isFine ? NothingToReport : Findings;
}

Result<Answer> run(const ReportArguments& arguments, Context& context)
{
    const auto files = filesToWrite(arguments);
    if (!files)
        return forward(files);
    auto sources = gather(arguments, context);
    if (!sources)
        return forward(sources);
    sources->program = u"Driftscope "_s % QCoreApplication::applicationVersion();
    sources->now = QDateTime::currentDateTimeUtc();
    const auto report = assembleReport(*sources, context.cancel, context.progress);
    if (!report)
        return forward(report);
    ReportOptions options;
    options.keepPrivate = arguments.keepPrivate;
    for (const QString& file : *files) {
        if (auto written = writeReport(*report, file, options); !written)
            return forward(written);
    }
    QJsonObject json = reportJson(*report, options);
    json.insert("files"_L1, QJsonArray::fromStringList(*files));
    const QString sentence = report->verdict.content ? report->verdict.content->sentence : report->verdict.missing;
    return Answer{json, QStringList(QStringList{sentence} + *files).join(u'\n'), statusOf(*report), {}};
}

void addFileOptions(CLI::App& command, ReportArguments& arguments)
{
    command.add_option("--config", arguments.config, "The conversion YAML, for a report from files alone");
    command.add_option("--model", arguments.models, "Stages and .bin; those in the config's working_dir otherwise");
    command.add_option("--input", arguments.inputs, "What was meant: a picture or .npy for each input");
    command.add_option("--fed", arguments.fed, "The bytes that were handed over, a file for each input");
    command.add_option("--output", arguments.boardOutputs, "What the board gave: dumps, .npy, .npz, .txt, or a folder");
    command.add_option("--expected", arguments.expected, "What the training program gave for the same input: .npy");
}

} // namespace

void addReport(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("report", "One self-contained file about a project, for a forum or a colleague");
    auto options = std::make_shared<ReportArguments>();
    command->add_option("PROJECT", options->project,
                        "A project: folder, project file or conversion YAML, already compiled");
    command->add_option("-o", options->outputs, "Files to write, in the format of their suffix: .html, .json or .csv");
    command->add_option("--csv", options->csv, "The layers as a table beside it");
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command->add_option("--samples", options->samples, "How many pictures the diagnosis runs")
        ->check(CLI::PositiveNumber);
    command->add_option("--data", options->data, "Folder of labelled pictures, in place of the project's");
    command->add_flag("--evaluate", options->evaluate, "Run the labelled pictures through every stage as well");
    command->add_flag("--isolated", options->isolated, "Also the error of each layer alone");
    command->add_flag("--keep-private", options->keepPrivate,
                      "Keep absolute paths, accounts, machines and addresses, which are left out otherwise");
    addFileOptions(*command, *options);
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
