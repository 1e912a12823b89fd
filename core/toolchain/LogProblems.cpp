// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/KnownMessages.h"
#include "core/toolchain/LogLimits.h"
#include "core/toolchain/LogMessages.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LogProblems
{
    Q_DECLARE_TR_FUNCTIONS(LogProblems)
};

std::optional<Severity> severityOfLevel(const QString& level)
{
    if (level == u"WARNING" || level == u"WARN")
        return Severity::Warning;
    if (level == u"ERROR" || level == u"CRITICAL" || level == u"FATAL")
        return Severity::Error;
    return {};
}

bool isThere(const MakertbinLog& log, const QString& rule, const QString& message)
{
    const QString text = messageHead(message).trimmed();
    return std::ranges::any_of(
        log.diagnostics, [&](const Diagnostic& finding) { return finding.ruleId == rule && finding.message == text; });
}

void append(MakertbinLog& log, const LogLine& line, Severity severity, const KnownMessage* known)
{
    // Remarks come again and again; the first tells all.
    const bool isFull = log.diagnostics.size() >= logLimit::diagnostics;
    if (!isFull && known != nullptr && severity == Severity::Info && isThere(log, logRuleId(known), line.message))
        return;
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.ruleId = logRuleId(known);
    diagnostic.range.line = line.number;
    diagnostic.range.column = 1;
    diagnostic.message = messageHead(line.message).trimmed();
    diagnostic.source = LogProblems::tr("log of the toolchain");
    keep(log.diagnostics, worded({diagnostic}, KnownMessages::english()).first(), log, logLimit::diagnostics);
}

/// Lines that only part one traceback from the next.
bool isBetweenTracebacks(const QString& text)
{
    return text.startsWith("During handling of the above exception"_L1)
        || text.startsWith("The above exception was the direct cause"_L1);
}

} // namespace

/// The lines of a traceback and of the exception at its end, whose message may go over several lines.
bool ProblemParser::readTraceback(const LogLine& line, MakertbinLog& log)
{
    if (line.message.startsWith(u"Traceback (most recent call last)")) {
        m_inTraceback = true;
        m_inException = false;
        return true;
    }
    if (line.hasEnvelope) {
        m_inTraceback = m_inException = false;
        return false;
    }
    if (m_inTraceback) {
        if (line.text.startsWith(u' ') || line.text.isEmpty())
            return true;
        m_inTraceback = false; // the exception itself: `ValueError: …`
        m_inException = true;
        append(log, line, Severity::Error, KnownMessages::english().match(line.message));
        return true;
    }
    if (!m_inException || line.text.isEmpty())
        return m_inException;
    if (isBetweenTracebacks(line.text))
        return true;
    if (const KnownMessage* known = KnownMessages::english().match(line.message)) {
        append(log, line, Severity::Error, known);
        return true;
    }
    return false;
}

bool ProblemParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    if (readTraceback(line, log))
        return true;
    const auto severity = severityOfLevel(line.level);
    // Without an envelope only what begins like a message counts: the configuration or an array may hold any words.
    const bool isBareError = !line.hasEnvelope && line.text.startsWith(u"ERROR");
    const bool mayBeKnown = line.hasEnvelope || !(line.text.isEmpty() || line.text.startsWith(u' '));
    const KnownMessage* known = mayBeKnown ? KnownMessages::english().match(line.message) : nullptr;
    if (!severity && !isBareError && known == nullptr)
        return false;
    const Severity fallback = isBareError ? Severity::Error : Severity::Info;
    append(log, line, severity.value_or(known != nullptr ? known->severity : fallback), known);
    return true;
}

} // namespace driftscope
