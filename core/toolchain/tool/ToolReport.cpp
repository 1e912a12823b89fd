// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/ToolReport.h"

#include "core/base/Files.h"
#include "core/toolchain/PerfGraph.h"
#include "core/toolchain/SubgraphReport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 mostReportBytes = qint64(64) << 20;
constexpr qsizetype mostRows = 20000;

struct ToolTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ToolReport)
};

void addTable(ToolReport& report, ToolTable table)
{
    if (!table.rows.isEmpty())
        report.tables.append(std::move(table));
}

QString shown(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

QString shown(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'g', 7) : QString();
}

void addNames(ToolReport& report, const QString& key, const QString& title, const QStringList& names)
{
    ToolTable table{key, title, {ToolTexts::tr("Node")}, {}};
    for (const QString& name : names)
        table.rows.append({name});
    addTable(report, std::move(table));
}

/// checker and makertbin: where each node runs.
void addNodes(ToolReport& report, const MakertbinLog& log)
{
    ToolTable table{u"nodes"_s,
                    ToolTexts::tr("Nodes"),
                    {ToolTexts::tr("Node"), ToolTexts::tr("Device"), ToolTexts::tr("Subgraph"), ToolTexts::tr("Type"),
                     ToolTexts::tr("Data type"), ToolTexts::tr("Cosine")},
                    {}};
    QSet<QString> subgraphs;
    qsizetype onBpu = 0;
    for (const LogNode& node : log.nodes) {
        onBpu += node.device == "BPU"_L1 ? 1 : 0;
        if (!node.subgraph.isEmpty())
            subgraphs.insert(node.subgraph);
        if (table.rows.size() < mostRows)
            table.rows.append({(node.truncated ? u"…"_s : QString()) + node.name, node.device, node.subgraph, node.type,
                               node.dataType, shown(node.cosine)});
    }
    if (!log.nodes.isEmpty()) {
        report.verdict = ToolTexts::tr("%1 of %2 nodes run on the BPU, in %n subgraphs.", nullptr,
                                       static_cast<int>(subgraphs.size()))
                             .arg(onBpu)
                             .arg(log.nodes.size());
    }
    addTable(report, std::move(table));
}

/// The line of the log that names a subgraph, and the file beside it that says more.
void addSubgraphs(ToolReport& report, const ToolRun& run)
{
    ToolTable table{u"subgraphs"_s,
                    ToolTexts::tr("Estimated speed"),
                    {ToolTexts::tr("Subgraph"), ToolTexts::tr("Latency (µs)"), ToolTexts::tr("Frames a second"),
                     ToolTexts::tr("Memory traffic (bytes)"), ToolTexts::tr("Operations")},
                    {}};
    QMap<QString, SubgraphReport> files;
    for (const QString& file : run.files) {
        if (!file.endsWith(".json"_L1))
            continue;
        const auto content = readFile(file, mostReportBytes);
        if (!content)
            continue;
        if (const auto read = parseSubgraphReport(*content, file))
            files.insert(QFileInfo(file).completeBaseName(), *read);
    }
    double latency = 0.0;
    for (const LogSubgraph& subgraph : run.log.subgraphs) {
        const auto file = files.constFind(subgraph.name);
        latency += subgraph.latencyUs;
        table.rows.append(
            {subgraph.name, shown(subgraph.latencyUs, 1), shown(subgraph.fps, 2),
             subgraph.ddrBytes > 0 ? QString::number(subgraph.ddrBytes) : QString(),
             file != files.constEnd() && file->operations > 0 ? QString::number(file->operations) : QString()});
    }
    if (!table.rows.isEmpty() && report.verdict.isEmpty()) {
        report.verdict = ToolTexts::tr("The BPU is estimated to take %1 ms a frame, in %n subgraphs.", nullptr,
                                       static_cast<int>(table.rows.size()))
                             .arg(shown(latency / 1000.0, 3));
    }
    addTable(report, std::move(table));
}

/// hb_perf's drawing, as a list of who runs where and what goes in.
void addDrawing(ToolReport& report, const ToolRun& run)
{
    for (const QString& file : run.files) {
        if (!QFileInfo(file).suffix().isEmpty())
            continue;
        const auto content = readFile(file, mostReportBytes);
        if (!content || !looksLikePerfGraph(*content))
            continue;
        const auto graph = parsePerfGraph(*content, file);
        if (!graph)
            continue;
        ToolTable table{u"drawing"_s,
                        ToolTexts::tr("What runs where"),
                        {ToolTexts::tr("Node"), ToolTexts::tr("Type"), ToolTexts::tr("Takes")},
                        {}};
        for (const PerfGraphNode& node : graph->nodes) {
            QStringList takes;
            for (const PerfGraphEdge& edge : graph->edges) {
                if (edge.to == node.name)
                    takes.append(edge.label);
            }
            if (table.rows.size() < mostRows)
                table.rows.append({node.name, node.type, takes.join(u"; "_s)});
        }
        addTable(report, std::move(table));
    }
}

void addPairs(ToolReport& report, const QString& key, const QString& title, const LogPairs& pairs)
{
    ToolTable table{key, title, {ToolTexts::tr("Key"), ToolTexts::tr("Value")}, {}};
    for (const auto& [name, value] : pairs)
        table.rows.append({name, value});
    addTable(report, std::move(table));
}

void readModelInfo(ToolReport& report, const MakertbinLog& log)
{
    const QStringList& removed = log.modification.removedBefore;
    if (!log.parameters.isEmpty())
        report.verdict = removed.isEmpty()
            ? ToolTexts::tr("The model is as it was built.")
            : ToolTexts::tr("%n nodes were removed from the model; the board program must do what they did.", nullptr,
                            static_cast<int>(removed.size()));
    addPairs(report, u"parameters"_s, ToolTexts::tr("Built with"), log.parameters);
    addPairs(report, u"versions"_s, ToolTexts::tr("Versions"), log.versions);
    addNames(report, u"removed_before"_s, ToolTexts::tr("Removed nodes"), removed);
}

void readModification(ToolReport& report, const MakertbinLog& log)
{
    const LogModification& changes = log.modification;
    if (!changes.removed.isEmpty())
        report.verdict = ToolTexts::tr("%n nodes were removed; the changed model is “%1”.", nullptr,
                                       static_cast<int>(changes.removed.size()))
                             .arg(changes.savedAs);
    else if (!changes.removable.isEmpty())
        report.verdict = ToolTexts::tr("%n nodes can be removed.", nullptr, static_cast<int>(changes.removable.size()));
    else
        report.verdict = ToolTexts::tr("Nothing was removed.");
    addNames(report, u"removed"_s, ToolTexts::tr("Removed nodes"), changes.removed);
    addNames(report, u"removable"_s, ToolTexts::tr("Nodes that can be removed"), changes.removable);
}

QString figureOf(const LogComparison& comparison, std::initializer_list<QLatin1StringView> names)
{
    for (const auto& [name, value] : comparison.figures) {
        if (std::ranges::find(names, name) != names.end())
            return value;
    }
    return {};
}

/// A tool that halts without a word of failure has compared nothing.
void readComparisons(ToolReport& report, const MakertbinLog& log)
{
    ToolTable table{u"comparisons"_s,
                    ToolTexts::tr("Comparisons"),
                    {ToolTexts::tr("Compared"), ToolTexts::tr("Output"), ToolTexts::tr("Result"),
                     ToolTexts::tr("Differing values"), ToolTexts::tr("Values"), ToolTexts::tr("Largest difference")},
                    {}};
    // Behind the verdicts on single outputs comes one on all of them, which is no further comparison.
    const bool isByOutput = std::ranges::any_of(
        log.comparisons, [](const LogComparison& comparison) { return !comparison.output.isEmpty(); });
    qsizetype failed = 0;
    qsizetype judged = 0;
    for (const LogComparison& comparison : log.comparisons) {
        const bool isCounted = comparison.passed && !(isByOutput && comparison.output.isEmpty());
        failed += isCounted && !*comparison.passed ? 1 : 0;
        judged += isCounted ? 1 : 0;
        table.rows.append({comparison.sources, comparison.output,
                           !comparison.passed       ? ToolTexts::tr("no verdict")
                               : *comparison.passed ? ToolTexts::tr("passed")
                                                    : ToolTexts::tr("failed"),
                           figureOf(comparison, {"mismatch result num"_L1, "mismatch line num"_L1}),
                           figureOf(comparison, {"total result num"_L1, "total line num"_L1}),
                           figureOf(comparison, {"max abs error"_L1})});
    }
    addTable(report, std::move(table));
    const auto halt = std::ranges::find_if(
        log.diagnostics, [](const Diagnostic& finding) { return finding.message.contains("program halted"_L1); });
    if (halt != log.diagnostics.cend()) {
        report.passed = false;
        report.verdict = ToolTexts::tr("Nothing came back from the board, so the comparison was given up: “%1”.")
                             .arg(halt->message);
    } else if (judged > 0) {
        report.passed = failed == 0;
        report.verdict = failed == 0 ? ToolTexts::tr("All %n comparisons passed.", nullptr, static_cast<int>(judged))
                                     : ToolTexts::tr("%1 of %2 comparisons failed.").arg(failed).arg(judged);
    } else {
        report.verdict = ToolTexts::tr("The tool compared nothing.");
    }
}

/// Warnings and errors, with what is known of each.
void addMessages(ToolReport& report, const MakertbinLog& log, const KnownMessages& messages)
{
    ToolTable table{u"messages"_s,
                    ToolTexts::tr("Messages"),
                    {ToolTexts::tr("Line"), ToolTexts::tr("Message"), ToolTexts::tr("Meaning"),
                     ToolTexts::tr("Likely cause"), ToolTexts::tr("What to do")},
                    {}};
    for (const Diagnostic& finding : log.diagnostics) {
        const KnownMessage* known = messageOf(finding, messages);
        QStringList row{QString::number(finding.range.line), finding.message};
        row += known == nullptr ? QStringList{{}, {}, {}} : QStringList{known->meaning, known->cause, known->action};
        table.rows.append(row);
    }
    addTable(report, std::move(table));
}

/// Where a message has several causes: how to tell them apart, in the order in which to look.
void addChecks(ToolReport& report, const MakertbinLog& log, const KnownMessages& messages)
{
    ToolTable table{u"checks"_s,
                    ToolTexts::tr("Which cause it is"),
                    {ToolTexts::tr("Possible cause"), ToolTexts::tr("Check"), ToolTexts::tr("What it tells")},
                    {}};
    QStringList explained;
    for (const Diagnostic& finding : log.diagnostics) {
        const KnownMessage* known = messageOf(finding, messages);
        if (known == nullptr || explained.contains(known->id))
            continue;
        explained.append(known->id);
        for (const MessageCheck& check : known->checks)
            table.rows.append({check.cause, check.check, check.tells});
    }
    addTable(report, std::move(table));
}

} // namespace

ToolReport readToolReport(const ToolRun& run, const KnownMessages& messages)
{
    ToolReport report;
    if (run.tool == "checker"_L1 || run.tool == "fast_perf"_L1) {
        addNodes(report, run.log);
        addSubgraphs(report, run);
    } else if (run.tool == "hb_perf"_L1) {
        addSubgraphs(report, run);
        addDrawing(report, run);
    } else if (run.tool == "hb_model_info"_L1) {
        readModelInfo(report, run.log);
    } else if (run.tool == "hb_model_modifier"_L1) {
        readModification(report, run.log);
    } else if (run.tool == "hb_verifier"_L1 || run.tool == "hb_model_verifier"_L1) {
        readComparisons(report, run.log);
    }
    addMessages(report, run.log, messages);
    addChecks(report, run.log, messages);
    if (!run.message.isEmpty() && run.status != CompileStatus::Succeeded) // and what was read of it stands below
        report.verdict = report.passed == std::optional(false) ? report.verdict : run.message;
    return report;
}

} // namespace driftscope
