// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigEdits.h"

#include "core/config/YamlExtent.h"
#include "core/config/YamlScalarWriter.h"

using namespace Qt::StringLiterals;

namespace driftscope {

ConfigEdits::ConfigEdits(const QByteArray& text, const YamlTree& tree)
    : m_text(text)
    , m_tree(tree)
{ }

QByteArray ConfigEdits::lineBreak() const
{
    const qsizetype end = lineEnd(m_text, 0);
    return end < m_text.size() ? m_text.sliced(end, nextLine(m_text, 0) - end) : QByteArray("\n");
}

QList<int> ConfigEdits::children(int group) const
{
    QList<int> found;
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
        if (m_tree.nodes[i].parent == group)
            found.append(static_cast<int>(i));
    }
    return found;
}

QByteArray ConfigEdits::indentOf(int group) const
{
    const auto indentation = [this](const YamlNode& node) {
        const qsizetype start = lineStart(m_text, node.keyBegin);
        return QByteArray(node.keyBegin - start, ' ');
    };
    if (const QList<int> own = children(group); !own.isEmpty())
        return indentation(m_tree.nodes[static_cast<std::size_t>(own.constFirst())]);
    if (group < 0)
        return {};
    for (const YamlNode& node : m_tree.nodes) { // as the other groups do it
        const bool comparable = node.parent >= 0 && !node.insideFlow
            && m_tree.nodes[static_cast<std::size_t>(node.parent)].parent
                == m_tree.nodes[static_cast<std::size_t>(group)].parent;
        if (comparable)
            return indentation(node);
    }
    return indentation(m_tree.nodes[static_cast<std::size_t>(group)]) + "  ";
}

ScalarStyle ConfigEdits::neighbourStyle(int group) const
{
    ScalarStyle style = ScalarStyle::Plain;
    for (const int index : children(group)) {
        const ScalarStyle own = m_tree.nodes[static_cast<std::size_t>(index)].style;
        if (own == ScalarStyle::SingleQuoted || own == ScalarStyle::DoubleQuoted)
            style = own;
    }
    return style;
}

QByteArray ConfigEdits::entryText(const QString& name, const QString& value, ScalarStyle neighbours, bool flow) const
{
    return writeScalar(name, ScalarStyle::Plain, flow) + ": "
        + writeScalar(value, styleForNewValue(value, neighbours), flow);
}

QByteArray ConfigEdits::groupEntryText(const QString& name, const QString& value, ScalarStyle neighbours,
                                       bool flow) const
{
    const qsizetype dot = name.indexOf(u'.');
    if (dot <= 0)
        return entryText(name, value, neighbours, flow);
    return writeScalar(name.first(dot), ScalarStyle::Plain, flow) + ": {"
        + entryText(name.sliced(dot + 1), value, neighbours, true) + '}';
}

TextEdit ConfigEdits::replaceLiteral(const YamlNode& node, const QString& value) const
{
    const qsizetype headerEnd = lineEnd(m_text, node.valueBegin);
    qsizetype indicatorEnd = node.valueBegin;
    while (indicatorEnd < headerEnd && !isBlank(m_text.at(indicatorEnd)))
        ++indicatorEnd;
    const QByteArray indicator = m_text.sliced(node.valueBegin, indicatorEnd - node.valueBegin);
    const bool strip = indicator == "|-";
    const bool hasBreak = node.valueEnd > headerEnd && isLineBreak(m_text.at(node.valueEnd - 1));
    const QString body = value.endsWith(u'\n') ? value.chopped(1) : value;
    const bool fits = (indicator == "|" || strip) && value.endsWith(u'\n') == (hasBreak && !strip) && !body.isEmpty()
        && !body.startsWith(u' ') && !body.startsWith(u'\n') && !body.endsWith(u'\n')
        && !needsEscapes(QString(body).remove(u'\n'));
    const qsizetype contentBegin = nextLine(m_text, headerEnd);
    if (!fits || contentBegin >= node.valueEnd) { // quotes instead; a comment behind the indicator stays
        return {node.valueBegin, node.valueEnd - node.valueBegin,
                writeScalar(value, ScalarStyle::DoubleQuoted, false)
                    + m_text.sliced(indicatorEnd, headerEnd - indicatorEnd) + (hasBreak ? lineBreak() : QByteArray())};
    }
    qsizetype content = contentBegin;
    while (content < node.valueEnd && m_text.at(content) == ' ')
        ++content;
    const QByteArray indent(content - contentBegin, ' ');
    QByteArray lines;
    const QStringList parts = body.split(u'\n');
    for (const QString& line : parts)
        lines += (line.isEmpty() ? QByteArray() : indent + line.toUtf8()) + lineBreak();
    if (!hasBreak)
        lines.chop(lineBreak().size());
    return {contentBegin, node.valueEnd - contentBegin, lines};
}

TextEdit ConfigEdits::replaceValue(const YamlNode& node, const QString& value) const
{
    if (node.style == ScalarStyle::Literal || node.style == ScalarStyle::Folded)
        return replaceLiteral(node, value);
    const qsizetype length = node.valueEnd - node.valueBegin;
    if (length > 0) {
        const ScalarStyle style = node.style == ScalarStyle::Alias ? ScalarStyle::Plain : node.style;
        return {node.valueBegin, length, writeScalar(value, style, node.insideFlow)};
    }
    const QByteArray separator = node.colonEnd < 0 ? ": " : " ";
    const ScalarStyle style = styleForNewValue(value, neighbourStyle(node.parent));
    QByteArray inserted = separator + writeScalar(value, style, node.insideFlow);
    const bool glued = node.valueBegin < m_text.size() && m_text.at(node.valueBegin) == '#';
    if (glued)
        inserted += ' ';
    return {node.valueBegin, 0, inserted};
}

TextEdit ConfigEdits::insertLines(qsizetype afterByte, const QByteArray& lines) const
{
    const bool afterBreak = afterByte > 0 && isLineBreak(m_text.at(afterByte - 1)); // a block scalar ends so
    const qsizetype at = afterBreak ? afterByte : nextLine(m_text, afterByte);
    const bool ownLine = at <= byteOrderMarkLength(m_text) || isLineBreak(m_text.at(at - 1));
    if (ownLine)
        return {at, 0, lines + lineBreak()};
    return {at, 0, lineBreak() + lines}; // the last line has no line break and gets none
}

TextEdit ConfigEdits::insertInBraces(qsizetype closing, bool isFirst, const QByteArray& entry) const
{
    qsizetype at = closing;
    while (at > 0 && (isBlank(m_text.at(at - 1)) || isLineBreak(m_text.at(at - 1))))
        --at;
    if (isFirst)
        return {at, 0, entry};
    const QByteArray separator = m_text.at(at - 1) == ',' ? " " : ", ";
    return {at, 0, separator + entry};
}

TextEdit ConfigEdits::insertKey(int group, const QString& name, const QString& value) const
{
    const QList<int> own = children(group);
    const bool flow = group < 0 ? m_tree.rootFlow : m_tree.nodes[static_cast<std::size_t>(group)].flow;
    // Names of nodes hold dots, names of a group's keys do not: there a dot opens a map that is still missing.
    const bool isGroup = group >= 0 && m_tree.nodes[static_cast<std::size_t>(group)].parent < 0;
    const QByteArray entry = isGroup ? groupEntryText(name, value, neighbourStyle(group), flow)
                                     : entryText(name, value, neighbourStyle(group), flow);
    if (flow) {
        const qsizetype end = group < 0 ? m_tree.rootEnd : m_tree.nodes[static_cast<std::size_t>(group)].valueEnd;
        return insertInBraces(end - 1, own.isEmpty(), entry);
    }
    if (own.isEmpty() && group >= 0) {
        const YamlNode& node = m_tree.nodes[static_cast<std::size_t>(group)];
        return insertLines(qMax(node.valueEnd, node.colonEnd), indentOf(group) + entry);
    }
    if (own.isEmpty())
        return insertLines(m_text.size(), entry);
    const YamlNode& last = m_tree.nodes[static_cast<std::size_t>(own.constLast())];
    return insertLines(last.valueEnd, indentOf(group) + entry);
}

TextEdit ConfigEdits::insertGroup(const QString& group, const QString& name, const QString& value) const
{
    if (m_tree.rootFlow) {
        const QByteArray entry = groupEntryText(name, value, ScalarStyle::Plain, true);
        return insertInBraces(m_tree.rootEnd - 1, m_tree.nodes.empty(),
                              writeScalar(group, ScalarStyle::Plain, true) + ": {" + entry + '}');
    }
    QByteArray indent = "  ";
    ScalarStyle style = ScalarStyle::Plain;
    for (const int top : children(-1)) {
        if (const QList<int> own = children(top); !own.isEmpty() && !m_tree.nodes[static_cast<std::size_t>(top)].flow) {
            indent = indentOf(top);
            style = neighbourStyle(top);
        }
    }
    return insertLines(m_text.size(),
                       writeScalar(group, ScalarStyle::Plain, false) + ':' + lineBreak() + indent
                           + groupEntryText(name, value, style, false));
}

TextEdit ConfigEdits::removeInBraces(int index) const
{
    const YamlNode& node = m_tree.nodes[static_cast<std::size_t>(index)];
    const qsizetype valueEnd = qMax(node.valueEnd, qMax(node.keyEnd, node.colonEnd));
    const qsizetype after = skipBlanksAndComments(m_text, valueEnd);
    if (after < m_text.size() && m_text.at(after) == ',') {
        qsizetype end = after + 1;
        while (end < m_text.size() && isBlank(m_text.at(end)))
            ++end;
        return {node.keyBegin, end - node.keyBegin, {}};
    }
    qsizetype begin = node.keyBegin;
    while (begin > 0 && (isBlank(m_text.at(begin - 1)) || isLineBreak(m_text.at(begin - 1))))
        --begin;
    if (begin > 0 && m_text.at(begin - 1) == ',')
        --begin;
    else
        begin = node.keyBegin;
    return {begin, valueEnd - begin, {}};
}

std::optional<TextEdit> ConfigEdits::removeEntry(int index) const
{
    const YamlNode& node = m_tree.nodes[static_cast<std::size_t>(index)];
    if (node.insideFlow)
        return removeInBraces(index);
    const qsizetype begin = lineStart(m_text, node.keyBegin);
    if (!m_text.sliced(begin, node.keyBegin - begin).trimmed().isEmpty())
        return std::nullopt;
    const qsizetype last = qMax(node.valueEnd, qMax(node.keyEnd, node.colonEnd));
    const bool afterBreak = isLineBreak(m_text.at(last - 1)); // a block scalar ends with its line break
    const qsizetype end = afterBreak ? last : nextLine(m_text, last);
    return TextEdit{begin, end - begin, {}};
}

} // namespace driftscope
