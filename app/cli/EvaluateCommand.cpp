// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/report/Json.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct EvaluateOptions
{
    std::string project;
    std::string data;
    std::string board;
};

Result<Answer> run(const EvaluateOptions& options, Context& context)
{
    auto opened
        = openExperiment(QString::fromStdString(options.project), options.board, context.cancel, context.progress);
    if (!opened)
        return forward(opened);
    const QString folder = options.data.empty() ? opened->project.dataFolder : QString::fromStdString(options.data);
    auto data = readLabelledData(folder);
    if (!data)
        return forward(data);
    auto evaluations = evaluateChain(opened->experiment, *data, scratchFolder(), {}, context.cancel, context.progress);
    if (!evaluations)
        return forward(evaluations);
    QJsonArray stages;
    QString text;
    QTextStream out(&text);
    for (const StageEvaluation& evaluation : *evaluations) {
        stages.append(evaluationJson(evaluation));
        out << stageKey(evaluation.stage) << ": top-1 " << QString::number(evaluation.top1() * 100, 'f', 1) << " % of "
            << evaluation.samples << '\n';
    }
    return Answer{{{u"stages"_s, stages}}, text.trimmed(), NothingToReport, {}};
}

} // namespace

void addEvaluate(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("evaluate", "Labelled data through every stage and the board");
    auto options = std::make_shared<EvaluateOptions>();
    command
        ->add_option("PROJECT", options->project,
                     "A project: folder, project file or conversion YAML, already compiled")
        ->required();
    command->add_option("--data", options->data, "Folder of labelled pictures, in place of the project's");
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
