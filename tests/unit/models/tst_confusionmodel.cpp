// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConfusionModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfusionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsCount();
    void isEmptyAtFirst();
};

void tst_ConfusionModel::cellsCount()
{
    LabelledData data;
    data.classes = {u"cat"_s, u"dog"_s};
    StageEvaluation evaluation;
    evaluation.confusion = {{3, 1, 0}, {0, 0, 0}, {0, 2, 0}};
    ConfusionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEvaluation(evaluation, data);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), u"3"_s);
    QCOMPARE(model.index(0, 2).data().toString(), u"·"_s);
    QCOMPARE(model.index(0, 3).data().toString(), u"75.0 %"_s);
    QCOMPARE(model.index(1, 3).data().toString(), u"–"_s); // none of this class was shown
    QCOMPARE(model.index(2, 3).data().toString(), u"0.0 %"_s);
    QCOMPARE(model.index(0, 1).data(ConfusionModel::ShareRole).toDouble(), 0.25);
    QVERIFY(!model.index(1, 1).data(ConfusionModel::ShareRole).isValid());
    QVERIFY(model.index(2, 2).data(ConfusionModel::IsRightRole).toBool());
    QVERIFY(!model.index(2, 3).data(ConfusionModel::IsRightRole).toBool());
    const QString sentence = model.index(2, 1).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.contains(u"2 of 2"_s) && sentence.contains(u"taken for dog"_s), qPrintable(sentence));
    QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), u"dog"_s);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"2"_s); // has no name
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"recognized"_s);
}

void tst_ConfusionModel::isEmptyAtFirst()
{
    ConfusionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::DisplayRole).isValid());
    StageEvaluation evaluation;
    evaluation.confusion = {{1}};
    model.setEvaluation(evaluation, {});
    QCOMPARE(model.rowCount(), 1);
    model.clear();
    QCOMPARE(model.columnCount(), 0);
}

QTEST_GUILESS_MAIN(tst_ConfusionModel)
#include "tst_confusionmodel.moc"
