// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/YamlExtent.h"

#include <string_view>

namespace driftscope {

namespace {

/// The ends of quotes: behind the closing one, or -1 when there is none.
qsizetype singleQuotedEnd(const QByteArray& text, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < text.size(); ++i) {
        if (text.at(i) != '\'')
            continue;
        if (i + 1 < text.size() && text.at(i + 1) == '\'')
            ++i; // '' is one quote
        else
            return i + 1;
    }
    return -1;
}

qsizetype doubleQuotedEnd(const QByteArray& text, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < text.size(); ++i) {
        if (text.at(i) == '\\')
            ++i;
        else if (text.at(i) == '"')
            return i + 1;
    }
    return -1;
}

ScalarExtent quoted(ScalarStyle style, qsizetype end, const QByteArray& text)
{
    return {style, end < 0 ? text.size() : end, end >= 0};
}

qsizetype aliasEnd(const QByteArray& text, qsizetype begin)
{
    constexpr std::string_view enders = ",[]{}:";
    qsizetype i = begin + 1;
    while (i < text.size() && !isBlank(text.at(i)) && !isLineBreak(text.at(i))
           && enders.find(text.at(i)) == std::string_view::npos)
        ++i;
    return i;
}

bool isDocumentMarker(const QByteArray& text, qsizetype at)
{
    const QByteArray head = text.mid(at, 3);
    const bool bounded = at + 3 >= text.size() || isBlank(text.at(at + 3)) || isLineBreak(text.at(at + 3));
    return (head == "---" || head == "...") && bounded;
}

/// Lines with more indentation than the parent, and blank lines between them.
qsizetype blockScalarEnd(const QByteArray& text, qsizetype begin, qsizetype parentIndent)
{
    qsizetype end = lineEnd(text, begin);
    for (qsizetype line = nextLine(text, begin); line < text.size(); line = nextLine(text, line)) {
        qsizetype content = line;
        while (content < text.size() && text.at(content) == ' ')
            ++content;
        if (content >= text.size() || isLineBreak(text.at(content)))
            continue;
        if (content - line <= parentIndent || (content == line && isDocumentMarker(text, line)))
            break;
        end = nextLine(text, line);
    }
    return end;
}

bool endsPlain(const QByteArray& text, qsizetype at, bool flow)
{
    constexpr std::string_view flowEnders = ",?[]{}";
    const char c = text.at(at);
    const char next = at + 1 < text.size() ? text.at(at + 1) : '\n';
    if (c == ':')
        return isBlank(next) || isLineBreak(next)
            || (flow && std::string_view(",]}").find(next) != std::string_view::npos);
    if (c == '#')
        return at > 0 && (isBlank(text.at(at - 1)) || isLineBreak(text.at(at - 1)));
    return flow && flowEnders.find(c) != std::string_view::npos;
}

/// End of the part of a plain scalar that stands on one line, trailing blanks left out. Sets `ended` when something
/// other than the line break ended it.
qsizetype plainLineEnd(const QByteArray& text, qsizetype begin, bool flow, bool& ended)
{
    qsizetype end = begin;
    qsizetype i = begin;
    for (; i < text.size() && !isLineBreak(text.at(i)); ++i) {
        if (endsPlain(text, i, flow)) {
            ended = true;
            return end;
        }
        if (!isBlank(text.at(i)))
            end = i + 1;
    }
    ended = i >= text.size();
    return end;
}

qsizetype plainEnd(const QByteArray& text, qsizetype begin, const ScalarContext& context)
{
    bool ended = false;
    qsizetype end = plainLineEnd(text, begin, context.flow, ended);
    qsizetype line = nextLine(text, end);
    while (!ended && !context.key && line < text.size()) {
        qsizetype content = line;
        while (content < text.size() && isBlank(text.at(content)))
            ++content;
        if (content >= text.size())
            break;
        if (isLineBreak(text.at(content))) {
            line = nextLine(text, content);
            continue;
        }
        const bool dedented = !context.flow && content - line <= context.parentIndent;
        if (dedented || text.at(content) == '#' || (content == line && isDocumentMarker(text, line)))
            break;
        const qsizetype more = plainLineEnd(text, content, context.flow, ended);
        if (more <= content)
            break;
        end = more;
        line = nextLine(text, end);
    }
    return end;
}

} // namespace

bool isLineBreak(char c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

qsizetype lineStart(const QByteArray& text, qsizetype at)
{
    qsizetype i = at;
    while (i > 0 && !isLineBreak(text.at(i - 1)))
        --i;
    return i == 0 ? qMin(at, byteOrderMarkLength(text)) : i;
}

qsizetype lineEnd(const QByteArray& text, qsizetype at)
{
    qsizetype i = at;
    while (i < text.size() && !isLineBreak(text.at(i)))
        ++i;
    return i;
}

qsizetype nextLine(const QByteArray& text, qsizetype at)
{
    const qsizetype end = lineEnd(text, at);
    if (end >= text.size())
        return end;
    const bool pair = text.at(end) == '\r' && end + 1 < text.size() && text.at(end + 1) == '\n';
    return end + (pair ? 2 : 1);
}

qsizetype skipBlanksAndComments(const QByteArray& text, qsizetype at)
{
    while (at < text.size()) {
        const char c = text.at(at);
        const bool comment = c == '#' && (at == 0 || isBlank(text.at(at - 1)) || isLineBreak(text.at(at - 1)));
        if (comment)
            at = lineEnd(text, at);
        else if (isBlank(c) || isLineBreak(c))
            ++at;
        else
            break;
    }
    return at;
}

qsizetype skipProperties(const QByteArray& text, qsizetype at)
{
    while (at < text.size() && (text.at(at) == '&' || text.at(at) == '!')) {
        if (text.mid(at, 2) == "!<") {
            const qsizetype close = text.indexOf('>', at);
            at = close < 0 ? text.size() : close + 1;
        }
        while (at < text.size() && !isBlank(text.at(at)) && !isLineBreak(text.at(at)) && text.at(at) != ','
               && text.at(at) != '}' && text.at(at) != ']')
            ++at;
        at = skipBlanksAndComments(text, at);
    }
    return at;
}

ScalarExtent scalarExtent(const QByteArray& text, qsizetype begin, const ScalarContext& context)
{
    if (begin >= text.size())
        return {ScalarStyle::Plain, text.size(), true};
    switch (text.at(begin)) {
    case '\'':
        return quoted(ScalarStyle::SingleQuoted, singleQuotedEnd(text, begin), text);
    case '"':
        return quoted(ScalarStyle::DoubleQuoted, doubleQuotedEnd(text, begin), text);
    case '*':
        return {ScalarStyle::Alias, aliasEnd(text, begin), true};
    case '|':
    case '>':
        if (context.flow || context.key)
            break;
        return {text.at(begin) == '|' ? ScalarStyle::Literal : ScalarStyle::Folded,
                blockScalarEnd(text, begin, context.parentIndent), true};
    default:
        break;
    }
    return {ScalarStyle::Plain, plainEnd(text, begin, context), true};
}

} // namespace driftscope
