// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

const QString calibrationType = u"calibration_parameters.calibration_type"_s;
const QString perChannel = u"calibration_parameters.per_channel"_s;

} // namespace

class tst_SweepPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreNamedShortOrWhole();
    void valuesAreSplit_data();
    void valuesAreSplit();
    void everyCombinationIsAConfig();
    void aKeyCanBeLeftOut();
    void whatIsNoSweepIsTold_data();
    void whatIsNoSweepIsTold();
    void illegalValuesAreTold();
    void oneCombinationMayBeRefusedAlone();
    void whatWasWrongBeforeIsNoFaultOfAValue();
    void whatThePersonLivesWithRefusesNothing();
    void stopsOnRequest();
};

void tst_SweepPlan::keysAreNamedShortOrWhole()
{
    const SweepFixture fixture;
    const ConfigSchema& schema = *fixture.schema();
    QCOMPARE(*sweepKeyNamed(u"calibration_type"_s, schema), calibrationType);
    QCOMPARE(*sweepKeyNamed(u" calibration_parameters.per_channel "_s, schema), perChannel);
    const auto problem = [&](const QString& name) {
        const auto found = sweepKeyNamed(name, schema);
        return found ? QString() : found.error().message;
    };
    QVERIFY(problem(u"calibration_typ"_s).contains(calibrationType)); // perhaps that is meant
    QVERIFY(problem(u"CALI_TYPE"_s).contains(calibrationType)); // a word of the log
    QVERIFY(problem(u"nonsense"_s).contains(u"nonsense"_s));
    QVERIFY(problem(u"node_info"_s).contains(u"map"_s));
    QVERIFY(problem(u"working_dir"_s).contains(u"every run"_s));
    QVERIFY(!problem(QString()).isEmpty());
}

void tst_SweepPlan::valuesAreSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("one") << u"max"_s << QStringList{u"max"_s};
    QTest::newRow("blanks") << u" max , kl "_s << QStringList{u"max"_s, u"kl"_s};
    QTest::newRow("quoted") << u"\"a,b\", c"_s << QStringList{u"a,b"_s, u"c"_s};
    QTest::newRow("left out") << u"max,\"\""_s << QStringList{u"max"_s, QString()};
    QTest::newRow("several inputs") << u"NHWC;NCHW,NHWC;NHWC"_s << QStringList{u"NHWC;NCHW"_s, u"NHWC;NHWC"_s};
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("comma too many") << u"max,"_s << QStringList();
    QTest::newRow("gap") << u"max,,kl"_s << QStringList();
    QTest::newRow("open quote") << u"\"max,kl"_s << QStringList();
    QTest::newRow("text behind a quote") << u"\"max\"kl"_s << QStringList();
}

void tst_SweepPlan::valuesAreSplit()
{
    QFETCH(QString, text);
    QFETCH(QStringList, values);
    const auto split = splitSweepValues(text);
    if (values.isEmpty()) {
        QVERIFY(!split);
        QVERIFY(!split.error().message.isEmpty());
        return;
    }
    QVERIFY(split);
    QCOMPARE(*split, values);
    QCOMPARE(*splitSweepValues(joinSweepValues(values)), values);
}

void tst_SweepPlan::everyCombinationIsAConfig()
{
    const SweepFixture fixture;
    const auto plan = fixture.plan({{calibrationType, {u"max"_s, u"kl"_s}}, {perChannel, {u"True"_s, u"False"_s}}});
    QVERIFY(plan);
    QVERIFY(plan->problems.isEmpty());
    QCOMPARE(plan->configFile, fixture.path(u"net.yaml"_s));
    QCOMPARE(plan->variants.size(), 4);
    QCOMPARE(plan->variants[1].values, (QStringList{u"max"_s, u"False"_s})); // the first key's values outermost
    QByteArray expected = SweepFixture::configText();
    expected.replace("'default'", "'max'").append("  per_channel: 'False'\n");
    QByteArray found = plan->variants[1].document.text();
    QCOMPARE(plan->variants[1].document.scalar(perChannel), u"False"_s);
    found.replace("per_channel: False", "per_channel: 'False'"); // quoted or not is the editor's choice
    QCOMPARE(found, expected);
    QCOMPARE(fixture.content(u"net.yaml"_s), SweepFixture::configText());
}

void tst_SweepPlan::aKeyCanBeLeftOut()
{
    const SweepFixture fixture;
    const auto plan = fixture.plan({{calibrationType, {QString(), u"max"_s}}});
    QVERIFY(plan);
    QCOMPARE(plan->variants.size(), 2);
    QVERIFY(!plan->variants[0].document.contains(calibrationType));
    QVERIFY(plan->variants[0].document.contains(u"calibration_parameters.cal_data_dir"_s));
    const auto other = fixture.plan({{perChannel, {QString()}}}); // is not there anyway
    QVERIFY(other);
    QCOMPARE(other->variants[0].document.text(), SweepFixture::configText());
}

void tst_SweepPlan::whatIsNoSweepIsTold_data()
{
    QTest::addColumn<QList<SweepKey>>("keys");
    QTest::addColumn<QString>("told");
    const SweepKey one{calibrationType, {u"max"_s}};
    QStringList many;
    for (int i = 0; i < 40; ++i)
        many.append(QString::number(i));
    QTest::newRow("none") << QList<SweepKey>() << u"needs a key"_s;
    QTest::newRow("three") << QList<SweepKey>{one, {perChannel, {u"True"_s}}, {u"x.y"_s, {u"1"_s}}} << u"not 3"_s;
    QTest::newRow("the same") << QList<SweepKey>{one, one} << u"varied twice"_s;
    QTest::newRow("no value") << QList<SweepKey>{{calibrationType, {}}} << u"No value"_s;
    QTest::newRow("a value twice") << QList<SweepKey>{{calibrationType, {u"max"_s, u"max"_s}}} << u"given twice"_s;
    QTest::newRow("too many") << QList<SweepKey>{{u"compiler_parameters.jobs"_s, many},
                                                 {u"compiler_parameters.max_time_per_fc"_s, many}}
                              << u"1600 runs"_s;
    QTest::newRow("a group") << QList<SweepKey>{{u"calibration_parameters"_s, {u"1"_s}}} << QString();
}

void tst_SweepPlan::whatIsNoSweepIsTold()
{
    QFETCH(QList<SweepKey>, keys);
    QFETCH(QString, told);
    const SweepFixture fixture;
    const auto plan = fixture.plan(keys);
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(told), qPrintable(plan.error().message));
}

void tst_SweepPlan::illegalValuesAreTold()
{
    const SweepFixture fixture;
    const auto plan = fixture.plan({{calibrationType, {u"max"_s, u"fastest"_s}}, {perChannel, {u"True"_s}}});
    QVERIFY(plan);
    QCOMPARE(plan->problems.size(), 1);
    QCOMPARE(plan->problems[0].key, 0);
    QCOMPARE(plan->problems[0].value, u"fastest"_s);
    QVERIFY(plan->problems[0].finding.message.contains(u"fastest"_s));
    const auto both = fixture.plan({{calibrationType, {u"fastest"_s}}, {perChannel, {u"maybe"_s, u"True"_s}}});
    QVERIFY(both);
    QCOMPARE(both->problems.size(), 2); // True is not to blame
    QCOMPARE(both->problems[0].value, u"fastest"_s);
    QCOMPARE(both->problems[1].value, u"maybe"_s);
}

/// max_percentile is checked with calibration_type max alone.
void tst_SweepPlan::oneCombinationMayBeRefusedAlone()
{
    const SweepFixture fixture;
    const auto plan = fixture.plan({{calibrationType, {u"max"_s, u"kl"_s}},
                                    {u"calibration_parameters.max_percentile"_s, {u"0.1"_s, u"0.9999"_s}}});
    QVERIFY(plan);
    QVERIFY2(plan->problems.isEmpty(), qPrintable(plan->problems.value(0).finding.message));
    QList<int> refusals;
    for (const SweepVariant& variant : plan->variants)
        refusals.append(static_cast<int>(variant.refusals.size()));
    QCOMPARE(refusals, (QList<int>{1, 0, 0, 0}));
}

void tst_SweepPlan::whatWasWrongBeforeIsNoFaultOfAValue()
{
    const SweepFixture fixture;
    fixture.write(u"net.yaml"_s, SweepFixture::configText() + "compiler_parameters:\n  nonsense: 1\n");
    const auto plan = fixture.plan({{calibrationType, {u"max"_s}}});
    QVERIFY(plan);
    QVERIFY(plan->problems.isEmpty());
    QVERIFY(plan->variants[0].refusals.isEmpty());
}

void tst_SweepPlan::whatThePersonLivesWithRefusesNothing()
{
    const SweepFixture fixture;
    SweepSubject subject = fixture.subject();
    subject.accepted.add({u"value-not-allowed"_s, calibrationType, u"fastest"_s, u"our own tool knows it"_s});
    Progress progress;
    const auto plan = planSweep(subject, {{calibrationType, {u"fastest"_s, u"slowest"_s}}}, {}, progress);
    QVERIFY(plan);
    QCOMPARE(plan->problems.size(), 1);
    QCOMPARE(plan->problems[0].value, u"slowest"_s);
}

void tst_SweepPlan::stopsOnRequest()
{
    const SweepFixture fixture;
    const CancelToken cancel;
    cancel.cancel();
    Progress progress;
    const auto plan = planSweep(fixture.subject(), {{calibrationType, {u"max"_s}}}, cancel, progress);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_SweepPlan)
#include "tst_sweep_plan.moc"
