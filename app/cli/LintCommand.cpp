// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ConfigChecks.h"
#include "app/cli/Options.h"

#include "core/base/Files.h"
#include "core/report/Json.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QString describe(const Diagnostics& findings)
{
    QString text;
    QTextStream out(&text);
    for (const Diagnostic& finding : findings) {
        out << finding.range.file << ':' << finding.range.line << ':' << finding.range.column << ": "
            << severityName(finding.severity) << ": " << finding.message << " [" << finding.ruleId << "]\n";
        if (!finding.why.isEmpty())
            out << "    " << finding.why << '\n';
        if (finding.fix)
            out << "    " << finding.fix->description << '\n';
    }
    return text.trimmed();
}

struct LintOptions
{
    std::string config;
    std::string model;
    std::string calibration;
    std::string log;
    std::string board;
    std::vector<std::string> rules;
};

Result<Answer> runLint(const LintOptions& options, Context& context)
{
    auto checked = checkConfig({QString::fromStdString(options.config), QString::fromStdString(options.model),
                                QString::fromStdString(options.calibration), QString::fromStdString(options.log),
                                QString::fromStdString(options.board), toStringList(options.rules)},
                               context.cancel);
    if (!checked)
        return forward(checked);
    return Answer{
        {{u"file"_s, QString::fromStdString(options.config)}, {u"findings"_s, findingsJson(checked->findings)}},
        checked->findings.isEmpty() ? u"No findings."_s : describe(checked->findings),
        checked->findings.isEmpty() ? NothingToReport : Findings,
        {}};
}

struct FixOptions
{
    std::string config;
    std::vector<std::string> rules;
    std::vector<std::string> ruleFiles;
    std::string output;
};

Result<Answer> runFix(const FixOptions& options, Context& context)
{
    const QString config = QString::fromStdString(options.config);
    auto checked = checkConfig({config, {}, {}, {}, {}, toStringList(options.ruleFiles)}, context.cancel);
    if (!checked)
        return forward(checked);
    auto fixed = applyFixes(checked->document, checked->findings, toStringList(options.rules));
    if (!fixed)
        return forward(fixed);
    const QString output = options.output.empty() ? config : QString::fromStdString(options.output);
    if (auto written = writeFileAtomically(output, fixed->document.text()); !written)
        return forward(written);
    return Answer{{{u"file"_s, output}, {u"applied"_s, findingsJson(fixed->applied)}},
                  fixed->applied.isEmpty() ? u"Nothing to fix."_s : describe(fixed->applied),
                  NothingToReport,
                  {}};
}

void addRuleFiles(CLI::App& command, std::vector<std::string>& files)
{
    command
        .add_option(
            "--rules", files,
            "A file of own rules (YAML or JSON), beside driftscope-rules.yaml in the config's folder; repeatable")
        ->allow_extra_args(false);
}

} // namespace

void addLint(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("lint", "Every risk in a conversion YAML, with its fix");
    auto options = std::make_shared<LintOptions>();
    command->add_option("CONFIG", options->config, "The conversion YAML")->required();
    command->add_option("--model", options->model, "The float model, in place of the one that the config names");
    command->add_option("--calibration", options->calibration, "The calibration folder, in place of the config's");
    command->add_option("--log", options->log, "A log of an earlier conversion");
    command->add_option("--board", options->board, "The board file (.bin) of an earlier conversion");
    addRuleFiles(*command, options->rules);
    command->callback(
        [&chosen, options] { chosen = [options](Context& context) { return runLint(*options, context); }; });
}

void addFix(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("fix", "Applies fixes and touches only the bytes it must");
    auto options = std::make_shared<FixOptions>();
    command->add_option("CONFIG", options->config, "The conversion YAML")->required();
    command->add_option("--rule", options->rules, "Only fixes of these rules");
    addRuleFiles(*command, options->ruleFiles);
    command->add_option("-o,--output", options->output, "Where to write; the config itself otherwise");
    command->callback(
        [&chosen, options] { chosen = [options](Context& context) { return runFix(*options, context); }; });
}

} // namespace driftscope::cli
