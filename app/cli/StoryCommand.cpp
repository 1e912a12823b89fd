// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/report/Json.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QString describe(const Story& story)
{
    QString text;
    QTextStream out(&text);
    for (const StoryStep& step : story.steps) {
        out << step.name << '\n';
        for (const Diagnostic& finding : step.findings) {
            if (finding.severity != Severity::Info)
                out << "  " << severityName(finding.severity) << ": " << finding.message << '\n';
        }
        for (const StageEvaluation& evaluation : step.evaluations) {
            out << "  " << stageKey(evaluation.stage) << ": top-1 " << QString::number(evaluation.top1() * 100, 'f', 1)
                << " % of " << evaluation.samples << '\n';
        }
        if (step.verdict)
            out << "  verdict: " << step.verdict->sentence << '\n';
    }
    out << "The fix turns as_published.yaml into fixed.yaml byte for byte: "
        << (story.fixMatchesFixedYaml ? "yes" : "no");
    return text;
}

Result<Answer> run(const std::string& output, const std::string& toolchain, const std::string& board, Context& context)
{
    StoryOptions options;
    options.folder = output.empty() ? scratchFolder() : QDir().absoluteFilePath(QString::fromStdString(output));
    auto named = toolchainNamed(toolchain);
    if (!named)
        return forward(named);
    options.toolchain = *std::move(named);
    auto profile = boardNamed(board);
    if (!profile)
        return forward(profile);
    options.board = *std::move(profile);
    auto story = tellStory(options, context.cancel, context.progress);
    if (!story)
        return forward(story);
    return Answer{storyJson(*story), describe(*story), NothingToReport, {}};
}

} // namespace

void addStory(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("story", "The sample project from mistake to fix");
    struct Options
    {
        std::string output;
        std::string toolchain;
        std::string board;
    };
    auto options = std::make_shared<Options>();
    command->add_option("-o,--output", options->output, "Where to keep the runs; a temporary folder otherwise");
    command->add_option("--toolchain", options->toolchain, "sandbox, or a program that answers to hb_mapper");
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command->callback([&chosen, options] {
        chosen
            = [options](Context& context) { return run(options->output, options->toolchain, options->board, context); };
    });
}

} // namespace driftscope::cli
