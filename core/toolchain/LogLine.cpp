// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogLine.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype stampLength = 23; // 2021-04-20 15:30:28,644

bool startsLikeAStamp(const QString& text)
{
    return text.size() >= stampLength && text[0].isDigit() && text[4] == u'-' && text[7] == u'-' && text[10] == u' '
        && text[13] == u':' && text[19] == u',';
}

/// Takes off `file: X.py func: X line No: 77 ` or `INFO `.
void readOrigin(LogLine& line, const QString& rest)
{
    static const QRegularExpression origin(u"^file: (\\S+?)(?:\\.py)? func: \\S+ line No: \\d+ ?(.*)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression level(u"^(DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)\\b[ :]*(.*)$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = origin.match(rest); match.hasMatch()) {
        line.file = match.captured(1);
        line.message = match.captured(2);
    } else if (const auto named = level.match(rest); named.hasMatch()) {
        line.level = named.captured(1);
        line.message = named.captured(2);
    } else {
        line.message = rest;
    }
}

QString levelOfLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'W':
        return u"WARNING"_s;
    case u'E':
        return u"ERROR"_s;
    case u'F':
        return u"FATAL"_s;
    default:
        return u"INFO"_s;
    }
}

/// `I0822 08:15:02.488767 1283695 function_util.cpp:323] message` of the board's tool and
/// `[W][DNN]bpu_model_info.cpp:491][Version](2024-08-22,08:15:02.483.355) message` of its library.
bool readBoardLine(LogLine& line)
{
    static const QRegularExpression tool(
        u"^([IWEF])\\d{4} [\\d:.]{8,18} +\\d+ ([\\w./-]{1,80})\\.\\w+:\\d+\\] (.*)$"_s);
    static const QRegularExpression library(
        u"^\\[([A-Z])\\]\\[DNN\\]\\[?([\\w./-]{1,80})\\.\\w+:\\d+\\]\\[\\w+\\]\\([\\d:.,-]{8,40}\\) ?(.*)$"_s);
    const bool mayBe = line.text.startsWith(u'[') || (line.text.size() > 5 && line.text[1].isDigit());
    if (!mayBe)
        return false;
    auto match = tool.match(line.text);
    if (!match.hasMatch())
        match = library.match(line.text);
    if (!match.hasMatch())
        return false;
    line.hasEnvelope = true;
    line.isOfBoard = true;
    line.level = levelOfLetter(match.capturedView(1).front());
    line.file = match.captured(2);
    line.message = match.captured(3);
    return true;
}

/// `[====>     ] 45%`, as the compiler draws it: without a line end behind it, it stands in front of the next message.
qsizetype afterProgressBar(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] == u' ')
        ++at;
    if (at >= text.size() || text[at] != u'[')
        return 0;
    for (++at; at < text.size() && (text[at] == u'=' || text[at] == u'>' || text[at] == u'#' || text[at] == u' ');)
        ++at;
    if (at >= text.size() || text[at] != u']')
        return 0;
    for (++at; at < text.size() && text[at] == u' ';)
        ++at;
    const qsizetype digits = at;
    while (at < text.size() && at - digits < 3 && text[at].isDigit())
        ++at;
    return at > digits && at < text.size() && text[at] == u'%' ? at + 1 : 0;
}

} // namespace

bool isProgressBar(QStringView text)
{
    // `Calibration:  45%|████▌     | 45/100 [00:10<00:12,  4.40it/s]`
    const qsizetype percent = text.first(std::min<qsizetype>(text.size(), 120)).indexOf(u"%|");
    return percent > 0 && text[percent - 1].isDigit() && text.indexOf(u'|', percent + 2) > 0;
}

QString withoutProgressBars(const QString& text)
{
    qsizetype at = 0;
    for (qsizetype next = afterProgressBar(text); next > 0; next = afterProgressBar(QStringView(text).sliced(at)))
        at += next;
    return at == 0 ? text : text.sliced(at).trimmed();
}

LogLine readLogLine(const QString& text, int number)
{
    LogLine line;
    line.number = number;
    line.text = text;
    if (!startsLikeAStamp(text)) {
        line.message = text;
        static_cast<void>(readBoardLine(line));
        return line;
    }
    line.time = QDateTime::fromString(text.left(stampLength), u"yyyy-MM-dd HH:mm:ss,zzz"_s);
    if (!line.time.isValid()) {
        line.message = text;
        return line;
    }
    line.hasEnvelope = true;
    readOrigin(line, text.mid(stampLength).trimmed());
    static const QRegularExpression innerStamp(u"^\\[\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\\] "_s);
    line.message.remove(innerStamp);
    return line;
}

} // namespace driftscope
