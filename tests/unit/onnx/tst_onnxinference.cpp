// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftText.h"
#include "core/onnx/OnnxWriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Shapes that libonnx alone does not find, and those that it would get wrong.
class tst_OnnxInference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bridgesOperators_data();
    void bridgesOperators();
    void reductionsTakeTheirAxesFromAnInput();
    void unknownAxesGiveNoShape();
    void unknownOperatorsBlockOnlyWhatIsBehindThem();
    void unsortedNodes();
    void bodiesOfNodes();
    void namesOfDimensionsGoAlong();
    void whatTheFileSaysStands();
    void dequantizedHalvesAreHalves();
    void nodesThatBreakTheirSchema_data();
    void nodesThatBreakTheirSchema();
};

namespace {

NodeDraft node(const QString& op, const QStringList& inputs, const QStringList& outputs, const QString& domain = {})
{
    NodeDraft draft;
    draft.name = op;
    draft.opType = op;
    draft.domain = domain;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

GraphDraft network(qint64 opset)
{
    GraphDraft draft;
    draft.irVersion = 10;
    draft.opsets = {{QString(), opset}};
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{2, 4, 6, 6}}};
    draft.outputs = {{u"y"_s, DataType::Undefined, {}}};
    draft.initializers = {
        {u"w"_s, Tensor::fromValues<float>({8, 4, 3, 3}, std::vector<float>(288))},
        {u"axes"_s, Tensor::fromValues<qint64>({2}, std::vector<qint64>{2, -1})},
    };
    return draft;
}

QString typeOf(const GraphDraft& draft, const QString& name)
{
    for (const QList<ValueDraft>* values : {&draft.inputs, &draft.outputs, &draft.values}) {
        for (const ValueDraft& value : *values) {
            if (value.name == name)
                return dataTypeName(value.type) + u' ' + (value.shape ? value.shape->displayText() : u"unknown"_s);
        }
    }
    return u"none"_s;
}

} // namespace

void tst_OnnxInference::bridgesOperators_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QString>("type");
    const QString microsoft = u"com.microsoft"_s;
    QTest::newRow("gelu") << QString() << u"Gelu"_s << QStringList{u"x"_s} << u"float32 2×4×6×6"_s;
    QTest::newRow("contrib gelu") << microsoft << u"Gelu"_s << QStringList{u"x"_s} << u"float32 2×4×6×6"_s;
    QTest::newRow("fused conv") << microsoft << u"FusedConv"_s << QStringList{u"x"_s, u"w"_s} << u"float32 2×8×4×4"_s;
    QTest::newRow("norm") << microsoft << u"SkipLayerNormalization"_s << QStringList{u"x"_s, u"x"_s}
                          << u"float32 2×4×6×6"_s;
    QTest::newRow("ai.onnx") << u"ai.onnx"_s << u"Relu"_s << QStringList{u"x"_s} << u"float32 2×4×6×6"_s;
}

void tst_OnnxInference::bridgesOperators()
{
    QFETCH(QString, domain);
    QFETCH(QString, op);
    QFETCH(QStringList, inputs);
    QFETCH(QString, type);
    GraphDraft draft = network(20);
    draft.nodes = {node(op, inputs, {u"t"_s}, domain), node(u"Relu"_s, {u"t"_s}, {u"y"_s})};
    const QList<NodeDraft> before = draft.nodes;
    inferShapes(draft); // the other domain is not even imported
    QCOMPARE(typeOf(draft, u"y"_s), type);
    QCOMPARE(draft.nodes.front().opType, before.front().opType); // only what is inferred is taken over
    QCOMPARE(draft.opsets.size(), 1);
}

void tst_OnnxInference::reductionsTakeTheirAxesFromAnInput()
{
    GraphDraft draft = network(18);
    draft.nodes = {node(u"ReduceMean"_s, {u"x"_s, u"axes"_s}, {u"y"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"float32 2×4×1×1"_s);
}

void tst_OnnxInference::unknownAxesGiveNoShape()
{
    GraphDraft draft = network(18);
    draft.inputs.append({u"a"_s, DataType::Int64, Shape{1}});
    draft.nodes = {node(u"ReduceMax"_s, {u"x"_s, u"a"_s}, {u"y"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"undefined unknown"_s); // and not one over all axes
}

void tst_OnnxInference::unknownOperatorsBlockOnlyWhatIsBehindThem()
{
    GraphDraft draft = network(13);
    draft.outputs.append({u"z"_s, DataType::Undefined, {}});
    NodeDraft broken = node(u"Conv"_s, {u"x"_s, u"w"_s}, {u"b"_s});
    broken.setAttribute(u"strides"_s, QList<qint64>{0, 0}); // libonnx would divide by it
    draft.nodes = {node(u"Own"_s, {u"x"_s}, {u"t"_s}, u"nobody"_s), broken, node(u"Relu"_s, {u"t"_s}, {u"y"_s}),
                   node(u"Conv"_s, {u"x"_s, u"w"_s}, {u"z"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"undefined unknown"_s);
    QCOMPARE(typeOf(draft, u"z"_s), u"float32 2×8×4×4"_s);
}

void tst_OnnxInference::unsortedNodes()
{
    GraphDraft draft = network(13);
    draft.nodes = {node(u"Relu"_s, {u"b"_s}, {u"y"_s}), node(u"Conv"_s, {u"a"_s, u"w"_s}, {u"b"_s}),
                   node(u"Sigmoid"_s, {u"x"_s}, {u"a"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"float32 2×8×4×4"_s);
    QCOMPARE(draft.nodes.front().opType, u"Relu"_s);
}

void tst_OnnxInference::bodiesOfNodes()
{
    GraphDraft body;
    body.name = u"then"_s;
    body.nodes = {node(u"Transpose"_s, {u"x"_s}, {u"t"_s}), node(u"Relu"_s, {u"t"_s}, {u"r"_s})};
    body.outputs = {{u"r"_s, DataType::Undefined, {}}};
    GraphDraft draft = network(13);
    draft.inputs.append({u"c"_s, DataType::Bool, Shape{}});
    draft.nodes = {node(u"If"_s, {u"c"_s}, {u"i"_s}), node(u"Relu"_s, {u"i"_s}, {u"y"_s})};
    const auto shared = std::make_shared<const GraphDraft>(body);
    draft.nodes.front().attributes = {{u"then_branch"_s, shared}, {u"else_branch"_s, shared}};
    draft.nodes.swapItemsAt(0, 1); // the body must be found again although the nodes are sorted
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"float32 6×6×4×2"_s);
    const auto filled = std::get<std::shared_ptr<const GraphDraft>>(draft.nodes.last().attributes.front().value);
    QCOMPARE(typeOf(*filled, u"t"_s), u"float32 6×6×4×2"_s);
    QVERIFY(shared->values.isEmpty());
}

void tst_OnnxInference::namesOfDimensionsGoAlong()
{
    GraphDraft draft = network(13);
    Shape shape{-1, 4, 6, 6};
    shape.setDimensionName(0, u"batch"_s);
    draft.inputs.front().shape = shape;
    draft.nodes = {node(u"Conv"_s, {u"x"_s, u"w"_s}, {u"y"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"float32 batch×8×4×4"_s);
}

void tst_OnnxInference::whatTheFileSaysStands()
{
    GraphDraft draft = network(13);
    draft.outputs = {{u"y"_s, DataType::Float32, Shape{7}}};
    draft.nodes = {node(u"Relu"_s, {u"x"_s}, {u"y"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"float32 7"_s);
}

void tst_OnnxInference::dequantizedHalvesAreHalves()
{
    GraphDraft draft = network(21);
    draft.inputs.append({u"q"_s, DataType::Int8, Shape{3}});
    draft.inputs.append({u"s"_s, DataType::Float16, Shape{}});
    draft.nodes = {node(u"DequantizeLinear"_s, {u"q"_s, u"s"_s}, {u"y"_s})};
    inferShapes(draft);
    QCOMPARE(typeOf(draft, u"y"_s), u"float16 3"_s);
}

/// What libonnx would end the program for.
void tst_OnnxInference::nodesThatBreakTheirSchema_data()
{
    QTest::addColumn<qint64>("opset");
    QTest::addColumn<QString>("attribute");
    QTest::newRow("scan of an untyped value") << qint64{8} << u"num_scan_inputs"_s;
    QTest::newRow("scan without the number of inputs") << qint64{8} << u"num_acsn_inputs"_s;
    QTest::newRow("the same in a later opset") << qint64{11} << u"num_acsn_inputs"_s;
    QTest::newRow("a later scan of an untyped value") << qint64{11} << u"num_scan_inputs"_s;
}

void tst_OnnxInference::nodesThatBreakTheirSchema()
{
    QFETCH(qint64, opset);
    QFETCH(QString, attribute);
    GraphDraft body;
    body.name = u"body"_s;
    body.inputs = {{u"sum_in"_s, DataType::Float32, Shape{2}}, {u"next"_s, DataType::Float32, Shape{2}}};
    body.nodes = {node(u"Add"_s, {u"sum_in"_s, u"next"_s}, {u"sum_out"_s}),
                  node(u"Identity"_s, {u"sum_out"_s}, {u"scan_out"_s})};
    body.outputs = {{u"sum_out"_s, DataType::Float32, Shape{2}}, {u"scan_out"_s, DataType::Float32, Shape{2}}};
    GraphDraft draft = network(opset);
    draft.inputs.append({u"first"_s, DataType::Float32, Shape{1, 2}});
    draft.inputs.append({u"untyped"_s, DataType::Undefined, {}});
    draft.outputs = {{u"y"_s, DataType::Undefined, {}}, {u"z"_s, DataType::Undefined, {}}};
    draft.nodes = {node(u"Scan"_s, {QString(), u"first"_s, u"untyped"_s}, {u"y"_s, u"z"_s})};
    if (opset > 8)
        draft.nodes.front().inputs.removeFirst();
    draft.nodes.front().attributes = {{u"body"_s, std::make_shared<const GraphDraft>(body)}, {attribute, qint64{1}}};
    inferShapes(draft);
    QCOMPARE(draft.nodes.size(), 1); // and the program is still there
}

QTEST_GUILESS_MAIN(tst_OnnxInference)
#include "tst_onnxinference.moc"
