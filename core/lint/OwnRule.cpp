// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/OwnRule.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OwnRules
{
    Q_DECLARE_TR_FUNCTIONS(OwnRules)
};

/// Of a value that stands in a sentence.
constexpr qsizetype longestShownValue = 200;

/// Its value where one is written, else its name, else its group, else the whole file.
SourceRange placeOf(const ConfigDocument& document, const QString& key)
{
    if (const auto value = document.value(key))
        return value->valueRange.length > 0 ? value->valueRange : value->keyRange;
    if (const auto group = document.value(key.section(u'.', 0, 0)))
        return group->keyRange;
    return {document.path(), 0, 0, 0, 0};
}

/// A fix that would change nothing is none.
std::optional<Fix> usefulFix(const OwnRule& rule, const ConfigDocument& document)
{
    if (!rule.fix)
        return std::nullopt;
    const bool isDone
        = rule.fix->remove ? !document.contains(rule.fix->key) : document.scalar(rule.fix->key) == rule.fix->value;
    return isDone ? std::nullopt : rule.fix;
}

} // namespace

std::optional<Severity> OwnRule::severityOn(March march) const
{
    switch (march) {
    case March::Bernoulli2:
        return severities[0];
    case March::Bayes:
        return severities[1];
    case March::BayesE:
        return severities[2];
    case March::Unknown:
        break;
    }
    return *std::ranges::max_element(severities);
}

QString withValues(const QString& text, const ConfigDocument& document)
{
    static const QRegularExpression placeholder(u"%\\{([^{}]*)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch& match : placeholder.globalMatch(text)) {
        const QString value = document.scalar(match.captured(1).trimmed()).trimmed();
        result += text.sliced(end, match.capturedStart() - end);
        result += value.isEmpty()              ? OwnRules::tr("(not written)")
            : value.size() > longestShownValue ? QString(value.first(longestShownValue) + u'…')
                                               : value;
        end = match.capturedEnd();
    }
    return result + text.sliced(end);
}

void checkOwnRules(const LintSubject& subject, Diagnostics& findings, const CancelToken& cancel)
{
    if (!subject.ownRules)
        return;
    int searchesLeft = mostRuleSearches;
    for (const OwnRule& rule : *subject.ownRules) {
        if (cancel.isCancelled())
            return;
        const std::optional<Severity> severity = rule.severityOn(subject.config.march);
        if (!severity || !rule.when.holds(subject, searchesLeft).value_or(false))
            continue;
        findings.append({*severity, rule.id, rule.about, placeOf(subject.document, rule.about),
                         withValues(rule.message, subject.document), withValues(rule.why, subject.document),
                         rule.source, usefulFix(rule, subject.document)});
    }
}

} // namespace driftscope
