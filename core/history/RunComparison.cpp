// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunComparison.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct RunComparisons
{
    Q_DECLARE_TR_FUNCTIONS(RunComparisons)
};

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return RunComparisons::tr("Float model");
    case Stage::OriginalFloat:
        return RunComparisons::tr("Original float model");
    case Stage::OptimizedFloat:
        return RunComparisons::tr("Optimized model");
    case Stage::Calibrated:
        return RunComparisons::tr("Calibrated model");
    case Stage::Quantized:
        return RunComparisons::tr("Quantized model");
    case Stage::Board:
        break;
    }
    return RunComparisons::tr("Board model");
}

/// Keys whose value names the run's folder: they differ between any two runs.
bool namesTheRun(const QString& key)
{
    return key == u"model_parameters.working_dir"_s;
}

Result<ConfigDocument> configOf(const RunSummary& run)
{
    if (!run.configFile.isEmpty())
        return ConfigDocument::load(run.configFile);
    return failure(ErrorKind::NotFound,
                   RunComparisons::tr("The config of the run %1 is gone, so the run cannot be compared.").arg(run.id));
}

QHash<Stage, QString> filesByStage(const RunSummary& run)
{
    QHash<Stage, QString> files;
    if (const auto record = readRun(run.folder)) {
        for (const Artifact& artifact : record->artifacts)
            files.insert(artifact.stage, artifact.file);
    }
    return files;
}

QList<GraphChange::ChangedNode> nodesOnlyIn(const Graph& graph, const Graph& other)
{
    QSet<QString> names;
    for (const Node& node : other.nodes())
        names.insert(node.name);
    QList<GraphChange::ChangedNode> only;
    for (const Node& node : graph.nodes()) {
        if (!names.contains(node.name))
            only.append({node.name, node.opType});
    }
    return only;
}

QList<GraphChange> compareStages(const RunSummary& before, const RunSummary& after, const GraphLoader& load)
{
    QList<GraphChange> changes;
    const QHash<Stage, QString> earlier = filesByStage(before);
    const QHash<Stage, QString> later = filesByStage(after);
    for (const Stage stage : allStages) {
        if (!earlier.contains(stage) || !later.contains(stage) || earlier.value(stage) == later.value(stage))
            continue;
        const auto old = load(earlier.value(stage), stage);
        const auto fresh = load(later.value(stage), stage);
        if (!old || !fresh)
            continue;
        GraphChange change = compareNodes(stage, **old, **fresh);
        if (!change.vanished.isEmpty() || !change.appeared.isEmpty())
            changes.append(std::move(change));
    }
    return changes;
}

QString nodesText(const QList<GraphChange::ChangedNode>& nodes)
{
    constexpr qsizetype shown = 3;
    QStringList names;
    for (const GraphChange::ChangedNode& node : nodes.first(qMin(shown, nodes.size())))
        names.append(u"%1 (%2)"_s.arg(node.name, node.type));
    const QString list = names.join(u", "_s);
    return nodes.size() <= shown
        ? list
        : RunComparisons::tr("%1 and %n more", nullptr, static_cast<int>(nodes.size() - shown)).arg(list);
}

QString configSentence(const ConfigDifference& difference)
{
    const auto said = [](const QString& value, bool isWritten) {
        if (isWritten)
            return value;
        return value.isEmpty() ? RunComparisons::tr("not written")
                               : RunComparisons::tr("not written, which means %1").arg(value);
    };
    return RunComparisons::tr("%1: %2 became %3.")
        .arg(difference.key, said(difference.before, difference.isBeforeWritten),
             said(difference.after, difference.isAfterWritten));
}

QString metricSentence(const MetricChange& change)
{
    const QString title = metricTitle(change.name);
    if (!change.before)
        return RunComparisons::tr("%1: %2, not measured before.").arg(title, metricText(change.name, *change.after));
    if (!change.after)
        return RunComparisons::tr("%1: %2 before, not measured now.")
            .arg(title, metricText(change.name, *change.before));
    return RunComparisons::tr("%1: from %2 to %3.")
        .arg(title, metricText(change.name, *change.before), metricText(change.name, *change.after));
}

} // namespace

QList<MetricChange> compareMetrics(const RunSummary& before, const RunSummary& after)
{
    QSet<QString> seen(before.metrics.keyBegin(), before.metrics.keyEnd());
    seen.unite(QSet<QString>(after.metrics.keyBegin(), after.metrics.keyEnd()));
    QStringList names(seen.begin(), seen.end());
    names.sort();
    QList<MetricChange> changes;
    const auto valueOf = [](const RunSummary& run, const QString& name) {
        return run.metrics.contains(name) ? std::optional(run.metrics.value(name)) : std::nullopt;
    };
    for (const QString& name : std::as_const(names)) {
        const MetricChange change{name, valueOf(before, name), valueOf(after, name)};
        if (change.before != change.after)
            changes.append(change);
    }
    return changes;
}

GraphChange compareNodes(Stage stage, const Graph& before, const Graph& after)
{
    return {stage, nodesOnlyIn(before, after), nodesOnlyIn(after, before)};
}

Result<RunComparison> compareRuns(const RunSummary& before, const RunSummary& after, const ConfigSchema& schema,
                                  const GraphLoader& load)
{
    const auto earlier = configOf(before);
    if (!earlier)
        return forward(earlier);
    const auto later = configOf(after);
    if (!later)
        return forward(later);
    RunComparison comparison;
    comparison.config = compareConfigs(*earlier, *later, schema);
    comparison.config.removeIf([](const ConfigDifference& difference) {
        return namesTheRun(difference.key) || difference.kind == ConfigDifference::Kind::SameMeaning;
    });
    comparison.metrics = compareMetrics(before, after);
    comparison.graphs = compareStages(before, after, load);
    return comparison;
}

QString metricText(const QString& name, double value)
{
    if (name == u"seconds"_s)
        return RunComparisons::tr("%1 s").arg(value, 0, 'f', 1);
    if (name.startsWith(u"top1."_s))
        return RunComparisons::tr("%1 %").arg(value * 100, 0, 'f', 1);
    if (name == u"latency.us"_s)
        return RunComparisons::tr("%1 ms").arg(value / 1000, 0, 'g', 4);
    if (name == u"fps"_s)
        return value < 100 ? QString::number(value, 'g', 3) : QString::number(value, 'f', 0);
    if (name == u"bin.bytes"_s)
        return QLocale::c().formattedDataSize(static_cast<qint64>(value), 1, QLocale::DataSizeSIFormat);
    return name.startsWith(u"cosine."_s) ? QString::number(value, 'f', 6) : QString::number(value);
}

QString metricTitle(const QString& name)
{
    if (name == u"seconds"_s)
        return RunComparisons::tr("Duration");
    if (name == u"nodes.cpu"_s)
        return RunComparisons::tr("Nodes on the CPU");
    if (name == u"cosine.worst"_s)
        return RunComparisons::tr("Cosine of the worst layer");
    if (name == u"cosine.output"_s)
        return RunComparisons::tr("Cosine of the worst output");
    if (name == u"latency.us"_s)
        return RunComparisons::tr("Estimated latency");
    if (name == u"fps"_s)
        return RunComparisons::tr("Estimated frames a second");
    if (name == u"bin.bytes"_s)
        return RunComparisons::tr("Size of the .bin");
    if (const auto stage = stageFromKey(name.section(u'.', 1)); name.startsWith(u"top1."_s) && stage)
        return RunComparisons::tr("Top-1, %1").arg(stageName(*stage));
    return name;
}

QStringList comparisonSentences(const RunComparison& comparison)
{
    QStringList sentences;
    for (const ConfigDifference& difference : comparison.config)
        sentences.append(configSentence(difference));
    for (const GraphChange& change : comparison.graphs) {
        if (!change.vanished.isEmpty())
            sentences.append(
                RunComparisons::tr("%1: %2 went.").arg(stageName(change.stage), nodesText(change.vanished)));
        if (!change.appeared.isEmpty())
            sentences.append(
                RunComparisons::tr("%1: %2 came.").arg(stageName(change.stage), nodesText(change.appeared)));
    }
    for (const MetricChange& change : comparison.metrics)
        sentences.append(metricSentence(change));
    return sentences;
}

} // namespace driftscope
