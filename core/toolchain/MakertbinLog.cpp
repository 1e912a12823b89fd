// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/MakertbinLog.h"

#include "core/process/LineSplitter.h"
#include "core/toolchain/LogInputs.h"
#include "core/toolchain/LogMessages.h"
#include "core/toolchain/LogTables.h"

namespace driftscope {

/// The stack: a line is offered to each parser in turn until one takes it.
struct MakertbinLogParser::Private
{
    MakertbinLog log;
    LogTableParser tables;
    VersionParser versions;
    PhaseParser phases;
    CompilerParser compiler;
    TrailerParser trailer;
    InputParser inputs;
    ProblemParser problems;
    NoiseParser noise;

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
        log.inputs.clear();
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
    return tables.handleLine(line, log) || isVersion || phases.handleLine(line, log) || compiler.handleLine(line, log)
        || isTrailer || isInput || problems.handleLine(line, log) || isNoise;
}

MakertbinLogParser::MakertbinLogParser()
    : m_d(std::make_unique<Private>())
{ }

MakertbinLogParser::~MakertbinLogParser() = default;

void MakertbinLogParser::handleLine(const QString& line)
{
    ++m_d->log.lines;
    const LogLine read = readLogLine(line, m_d->log.lines);
    m_d->noteOutcome(read);
    if (!m_d->offer(read) && !line.trimmed().isEmpty())
        ++m_d->log.unparsedLines;
}

void MakertbinLogParser::finish()
{
    m_d->tables.close();
    m_d->phases.restart();
    m_d->trailer.restart();
}

const MakertbinLog& MakertbinLogParser::log() const
{
    return m_d->log;
}

MakertbinLog parseMakertbinLog(const QByteArray& text)
{
    LineSplitter splitter;
    MakertbinLogParser parser;
    QStringList lines = splitter.feed(text);
    lines += splitter.flush();
    for (const QString& line : std::as_const(lines))
        parser.handleLine(line);
    parser.finish();
    return parser.log();
}

} // namespace driftscope
