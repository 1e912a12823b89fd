// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ContractModel.h"
#include "core/models/EvidenceModel.h"
#include "core/models/FindingsModel.h"
#include "core/models/LayersModel.h"
#include "core/models/LogNodesModel.h"
#include "core/models/ModelRoles.h"
#include "core/models/Numbers.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

LayerComparison layer(const QString& name, double cosine, bool drifts)
{
    LayerComparison result;
    result.name = name;
    result.metrics.cosine = cosine;
    result.drifts = drifts;
    return result;
}

CaptureComparison comparison()
{
    CaptureComparison result;
    result.layers = {layer(u"input"_s, 0.9999, false), layer(u"conv1"_s, 0.61, true), layer(u"add"_s, 0.55, true)};
    LayerComparison missing = layer(u"relu"_s, 1, false);
    missing.status = ComparisonStatus::NotDumped;
    missing.statusReason = u"The board did not dump it."_s;
    result.layers.insert(2, missing);
    result.firstDivergence = 1;
    return result;
}

QString printed(const QAbstractItemModel& model)
{
    QString text;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        text += cells.join(u'|') % u'\n';
    }
    return text;
}

} // namespace

class tst_Models : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void layersSayHowEveryRowStands();
    void layersSortByValueNotText();
    void findingsShowTheWorstFirst();
    void logNodesKeepGaps();
    void evidenceTellsBothScores();
    void contractMarksWhatContradicts();
    void numbersNeverRoundUpToOne();
};

void tst_Models::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_Models::layersSayHowEveryRowStands()
{
    LayersModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setComparison(comparison());
    QCOMPARE(model.rowCount(), 4);
    const auto states = [&model] {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, LayersModel::StateColumn).data().toString());
        return texts;
    };
    QCOMPARE(states(), QStringList({u"agrees"_s, u"drifts first"_s, u"not dumped"_s, u"drifts"_s}));
    QCOMPARE(model.index(2, LayersModel::CosineColumn).data().toString(), u"–"_s);
    QCOMPARE(model.index(2, 0).data(Qt::ToolTipRole).toString(), u"The board did not dump it."_s);
    QVERIFY(model.index(1, 0).data(IsFirstDriftRole).toBool());
    QCOMPARE(model.rowOf(u"add"_s), 3);
    QCOMPARE(model.rowOf(u"nobody"_s), -1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void tst_Models::layersSortByValueNotText()
{
    LayersModel model;
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSortRole(SortRole);
    const QAbstractItemModelTester tester(&proxy, fatal);
    model.setComparison(comparison());
    proxy.sort(LayersModel::CosineColumn);
    QCOMPARE(proxy.index(0, 0).data(NameRole).toString(), u"add"_s);
    QCOMPARE(proxy.index(2, 0).data(NameRole).toString(), u"input"_s);
    proxy.sort(-1);
    QCOMPARE(proxy.index(0, 0).data(NameRole).toString(), u"input"_s);
}

void tst_Models::findingsShowTheWorstFirst()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    Diagnostic note;
    note.severity = Severity::Info;
    note.message = u"A note."_s;
    Diagnostic error;
    error.severity = Severity::Error;
    error.message = u"It will be wrong."_s;
    error.why = u"Because."_s;
    error.key = u"input_parameters.input_layout_rt"_s;
    error.range.line = 12;
    error.fix = Fix{error.key, u"NHWC"_s, false, {}};
    model.setFindings({note, error});
    QCOMPARE(printed(model), u"It will be wrong.|line 12|NHWC\nA note.||\n"_s);
    QCOMPARE(model.rowOfKey(error.key), 0);
    QVERIFY(model.index(0, 0).data(HasFixRole).toBool());
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Error: It will be wrong."_s);
    QCOMPARE(FindingsModel::fixText({error.key, {}, true, {}}), u"Remove Key"_s);
}

void tst_Models::logNodesKeepGaps()
{
    LogNodesModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    LogNode node;
    node.name = u"v1_conv"_s;
    node.truncated = true;
    node.device = u"BPU"_s;
    node.subgraph = u"id(0)"_s;
    node.type = u"HzSQuantizedConv"_s;
    node.cosine = 0.987654;
    model.setNodes({node});
    QCOMPARE(printed(model), u"…v1_conv|HzSQuantizedConv|BPU|id(0)|0.988|–|–\n"_s);
    QVERIFY(!model.index(0, LogNodesModel::ThresholdColumn).data(SortRole).isValid());
}

void tst_Models::evidenceTellsBothScores()
{
    EvidenceModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setEvidence({{u"layout"_s, u"The layout is inverted"_s, 0.99993, 0.62, true, u"8 pictures"_s},
                       {u"bgr"_s, u"Red and blue are swapped"_s, 0.58, 0.62, false, {}}});
    QCOMPARE(printed(model),
             u"The layout is inverted|0.620|0.99993|explains it\nRed and blue are swapped|0.620|0.580|ruled out\n"_s);
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"The layout is inverted\n8 pictures"_s);
}

void tst_Models::contractMarksWhatContradicts()
{
    ContractModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    ContractRow config;
    config.place = ContractPlace::Config;
    config.title = u"Config"_s;
    config.type = u"uint8"_s;
    config.shape = u"1x3x4x4"_s;
    config.source = u"line 5"_s;
    config.note = u"A note."_s;
    ContractRow board = config;
    board.place = ContractPlace::BoardFile;
    board.title = u"Board"_s;
    board.note.clear();
    board.layout = u"NCHW"_s;
    board.contradiction = u"It contradicts."_s;
    board.contradictedField = ContractField::Layout;
    board.contradictedKey = u"input_parameters.input_layout_rt"_s;
    model.setContract({u"x"_s, {config, board}, 1});
    QCOMPARE(printed(model), u"Config|uint8|1×3×4×4|–|–|–|–\nBoard|uint8|1×3×4×4|NCHW|–|–|–\n"_s);
    const auto state = [&](int row, int column) {
        return static_cast<ContractModel::CellState>(model.index(row, column).data(StatusRole).toInt());
    };
    QCOMPARE(state(0, ContractModel::PlaceColumn), ContractModel::CellState::HasNote);
    QCOMPARE(state(0, ContractModel::LayoutColumn), ContractModel::CellState::Agrees);
    QCOMPARE(state(1, ContractModel::PlaceColumn), ContractModel::CellState::Contradicts);
    QCOMPARE(state(1, ContractModel::LayoutColumn), ContractModel::CellState::Contradicts);
    QCOMPARE(state(1, ContractModel::ColourColumn), ContractModel::CellState::Agrees);
    QVERIFY(!model.index(0, 0).data(IsFirstDriftRole).toBool());
    QVERIFY(model.index(1, 0).data(IsFirstDriftRole).toBool());
    QCOMPARE(model.index(1, 3).data(KeyRole).toString(), u"input_parameters.input_layout_rt"_s);
    QVERIFY(model.index(1, 3).data(Qt::ToolTipRole).toString().contains(u"line 5"_s));
    QVERIFY(model.index(1, 3).data(Qt::AccessibleTextRole).toString().contains(u"It contradicts."_s));
    model.setContract({});
    QCOMPARE(model.rowCount(), 0);
}

void tst_Models::numbersNeverRoundUpToOne()
{
    QCOMPARE(ratioText(1.0), u"1.000"_s);
    QCOMPARE(ratioText(0.9999999), u"0.99999"_s);
    QCOMPARE(ratioText(-0.05), u"−0.050"_s);
    QCOMPARE(decibelText(std::numeric_limits<double>::infinity()), u"∞"_s);
    QCOMPARE(shortNumber(std::numeric_limits<double>::quiet_NaN()), u"–"_s);
}

QTEST_GUILESS_MAIN(tst_Models)
#include "tst_models.moc"
