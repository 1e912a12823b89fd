// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ModelRoles.h"
#include "core/models/SweepModel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_SweepModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsSayWhatCameOfTheVariants();
    void fillsRowByRow();
    void theBestFollowsTheFigure();
    void keysAreColumns();
};

namespace {

SweepRow row(const QString& value, SweepRowState state, const QMap<QString, double>& metrics = {})
{
    SweepRow made{{value}, state, {}, {}, false, {}};
    if (!metrics.isEmpty()) {
        made.runId = u"run-"_s + value;
        made.run = RunSummary();
        made.run->metrics = metrics;
        made.run->worstLayer = u"conv1"_s;
    }
    return made;
}

Sweep sweep()
{
    Sweep made;
    made.id = u"sweep-1"_s;
    made.keys = {{u"calibration_parameters.calibration_type"_s, {u"max"_s, u"kl"_s, QString()}}};
    made.rows = {row(u"max"_s, SweepRowState::Succeeded,
                     {{u"top1.board"_s, 0.886}, {u"cosine.worst"_s, 0.9875}, {u"latency.us"_s, 1500.0}}),
                 row(u"kl"_s, SweepRowState::Failed), row(QString(), SweepRowState::Waiting)};
    made.rows[1].message = u"it broke"_s;
    return made;
}

} // namespace

void tst_SweepModel::rowsSayWhatCameOfTheVariants()
{
    SweepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setSweep(sweep());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 1 + SweepModel::ColumnCount);
    const auto cell = [&](int r, SweepModel::Column column) { return model.index(r, model.columnOf(column)); };
    QCOMPARE(model.index(0, 0).data().toString(), u"max"_s);
    QCOMPARE(model.index(2, 0).data().toString(), u"(not written)"_s);
    QCOMPARE(cell(0, SweepModel::StateColumn).data().toString(), u"★ succeeded"_s);
    QCOMPARE(cell(0, SweepModel::StateColumn).data(Qt::AccessibleTextRole).toString(), u"succeeded, the best"_s);
    QCOMPARE(cell(1, SweepModel::StateColumn).data().toString(), u"failed"_s);
    QCOMPARE(cell(1, SweepModel::StateColumn).data(Qt::ToolTipRole).toString(), u"it broke"_s);
    QCOMPARE(cell(0, SweepModel::BoardColumn).data().toString(), u"88.6 %"_s);
    QCOMPARE(cell(0, SweepModel::BoardColumn).data(SortRole).toDouble(), 0.886);
    QCOMPARE(cell(0, SweepModel::QuantizedColumn).data().toString(), u"–"_s);
    QVERIFY(!cell(0, SweepModel::QuantizedColumn).data(SortRole).isValid());
    QCOMPARE(cell(0, SweepModel::LatencyColumn).data().toString(), u"1.5 ms"_s);
    QCOMPARE(cell(0, SweepModel::LayerNameColumn).data().toString(), u"conv1"_s);
    QCOMPARE(cell(1, SweepModel::LayerNameColumn).data().toString(), QString());
    QCOMPARE(cell(0, SweepModel::RunColumn).data(NameRole).toString(), u"run-max"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void tst_SweepModel::fillsRowByRow()
{
    SweepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Sweep running = sweep();
    model.setSweep(running);
    const QPersistentModelIndex kept(model.index(2, 0));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    running.rows[2] = row(QString(), SweepRowState::Succeeded, {{u"top1.board"_s, 0.9}});
    model.setSweep(running);
    QVERIFY(kept.isValid());
    QVERIFY(resets.isEmpty());
    QVERIFY(!changes.isEmpty());
    QVERIFY(model.index(2, 0).data(IsBestRole).toBool());
    QVERIFY(!model.index(0, 0).data(IsBestRole).toBool());
    running.id = u"sweep-2"_s;
    model.setSweep(running);
    QCOMPARE(resets.size(), 1);
    model.setSweep(Sweep());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.best());
}

void tst_SweepModel::theBestFollowsTheFigure()
{
    SweepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Sweep done = sweep();
    done.rows[2] = row(QString(), SweepRowState::Succeeded, {{u"top1.board"_s, 0.8}, {u"latency.us"_s, 900.0}});
    model.setSweep(done);
    QCOMPARE(model.best()->row, 0);
    model.setFigure(u"latency.us"_s);
    QCOMPARE(model.best()->row, 2);
    model.setFigure(u"fps"_s);
    QVERIFY(!model.best());
    model.setFigure({});
    QCOMPARE(model.best()->figure, u"top1.board"_s);
}

void tst_SweepModel::keysAreColumns()
{
    SweepModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Sweep two;
    two.keys
        = {{u"compiler_parameters.jobs"_s, {u"10"_s, u"9"_s}}, {u"calibration_parameters.per_channel"_s, {u"True"_s}}};
    two.rows = {{{u"10"_s, u"True"_s}, SweepRowState::Waiting, {}, {}, false, {}},
                {{u"9"_s, u"True"_s}, SweepRowState::Waiting, {}, {}, false, {}}};
    model.setSweep(two);
    QCOMPARE(model.columnCount(), 2 + SweepModel::ColumnCount);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"per_channel"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), u"calibration_parameters.per_channel"_s);
    QVERIFY(model.index(0, 0).data(SortRole).toDouble() > model.index(1, 0).data(SortRole).toDouble()); // not as text
}

QTEST_GUILESS_MAIN(tst_SweepModel)
#include "tst_sweepmodel.moc"
