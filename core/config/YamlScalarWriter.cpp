// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/YamlScalarWriter.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool needsEscape(QChar c)
{
    const char16_t code = c.unicode();
    const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    return control || code == 0x2028 || code == 0x2029 || code == 0xfeff;
}

QByteArray singleQuoted(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\'', u"''"_s);
    return '\'' + escaped.toUtf8() + '\'';
}

QByteArray doubleQuoted(const QString& text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += u'\\' + QString(c);
        else if (c == u'\n')
            escaped += u"\\n"_s;
        else if (c == u'\t')
            escaped += u"\\t"_s;
        else if (c == u'\r')
            escaped += u"\\r"_s;
        else if (needsEscape(c))
            escaped += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return '"' + escaped.toUtf8() + '"';
}

} // namespace

bool needsEscapes(QStringView text)
{
    return std::ranges::any_of(text, needsEscape);
}

bool canBePlain(QStringView text, bool insideFlow)
{
    static const QStringList nullWords{u"~"_s, u"null"_s, u"Null"_s, u"NULL"_s, u"<<"_s, u"="_s};
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace() || needsEscapes(text)
        || nullWords.contains(text.toString()))
        return false;
    if (text.startsWith(u"---") || text.startsWith(u"...") || text.contains(u": ") || text.contains(u" #")
        || text.endsWith(u':'))
        return false;
    constexpr QStringView flowCharacters = u",?[]{}:";
    if (insideFlow && std::ranges::any_of(text, [&](QChar c) { return flowCharacters.contains(c); }))
        return false;
    constexpr QStringView indicators = u"?:,[]{}#&*!|>'\"%@`";
    if (indicators.contains(text.front()))
        return false;
    return text.front() != u'-' || (text.size() > 1 && !text.at(1).isSpace());
}

QByteArray writeScalar(const QString& text, ScalarStyle wanted, bool insideFlow)
{
    const bool escapes = needsEscapes(text);
    if (wanted == ScalarStyle::Plain && canBePlain(text, insideFlow))
        return text.toUtf8();
    const bool double_
        = wanted == ScalarStyle::DoubleQuoted || wanted == ScalarStyle::Literal || wanted == ScalarStyle::Folded;
    return escapes || double_ ? doubleQuoted(text) : singleQuoted(text);
}

ScalarStyle styleForNewValue(const QString& text, ScalarStyle neighbours)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    const QString lower = text.toLower();
    if (isNumber || lower == u"true"_s || lower == u"false"_s)
        return ScalarStyle::Plain;
    return neighbours == ScalarStyle::SingleQuoted || neighbours == ScalarStyle::DoubleQuoted ? neighbours
                                                                                              : ScalarStyle::Plain;
}

} // namespace driftscope
