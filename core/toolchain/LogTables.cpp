// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogTables.h"

#include "core/toolchain/LogLimits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isRule(const QString& text)
{
    const QStringView line = QStringView(text).trimmed();
    constexpr qsizetype shortest = 8;
    return line.size() >= shortest && (line[0] == u'=' || line[0] == u'-')
        && std::ranges::all_of(line, [first = line[0]](QChar c) { return c == first; });
}

std::optional<double> number(const QString& cell)
{
    bool ok = false;
    const double value = cell.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

bool isDevice(const QString& cell)
{
    return cell == u"BPU" || cell == u"CPU" || cell == u"JIT" || cell == u"DSP" || cell == u"ARM";
}

void setName(LogNode& node, const QString& name)
{
    node.truncated = name.startsWith(u"..."_s);
    node.name = node.truncated ? name.mid(3) : name;
}

/// What stands in the column with the given title, by its beginning.
void setColumn(LogNode& node, const QString& title, const QString& cell)
{
    if (title == u"ON")
        node.device = cell;
    else if (title == u"Subgraph")
        node.subgraph = cell == u"--" ? QString() : cell;
    else if (title == u"Type")
        node.type = cell;
    else if (title.startsWith(u"Cosine"))
        node.cosine = number(cell);
    else if (title == u"Threshold")
        node.threshold = number(cell);
    else if (title.endsWith(u"DataType"))
        node.dataType = cell == u"--" ? QString() : cell;
}

/// Name, device, subgraph and type, then numbers and at last the data type, whatever the spacing.
std::optional<LogNode> readWords(const QString& row)
{
    const QStringList words = row.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 4 || !isDevice(words[1]))
        return {};
    LogNode node;
    setName(node, words[0]);
    setColumn(node, u"ON"_s, words[1]);
    setColumn(node, u"Subgraph"_s, words[2]);
    node.type = words[3];
    int numbers = 0;
    for (const QString& word : words.mid(4)) {
        const auto value = number(word);
        if (value || word == u"--")
            (numbers++ == 0 ? node.cosine : node.threshold) = value;
        else
            node.dataType = word;
    }
    return node;
}

} // namespace

bool LogTableParser::openTable(const QString& text)
{
    static const QRegularExpression title(u"\\S+(?: \\S+)*"_s);
    QList<Column> columns;
    for (auto matches = title.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        columns.append({match.captured(), match.capturedStart()});
    }
    const auto has = [&columns](QStringView name) {
        return std::any_of(columns.cbegin(), columns.cend(), [name](const Column& c) { return c.name == name; });
    };
    if (columns.size() < 4 || (columns.first().name != u"Node" && columns.first().name != u"Output"))
        return false;
    if (has(u"ON") && has(u"Subgraph") && has(u"Type"))
        m_table = Table::Nodes;
    else if (has(u"L1 Distance") && has(u"Chebyshev Distance"))
        m_table = Table::Outputs;
    else
        return false;
    m_columns = columns;
    return true;
}

bool LogTableParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    if (line.hasEnvelope) {
        close();
        return false;
    }
    if (line.text.size() > logLimit::text) { // no row is so long
        close();
        return false;
    }
    if (isRule(line.text) || openTable(line.text))
        return true;
    if (m_table == Table::Nodes && readNode(line, log))
        return true;
    if (m_table == Table::Outputs && readOutput(line, log))
        return true;
    if (!line.text.trimmed().isEmpty())
        close();
    return false;
}

void LogTableParser::close()
{
    m_table = Table::None;
}

/// The row cut at the columns' starts; empty when a cell reaches over a border.
QStringList LogTableParser::cells(const QString& row) const
{
    QStringList result;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const qsizetype start = m_columns[i].start;
        const bool isLast = i + 1 == m_columns.size();
        if (start > 0 && start <= row.size() && !row[start - 1].isSpace())
            return {};
        result.append(row.mid(start, isLast ? -1 : m_columns[i + 1].start - start).trimmed());
    }
    return result;
}

bool LogTableParser::readNode(const LogLine& line, MakertbinLog& log) const
{
    LogNode node;
    if (const QStringList row = cells(line.text); !row.isEmpty() && isDevice(row[1])) {
        setName(node, row[0]);
        for (qsizetype i = 1; i < row.size(); ++i)
            setColumn(node, m_columns[i].name, row[i]);
    } else if (const auto words = readWords(line.text)) {
        node = *words;
    } else {
        return false;
    }
    node.line = line.number;
    keep(log.nodes, node, log, logLimit::rows);
    return true;
}

bool LogTableParser::readOutput(const LogLine& line, MakertbinLog& log) const
{
    const QStringList words = line.text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 5)
        return false;
    std::vector<double> values;
    for (const QString& word : words.last(4)) {
        const auto value = number(word);
        if (!value)
            return false;
        values.push_back(*value);
    }
    keep(log.outputs, LogOutput{words.first(words.size() - 4).join(u' '), values[0], values[1], values[2], values[3]},
         log);
    return true;
}

} // namespace driftscope
