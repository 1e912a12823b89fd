// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LogText.h"

#include "core/toolchain/KnownMessages.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QString number(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'g', 7) : u"-"_s;
}

QString milliseconds(double value)
{
    return value < 0 ? u"-"_s : QString::number(value, 'f', 3) % " ms"_L1;
}

void describeHead(const MakertbinLog& log, QTextStream& out)
{
    QStringList words{log.tool, log.command, log.version};
    words.removeAll(QString());
    out << words.join(u' ');
    if (log.generation != LogGeneration::Unknown)
        out << " (format of " << logGenerationName(log.generation) << ')';
    out << '\n';
    for (const auto& [name, version] : log.versions)
        out << "  " << name << ' ' << version << '\n';
    for (const LogPhase& phase : log.phases) {
        out << "  " << phase.name << ": ";
        out << (!phase.finished         ? u"unfinished"_s
                    : phase.seconds < 0 ? u"finished"_s
                                        : QString::number(phase.seconds, 'f', 1) % " s"_L1)
            << '\n';
    }
}

void describeTables(const MakertbinLog& log, QTextStream& out)
{
    if (!log.nodes.isEmpty())
        out << log.nodes.size() << " nodes: device, subgraph, type, cosine, threshold, data type\n";
    for (const LogNode& node : log.nodes) {
        out << "  " << (node.truncated ? "..." : "") << node.name << "  " << node.device << ' '
            << (node.subgraph.isEmpty() ? u"--"_s : node.subgraph) << ' ' << node.type << ' ' << number(node.cosine)
            << ' ' << number(node.threshold) << ' ' << node.dataType << '\n';
    }
    for (const LogOutput& output : log.outputs) {
        out << "  output " << output.name << ": cosine " << output.cosine << ", L1 " << output.l1 << ", L2 "
            << output.l2 << ", Chebyshev " << output.chebyshev << '\n';
    }
    for (const LogSubgraph& subgraph : log.subgraphs) {
        out << "  subgraph " << subgraph.name << ": " << subgraph.latencyUs << " µs, " << subgraph.fps << " FPS, "
            << subgraph.ddrBytes << " bytes of memory traffic\n";
    }
}

void describeBuild(const MakertbinLog& log, QTextStream& out)
{
    for (const LogInput& input : log.inputs) {
        if (input.sampleNumbers > 0) {
            out << "  calibration of " << input.name << ": " << input.sampleArrays << " samples shown, values from "
                << input.samplesLeast << " to " << input.samplesMost << ", mean " << input.samplesMean << ", "
                << input.sampleFractions << " of " << input.sampleNumbers << " not whole\n";
        }
    }
    if (!log.calibration.method.isEmpty())
        out << "  calibration method: " << log.calibration.method
            << (log.calibration.selected.isEmpty() ? QString() : u", chosen "_s % log.calibration.selected) << '\n';
    if (!log.compilerFlags.isEmpty())
        out << "  compiler flags: " << log.compilerFlags.join(u' ') << '\n';
    for (const auto& [key, value] : log.parameters)
        out << "  " << key << ": " << value << '\n';
}

void describeBoard(const MakertbinLog& log, QTextStream& out)
{
    for (const LogBoardTensor& tensor : log.boardTensors) {
        out << (tensor.isOutput ? "  output[" : "  input[") << tensor.index << "] " << tensor.property(u"name"_s)
            << ": " << tensor.property(u"valid shape"_s) << ' ' << tensor.property(u"tensor type"_s) << ' '
            << tensor.property(u"tensor layout"_s) << '\n';
    }
    for (const LogBoardPerf& perf : log.boardPerfs) {
        out << "  perf: " << perf.frames << " frames, average " << milliseconds(perf.averageMs) << ", "
            << QString::number(perf.fps, 'f', 2) << " FPS\n";
    }
    const LogModification& changes = log.modification;
    if (!changes.nodes.isEmpty() || !changes.tensors.isEmpty())
        out << "  the .bin holds " << changes.nodes.size() << " nodes and " << changes.tensors.size() << " tensors\n";
    for (const QString& name : changes.removed)
        out << "  removed " << name << '\n';
    for (const QString& name : changes.removedBefore)
        out << "  removed before " << name << '\n';
    if (!changes.savedAs.isEmpty())
        out << "  saved as " << changes.savedAs << '\n';
    for (const LogComparison& comparison : log.comparisons) {
        out << "  compared " << comparison.sources
            << (comparison.output.isEmpty() ? QString() : u", "_s % comparison.output) << ':';
        for (const auto& [name, value] : comparison.figures)
            out << ' ' << name << ' ' << value << ';';
        out << (comparison.passed ? *comparison.passed ? " passed" : " failed" : " without a verdict") << '\n';
    }
}

void describeProblems(const MakertbinLog& log, QTextStream& out)
{
    for (const Diagnostic& finding : log.diagnostics) {
        out << "line " << finding.range.line << ": " << severityName(finding.severity) << ": " << finding.message
            << '\n';
        const KnownMessage* known = messageOf(finding, KnownMessages::english());
        if (known == nullptr)
            continue;
        out << "    " << known->meaning << "\n    Likely cause: " << known->cause
            << "\n    What to do: " << known->action << '\n';
        for (const MessageCheck& check : known->checks)
            out << "    - " << check.cause << "\n      Check: " << check.check << "\n      " << check.tells << '\n';
        if (!known->keys.isEmpty())
            out << "    Key: " << known->keys.join(u", "_s) << '\n';
    }
    out << log.unparsedLines << " of " << log.lines << " lines were not understood.";
    for (const UnparsedLine& line : log.unparsed)
        out << "\n  line " << line.number << ": " << line.text;
    if (log.droppedRecords > 0)
        out << '\n' << log.droppedRecords << " records more than are kept were left out.";
}

} // namespace

QString describe(const MakertbinLog& log)
{
    QString text;
    QTextStream out(&text);
    describeHead(log, out);
    describeTables(log, out);
    describeBuild(log, out);
    describeBoard(log, out);
    describeProblems(log, out);
    return text;
}

QString describe(const ProfilerReport& report)
{
    QString text;
    QTextStream out(&text);
    out << "hrt_model_exec perf " << report.modelName << ": " << report.frames << " frames, average "
        << milliseconds(report.averageMs);
    for (const NodeLatency& node : report.nodes) {
        out << "\n  " << node.name << ": average " << milliseconds(node.averageMs) << ", max "
            << milliseconds(node.longestMs) << ", min " << milliseconds(node.shortestMs);
    }
    return text;
}

} // namespace driftscope::cli
