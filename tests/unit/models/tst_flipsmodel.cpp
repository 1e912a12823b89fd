// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Tally.h"
#include "core/models/EmptyLastSort.h"
#include "core/models/FlipsModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_FlipsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreSamplesAtTheirWorst();
    void cellsSayWhatEachStagePredicts();
    void onePairOfStages();
    void sortsUnknownLossesLast();
    void stagesComeOneByOne();
};

namespace {

struct Labelled
{
    LabelledData data;
    QList<StageEvaluation> evaluations;

    void add(Stage stage, const std::vector<std::vector<float>>& scores)
    {
        std::vector<Prediction> predictions;
        for (std::size_t i = 0; i < scores.size(); ++i)
            predictions.push_back(predictionOf(scores[i], data.samples[static_cast<qsizetype>(i)].label));
        evaluations.append(tally(stage, {}, data, std::move(predictions)));
    }
};

/// Float, quantized, board: `a` flips on the board, `b` there and back, `c` never, `d` has a class that no output has.
Labelled chain()
{
    Labelled made;
    made.data.folder = u"/data"_s;
    made.data.classes = {u"cat"_s, u"dog"_s};
    made.data.samples = {{u"/data/a.png"_s, 0}, {u"/data/b.png"_s, 1}, {u"/data/c.png"_s, 0}, {u"/data/d.png"_s, 5}};
    made.add(Stage::Float, {{2, 0}, {0, 3}, {2, 1}, {2, 1}});
    made.add(Stage::Quantized, {{2, 0}, {9, 0}, {2, 1}, {2, 1}});
    made.add(Stage::Board, {{1, 2}, {0, 3}, {2, 1}, {1, 2}});
    return made;
}

} // namespace

void tst_FlipsModel::rowsAreSamplesAtTheirWorst()
{
    FlipsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const Labelled made = chain();
    model.setEvaluations(made.evaluations, made.data);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, FlipsModel::FileColumn).data().toString(), u"b.png"_s);
    QCOMPARE(model.flip(0).stages, (StagePair{Stage::Float, Stage::Quantized}));
    QCOMPARE(model.index(0, model.columnOf(FlipsModel::LostColumn)).data(SortRole).toDouble(), 12.0);
    QCOMPARE(model.index(1, 0).data(NameRole).toString(), u"a.png"_s);
    QCOMPARE(model.sample(1).file, u"/data/a.png"_s);
    QCOMPARE(model.index(1, model.columnOf(FlipsModel::LostColumn)).data().toString(), u"3"_s);
    QCOMPARE(model.index(2, 0).data().toString(), u"d.png"_s);
    QCOMPARE(model.index(2, model.columnOf(FlipsModel::LostColumn)).data().toString(), u"–"_s);
}

void tst_FlipsModel::cellsSayWhatEachStagePredicts()
{
    FlipsModel model;
    const Labelled made = chain();
    model.setEvaluations(made.evaluations, made.data);
    QCOMPARE(model.columnCount(), 2 + 3 + 2);
    const auto cell = [&](int row, int column) { return model.index(row, column); };
    QCOMPARE(cell(0, FlipsModel::LabelColumn).data().toString(), u"dog"_s);
    QCOMPARE(cell(0, FlipsModel::FirstStageColumn).data().toString(), u"✓ dog"_s);
    QCOMPARE(cell(0, FlipsModel::FirstStageColumn + 1).data().toString(), u"✕ cat"_s);
    QCOMPARE(cell(0, FlipsModel::FirstStageColumn + 1).data(SortRole).toDouble(), -9.0);
    const QString tip = cell(0, FlipsModel::FirstStageColumn + 1).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"cat with 9"_s) && tip.contains(u"margin of −9"_s), qPrintable(tip));
    QCOMPARE(cell(0, model.columnOf(FlipsModel::FirstFlipColumn)).data().toString(), u"quantized"_s);
    QCOMPARE(cell(0, 0).data(StatusRole).toInt(), static_cast<int>(FlipKind::BecameWrong));
    QVERIFY(cell(0, model.columnOf(FlipsModel::LostColumn)).data(IsNumberRole).toBool());
    QCOMPARE(cell(2, FlipsModel::LabelColumn).data().toString(), u"5"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    QVERIFY(model.headerData(model.columnOf(FlipsModel::LostColumn), Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains(u"logits"_s));
}

void tst_FlipsModel::onePairOfStages()
{
    FlipsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Labelled made = chain();
    model.setEvaluations(made.evaluations, made.data);
    model.setStages(StagePair{Stage::Quantized, Stage::Board});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), u"a.png"_s);
    QCOMPARE(model.flip(1).kind, FlipKind::BecameRight);
    QCOMPARE(model.index(1, model.columnOf(FlipsModel::LostColumn)).data().toString(), u"−12"_s);
    model.setStages(StagePair{Stage::Float, Stage::Board});
    QCOMPARE(model.rowCount(), 2); // b came back
    model.setStages(StagePair{Stage::Float, Stage::Calibrated});
    QCOMPARE(model.rowCount(), 0); // was not evaluated
    model.setStages({});
    QCOMPARE(model.rowCount(), 3);
}

void tst_FlipsModel::sortsUnknownLossesLast()
{
    FlipsModel model;
    const Labelled made = chain();
    model.setEvaluations(made.evaluations, made.data);
    EmptyLastSort sorted;
    sorted.setSourceModel(&model);
    const auto names = [&] {
        QStringList list;
        for (int row = 0; row < sorted.rowCount(); ++row)
            list.append(sorted.index(row, 0).data().toString());
        return list;
    };
    sorted.sort(model.columnOf(FlipsModel::LostColumn), Qt::DescendingOrder);
    QCOMPARE(names(), (QStringList{u"b.png"_s, u"a.png"_s, u"d.png"_s}));
    sorted.sort(model.columnOf(FlipsModel::LostColumn), Qt::AscendingOrder);
    QCOMPARE(names(), (QStringList{u"a.png"_s, u"b.png"_s, u"d.png"_s}));
}

void tst_FlipsModel::stagesComeOneByOne()
{
    FlipsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Labelled made = chain();
    for (qsizetype count = 1; count <= made.evaluations.size(); ++count) {
        model.setEvaluations(made.evaluations.first(count), made.data);
        QCOMPARE(model.columnCount(), 4 + static_cast<int>(count));
    }
    QCOMPARE(model.rowCount(), 3);
    model.setEvaluations({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_FlipsModel)
#include "tst_flipsmodel.moc"
