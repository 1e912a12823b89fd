// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/Graph.h"
#include "core/graph/Stage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Graph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksProducersAndConsumers();
    void sortsNodesThatTheFileHasOutOfOrder();
    void keepsNodesOfACycle();
    void namesUnnamedNodes();
    void stageFromFileName_data();
    void stageFromFileName();
};

namespace {

NodeDraft node(const QString& name, const QString& op, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

} // namespace

void tst_Graph::linksProducersAndConsumers()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 3}}};
    draft.outputs = {{u"y"_s, DataType::Float32, {}}};
    draft.initializers = {{u"w"_s, Tensor::fromValues<float>(Shape{3}, std::vector<float>{1, 2, 3})}};
    draft.nodes = {node(u"mul"_s, u"Mul"_s, {u"x"_s, u"w"_s}, {u"m"_s}),
                   node(u"add"_s, u"Add"_s, {u"m"_s, u"m"_s, QString()}, {u"y"_s})};
    const auto graph = Graph::fromDraft(draft);

    QCOMPARE(graph->nodeCount(), 2);
    const ValueId m = graph->findValue(u"m"_s);
    QCOMPARE(graph->value(m).producer, graph->findNode(u"mul"_s));
    QCOMPARE(graph->consumers(m).size(), std::size_t{1}); // used twice by one node, listed once
    QVERIFY(!graph->node(graph->findNode(u"add"_s)).inputs[2].isValid());
    const ValueId w = graph->findValue(u"w"_s);
    QVERIFY(graph->value(w).isInitializer);
    QCOMPARE(graph->initializer(w)->toFloats(), (std::vector<float>{1, 2, 3}));
    QCOMPARE(graph->initializer(m), nullptr);
    QCOMPARE(graph->inputs().size(), std::size_t{1});
    QCOMPARE(graph->value(graph->outputs().front()).name, u"y"_s);
}

void tst_Graph::sortsNodesThatTheFileHasOutOfOrder()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = {node(u"c"_s, u"C"_s, {u"b"_s}, {u"c"_s}), node(u"a"_s, u"A"_s, {u"x"_s}, {u"a"_s}),
                   node(u"b"_s, u"B"_s, {u"a"_s}, {u"b"_s})};
    const auto graph = Graph::fromDraft(draft);
    QStringList names;
    for (const NodeId id : graph->topologicalOrder())
        names.append(graph->node(id).name);
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void tst_Graph::keepsNodesOfACycle()
{
    GraphDraft draft;
    draft.nodes = {node(u"a"_s, u"A"_s, {u"b"_s}, {u"a"_s}), node(u"b"_s, u"B"_s, {u"a"_s}, {u"b"_s})};
    QCOMPARE(Graph::fromDraft(draft)->topologicalOrder().size(), std::size_t{2});
}

void tst_Graph::namesUnnamedNodes()
{
    GraphDraft draft;
    draft.nodes = {node({}, u"Relu"_s, {u"x"_s}, {u"y"_s}), node({}, u"Relu"_s, {u"y"_s}, {u"z"_s})};
    const auto graph = Graph::fromDraft(draft);
    QCOMPARE(graph->node(NodeId(0)).name, u"Relu_0"_s);
    QCOMPARE(graph->node(NodeId(1)).name, u"Relu_1"_s);
}

void tst_Graph::stageFromFileName_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("key");
    QTest::newRow("float") << u"net.onnx"_s << u"float"_s;
    QTest::newRow("original") << u"p_original_float_model.onnx"_s << u"original_float"_s;
    QTest::newRow("quantized") << u"p_quantized_model.onnx"_s << u"quantized"_s;
    QTest::newRow("board") << u"p.bin"_s << u"board"_s;
    QTest::newRow("binn") << u"lpr.binn"_s << u"board"_s;
}

void tst_Graph::stageFromFileName()
{
    QFETCH(QString, file);
    QFETCH(QString, key);
    QCOMPARE(stageKey(driftscope::stageFromFileName(file)), key);
    QCOMPARE(stageFromKey(key), std::optional(driftscope::stageFromFileName(file)));
}

QTEST_GUILESS_MAIN(tst_Graph)
#include "tst_graph.moc"
