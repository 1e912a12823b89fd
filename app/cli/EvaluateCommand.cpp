// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/EvaluateText.h"
#include "app/cli/Options.h"

#include "core/report/Json.h"

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct EvaluateOptions
{
    std::string project;
    std::string data;
    std::string board;
    int worst = 10;
    bool printsConfusion = false;
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
    QString text = evaluationText(*evaluations, *data, options.worst);
    if (options.printsConfusion) {
        for (const StageEvaluation& evaluation : *evaluations)
            text += u"\n\n"_s + confusionText(evaluation, *data);
    }
    return Answer{evaluationsJson(*evaluations, *data, options.worst), text, NothingToReport, {}};
}

} // namespace

void addEvaluate(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "evaluate", "Labelled data through every stage and the board: top-1, and the samples that flip");
    auto options = std::make_shared<EvaluateOptions>();
    command
        ->add_option("PROJECT", options->project,
                     "A project: folder, project file or conversion YAML, already compiled")
        ->required();
    command->add_option("--data", options->data, "Folder of labelled pictures, in place of the project's");
    command->add_option("--board", options->board,
                        "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    command
        ->add_option("--worst", options->worst,
                     "How many lines each list of samples has, the worst first; of JSON only “worst” is shortened")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_flag("--confusion", options->printsConfusion, "Print the confusion of each stage, too");
    command->footer("A sample flips when its prediction is another one in the next stage. The worst lost most of the "
                    "margin of the true class: its score less the best other score, of the model's first output.");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
