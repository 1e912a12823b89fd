// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConfigDifferencesModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigDifferencesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreTheDifferences();
};

void tst_ConfigDifferencesModel::rowsAreTheDifferences()
{
    ConfigDifferencesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    using Kind = ConfigDifference::Kind;
    const ConfigDifference changed{
        u"input_parameters.input_layout_rt"_s, Kind::Changed, u"NCHW"_s, u"NHWC"_s, true, true};
    const ConfigDifference removed{u"compiler_parameters.debug"_s, Kind::Removed, u"False"_s, u"True"_s, true, false};
    model.setDifferences({changed, removed}, u"old.yaml"_s, u"new.yaml"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), int{ConfigDifferencesModel::ColumnCount});
    QCOMPARE(model.difference(1), removed);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QVERIFY(text(0, ConfigDifferencesModel::KeyColumn).contains(u"input_layout_rt"_s));
    QCOMPARE(text(0, ConfigDifferencesModel::BeforeColumn), u"NCHW"_s);
    QCOMPARE(text(0, ConfigDifferencesModel::AfterColumn), u"NHWC"_s);
    QVERIFY(text(1, ConfigDifferencesModel::AfterColumn).contains(u"True"_s)); // what holds without the key
    QVERIFY(text(1, ConfigDifferencesModel::AfterColumn) != u"True"_s);
    QVERIFY(text(0, ConfigDifferencesModel::KindColumn) != text(1, ConfigDifferencesModel::KindColumn));
    QCOMPARE(model.headerData(ConfigDifferencesModel::BeforeColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"old.yaml"_s);
    model.setDifferences({}, u"old.yaml"_s, u"new.yaml"_s);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_ConfigDifferencesModel)
#include "tst_configdifferencesmodel.moc"
