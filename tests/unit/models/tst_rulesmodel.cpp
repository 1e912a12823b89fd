// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/OwnRuleReader.h"
#include "core/lint/RuleCatalogue.h"
#include "core/models/ModelRoles.h"
#include "core/models/RulesModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_RulesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryRule();
    void tellsWhatWasFound();
    void ordersByWeight();

private:
    static Diagnostic found(const QString& rule, int line)
    {
        Diagnostic finding;
        finding.ruleId = rule;
        finding.range.line = line;
        finding.message = u"It is so."_s;
        return finding;
    }
    static QString text(const RulesModel& model, const QString& id, int column)
    {
        return model.index(model.rowOf(id), column).data().toString();
    }

    const QList<OwnRule> m_own
        = *parseOwnRules("rules:\n- id: mine\n  severity: {bernoulli2: error, bayes-e: info}\n"
                         "  when: {key: custom_op, present: true}\n  message: Mine.\n  source: handbook\n",
                         u"r.yaml"_s);
};

void tst_RulesModel::listsEveryRule()
{
    RulesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRules(m_own, {}, {});
    QCOMPARE(model.rowCount(), ruleCatalogue().size() + 1);
    QCOMPARE(model.idOf(0), u"mine"_s);
    QCOMPARE(text(model, u"mine"_s, RulesModel::OriginColumn), u"own"_s);
    QCOMPARE(text(model, u"mine"_s, RulesModel::SummaryColumn), u"Mine."_s);
    QCOMPARE(text(model, u"mine"_s, RulesModel::SourceColumn), u"handbook"_s);
    QCOMPARE(text(model, u"mine"_s, RulesModel::Bernoulli2Column), u"Error"_s);
    QCOMPARE(text(model, u"mine"_s, RulesModel::BayesColumn), u"–"_s);
    QCOMPARE(text(model, u"mine"_s, RulesModel::BayesEColumn), u"Note"_s);
    for (const RuleInfo& rule : ruleCatalogue()) {
        const int row = model.rowOf(rule.id);
        QVERIFY(row > 0);
        QCOMPARE(model.index(row, RulesModel::SummaryColumn).data().toString(), rule.translatedSummary());
        QCOMPARE(model.index(row, RulesModel::BayesColumn).data() == u"–"_s, rule.bayes == "-"_L1);
    }
    QCOMPARE(text(model, u"value-not-allowed"_s, RulesModel::BayesColumn), u"Warning / Error"_s);
    QCOMPARE(model.rowOf(u"no-such-rule"_s), -1);
    model.setRules({}, {}, {});
    QCOMPARE(model.rowCount(), ruleCatalogue().size());
}

void tst_RulesModel::tellsWhatWasFound()
{
    RulesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRules(m_own, {found(u"jobs"_s, 3), found(u"jobs"_s, 5), found(u"mine"_s, 7), found(u"of-a-log"_s, 1)},
                   {found(u"mine"_s, 6), found(u"unknown-key"_s, 9)});
    const auto state = [&](const QString& id) {
        return static_cast<RulesModel::State>(
            model.index(model.rowOf(id), RulesModel::StateColumn).data(StatusRole).toInt());
    };
    QCOMPARE(state(u"jobs"_s), RulesModel::State::Found);
    QVERIFY(text(model, u"jobs"_s, RulesModel::StateColumn).contains(u'2'));
    QCOMPARE(model.firstFinding(model.rowOf(u"jobs"_s))->range.line, 3);
    QCOMPARE(state(u"mine"_s), RulesModel::State::Found);
    QCOMPARE(model.firstFinding(model.rowOf(u"mine"_s))->range.line, 7); // accepted ones come last
    QCOMPARE(state(u"unknown-key"_s), RulesModel::State::Accepted);
    QCOMPARE(model.firstFinding(model.rowOf(u"unknown-key"_s))->range.line, 9);
    QCOMPARE(state(u"missing-group"_s), RulesModel::State::Quiet);
    QCOMPARE(model.firstFinding(model.rowOf(u"missing-group"_s)), nullptr);
    QCOMPARE(model.firstFinding(-1), nullptr);
    QCOMPARE(model.findingCount(), 2);
    QCOMPARE(model.index(model.rowOf(u"jobs"_s), RulesModel::StateColumn).data(Qt::ToolTipRole), u"It is so."_s);
}

void tst_RulesModel::ordersByWeight()
{
    RulesModel model;
    model.setRules(m_own, {found(u"jobs"_s, 3)}, {found(u"unknown-key"_s, 9)});
    const auto key
        = [&](const QString& id, int column) { return model.index(model.rowOf(id), column).data(SortRole).toInt(); };
    QVERIFY(key(u"jobs"_s, RulesModel::StateColumn) < key(u"unknown-key"_s, RulesModel::StateColumn));
    QVERIFY(key(u"unknown-key"_s, RulesModel::StateColumn) < key(u"missing-group"_s, RulesModel::StateColumn));
    QVERIFY(key(u"mine"_s, RulesModel::Bernoulli2Column) < key(u"mine"_s, RulesModel::BayesEColumn));
    QVERIFY(key(u"mine"_s, RulesModel::BayesEColumn) < key(u"mine"_s, RulesModel::BayesColumn));
}

QTEST_GUILESS_MAIN(tst_RulesModel)
#include "tst_rulesmodel.moc"
