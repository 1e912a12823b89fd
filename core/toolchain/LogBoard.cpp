// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogBoard.h"

#include "core/toolchain/LogLimits.h"
#include "core/toolchain/LogMessages.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// `Frame count: 200,  Thread Average: 21.25 ms,  thread max latency: …`
double figure(const QString& text, const QString& name)
{
    const qsizetype at = text.indexOf(name);
    if (at < 0)
        return -1.0;
    const QStringView rest = QStringView(text).sliced(at + name.size()).trimmed();
    qsizetype end = 0;
    while (end < rest.size() && (rest[end].isDigit() || rest[end] == u'.' || rest[end] == u'e' || rest[end] == u'-'))
        ++end;
    bool ok = false;
    const double value = rest.first(end).toDouble(&ok);
    return ok ? value : -1.0;
}

int count(const QString& text, const QString& name)
{
    const double value = figure(text, name);
    return value >= 0 && value < 2e9 ? static_cast<int>(value) : -1;
}

/// The perf block with the frame's line in front; versions print one of them or both.
LogBoardPerf& openPerf(MakertbinLog& log, int line)
{
    if (log.boardPerfs.isEmpty())
        log.boardPerfs.append(LogBoardPerf{});
    if (log.boardPerfs.last().line == 0)
        log.boardPerfs.last().line = line;
    return log.boardPerfs.last();
}

} // namespace

QString LogBoardTensor::property(const QString& key) const
{
    for (const auto& [name, value] : properties) {
        if (name == key)
            return value;
    }
    return {};
}

bool BoardParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    return readVersion(line, log) || readHeading(line, log) || readFigures(line, log) || readProperty(line, log);
}

bool BoardParser::readVersion(const LogLine& line, MakertbinLog& log) const
{
    static const QRegularExpression runtime(u"^\\[DNN\\] Runtime version = (\\S+?)(?:_\\((\\S+) HBRT\\))?$"_s);
    static const QRegularExpression builder(u"The model builder version = (\\S+)"_s);
    static const QRegularExpression platform(u"^\\[BPU_PLAT\\] ?BPU Platform Version\\(([^)]*)\\)"_s);
    static const QRegularExpression library(u"^\\[HBRT\\].* version = (\\S+)"_s);
    if (!line.text.startsWith(u'['))
        return false;
    const QString text = messageHead(line.text);
    if (const auto match = runtime.match(text); match.hasMatch())
        noteVersion(log, u"dnn"_s, match.captured(1));
    else if (const auto hbrt = library.match(text); hbrt.hasMatch())
        noteVersion(log, u"hbrt"_s, hbrt.captured(1));
    else if (const auto bpu = platform.match(text); bpu.hasMatch())
        noteVersion(log, u"bpu_platform"_s, bpu.captured(1));
    else if (const auto built = builder.match(text); built.hasMatch())
        noteVersion(log, u"model_builder"_s, built.captured(1));
    else
        return false;
    return true;
}

bool BoardParser::readHeading(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression tensor(u"^(input|output)\\[(\\d{1,6})\\]: *$"_s);
    static const QRegularExpression listed(u"^\\[[\\w.-]+\\]$"_s);
    if (line.hasEnvelope)
        return false;
    const QString text = messageHead(line.text).trimmed();
    if (text.startsWith("[model name]:"_L1)) {
        m_model = text.section(u':', 1).trimmed();
        m_inTensor = false;
        return true;
    }
    if (const auto match = tensor.match(text); match.hasMatch()) {
        m_inTensor = log.boardTensors.size() < logLimit::records;
        LogBoardTensor found;
        found.model = m_model;
        found.isOutput = match.captured(1) == u"output";
        found.index = match.captured(2).toInt();
        found.line = line.number;
        keep(log.boardTensors, found, log);
        return true;
    }
    if (text.startsWith("-----"_L1)) {
        m_inTensor = false;
        return false;
    }
    return text.startsWith("This model file has "_L1) || text.startsWith("Load model to DDR cost "_L1)
        || listed.match(text).hasMatch();
}

bool BoardParser::readProperty(const LogLine& line, MakertbinLog& log) const
{
    static const QRegularExpression entry(u"^([A-Za-z][A-Za-z ]{0,30}): ?(.*)$"_s);
    constexpr qsizetype mostProperties = 32; // the runtime's structure has fewer fields
    if (!m_inTensor || line.hasEnvelope)
        return false;
    const auto match = entry.match(line.text.first(std::min(line.text.size(), logLimit::longText)));
    LogPairs& properties = log.boardTensors.last().properties;
    if (!match.hasMatch())
        return false;
    if (properties.size() < mostProperties)
        properties.append({match.captured(1).trimmed(), match.captured(2).trimmed()});
    return true;
}

bool BoardParser::readFigures(const LogLine& line, MakertbinLog& log) const
{
    if (line.hasEnvelope)
        return false;
    const QString text = messageHead(line.text).trimmed();
    if (text.startsWith("Frame count: "_L1)) {
        LogBoardPerf perf;
        perf.frames = count(text, u"Frame count:"_s);
        perf.averageMs = figure(text, u"Thread Average:"_s);
        perf.longestMs = figure(text, u"thread max latency:"_s);
        perf.shortestMs = figure(text, u"thread min latency:"_s);
        perf.fps = figure(text, u"FPS:"_s);
        perf.line = line.number;
        keep(log.boardPerfs, perf, log);
        return true;
    }
    if (text.startsWith("Thread number is:"_L1))
        openPerf(log, line.number).threads = count(text, u"is:"_s);
    else if (text.startsWith("Frame count   is:"_L1))
        openPerf(log, line.number).frames = count(text, u"is:"_s);
    else if (text.startsWith("Program run time:"_L1))
        openPerf(log, line.number).programMs = figure(text, u"time:"_s);
    else if (text.startsWith("Average    latency    is:"_L1))
        openPerf(log, line.number).averageMs = figure(text, u"is:"_s);
    else if (text.startsWith("Frame      rate       is:"_L1))
        openPerf(log, line.number).fps = figure(text, u"is:"_s);
    else if (text == "Running condition:"_L1) {
        if (!log.boardPerfs.isEmpty() && log.boardPerfs.last().threads >= 0)
            keep(log.boardPerfs, LogBoardPerf{}, log); // another run without a line of its frames
    } else {
        return text == "Perf result:"_L1 || text.startsWith("Frame totally latency is:"_L1);
    }
    return true;
}

} // namespace driftscope
