// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TinyModel.h"
#include "core/boardmodel/BoardFacts.h"
#include "core/sandbox/pack/NodeRemoval.h"

#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// Which nodes leave a .bin, in which order, and what is left of them.
class TestNodeRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOneLayerAnEntry();
    void eachEntrySeesWhatWasLeft_data();
    void eachEntrySeesWhatWasLeft();
    void inputTakesTheInnerForm();
    void sharedValuesStay();
    void whatIsInTheMiddleStays();
    void metadataReadBack();
};

namespace {

constexpr auto floats = DataType::Float32;

/// in - quantize - BPU - dequantize - reshape1 - reshape2 - out
BoardModel chain()
{
    BoardModel board;
    const auto value = [](const char* name, DataType type, const Shape& shape) {
        return ValueDraft{text(name), type, shape};
    };
    board.graph.inputs = {value("in", floats, Shape{1, 2, 3, 4})};
    board.graph.outputs = {value("out", floats, Shape{24})};
    board.graph.values = {value("codes", DataType::Int8, Shape{1, 2, 3, 4}), value("sum", DataType::Int8, Shape{1, 24}),
                          value("real", floats, Shape{1, 24}), value("flat", floats, Shape{24, 1})};
    addConstant(board.graph, u"scale"_s, Tensor::scalar(0.5F));
    board.graph.nodes = {makeNode(u"Quantize"_s, u"quantize"_s, {u"in"_s, u"scale"_s}, {u"codes"_s}),
                         makeNode(u"BPU"_s, u"part"_s, {u"codes"_s}, {u"sum"_s}),
                         makeNode(u"Dequantize"_s, u"dequantize"_s, {u"sum"_s, u"scale"_s}, {u"real"_s}),
                         makeNode(u"Reshape"_s, u"reshape1"_s, {u"real"_s}, {u"flat"_s}),
                         makeNode(u"Reshape"_s, u"reshape2"_s, {u"flat"_s}, {u"out"_s})};
    BoardTensorInfo input;
    input.name = u"in"_s;
    input.type = floats;
    input.shape = Shape{1, 2, 3, 4};
    input.inputType = InputType::Featuremap;
    BoardTensorInfo output;
    output.name = u"out"_s;
    output.type = floats;
    output.shape = Shape{24};
    board.inputs = {input};
    board.outputs = {output};
    return board;
}

NodeSettings byType(const QStringList& types)
{
    NodeSettings settings;
    settings.removeTypes = types;
    return settings;
}

} // namespace

void TestNodeRemoval::takesOneLayerAnEntry()
{
    BoardModel board = chain();
    const QList<NodeRemoval> removals = removeBoardNodes(board, byType({u"Reshape"_s}));
    QCOMPARE(removals.size(), 1);
    QCOMPARE(removals.first().removed, QStringList{u"reshape2"_s});
    QCOMPARE(board.outputs.first().shape, (Shape{24, 1}));
    QCOMPARE(board.graph.outputs.first().name, u"out"_s);
    QCOMPARE(board.graph.nodes.last().outputs, QStringList{u"out"_s});
}

void TestNodeRemoval::eachEntrySeesWhatWasLeft_data()
{
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<QStringList>("left");
    const QStringList all{u"quantize"_s, u"part"_s, u"dequantize"_s, u"reshape1"_s, u"reshape2"_s};
    QTest::newRow("inner first") << QStringList{u"Dequantize"_s, u"Reshape"_s} << all.first(4);
    QTest::newRow("outer first") << QStringList{u"Reshape"_s, u"Dequantize"_s} << all.first(4);
    QTest::newRow("layer by layer") << QStringList{u"Reshape"_s, u"Reshape"_s, u"Dequantize"_s} << all.first(2);
    QTest::newRow("both ends") << QStringList{u"Quantize"_s, u"Reshape"_s} << all.mid(1, 3);
    QTest::newRow("none") << QStringList{u"Cast"_s} << all;
}

void TestNodeRemoval::eachEntrySeesWhatWasLeft()
{
    QFETCH(QStringList, types);
    QFETCH(QStringList, left);
    BoardModel board = chain();
    const QList<NodeRemoval> removals = removeBoardNodes(board, byType(types));
    QCOMPARE(namesOf(board.graph.nodes), left);
    QCOMPARE(removals.size(), types.size());
}

void TestNodeRemoval::inputTakesTheInnerForm()
{
    BoardModel board = chain();
    QCOMPARE(removeBoardNodes(board, byType({u"Quantize"_s})).size(), 1);
    QCOMPARE(board.inputs.first().type, DataType::Int8);
    QCOMPARE(board.graph.inputs.first().type, DataType::Int8);
    QCOMPARE(board.graph.nodes.first().inputs, QStringList{u"in"_s});
}

void TestNodeRemoval::sharedValuesStay()
{
    // The input is read twice: without the Quantize the other reader would get another form.
    BoardModel board = chain();
    board.graph.nodes.append(makeNode(u"Transpose"_s, u"other"_s, {u"in"_s}, {u"second"_s}));
    QVERIFY(removeBoardNodes(board, byType({u"Quantize"_s})).first().removed.isEmpty());

    // What stands in front of an output is an output already: it cannot bear two names.
    board = chain();
    board.graph.outputs.append({u"flat"_s, floats, Shape{24, 1}});
    board.outputs.append(board.outputs.first());
    board.outputs.last().name = u"flat"_s;
    QVERIFY(removeBoardNodes(board, byType({u"Reshape"_s})).first().removed.isEmpty());
}

void TestNodeRemoval::whatIsInTheMiddleStays()
{
    BoardModel board = chain();
    NodeSettings settings;
    settings.removeNames = {u"dequantize"_s, u"part"_s, u"nowhere"_s, u"reshape2"_s};
    const QList<NodeRemoval> removals = removeBoardNodes(board, settings);
    for (qsizetype i = 0; i < 3; ++i)
        QVERIFY(!removals[i].refusal.isEmpty() && removals[i].removed.isEmpty());
    QVERIFY(removals[3].refusal.isEmpty());
    QCOMPARE(board.graph.nodes.size(), 4);
}

void TestNodeRemoval::metadataReadBack()
{
    BoardModel board = chain();
    QCOMPARE(removeBoardNodes(board, byType({u"Reshape"_s, u"Reshape"_s, u"Dequantize"_s})).size(), 3);
    const auto bytes = toBoardFile(board);
    QVERIFY(bytes);
    const auto read = parseBoardModel(*bytes, u"chain"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->metadata.value(u"REMOVE_NODE_TYPE"_s), u"['Reshape', 'Dequantize']"_s);
    QCOMPARE(read->metadata.value(u"DELETED_NODES"_s), u"reshape2 reshape1 dequantize "_s);
    QCOMPARE(read->metadata.value(u"DN_M_out"_s), u"sum"_s);
    QCOMPARE(read->metadata.value(u"NODE_dequantize"_s), u"dequantize: scale: [0.5]; zero point: 0"_s);
    QVERIFY(read->outputs.first().quantization);
    QCOMPARE(read->outputs.first().quantization->scales, std::vector<float>{0.5F});
    QCOMPARE(removedNodes(*read).size(), 3);
}

QTEST_GUILESS_MAIN(TestNodeRemoval)
#include "tst_node_removal.moc"
