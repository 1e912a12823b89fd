// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogBin.h"

#include "core/toolchain/LogLimits.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The names in `['a', 'b']`.
QStringList quotedNames(const QString& text)
{
    QStringList names;
    qsizetype at = 0;
    while (names.size() < logLimit::records) {
        const qsizetype start = text.indexOf(u'\'', at);
        const qsizetype end = start < 0 ? -1 : text.indexOf(u'\'', start + 1);
        if (end < 0)
            break;
        names.append(text.sliced(start + 1, end - start - 1));
        at = end + 1;
    }
    return names;
}

QString unquoted(const QString& value)
{
    return value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"') ? value.sliced(1, value.size() - 2)
                                                                               : value;
}

} // namespace

bool ModificationParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression section(u"^-{4,}(input|output|value_info|node|\\w+)-{4,}$"_s);
    static const QRegularExpression opening(u"^(?:name|input|output): \""_s);
    if (line.hasEnvelope) {
        close(log);
        if (!line.file.startsWith("hb_model_modifier"_L1) && !line.file.isEmpty())
            return false;
        const QString message = messageHead(line.message);
        if (const auto match = section.match(message); match.hasMatch() && !line.file.isEmpty()) {
            m_role = match.captured(1);
            return true;
        }
        if (line.file.isEmpty() || !opening.match(message).hasMatch())
            return readAction(line, log);
        open(message, line.number);
        return readField(message, log);
    }
    const QString text = messageHead(line.text).trimmed();
    // Excerpts leave out the stamp of a block now and then.
    if (!m_isOpen && m_hasOpened && opening.match(text).hasMatch())
        open(text, line.number);
    return m_isOpen && readField(text, log);
}

void ModificationParser::open(const QString& text, int number)
{
    m_isOpen = true;
    m_hasOpened = true;
    m_isNode = !text.startsWith("name:"_L1);
    m_tensor = {m_role, {}, {}, {}, number};
    m_node = {{}, {}, {}, {}, number};
}

bool ModificationParser::readField(const QString& text, MakertbinLog& log)
{
    static const QRegularExpression field(u"^(\\w+): (.*)$"_s);
    if (text.isEmpty()) { // a blank line ends a message of protobuf's text
        if (m_depth == 0)
            close(log);
        return true;
    }
    if (text.endsWith(u'{')) {
        ++m_depth;
        return true;
    }
    if (text == u"}") {
        m_depth = std::max(0, m_depth - 1);
        return true;
    }
    const auto match = field.match(text);
    if (!match.hasMatch())
        return false;
    take(match.captured(1), unquoted(match.captured(2)), log);
    return true;
}

void ModificationParser::take(const QString& key, const QString& value, MakertbinLog& log)
{
    if (m_isNode && m_depth == 0) {
        if (key == "input"_L1)
            keep(m_node.inputs, value, log, 256);
        else if (key == "output"_L1)
            keep(m_node.outputs, value, log, 256);
        else if (key == "name"_L1)
            m_node.name = value;
        else if (key == "op_type"_L1)
            m_node.type = value;
    } else if (!m_isNode) {
        if (key == "name"_L1 && m_depth == 0)
            m_tensor.name = value;
        else if (key == "elem_type"_L1)
            m_tensor.elementType = value;
        else if (key == "dim"_L1)
            keep(m_tensor.dimensions, value, log, 16);
    }
}

/// A tensor or node is kept once it is whole, or so far as it came.
void ModificationParser::close(MakertbinLog& log)
{
    if (m_isOpen && m_isNode)
        keep(log.modification.nodes, m_node, log);
    else if (m_isOpen)
        keep(log.modification.tensors, m_tensor, log);
    m_isOpen = false;
    m_depth = 0;
}

bool ModificationParser::readAction(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression removed(u"^Node '([^']*)' is removed"_s);
    const QString& message = line.message;
    LogModification& changes = log.modification;
    if (message.startsWith("Nodes that can be deleted: "_L1))
        changes.removable = quotedNames(message);
    else if (message.startsWith("Nodes that will be removed from this model: "_L1))
        changes.wanted = quotedNames(message);
    else if (const auto match = removed.match(messageHead(message)); match.hasMatch())
        keep(changes.removed, match.captured(1), log);
    else if (message.startsWith("modified model saved as "_L1))
        changes.savedAs = messageHead(message.section(u' ', 4)).trimmed();
    else
        return false;
    return true;
}

/// A comparison ends with its verdict; what comes behind one begins the next of the same sources.
LogComparison& ComparisonParser::open(const LogLine& line, MakertbinLog& log) const
{
    if (log.comparisons.isEmpty() || log.comparisons.last().passed)
        keep(log.comparisons, LogComparison{m_sources, m_output, {}, {}, line.number}, log);
    return log.comparisons.last();
}

bool ComparisonParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression source(u"^compare source: (.+)$"_s);
    static const QRegularExpression output(u"^Comparison results of original output is (.+)$"_s);
    static const QRegularExpression figure(
        u"^(mismatch[\\w. ]{0,40}|total (?:line|result) num|relative mismatch ratio|max abs error): (\\S+)$"_s);
    static const QRegularExpression verdict(
        u"^(?:(\\S.{0,200}?) and (\\S.{0,200}?) )?result Strict check (PASSED|FAILED)"_s);
    const QString message = messageHead(line.message).trimmed();
    if (const auto match = source.match(message); match.hasMatch()) {
        m_sources = match.captured(1);
        m_output.clear();
        keep(log.comparisons, LogComparison{m_sources, {}, {}, {}, line.number}, log);
    } else if (const auto named = output.match(message); named.hasMatch()) {
        m_output = named.captured(1);
        open(line, log).output = m_output;
    } else if (const auto number = figure.match(message); number.hasMatch()) {
        keep(open(line, log).figures, std::pair(number.captured(1), number.captured(2)), log, 64);
    } else if (const auto outcome = verdict.match(message); outcome.hasMatch()) {
        LogComparison& comparison = open(line, log);
        const bool isOfOutput = outcome.captured(1).startsWith("raw output"_L1);
        if (isOfOutput && comparison.output.isEmpty())
            comparison.output = outcome.captured(1);
        else if (!isOfOutput && comparison.figures.isEmpty())
            comparison.output.clear(); // the verdict on all of them
        if (!isOfOutput && comparison.sources.isEmpty())
            comparison.sources = outcome.captured(1) + u" VS "_s + outcome.captured(2);
        comparison.passed = outcome.captured(3) == "PASSED"_L1;
        return false; // a warning when it failed: it is a finding as well
    } else {
        return false;
    }
    return true;
}

} // namespace driftscope
