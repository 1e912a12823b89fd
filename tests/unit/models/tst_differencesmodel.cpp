// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/DifferencesModel.h"

#include "core/models/ModelRoles.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_DifferencesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rowsSayWhatHappened();
    void aNodeFindsItsRow();
    void theFilterTakesKindStageAndText();
};

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

StageDifference difference(DifferenceKind kind, Stage from, const QStringList& before, const QStringList& after)
{
    StageDifference result;
    result.kind = kind;
    result.fromStage = from;
    result.toStage = static_cast<Stage>(static_cast<int>(from) + 1);
    result.fromNames = before;
    result.toNames = after;
    result.why = u"Because."_s;
    return result;
}

QList<StageDifference> some()
{
    StageDifference preprocess = difference(DifferenceKind::Added, Stage::Float, {}, {u"HZ_PREPROCESS_FOR_in"_s});
    preprocess.cause = {u"input_parameters.norm_type"_s, u"data_scale"_s, false, 12, 34};
    StageDifference folded = difference(DifferenceKind::Fused, Stage::OriginalFloat, {u"conv"_s, u"bn"_s}, {u"conv"_s});
    folded.topic = DifferenceTopic::BatchNormalization;
    folded.computes = u"multiplied by 0.5 to 3"_s;
    return {preprocess, folded, difference(DifferenceKind::Removed, Stage::OriginalFloat, {u"drop"_s}, {})};
}

QStringList column(const QAbstractItemModel& model, int which)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells.append(model.index(row, which).data().toString());
    return cells;
}

} // namespace

void tst_DifferencesModel::rowsSayWhatHappened()
{
    DifferencesModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setDifferences(some());
    QCOMPARE(column(model, DifferencesModel::KindColumn), (QStringList{u"+ added"_s, u"⊃ fused"_s, u"− removed"_s}));
    QCOMPARE(column(model, DifferencesModel::NodeColumn),
             (QStringList{u"HZ_PREPROCESS_FOR_in"_s, u"conv, bn → conv"_s, u"drop"_s}));
    QCOMPARE(column(model, DifferencesModel::CauseColumn)[0], u"norm_type: data_scale"_s);
    QCOMPARE(column(model, DifferencesModel::NumbersColumn)[1], u"multiplied by 0.5 to 3"_s);
    QCOMPARE(model.index(0, 0).data(KeyRole).toString(), u"input_parameters.norm_type"_s);
    QCOMPARE(model.index(0, 0).data(LineRole).toInt(), 34);
    QCOMPARE(model.countOf(DifferenceKind::Added), 1);
    QCOMPARE(model.countOf(DifferenceKind::Changed), 0);
    for (int topic = 0; topic <= static_cast<int>(DifferenceTopic::Other); ++topic)
        QVERIFY(!DifferencesModel::topicText(static_cast<DifferenceTopic>(topic)).isEmpty());
    model.setDifferences({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_DifferencesModel::aNodeFindsItsRow()
{
    DifferencesModel model;
    model.setDifferences(some());
    QCOMPARE(model.rowOf(Stage::OriginalFloat, u"HZ_PREPROCESS_FOR_in"_s), 0);
    QCOMPARE(model.rowOf(Stage::OptimizedFloat, u"conv"_s), 1);
    QCOMPARE(model.rowOf(Stage::OriginalFloat, u"drop"_s), 2);
    QCOMPARE(model.rowOf(Stage::Board, u"conv"_s), -1);
    QCOMPARE(DifferencesModel::placeOf(model.difference(2)), std::pair(Stage::OriginalFloat, u"drop"_s));
    QCOMPARE(DifferencesModel::placeOf(model.difference(1)), std::pair(Stage::OptimizedFloat, u"conv"_s));
}

void tst_DifferencesModel::theFilterTakesKindStageAndText()
{
    DifferencesModel model;
    DifferencesFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, fatal);
    model.setDifferences(some());
    QCOMPARE(filter.rowCount(), 3);
    filter.setShown(DifferenceKind::Fused, false);
    QCOMPARE(filter.rowCount(), 2);
    filter.setLaterStage(Stage::OptimizedFloat);
    QCOMPARE(column(filter, DifferencesModel::NodeColumn), QStringList{u"drop"_s});
    filter.setShown(DifferenceKind::Fused, true);
    filter.setText(u" BN "_s);
    QCOMPARE(column(filter, DifferencesModel::KindColumn), QStringList{u"⊃ fused"_s});
    filter.setLaterStage(std::nullopt);
    filter.setText(u"norm_type"_s);
    QCOMPARE(column(filter, DifferencesModel::KindColumn), QStringList{u"+ added"_s});
    filter.setText({});
    QCOMPARE(filter.rowCount(), 3);
}

QTEST_GUILESS_MAIN(tst_DifferencesModel)
#include "tst_differencesmodel.moc"
