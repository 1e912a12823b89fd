// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogLine.h"

#include <QRegularExpression>

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
    static const QRegularExpression level(u"^(DEBUG|INFO|WARNING|ERROR|CRITICAL|FATAL)\\b[ :]*(.*)$"_s,
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

} // namespace

LogLine readLogLine(const QString& text, int number)
{
    LogLine line;
    line.number = number;
    line.text = text;
    if (!startsLikeAStamp(text)) {
        line.message = text;
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
