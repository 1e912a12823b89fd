// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompileAnswer.h"
#include "app/cli/Options.h"

#include "core/history/CompileForecast.h"
#include "core/report/Json.h"
#include "core/toolchain/RunFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct CompileOptions
{
    std::string config;
    std::string toolchain;
    std::string work;
    int timeoutSeconds = 0;
    bool verbose = false;
};

QString describe(const CompileResult& result)
{
    QString text;
    QTextStream out(&text);
    if (!result.message.isEmpty())
        out << result.message << '\n';
    for (const LogPhase& phase : result.log.phases)
        out << "  " << phase.name << ": "
            << (phase.finished ? QString::number(phase.seconds, 'f', 1) % " s"_L1 : u"unfinished"_s) << '\n';
    for (const Artifact& artifact : result.artifacts)
        out << "  " << stageKey(artifact.stage) << ": " << artifact.file << '\n';
    for (const LogOutput& output : result.log.outputs)
        out << "  output " << output.name << ": cosine " << output.cosine << '\n';
    return text.trimmed();
}

CompileForecast forecastFor(const CompileRequest& request)
{
    const auto config = ConfigDocument::load(request.configFile);
    if (!config)
        return {};
    const QString beside = QFileInfo(request.configFile).absoluteDir().filePath(u"runs"_s);
    return {pastCompilations(request.workFolder.isEmpty() ? beside : request.workFolder, request.toolchain.name),
            absoluteConfigPath(*config, u"model_parameters.onnx_model"_s)};
}

Result<Answer> run(const CompileOptions& options, Context& context)
{
    auto toolchain = toolchainNamed(options.toolchain);
    if (!toolchain)
        return forward(toolchain);
    CompileRequest request;
    request.toolchain = *std::move(toolchain);
    request.configFile = QString::fromStdString(options.config);
    request.workFolder = QString::fromStdString(options.work);
    request.timeoutMilliseconds = options.timeoutSeconds * 1000;
    if (options.verbose) {
        request.onLine = [](OutputChannel, const QString& line) {
            std::fputs(qPrintable(line), stderr);
            std::fputc('\n', stderr);
        };
    }
    request.describe = [forecast = forecastFor(request)](const QList<LogPhase>& phases, double elapsed) {
        return forecast.progress(phases, elapsed);
    };
    return compileAnswer(compile(request, context.cancel, context.progress));
}

} // namespace

Result<Answer> compileAnswer(const Result<CompileResult>& result)
{
    if (!result)
        return forward(result);
    if (result->status != CompileStatus::Succeeded)
        return Answer{compileJson(*result), {}, BadUsage, result->message};
    return Answer{compileJson(*result), describe(*result), NothingToReport, {}};
}

void addCompile(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("compile", "Runs the toolchain and keeps the run");
    auto options = std::make_shared<CompileOptions>();
    command->add_option("CONFIG", options->config, "The conversion YAML")->required();
    command->add_option("--toolchain", options->toolchain,
                        "sandbox, one that “toolchains” lists, or a program that answers to hb_mapper");
    command->add_option("--work", options->work, "Where run folders are made; `runs` beside the config otherwise");
    command->add_option("--timeout", options->timeoutSeconds,
                        "Seconds after which the toolchain is ended; 0 for never");
    command->add_flag("--verbose", options->verbose, "Show the toolchain's log on standard error");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
