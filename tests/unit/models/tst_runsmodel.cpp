// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ModelRoles.h"
#include "core/models/RunsModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_RunsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsSayWhatCameOfTheRuns();
    void notesAreEdited();
};

namespace {

RunSummary run(const QString& id)
{
    RunSummary summary;
    summary.id = id;
    summary.folder = u"/runs/"_s + id;
    summary.startedAt = QDateTime(QDate(2026, 4, 11), QTime(9, 30, 1));
    summary.status = CompileStatus::Succeeded;
    summary.march = u"bayes-e"_s;
    summary.metrics = {{u"top1.board"_s, 0.886}, {u"cosine.worst"_s, 0.9875}, {u"seconds"_s, 12.34}};
    summary.worstLayer = u"conv1"_s;
    summary.sweep = {{u"sweep-1"_s}, {{u"calibration_parameters.calibration_type"_s, u"max"_s}}, {}};
    summary.bytes = 1500000;
    return summary;
}

} // namespace

void tst_RunsModel::rowsSayWhatCameOfTheRuns()
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunSummary failed;
    failed.id = u"by-hand"_s;
    failed.message = u"it broke"_s;
    model.setRuns({run(u"1"_s), failed});
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, RunsModel::StartedColumn), u"2026-04-11 09:30:01"_s);
    QCOMPARE(text(1, RunsModel::StartedColumn), u"by-hand"_s);
    QCOMPARE(text(0, RunsModel::BoardColumn), u"88.6 %"_s);
    QCOMPARE(text(0, RunsModel::QuantizedColumn), u"–"_s);
    QCOMPARE(text(0, RunsModel::WorstLayerColumn), u"0.987500"_s);
    QCOMPARE(text(0, RunsModel::SizeColumn), u"1.5 MB"_s);
    QCOMPARE(model.index(0, RunsModel::WorstLayerColumn).data(Qt::ToolTipRole).toString(), u"conv1"_s);
    QCOMPARE(model.index(0, RunsModel::StartedColumn).data(Qt::ToolTipRole).toString(), u"calibration_type=max"_s);
    QCOMPARE(model.index(1, RunsModel::StatusColumn).data(Qt::ToolTipRole).toString(), u"it broke"_s);
    QCOMPARE(model.index(0, RunsModel::BoardColumn).data(SortRole).toDouble(), 0.886);
    QVERIFY(!model.index(1, RunsModel::BoardColumn).data(SortRole).isValid());
    QCOMPARE(model.rowOf(u"by-hand"_s), 1);
    QCOMPARE(model.rowOf(u"none"_s), -1);
    for (int column = 0; column < RunsModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void tst_RunsModel::notesAreEdited()
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRuns({run(u"1"_s)});
    QSignalSpy edited(&model, &RunsModel::noteEdited);
    const QModelIndex note = model.index(0, RunsModel::NoteColumn);
    QVERIFY(note.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.index(0, RunsModel::MarchColumn).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(model.setData(note, u" best so far "_s));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).toString(), u"/runs/1"_s);
    QCOMPARE(edited.first().at(1).toString(), u"best so far"_s);
    QVERIFY(!model.setData(note, u"best so far"_s)); // no change
    QVERIFY(!model.setData(model.index(0, RunsModel::MarchColumn), u"x"_s));
    QCOMPARE(edited.size(), 1);
}

QTEST_GUILESS_MAIN(tst_RunsModel)
#include "tst_runsmodel.moc"
