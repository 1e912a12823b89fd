// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ChainReports.h"

#include "core/base/Files.h"
#include "core/process/LineSplitter.h"
#include "core/toolchain/SideFiles.h"

namespace driftscope {

namespace {

constexpr qint64 largestReport = 256 * 1024 * 1024;

/// Reads and parses one report; the sentence of a failure goes to `problems`.
template <typename Parse>
auto readReport(const QString& path, const Parse& parse, QStringList& problems)
    -> std::optional<FromFile<typename decltype(parse(QByteArray(), path))::value_type>>
{
    if (path.isEmpty())
        return std::nullopt;
    const auto content = readFile(path, largestReport);
    if (!content) {
        problems.append(content.error().message);
        return std::nullopt;
    }
    auto parsed = parse(*content, path);
    if (!parsed) {
        problems.append(parsed.error().message);
        return std::nullopt;
    }
    return FromFile<typename decltype(parse(QByteArray(), path))::value_type>{path, std::move(*parsed)};
}

void addLog(LoadedChain& chain, const MakertbinLog* log, const QString& path)
{
    // What a window holds before anything was compiled is a log without lines.
    if (log != nullptr && log->lines > 0) {
        chain.log = std::make_shared<const MakertbinLog>(*log);
    } else if (!path.isEmpty()) {
        if (const auto text = readFile(path, largestReport)) {
            chain.log = std::make_shared<const MakertbinLog>(parseMakertbinLog(*text));
            chain.logFile = path;
            chain.logLines = logLinesOf(*text);
        }
    }
}

} // namespace

QStringList logLinesOf(const QByteArray& text)
{
    LineSplitter splitter;
    QStringList lines = splitter.feed(text);
    lines += splitter.flush();
    return lines;
}

void addReports(LoadedChain& chain, const MakertbinLog* log)
{
    QStringList files;
    for (const LoadedStage& stage : chain.stages)
        files.append(stage.file);
    const SideFiles side = findSideFiles(files);
    QStringList problems;
    addLog(chain, log, side.log);
    AnnotationSubject subject;
    subject.stages = chain.graphs();
    subject.log = chain.log.get();
    subject.logFile = chain.logFile;
    subject.quantInfo = readReport(side.quantInfo, parseQuantInfo, problems);
    subject.perfGraph = readReport(side.perfGraph, parsePerfGraph, problems);
    subject.profile = readReport(side.profile, parseProfilerReport, problems);
    for (const QString& path : side.subgraphReports) {
        if (auto report = readReport(path, parseSubgraphReport, problems))
            subject.subgraphs.append(std::move(*report));
    }
    subject.problems = problems;
    chain.annotations = StageAnnotations::annotate(subject);
}

} // namespace driftscope
