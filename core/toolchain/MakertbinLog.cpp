// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/MakertbinLog.h"

#include "core/process/LineSplitter.h"
#include "core/toolchain/LogBin.h"
#include "core/toolchain/LogBoard.h"
#include "core/toolchain/LogInputs.h"
#include "core/toolchain/LogLimits.h"
#include "core/toolchain/LogMessages.h"
#include "core/toolchain/LogTables.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LogFiles
{
    Q_DECLARE_TR_FUNCTIONS(LogFiles)
};

constexpr qsizetype pieceBytes = qsizetype(1) << 20; // the lines of a piece stand in memory at once

/// An excerpt may hold the table alone. Types of the float stages came with the latest generation.
LogGeneration generationOfTable(const QList<LogNode>& nodes)
{
    for (const LogNode& node : nodes) {
        if (node.type == "HzPreprocess"_L1)
            return LogGeneration::Of2025;
        if (node.type == "HzSQuantizedPreprocess"_L1 && !node.dataType.isEmpty())
            return node.dataType.contains(u'/') ? LogGeneration::Of2023 : LogGeneration::Of2025;
    }
    return LogGeneration::Unknown;
}

} // namespace

/// The stack: a line is offered to each parser in turn until one takes it.
struct MakertbinLogParser::Private
{
    MakertbinLog log;
    LineSplitter splitter;
    LogTableParser tables;
    VersionParser versions;
    PhaseParser phases;
    ModelParser model;
    CompilerParser compiler;
    TrailerParser trailer;
    InputParser inputs;
    ModificationParser modification;
    ComparisonParser comparison;
    BoardParser board;
    CommandLineParser commands;
    ProblemParser problems;
    NoiseParser noise;

    void handle(const QString& text);
    [[nodiscard]] bool offer(const LogLine& line);
    void noteOutcome(const LogLine& line);
};

/// A log may hold several runs one after the other: rows are kept of all, the outcome is that of the last.
void MakertbinLogParser::Private::noteOutcome(const LogLine& line)
{
    if (line.message.startsWith(u"Start hb_mapper")) {
        log.succeeded = false;
        phases.restart();
        trailer.restart();
        inputs.restart();
        compiler.restart();
        log.inputs.clear();
        log.calibration = {};
    }
    // "sucessfully" in the versions of 2021
    if (line.message.startsWith(u"Convert to runtime bin file suc"))
        log.succeeded = true;
}

bool MakertbinLogParser::Private::offer(const LogLine& line)
{
    const bool isNoise = noise.handleLine(line); // sees every line, to know where its blocks begin and end
    const bool isVersion = versions.handleLine(line, log);
    const bool isTrailer = trailer.handleLine(line, log);
    const bool isInput = inputs.handleLine(line, log);
    const bool isModel = model.handleLine(line, log);
    const bool isModification = modification.handleLine(line, log);
    const bool isBoard = board.handleLine(line, log);
    const bool isCommand = commands.handleLine(line, log);
    const bool isTable = tables.handleLine(line, log);
    const bool isPhase = phases.handleLine(line, log);
    const bool isCompiler = compiler.handleLine(line, log);
    const bool isComparison = comparison.handleLine(line, log);
    // What belongs to a table or a dump is no message, whatever words are in it.
    const bool isContent = isTable || isInput || isModification || isBoard || isCommand;
    const bool isProblem = !isContent && problems.handleLine(line, log);
    return isContent || isVersion || isPhase || isCompiler || isTrailer || isModel || isComparison || isProblem
        || isNoise;
}

void MakertbinLogParser::Private::handle(const QString& text)
{
    ++log.lines;
    const QString line = withoutProgressBars(text);
    const LogLine read = readLogLine(line, log.lines);
    noteOutcome(read);
    const bool isUnderstood = offer(read);
    if (noise.isInArrays())
        ++log.arrayLines;
    if (isUnderstood || line.trimmed().isEmpty())
        return;
    ++log.unparsedLines;
    constexpr qsizetype shown = 200;
    if (log.unparsed.size() < logLimit::unparsed)
        log.unparsed.append({log.lines, line.left(shown)});
}

MakertbinLogParser::MakertbinLogParser()
    : m_d(std::make_unique<Private>())
{ }

MakertbinLogParser::~MakertbinLogParser() = default;

void MakertbinLogParser::feed(const QByteArray& bytes)
{
    for (const QString& line : m_d->splitter.feed(bytes))
        m_d->handle(line);
}

void MakertbinLogParser::handleLine(const QString& line)
{
    m_d->handle(line);
}

void MakertbinLogParser::finish()
{
    for (const QString& line : m_d->splitter.flush())
        m_d->handle(line);
    m_d->modification.close(m_d->log);
    m_d->tables.close();
    m_d->phases.restart();
    m_d->trailer.restart();
    if (m_d->log.tool.isEmpty() && !(m_d->log.nodes.isEmpty() && m_d->log.outputs.isEmpty()))
        m_d->log.tool = u"hb_mapper"_s; // an excerpt: no other tool prints these tables
    if (m_d->log.generation == LogGeneration::Unknown)
        m_d->log.generation = generationOfTable(m_d->log.nodes);
}

const MakertbinLog& MakertbinLogParser::log() const
{
    return m_d->log;
}

MakertbinLog parseMakertbinLog(const QByteArray& text)
{
    MakertbinLogParser parser;
    for (qsizetype at = 0; at < text.size(); at += pieceBytes)
        parser.feed(QByteArray::fromRawData(text.constData() + at, std::min(pieceBytes, text.size() - at)));
    parser.finish();
    return parser.log();
}

Result<MakertbinLog> readMakertbinLog(const QString& file)
{
    QFile log(file);
    MakertbinLogParser parser;
    if (log.open(QIODevice::ReadOnly)) {
        while (!log.atEnd() && log.error() == QFileDevice::NoError)
            parser.feed(log.read(pieceBytes));
    }
    if (log.error() != QFileDevice::NoError)
        return failure(
            ErrorKind::Unreadable,
            LogFiles::tr("The log “%1” cannot be read (%2); check its permissions.").arg(file, log.errorString()));
    parser.finish();
    return parser.log();
}

} // namespace driftscope
