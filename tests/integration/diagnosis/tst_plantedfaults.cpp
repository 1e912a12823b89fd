// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One input of the sample and of two small networks: every fault that can be planted there is named, nothing else is.
#include "Measurement.h"
#include "ModelFaults.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class TestPlantedFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFaultIsNamed_data();
    void everyFaultIsNamed();
};

void TestPlantedFaults::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
}

void TestPlantedFaults::everyFaultIsNamed_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("inputType");
    QTest::addRow("sample") << u"emoji5"_s << u"bernoulli2"_s << u"rgb"_s;
    QTest::addRow("two pictures") << u"pair"_s << u"bayes-e"_s << u"rgb"_s;
    QTest::addRow("picture and floats") << u"features"_s << u"bayes-e"_s << u"gray"_s;
}

void TestPlantedFaults::everyFaultIsNamed()
{
    QFETCH(QString, network);
    QFETCH(QString, march);
    QFETCH(QString, inputType);
    const QTemporaryDir folder;
    const auto subject = makeSubject({network, march, inputType, u"NHWC"_s}, {}, folder.filePath(u"compiled"_s));
    QVERIFY2(subject, qPrintable(subject ? QString() : subject.error().message));
    Measurement measurement({}, 1);
    measurement.measure(*subject);
    for (const ModelCase& item : modelCases(*subject, {}, folder.filePath(u"others"_s)))
        measurement.judge(item.subject, item.planted, subject->plan.title(), item.isKnown);
    const Confusion& confusion = measurement.confusion();
    confusion.print();
    QCOMPARE(measurement.failures(), 0);
    QVERIFY(confusion.planted() > 50);
    QVERIFY(confusion.firstShare() >= 0.97);
    QVERIFY(confusion.firstTwoShare() >= 0.97);
    QCOMPARE(confusion.confidentFalseNames(), 0);
}

QTEST_GUILESS_MAIN(TestPlantedFaults)
#include "tst_plantedfaults.moc"
