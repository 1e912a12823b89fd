// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every combination that the manual allows is foretold, converted by the built-in toolchain and read back. With
// DRIFTSCOPE_WHOLE_TABLE set all of them; else every eleventh, which meets each setting of each key.
#include "ForesightBench.h"
#include "core/runtime/OnnxRuntime.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestForesightTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void legalIsWhatTheManualAllows();
    void refusedByBoth();
    void comesTrue_data();
    void comesTrue();
};

namespace {

const QStringList marches{u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s};

QList<InputCase> legalCases(const QString& march)
{
    QList<InputCase> cases = everyCase();
    cases.removeIf([&](const InputCase& input) { return !isInManual(march, input); });
    return cases;
}

qsizetype tableStep()
{
    return qEnvironmentVariableIsSet("DRIFTSCOPE_WHOLE_TABLE") ? 1 : 11;
}

} // namespace

void TestForesightTable::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
}

void TestForesightTable::legalIsWhatTheManualAllows()
{
    for (const QString& march : marches) {
        for (const InputCase& input : everyCase()) {
            const ForesightBench bench(march, {input});
            const InputForecast forecast = forecastConversion(bench.config(), bench.model().get()).inputs.first();
            QVERIFY2(forecast.refusal.isEmpty() == isInManual(march, input),
                     qPrintable(march % u": "_s % input.name() % u": "_s % forecast.refusal));
        }
    }
}

/// What is foretold to be refused is refused.
void TestForesightTable::refusedByBoth()
{
    int refused = 0;
    for (const QString& march : marches) {
        QList<InputCase> cases = everyCase();
        cases.removeIf([&](const InputCase& input) { return isInManual(march, input); });
        for (qsizetype i = 0; i < cases.size(); i += tableStep()) {
            const InputCase& input = cases[i];
            ForesightBench bench(march, {input});
            QVERIFY2(!bench.convert(), qPrintable(march % u": "_s % input.name()));
            ++refused;
        }
    }
    QVERIFY(refused > 60);
}

void TestForesightTable::comesTrue_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<int>("inputs");
    for (const QString& march : marches) {
        for (const int inputs : {1, 3})
            QTest::addRow("%s, %d", qPrintable(march), inputs) << march << inputs;
    }
}

void TestForesightTable::comesTrue()
{
    QFETCH(QString, march);
    QFETCH(int, inputs);
    const QList<InputCase> cases = legalCases(march);
    const qsizetype step = tableStep();
    qsizetype done = 0;
    for (qsizetype i = 0; i < cases.size(); i += step, ++done) {
        // The other two of three are far away in the table, so that unlike inputs meet.
        QList<InputCase> chosen{cases[i]};
        for (int other = 1; other < inputs; ++other)
            chosen.append(cases[(i + other * 89) % cases.size()]);
        ForesightBench bench(march, chosen);
        const ConversionForecast forecast = forecastConversion(bench.config(), bench.model().get());
        QVERIFY2(bench.convert(), bench.console().constData());
        const QStringList problems = whatDidNotComeTrue(forecast, bench);
        QVERIFY2(problems.isEmpty(), qPrintable(chosen.first().name() % u'\n' % problems.join(u'\n')));
    }
    QVERIFY(done >= cases.size() / step);
    qInfo("%d conversions", static_cast<int>(done));
}

QTEST_GUILESS_MAIN(TestForesightTable)
#include "tst_foresight_table.moc"
