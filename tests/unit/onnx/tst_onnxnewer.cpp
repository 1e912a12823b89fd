// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftText.h"
#include "core/graph/Graph.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"

#include <QTest>

#include <onnx/onnx_pb.h>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// What ONNX has beyond nodes with dense tensors, and what it got after the installed library was made.
class tst_OnnxNewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void functionsRoundTrip();
    void functionsOfFilesAreRead();
    void unknownFieldsAreWrittenBack();
    void everyKindOfTypeRoundTrips();
    void everyKindOfAttributeRoundTrips();
    void symbolicDimensionsKeepTheirNames();
    void sparseInitializersRoundTrip();
    void unknownElementTypesAreNoError();
    void oddNamesGiveAGraph();
};

namespace {

NodeDraft node(const QString& op, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = u"/net/"_s + op;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

GraphDraft network()
{
    GraphDraft draft;
    draft.name = u"g"_s;
    draft.irVersion = 10;
    draft.opsets = {{QString(), 21}, {u"local"_s, 1}};
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 4}}};
    draft.outputs = {{u"y"_s, DataType::Float32, {}}};
    draft.nodes = {node(u"Twice"_s, {u"x"_s}, {u"y"_s})};
    draft.nodes.front().domain = u"local"_s;
    return draft;
}

FunctionDraft twice(const QString& overload)
{
    FunctionDraft function{u"local"_s, u"Twice"_s, overload, u"x + a * x"_s, {u"a"_s}, {u"b"_s}, {u"alpha"_s}};
    function.defaults = {{u"beta"_s, 2.0F}, {u"axes"_s, QList<qint64>{1, -1}}};
    function.nodes = {node(u"Elu"_s, {u"a"_s}, {u"t"_s}), node(u"Add"_s, {u"a"_s, u"t"_s}, {u"b"_s})};
    function.nodes.front().attributes = {{u"alpha"_s, 0.0F, u"alpha"_s}};
    function.values = {{u"t"_s, DataType::Float32, Shape{1, 4}}, {u"a"_s, DataType::Float32, Shape{1, 4}}};
    function.opsets = {{QString(), 21}};
    function.metadata = {{u"namespace"_s, u"/net/twice"_s}};
    return function;
}

/// Writes, reads, and compares everything; gives what was read.
GraphDraft roundTrip(const GraphDraft& draft)
{
    const auto content = toOnnx(draft);
    if (!content) {
        QTest::qFail(qPrintable(content.error().message), __FILE__, __LINE__);
        return {};
    }
    const auto back = parseOnnx(*content, u"net"_s, {false});
    if (!back) {
        QTest::qFail(qPrintable(back.error().message), __FILE__, __LINE__);
        return {};
    }
    QTest::qCompare(draftText(*back), draftText(draft), "back", "draft", __FILE__, __LINE__);
    return *back;
}

} // namespace

void tst_OnnxNewer::functionsRoundTrip()
{
    GraphDraft draft = network();
    draft.nodes.front().overload = u"fast"_s;
    draft.nodes.front().metadata = {{u"pkg.torch.onnx.namespace"_s, u": Net/twice: Twice"_s}};
    draft.functions = {twice({}), twice(u"fast"_s)};
    draft.functions.last().nodes.removeLast();
    draft.modelDoc = u"a model"_s;
    draft.modelVersion = 7;
    draft.modelDomain = u"org.example"_s;
    const GraphDraft back = roundTrip(draft);
    const FunctionDraft* function = back.function(back.nodes.front());
    QVERIFY(function != nullptr);
    QCOMPARE(function->overload, u"fast"_s);
    const GraphDraft body = function->body();
    QCOMPARE(body.inputs.front().shape->toString(), u"1x4"_s);
    QCOMPARE(body.outputs.front().name, u"b"_s);
    const auto graph = Graph::fromDraft(back);
    QCOMPARE(graph->functions().size(), 2);
    QCOMPARE(graph->function(NodeId(0))->nodes.size(), 1);
    QCOMPARE(graph->node(NodeId(0)).metadata.size(), 1);
    QCOMPARE(findFunction(back.functions, u"other"_s, u"Twice"_s), nullptr);
}

/// As other programs write them: by ONNX's own messages.
void tst_OnnxNewer::functionsOfFilesAreRead()
{
    onnx::ModelProto model;
    model.set_ir_version(8);
    model.add_opset_import()->set_version(17);
    model.mutable_graph()->add_output()->set_name("y");
    onnx::FunctionProto* function = model.add_functions();
    function->set_name("F");
    function->set_domain("d");
    function->add_input("a");
    function->add_output("b");
    function->add_attribute("k");
    onnx::NodeProto* inner = function->add_node();
    inner->set_op_type("LeakyRelu");
    onnx::AttributeProto* attribute = inner->add_attribute();
    attribute->set_name("alpha");
    attribute->set_ref_attr_name("k");
    attribute->set_type(onnx::AttributeProto_AttributeType_FLOAT);
    const auto draft = parseOnnx(QByteArray::fromStdString(model.SerializeAsString()), u"f"_s);
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    QCOMPARE(draft->functions.size(), 1);
    QCOMPARE(draft->functions.front().nodes.front().attributes.front().reference, u"k"_s);
    onnx::ModelProto back;
    const QByteArray content = *toOnnx(*draft);
    QVERIFY(back.ParseFromArray(content.constData(), static_cast<int>(content.size())));
    QCOMPARE(back.functions(0).SerializeAsString(), function->SerializeAsString());
}

void tst_OnnxNewer::unknownFieldsAreWrittenBack()
{
    const QByteArray content = *toOnnx(network());
    onnx::ModelProto model;
    QVERIFY(model.ParseFromArray(content.constData(), static_cast<int>(content.size())));
    model.mutable_unknown_fields()->AddVarint(900, 1);
    model.mutable_graph()->mutable_unknown_fields()->AddLengthDelimited(16, "\x0a\x01k\x12\x01v");
    model.mutable_graph()->add_quantization_annotation()->set_tensor_name("x");
    model.mutable_graph()->mutable_node(0)->mutable_unknown_fields()->AddFixed32(901, 2);
    model.add_training_info()->mutable_algorithm()->set_name("sgd");
    const auto draft = parseOnnx(QByteArray::fromStdString(model.SerializeAsString()), u"young"_s);
    QVERIFY(draft.has_value());
    onnx::ModelProto back;
    const QByteArray written = *toOnnx(*draft);
    QVERIFY(back.ParseFromArray(written.constData(), static_cast<int>(written.size())));
    QCOMPARE(back.unknown_fields().field(0).varint(), std::uint64_t{1});
    QCOMPARE(back.graph().unknown_fields().field(0).number(), 16);
    QCOMPARE(back.graph().quantization_annotation(0).tensor_name(), std::string("x"));
    QCOMPARE(back.graph().node(0).unknown_fields().field(0).fixed32(), std::uint32_t{2});
    QCOMPARE(back.training_info(0).algorithm().name(), std::string("sgd"));
}

void tst_OnnxNewer::everyKindOfTypeRoundTrips()
{
    using Kind = ValueType::Kind;
    const auto in = [](Kind kind, const ValueType& inner, DataType key = DataType::Undefined) {
        return ValueType{kind, key, {}, std::make_shared<const ValueType>(inner)};
    };
    const ValueType tensor{Kind::Tensor, DataType::Float16, Shape{2, -1}};
    const ValueType sequence = in(Kind::Sequence, tensor);
    const ValueType map = in(Kind::Map, sequence, DataType::String);
    GraphDraft draft = network();
    const auto add = [&](const QString& name, const ValueType& type) {
        draft.inputs.append({name, DataType::Undefined, {}, std::make_shared<const ValueType>(type)});
    };
    add(u"s"_s, sequence);
    add(u"m"_s, map);
    add(u"o"_s, in(Kind::Optional, map));
    add(u"q"_s, {Kind::Opaque, DataType::Undefined, {}, nullptr, u"ai.x"_s, u"Handle"_s});
    const ValueType sparse{Kind::SparseTensor, DataType::Int8, Shape{3, 3}};
    draft.inputs.append({u"p"_s, DataType::Int8, Shape{3, 3}, std::make_shared<const ValueType>(sparse)});
    const GraphDraft back = roundTrip(draft);
    QCOMPARE(back.inputs[1].composite->toString(), u"sequence(float16 2×?)"_s);
    QCOMPARE(back.inputs[3].composite->toString(), u"optional(map(string, sequence(float16 2×?)))"_s);
    QCOMPARE(back.inputs[4].composite->toString(), u"opaque(ai.x.Handle)"_s);
    QCOMPARE(back.inputs[5].composite->toString(), u"sparse int8 3×3"_s);
    const auto graph = Graph::fromDraft(back);
    QVERIFY(graph->value(graph->findValue(u"s"_s)).composite != nullptr);
    QVERIFY(graph->value(graph->findValue(u"x"_s)).composite == nullptr);
}

void tst_OnnxNewer::everyKindOfAttributeRoundTrips()
{
    const SparseTensor sparse{u"sp"_s, Tensor::scalar(2.0F), Tensor::fromValues<qint64>({1}, std::vector<qint64>{3}),
                              Shape{9}};
    const auto graph = std::make_shared<const GraphDraft>(network());
    GraphDraft draft = network();
    draft.nodes.front().attributes = {{u"sparse"_s, sparse},
                                      {u"type"_s, ValueType{ValueType::Kind::Tensor, DataType::Int4, Shape{2}}},
                                      {u"tensors"_s, QList<Tensor>{Tensor::scalar(1.0F), Tensor::scalar(2.0F)}},
                                      {u"graphs"_s, QList<std::shared_ptr<const GraphDraft>>{graph, graph}},
                                      {u"sparses"_s, QList<SparseTensor>{sparse}},
                                      {u"types"_s, QList<ValueType>{{ValueType::Kind::Tensor, DataType::Bool, {}}}}};
    // A subgraph is written without what only a whole model has.
    GraphDraft inner = network();
    inner.opsets.clear();
    inner.irVersion = 0;
    draft.nodes.front().attributes[3].value = QList<std::shared_ptr<const GraphDraft>>{
        std::make_shared<const GraphDraft>(inner), std::make_shared<const GraphDraft>(inner)};
    roundTrip(draft);
}

void tst_OnnxNewer::symbolicDimensionsKeepTheirNames()
{
    GraphDraft draft = network();
    Shape shape{-1, 3, -1, 8};
    shape.setDimensionName(0, u"batch"_s);
    draft.inputs.front().shape = shape;
    const GraphDraft back = roundTrip(draft);
    QCOMPARE(back.inputs.front().shape->displayText(), u"batch×3×?×8"_s);
    QCOMPARE(back.inputs.front().shape->toString(), u"?x3x?x8"_s);
    QCOMPARE(*back.inputs.front().shape, (Shape{-1, 3, -1, 8}));
}

void tst_OnnxNewer::sparseInitializersRoundTrip()
{
    GraphDraft draft = network();
    draft.sparseInitializers = {{u"w"_s, Tensor::fromValues<float>({2}, std::vector<float>{1, 2}),
                                 Tensor::fromValues<qint64>({2}, std::vector<qint64>{0, 5}), Shape{2, 3}}};
    const auto graph = Graph::fromDraft(roundTrip(draft));
    const Value& value = graph->value(graph->findValue(u"w"_s));
    QVERIFY(value.isInitializer);
    QCOMPARE(value.shape->toString(), u"2x3"_s);
    QCOMPARE(value.composite->toString(), u"sparse float32 2×3"_s);
    QVERIFY(graph->initializer(graph->findValue(u"w"_s)) == nullptr);
}

void tst_OnnxNewer::unknownElementTypesAreNoError()
{
    onnx::ModelProto model;
    model.set_ir_version(99);
    model.add_opset_import()->set_version(99);
    model.mutable_graph()->add_output()->set_name("y");
    onnx::TensorProto* tensor = model.mutable_graph()->add_initializer();
    tensor->set_name("w");
    tensor->set_data_type(77);
    tensor->add_dims(5);
    tensor->set_raw_data("abc");
    onnx::NodeProto* node = model.mutable_graph()->add_node();
    node->set_op_type("FromTheFuture");
    node->add_input("w");
    node->add_output("y");
    const auto draft = parseOnnx(QByteArray::fromStdString(model.SerializeAsString()), u"future"_s);
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    QCOMPARE(draft->initializers.front().tensor.dataType(), DataType::Undefined);
    QCOMPARE(Graph::fromDraft(*draft)->nodeCount(), 1);
}

/// Unsorted nodes, nodes without or with the same name, values made twice, named by nobody, or by the empty name.
void tst_OnnxNewer::oddNamesGiveAGraph()
{
    GraphDraft draft = network();
    draft.nodes = {node(u"Relu"_s, {u"b"_s}, {u"y"_s}), node(u"Relu"_s, {u"a"_s, QString()}, {u"b"_s, QString()}),
                   node(u"Relu"_s, {u"x"_s, u"nobody"_s}, {u"a"_s, u"a"_s}), node(u"Loop"_s, {u"c"_s}, {u"c"_s})};
    draft.nodes[0].name.clear();
    const auto graph = Graph::fromDraft(roundTrip(draft));
    QCOMPARE(graph->nodeCount(), 4);
    QVERIFY(!graph->node(NodeId(0)).name.isEmpty());
    QCOMPARE(graph->topologicalOrder(), (std::vector<NodeId>{NodeId(2), NodeId(1), NodeId(0), NodeId(3)}));
}

QTEST_GUILESS_MAIN(tst_OnnxNewer)
#include "tst_onnxnewer.moc"
