// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/report/ToolJson.h"

#include <QDir>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct ToolOptions
{
    std::map<QString, std::vector<std::string>> values; ///< by the key of the option
    std::map<QString, bool> switches;
    std::string toolchain;
    std::string work;
    int timeoutSeconds = 0;
    bool verbose = false;
};

QString describe(const ToolRun& run, const ToolReport& report)
{
    QString text = report.verdict.isEmpty() ? QString() : report.verdict + u'\n';
    for (const ToolTable& table : report.tables) {
        text += u"%1: %2\n"_s.arg(table.title, table.columns.join(u", "_s).toLower());
        for (const QStringList& row : table.rows)
            text += u"  "_s + row.join(u"  "_s).trimmed() + u'\n';
    }
    for (const QString& file : run.files)
        text += u"  wrote "_s + file + u'\n';
    return text.trimmed();
}

ToolRunRequest requestFor(const ToolDescription& tool, const ToolOptions& options)
{
    ToolRunRequest request;
    request.tool = tool;
    request.values = presetValues(tool);
    for (const auto& [key, texts] : options.values) {
        if (!texts.empty())
            request.values.insert(key, toStringList(texts));
    }
    for (const auto& [key, isOn] : options.switches) {
        if (isOn)
            request.values.insert(key, {u"true"_s});
    }
    const QString runs = QDir::current().absoluteFilePath(u"runs"_s);
    request.workFolder = options.work.empty() ? toolRunsFolder(runs) : QString::fromStdString(options.work);
    request.timeoutMilliseconds = options.timeoutSeconds * 1000;
    if (options.verbose) {
        request.onLine = [](OutputChannel, const QString& line) {
            std::fputs(qPrintable(line), stderr);
            std::fputc('\n', stderr);
        };
    }
    return request;
}

Result<Answer> run(const ToolDescription& tool, const ToolOptions& options, Context& context)
{
    auto toolchain = toolchainNamed(options.toolchain);
    if (!toolchain)
        return forward(toolchain);
    ToolRunRequest request = requestFor(tool, options);
    request.toolchain = *std::move(toolchain);
    const auto done = runTool(request, context.cancel, context.progress);
    if (!done)
        return forward(done);
    const ToolReport report = readToolReport(*done);
    const QJsonObject json = toolRunJson(*done, report);
    if (done->status != CompileStatus::Succeeded)
        return Answer{json, {}, BadUsage, done->message};
    return Answer{
        json, describe(*done, report), report.passed == std::optional(false) ? Findings : NothingToReport, {}};
}

Result<Answer> list(Context& /*context*/)
{
    QString text;
    for (const ToolDescription& tool : ToolCatalogue::english().tools())
        text += u"%1  %2: %3\n"_s.arg(tool.name, tool.title, tool.help);
    return Answer{toolsJson(ToolCatalogue::english()), text.trimmed(), NothingToReport, {}};
}

void addOption(CLI::App& command, const ToolOption& option, ToolOptions& options)
{
    const std::string flag = "--" + QString(option.key).replace(u'_', u'-').toStdString();
    const std::string help = option.help.toStdString();
    if (option.kind == ToolOptionKind::Switch) {
        command.add_flag(flag, options.switches[option.key], help);
        return;
    }
    const bool isPositional = option.flag.isEmpty();
    command
        .add_option(isPositional ? option.key.toUpper().toStdString() + "," + flag : flag, options.values[option.key],
                    help)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

} // namespace

void addTool(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("tool",
                                       "Runs a tool beside makertbin and reads what it says; without a name, "
                                       "lists the tools with their options");
    command->require_subcommand(0, 1);
    command->callback([&chosen, command] {
        if (command->get_subcommands().empty())
            chosen = list;
    });
    for (const ToolDescription& tool : ToolCatalogue::english().tools()) {
        auto* each = command->add_subcommand(tool.name.toStdString(), tool.help.toStdString());
        auto options = std::make_shared<ToolOptions>();
        for (const ToolOption& option : tool.options)
            addOption(*each, option, *options);
        each->add_option("--toolchain", options->toolchain,
                         "sandbox, one that “toolchains” lists, or a program that answers to hb_mapper");
        each->add_option("--work", options->work, "Where run folders are made; `runs/tools` here otherwise");
        each->add_option("--timeout", options->timeoutSeconds, "Seconds after which the tool is ended; 0 for never");
        each->add_flag("--verbose", options->verbose, "Show the tool's log on standard error");
        each->callback([&chosen, &tool, options] {
            chosen = [&tool, options](Context& context) { return run(tool, *options, context); };
        });
    }
}

} // namespace driftscope::cli
