// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/LayersModel.h"
#include "core/models/ModelRoles.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

LayerComparison layer(int index, bool drifts)
{
    LayerComparison result;
    result.name = u"layer%1"_s.arg(index);
    result.drifts = drifts;
    result.samples.count = 2;
    return result;
}

QList<LayerComparison> waiting(int count)
{
    QList<LayerComparison> layers;
    for (int i = 0; i < count; ++i) {
        layers.append(layer(i, false));
        layers.last().status = ComparisonStatus::Waiting;
    }
    return layers;
}

} // namespace

class tst_LayersModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rowsComeInPortions();
    void theFirstDriftMovesUp();
    void everyStateHasAName();
    void showsRangesAndIsolatedErrors();
    void namesTheWorstPicture();
};

void tst_LayersModel::rowsComeInPortions()
{
    LayersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setLayers(0, waiting(6));
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.state(5), LayerState::Waiting);
    const QPersistentModelIndex kept = model.index(4, 0);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setLayers(0, {layer(0, false), layer(1, false)});
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 1);
    model.setLayers(2, {layer(2, false), layer(3, false), layer(4, true), layer(5, true), layer(6, true)});
    QCOMPARE(model.rowCount(), 7); // one more than were announced
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 4);
    QCOMPARE(model.state(4), LayerState::DriftsFirst);
    QCOMPARE(model.rowOf(u"layer6"_s), 6);
    QCOMPARE(resets.size(), 0);
}

void tst_LayersModel::theFirstDriftMovesUp()
{
    LayersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLayers(0, {layer(0, false), layer(1, false), layer(2, true)});
    QCOMPARE(model.state(2), LayerState::DriftsFirst);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setLayers(1, {layer(1, true)});
    QCOMPARE(model.state(1), LayerState::DriftsFirst);
    QCOMPARE(model.state(2), LayerState::Drifts);
    QList<int> rows;
    for (const auto& change : changes)
        rows.append(change.at(0).toModelIndex().row());
    QVERIFY(rows.contains(2)); // it is only one of several now
}

void tst_LayersModel::everyStateHasAName()
{
    QSet<QString> names;
    for (int state = 0; state <= static_cast<int>(LayerState::Waiting); ++state)
        names.insert(layerStateName(static_cast<LayerState>(state)));
    QCOMPARE(names.size(), static_cast<int>(LayerState::Waiting) + 1);
    QVERIFY(!names.contains(QString()));
}

void tst_LayersModel::showsRangesAndIsolatedErrors()
{
    LayersModel model;
    LayerComparison row = layer(0, false);
    row.referenceRange = {-0.5, 80, 2, 1000};
    row.isolated = TensorMetrics();
    row.isolated->sqnrDb = 41.26;
    model.setLayers(0, {row, layer(1, false)});
    QCOMPARE(model.index(0, LayersModel::ReferenceRangeColumn).data().toString(), u"−0.5 … 80"_s);
    QCOMPARE(model.index(0, LayersModel::TailColumn).data().toString(), u"40"_s);
    QCOMPARE(model.index(0, LayersModel::TailColumn).data(SortRole).toDouble(), 40.0);
    QCOMPARE(model.index(0, LayersModel::IsolatedSqnrColumn).data().toString(), u"41.3"_s);
    QCOMPARE(model.index(1, LayersModel::IsolatedSqnrColumn).data().toString(), u"–"_s);
    QVERIFY(!model.index(1, LayersModel::IsolatedSqnrColumn).data(SortRole).isValid());
}

void tst_LayersModel::namesTheWorstPicture()
{
    LayersModel model;
    LayerComparison row = layer(0, false);
    row.samples.worst = 1;
    model.setLayers(0, {row});
    QCOMPARE(model.index(0, LayersModel::WorstSampleColumn).data().toString(), u"2"_s);
    model.setSampleNames({u"cat.jpg"_s, u"dog.jpg"_s});
    QCOMPARE(model.index(0, LayersModel::WorstSampleColumn).data().toString(), u"dog.jpg"_s);
}

QTEST_GUILESS_MAIN(tst_LayersModel)
#include "tst_layersmodel.moc"
