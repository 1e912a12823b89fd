// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/RuleCatalogue.h"

#include "core/lint/LintContext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// `|` would end a cell.
QString cell(const QString& text)
{
    return QString(text).replace(u'|', u"\\|"_s);
}

} // namespace

QLatin1StringView RuleInfo::severities(March march) const
{
    switch (march) {
    case March::Bernoulli2:
        return bernoulli2;
    case March::Bayes:
        return bayes;
    case March::BayesE:
    case March::Unknown:
        break;
    }
    return bayesE;
}

QString RuleInfo::translatedSummary() const
{
    return QCoreApplication::translate("LintRules", summary);
}

const QList<RuleInfo>& ruleCatalogue()
{
    static const QList<RuleInfo> rules = configRuleRows() + calibrationRuleRows() + modelRuleRows();
    return rules;
}

const RuleInfo* findRule(const QString& id)
{
    const auto found = std::ranges::find(ruleCatalogue(), id, &RuleInfo::id);
    return found == ruleCatalogue().end() ? nullptr : &*found;
}

QString ruleTable()
{
    QString table = u"| rule | bernoulli2 | bayes | bayes-e | what | source |\n|---|---|---|---|---|---|\n"_s;
    for (const RuleInfo& rule : ruleCatalogue()) {
        table += u"| `%1` | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(rule.id, rule.bernoulli2, rule.bayes, rule.bayesE,
                                                              cell(QString::fromUtf8(rule.summary)), cell(rule.source));
    }
    return table;
}

} // namespace driftscope
