// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ConfigChecks.h"
#include "app/cli/Options.h"
#include "app/cli/SweepText.h"

#include "core/report/Json.h"
#include "core/session/SweepRun.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct SweepOptions
{
    std::string project;
    std::vector<std::string> keys;
    std::string toolchain;
    std::string board;
    std::string data;
    std::string shown;
    int timeoutSeconds = 0;
    bool isUnevaluated = false;
    bool mayReuse = false;
    bool asCsv = false;
    bool verbose = false;
};

/// `calibration_type=max,kl`
Result<SweepKey> keyFrom(const QString& text, const ConfigSchema& schema)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return failure(ErrorKind::InvalidArgument,
                       u"“%1” names no values; write it like --key calibration_type=max,kl."_s.arg(text));
    auto key = sweepKeyNamed(text.first(equals), schema);
    if (!key)
        return forward(key);
    auto values = splitSweepValues(text.sliced(equals + 1));
    if (!values)
        return forward(values);
    return SweepKey{*std::move(key), *std::move(values)};
}

QString problemsText(const SweepPlan& plan)
{
    QStringList sentences;
    for (const SweepValueProblem& problem : plan.problems) {
        const QString& key = plan.keys[problem.key].key;
        sentences.append(problem.finding.message
                         + (problem.finding.why.isEmpty() ? QString() : u' ' + problem.finding.why)
                         + (problem.finding.key == key ? QString() : u" (%1=%2)"_s.arg(key, problem.value)));
    }
    return sentences.join(u' ') + u" Nothing was compiled."_s;
}

Result<SweepPlan> planFrom(const SweepOptions& options, const Project& project, Context& context)
{
    auto subject = sweepSubject(project, context.cancel);
    if (!subject)
        return forward(subject);
    QList<SweepKey> keys;
    for (const QString& text : toStringList(options.keys)) {
        auto key = keyFrom(text, *subject->schema);
        if (!key)
            return forward(key);
        keys.append(*std::move(key));
    }
    auto plan = planSweep(*subject, keys, context.cancel, context.progress);
    if (plan && !plan->problems.isEmpty())
        return failure(ErrorKind::InvalidArgument, problemsText(*plan));
    return plan;
}

Result<SweepRequest> requestFrom(const SweepOptions& options, const Project& project, Context& context)
{
    SweepRequest request;
    auto plan = planFrom(options, project, context);
    if (!plan)
        return forward(plan);
    request.plan = *std::move(plan);
    auto toolchain = toolchainNamed(options.toolchain);
    if (!toolchain)
        return forward(toolchain);
    request.toolchain = *std::move(toolchain);
    auto board = boardNamed(options.board);
    if (!board)
        return forward(board);
    request.board = *std::move(board);
    request.runsFolder = project.runsFolder;
    request.mayReuse = options.mayReuse;
    request.timeoutMilliseconds = options.timeoutSeconds * 1000;
    if (!options.isUnevaluated)
        request.dataFolder = options.data.empty() ? project.dataFolder : QString::fromStdString(options.data);
    if (auto runtime = OnnxRuntime::load())
        request.runtime = *runtime;
    else
        request.runtimeProblem = runtime.error().message;
    if (options.verbose) {
        request.onLine = [](OutputChannel, const QString& line) {
            std::fputs(qPrintable(line), stderr);
            std::fputc('\n', stderr);
        };
    }
    return request;
}

Answer answerOf(const Sweep& sweep, bool asCsv)
{
    Answer answer{sweepJson(sweep), asCsv ? sweepCsv(sweep) : sweepTable(sweep), NothingToReport, {}};
    const auto succeeded = std::ranges::count(sweep.rows, SweepRowState::Succeeded, &SweepRow::state);
    if (sweep.state == SweepState::Cancelled) {
        answer.status = BadUsage;
        answer.problem
            = u"The sweep was stopped; %1 of its %2 variants were compiled and are kept."_s.arg(succeeded).arg(
                sweep.rows.size());
    } else if (succeeded == 0) {
        answer.status = BadUsage;
        answer.problem = u"None of the %1 variants could be compiled."_s.arg(sweep.rows.size());
    } else if (succeeded < sweep.rows.size()) {
        answer.status = Findings;
    }
    return answer;
}

/// `latest`, or the id of a sweep.
Result<Sweep> sweepNamed(const QString& name, const QString& runsFolder)
{
    const QStringList ids = listSweeps(runsFolder);
    if (name == u"latest"_s && !ids.isEmpty())
        return readSweep(runsFolder, ids.first());
    if (ids.contains(name))
        return readSweep(runsFolder, name);
    return failure(
        ErrorKind::NotFound,
        u"There is no sweep “%1” in “%2”; %3"_s.arg(
            name, runsFolder, ids.isEmpty() ? u"none was made yet."_s : u"there are: %1."_s.arg(ids.join(u", "_s))));
}

Result<Answer> run(const SweepOptions& options, Context& context)
{
    auto project = openProject(QString::fromStdString(options.project));
    if (!project)
        return forward(project);
    if (!options.shown.empty()) {
        const auto sweep = sweepNamed(QString::fromStdString(options.shown), project->runsFolder);
        if (!sweep)
            return forward(sweep);
        Answer answer = answerOf(*sweep, options.asCsv);
        answer.problem.clear(); // what happened then is told in the table
        answer.status = answer.status == NothingToReport ? NothingToReport : Findings;
        return answer;
    }
    const auto request = requestFrom(options, *project, context);
    if (!request)
        return forward(request);
    const auto sweep = runSweep(*request, context.cancel, context.progress);
    if (!sweep)
        return forward(sweep);
    return answerOf(*sweep, options.asCsv);
}

void addChoices(CLI::App& command, SweepOptions& options)
{
    command.add_option("--toolchain", options.toolchain,
                       "sandbox, one that “toolchains” lists, or a program that answers to hb_mapper");
    command.add_option("--board", options.board,
                       "sandbox, a board that is kept, or a program that answers to hrt_model_exec");
    auto* data = command.add_option("--data", options.data, "Folder of labelled pictures, in place of the project's");
    command.add_flag("--no-evaluation", options.isUnevaluated, "Compile only")->excludes(data);
    command.add_flag("--reuse", options.mayReuse,
                     "Take over earlier runs of sweeps with the same config, toolchain and input files");
    command.add_option("--timeout", options.timeoutSeconds, "Seconds after which a compilation is ended; 0 for never")
        ->check(CLI::NonNegativeNumber);
    command.add_flag("--csv", options.asCsv, "Print the table with commas between the columns");
    command.add_flag("--verbose", options.verbose, "Show the toolchain's log on standard error");
}

} // namespace

void addSweep(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "sweep", "Compiles and evaluates the config once for each value of a key, or each pair of values of two");
    auto options = std::make_shared<SweepOptions>();
    command->add_option("PROJECT", options->project, "A project: folder, project file or conversion YAML")->required();
    auto* keys = command->add_option("--key", options->keys,
                                     "A key and its values: calibration_type=max,kl. Give it twice for every pair. "
                                     "Quotes hold a value with commas; empty quotes leave the key out");
    keys->allow_extra_args(false);
    auto* shown = command->add_option("--show", options->shown, "An earlier sweep by its id, or latest");
    shown->excludes(keys);
    addChoices(*command, *options);
    command->callback([&chosen, options, keys, shown] {
        if (keys->count() == 0 && shown->count() == 0)
            throw CLI::RequiredError("--key or --show");
        chosen = [options](Context& context) { return run(*options, context); };
    });
}

} // namespace driftscope::cli
