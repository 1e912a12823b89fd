// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

#include "core/lint/LintContext.h"
#include "core/lint/RuleCatalogue.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What the catalogue says of the rules is what they do, and what the documentation says.
class tst_LintCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryRuleInOrder();
    void severitiesAreThoseThatOccur();
    void sourcesAreThoseOfTheFindings();
    void tableIsInTheDocumentation();
};

namespace {

const QList<March> marches{March::Bernoulli2, March::Bayes, March::BayesE};

/// Severities of each rule on each march over all cases.
QHash<QString, QSet<int>> observed(March march)
{
    QHash<QString, QSet<int>> severities;
    for (const LintCase& test : lintCases()) {
        const Diagnostics findings = lint(subjectFor(test.triggers, test.triggering, marchName(march)))
            + lint(subjectFor(test.spares, test.sparing, marchName(march)));
        for (const Diagnostic& finding : findings)
            severities[finding.ruleId].insert(static_cast<int>(finding.severity));
    }
    return severities;
}

QString spelled(const QSet<int>& severities)
{
    QStringList words;
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (severities.contains(static_cast<int>(severity)))
            words.append(severityName(severity));
    }
    return words.isEmpty() ? u"-"_s : words.join(u" or "_s);
}

bool readsFiles(const QString& id)
{
    const QList<NamedCheck> checks
        = calibrationFileRules() + calibrationSizeRules() + calibrationRangeRules() + calibrationContentRules();
    return std::ranges::any_of(checks, [&](const NamedCheck& check) { return check.id == id; });
}

} // namespace

void tst_LintCatalogue::holdsEveryRuleInOrder()
{
    QStringList rules;
    for (const std::unique_ptr<LintRule>& rule : allLintRules())
        rules.append(rule->id());
    QStringList known;
    for (const RuleInfo& info : ruleCatalogue()) {
        known.append(info.id);
        QVERIFY2(qstrlen(info.summary) > 0 && !info.source.isEmpty(), info.id.data());
        QCOMPARE(findRule(info.id)->id, info.id);
        QVERIFY(!info.translatedSummary().isEmpty());
    }
    QCOMPARE(known, rules);
    QVERIFY(known.size() >= 85);
    QCOMPARE(findRule(u"no-such-rule"_s), nullptr);
}

void tst_LintCatalogue::severitiesAreThoseThatOccur()
{
    const bool print = qEnvironmentVariableIsSet("DRIFTSCOPE_PRINT_SEVERITIES");
    QHash<QString, QStringList> seen;
    for (const March march : marches) {
        const QHash<QString, QSet<int>> severities = observed(march);
        for (const RuleInfo& info : ruleCatalogue()) {
            const QString words = spelled(severities.value(info.id));
            seen[info.id].append(words);
            if (!readsFiles(info.id) && !print)
                QCOMPARE(u"%1 on %2: %3"_s.arg(info.id, marchName(march), QString(info.severities(march))),
                         u"%1 on %2: %3"_s.arg(info.id, marchName(march), words));
        }
    }
    for (const RuleInfo& info : ruleCatalogue()) {
        if (print)
            qInfo("%s|%s", info.id.data(), qPrintable(seen.value(info.id).join(u'|')));
    }
}

void tst_LintCatalogue::sourcesAreThoseOfTheFindings()
{
    QSet<QString> cited;
    for (const LintCase& test : lintCases()) {
        for (const Diagnostic& finding : lint(subjectFor(test.triggers, test.triggering)))
            cited.insert(finding.ruleId + u": "_s + finding.source);
    }
    for (const RuleInfo& info : ruleCatalogue()) {
        if (!readsFiles(info.id))
            QVERIFY2(cited.contains(info.id + u": "_s + info.source), info.id.data());
    }
}

void tst_LintCatalogue::tableIsInTheDocumentation()
{
    QFile file(QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/docs/lint-rules.md"));
    QVERIFY2(file.open(QIODevice::ReadOnly), "docs/lint-rules.md is missing");
    const QString text = QString::fromUtf8(file.readAll());
    const QString table = ruleTable();
    const qsizetype start = text.indexOf(u"| rule |"_s);
    QVERIFY(start >= 0);
    if (qEnvironmentVariableIsSet("DRIFTSCOPE_WRITE_DOCS")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QString(text.first(start) + table).toUtf8());
        return;
    }
    QVERIFY2(text.sliced(start) == table, "run this test with DRIFTSCOPE_WRITE_DOCS=1 to write the table anew");
}

QTEST_GUILESS_MAIN(tst_LintCatalogue)
#include "tst_lint_catalogue.moc"
