// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompileAnswer.h"

#include "core/history/RunIndex.h"
#include "core/history/RunSummaryJson.h"
#include "core/project/Project.h"
#include "core/report/Json.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/TakeUp.h"

#include <QDir>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct RunsOptions
{
    std::string subject;
    std::string search;
    std::string orderBy;
    bool isAscending = false;
    int limit = 0;
    std::vector<std::string> compared;
    std::vector<std::string> note;
    std::string takenUp;
};

/// A folder that holds runs is taken as it is; anything else is a project.
Result<QString> runsFolderOf(const QString& subject)
{
    const QDir folder(subject);
    const QStringList inside = folder.exists() ? folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot) : QStringList();
    const auto isRun
        = [&](const QString& name) { return QFileInfo::exists(folder.filePath(name + u'/' + runRecordFile)); };
    if (std::ranges::any_of(inside, isRun))
        return folder.absolutePath();
    auto project = openProject(subject);
    if (!project)
        return forward(project);
    return project->runsFolder;
}

Result<std::unique_ptr<RunIndex>> openIndex(const QString& folder, Context& context)
{
    if (!QFileInfo(folder).isDir())
        return failure(ErrorKind::NotFound,
                       u"There are no runs yet: the folder “%1” does not exist; compile first."_s.arg(folder));
    auto index = RunIndex::open(folder);
    if (!index)
        return index;
    if (const auto read = (*index)->refresh(context.cancel, context.progress); !read)
        return forward(read);
    return index;
}

/// `latest`, `previous`, or the id of a run.
Result<RunSummary> runNamed(const QString& name, const RunIndex& index, const QString& folder)
{
    const QList<RunSummary> runs = index.find({});
    if (name == u"latest"_s && !runs.isEmpty())
        return runs.first();
    if (name == u"previous"_s && runs.size() > 1)
        return runs[1];
    const auto found = std::ranges::find(runs, name, &RunSummary::id);
    if (found != runs.end())
        return *found;
    return failure(
        ErrorKind::NotFound,
        u"There is no run “%1” in “%2”; driftscope-cli runs lists those that are there."_s.arg(name, folder));
}

QString line(const RunSummary& run)
{
    QStringList parts{run.id, compileStatusName(run.status), run.march};
    for (auto metric = run.metrics.constBegin(); metric != run.metrics.constEnd(); ++metric)
        parts.append(metric.key() + u' ' + metricText(metric.key(), metric.value()));
    for (const QString& sweep : run.sweep.sweeps)
        parts.append(sweep + u' ' + sweepSettingsText(run.sweep.settings));
    if (!run.note.isEmpty())
        parts.append(u'“' + run.note.section(u'\n', 0, 0) + u'”');
    parts.removeAll(QString());
    return parts.join(u"  "_s);
}

Answer list(const RunsOptions& options, const RunIndex& index)
{
    RunQuery query = parseRunQuery(QString::fromStdString(options.search));
    query.orderBy = QString::fromStdString(options.orderBy);
    query.isAscending = options.isAscending;
    query.limit = options.limit;
    QJsonArray runs;
    QString text;
    QTextStream out(&text);
    for (const RunSummary& run : index.find(query)) {
        runs.append(runSummaryJson(run));
        out << line(run) << '\n';
    }
    out << runs.size() << " of " << index.count() << " runs, " << index.totalBytes() / 1000000 << " MB on disk";
    return {{{u"runs"_s, runs}, {u"count"_s, index.count()}, {u"total_bytes"_s, index.totalBytes()}},
            text,
            NothingToReport,
            {}};
}

Result<Answer> compare(const RunsOptions& options, const RunIndex& index, const QString& folder)
{
    const auto before = runNamed(QString::fromStdString(options.compared[0]), index, folder);
    if (!before)
        return forward(before);
    const auto after = runNamed(QString::fromStdString(options.compared[1]), index, folder);
    if (!after)
        return forward(after);
    const auto schema = ConfigSchema::load();
    if (!schema)
        return forward(schema);
    const auto comparison = compareRuns(*before, *after, *schema, loadStageGraph);
    if (!comparison)
        return forward(comparison);
    QJsonObject json = runComparisonJson(*comparison);
    json[u"before"_s] = runSummaryJson(*before);
    json[u"after"_s] = runSummaryJson(*after);
    const QStringList sentences = comparisonSentences(*comparison);
    const QString text = u"%1 → %2\n"_s.arg(before->id, after->id)
        + (sentences.isEmpty() ? u"Nothing differs."_s : sentences.join(u'\n'));
    return Answer{json, text, sentences.isEmpty() ? NothingToReport : Findings, {}};
}

Result<Answer> takeUp(const RunsOptions& options, const RunIndex& index, const QString& folder, Context& context)
{
    const auto left = runNamed(QString::fromStdString(options.takenUp), index, folder);
    if (!left)
        return forward(left);
    return compileAnswer(takeUpRun(left->folder, {}, context.cancel, context.progress));
}

Result<Answer> run(const RunsOptions& options, Context& context)
{
    const auto folder = runsFolderOf(QString::fromStdString(options.subject));
    if (!folder)
        return forward(folder);
    const auto index = openIndex(*folder, context);
    if (!index)
        return forward(index);
    if (!options.note.empty()) {
        const auto noted = runNamed(QString::fromStdString(options.note[0]), **index, *folder);
        if (!noted)
            return forward(noted);
        if (auto written = writeRunNote(noted->folder, QString::fromStdString(options.note[1])); !written)
            return forward(written);
        return Answer{runSummaryJson(*summarizeRun(noted->folder)), u"Noted."_s, NothingToReport, {}};
    }
    if (!options.takenUp.empty())
        return takeUp(options, **index, *folder, context);
    return options.compared.empty() ? Result<Answer>(list(options, **index)) : compare(options, **index, *folder);
}

} // namespace

void addRuns(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("runs", "The runs that were kept: list, search, compare, note");
    auto options = std::make_shared<RunsOptions>();
    command->add_option("PROJECT", options->subject, "A project, or a folder of runs")->required();
    command->add_option("--search", options->search, "Words and bounds: \"nhwc top1.board<50%\"");
    command->add_option("--by", options->orderBy, "Order by a metric, such as top1.board; without it by time");
    command->add_flag("--ascending", options->isAscending, "The oldest or lowest first");
    command->add_option("--limit", options->limit, "At most so many")->check(CLI::NonNegativeNumber);
    auto* takenUp = command->add_option("--take-up", options->takenUp,
                                        "A run that goes on on another machine: followed to its results");
    auto* compared = command->add_option("--compare", options->compared,
                                         "Two runs, by id or as previous and latest: what changed and what it did");
    compared->expected(2);
    command->add_option("--note", options->note, "A run and a text to keep with it; an empty text takes it away")
        ->expected(2)
        ->excludes(compared)
        ->excludes(takenUp);
    compared->excludes(takenUp);
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
