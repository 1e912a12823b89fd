// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/BoardModel.h"
#include "core/boardmodel/PackedCode.h"
#include "core/onnx/OnnxWriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_BoardModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void unknownFieldsSurvive();
    void innerLayersStandInForTheBpuNode();
    void namesThatCollideAreKeptApart();
    void damagedCodeKeepsTheBpuNode();
    void packedCodeRoundTrip();
    void metadataPerInput();
    void wrongContentGivesSentences_data();
    void wrongContentGivesSentences();
    void everyTruncationIsAnError();
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

GraphDraft innerGraph()
{
    GraphDraft draft;
    draft.opsets = {{QString(), 13}};
    draft.inputs = {{u"in"_s, DataType::Int8, Shape{1, 4, 4, 3}}};
    draft.outputs = {{u"out"_s, DataType::Int8, Shape{1, 3, 4, 4}}};
    draft.initializers = {{u"scale"_s, Tensor::scalar(0.5F)}};
    draft.nodes = {node(u"/conv/Conv"_s, u"Transpose"_s, {u"in"_s}, {u"mid"_s}),
                   node(u"/relu/Relu"_s, u"Max"_s, {u"mid"_s, u"scale"_s}, {u"out"_s})};
    draft.nodes[0].setAttribute(u"perm"_s, QList<qint64>{0, 3, 1, 2});
    return draft;
}

BoardModel boardModel()
{
    BoardModel model;
    model.name = u"net"_s;
    model.graph.name = u"net"_s;
    NodeDraft dequantize = node(u"y_HzDequantize"_s, u"Dequantize"_s, {u"q"_s, u"s"_s}, {u"y"_s});
    dequantize.attributes
        = {{u"axis"_s, qint64{0}}, {u"output_data_format"_s, u"NCHW"_s}, {u"perm"_s, QList<qint64>{0, 3, 1, 2}}};
    model.graph.nodes = {node(u"main_graph_subgraph_0"_s, u"BPU"_s, {u"x"_s}, {u"q"_s}), dequantize};
    const QByteArray code = packCode({u"#X2Ahbm#"_s, *toOnnx(innerGraph()), u"3.15"_s});
    model.graph.initializers = {{QString(packedModelConstant), Tensor(DataType::UInt8, {code.size()}, code)},
                                {u"s"_s, Tensor::fromValues<float>({2}, std::vector<float>{0.5F, 0.25F})},
                                {u"bytes"_s, Tensor::fromValues<qint8>({1, 2}, std::vector<qint8>{-1, 7})},
                                {u"shape"_s, Tensor::fromValues<qint64>({2}, std::vector<qint64>{-1, 10})}};
    model.graph.values = {{u"q"_s, DataType::Int8, Shape{1, 3, 4, 4}}};
    BoardTensorInfo input;
    input.name = u"x"_s;
    input.type = DataType::Int8;
    input.shape = {1, 4, 4, 3};
    input.inputType = InputType::Rgb;
    input.layout = TensorLayout::NHWC;
    BoardTensorInfo output;
    output.name = u"y"_s;
    output.type = DataType::Float32;
    output.shape = {1, 3, 4, 4};
    model.inputs = {input};
    model.outputs = {output};
    model.graph.inputs = {{u"x"_s, DataType::Int8, input.shape}};
    model.graph.outputs = {{u"y"_s, DataType::Float32, output.shape}};
    model.metadata.append(u"INPUT_NAMES"_s, u"x;"_s);
    return model;
}

BoardModel reread(const BoardModel& model)
{
    const auto content = toBoardFile(model);
    if (!content)
        qFatal("%s", qPrintable(content.error().message));
    const auto back = parseBoardModel(*content, u"net.bin"_s);
    if (!back)
        qFatal("%s", qPrintable(back.error().message));
    return *back;
}

QStringList nodeNames(const Graph& graph)
{
    QStringList names;
    for (const Node& each : graph.nodes())
        names.append(each.name);
    return names;
}

} // namespace

void tst_BoardModel::roundTrip()
{
    const BoardModel model = boardModel();
    const BoardModel back = reread(model);
    QCOMPARE(back.name, model.name);
    QCOMPARE(back.hbmMagic, u"#X2Ahbm#"_s);
    QCOMPARE(back.metadata.march(), u"bernoulli2"_s); // no MARCH among the entries: the code says it
    QCOMPARE(back.metadata.entries(), model.metadata.entries());
    QCOMPARE(back.inputs.front().inputType, InputType::Rgb);
    QCOMPARE(back.inputs.front().inputTypeCode, 10);
    QCOMPARE(back.inputs.front().layout, TensorLayout::NHWC);
    QCOMPARE(back.outputs.front().shape, model.outputs.front().shape);
    const NodeDraft& dequantize = back.graph.nodes[1];
    QCOMPARE(dequantize.integer(u"axis"_s, -1), qint64{0});
    QCOMPARE(dequantize.text(u"output_data_format"_s), u"NCHW"_s);
    QCOMPARE(dequantize.integers(u"perm"_s), (QList<qint64>{0, 3, 1, 2}));
    for (const NamedTensor& constant : model.graph.initializers) {
        QCOMPARE(back.graph.initializer(constant.name)->bytes(), constant.tensor.bytes());
        QCOMPARE(back.graph.initializer(constant.name)->shape(), constant.tensor.shape());
        QCOMPARE(back.graph.initializer(constant.name)->dataType(), constant.tensor.dataType());
    }
    QCOMPARE(*toBoardFile(back), *toBoardFile(model));
}

void tst_BoardModel::unknownFieldsSurvive()
{
    const QByteArray content = *toBoardFile(boardModel()) + QByteArray("\xa2\x06\x03xyz", 6); // field 100
    const auto model = parseBoardModel(content, u"net.bin"_s);
    QVERIFY(model.has_value());
    QVERIFY(*toBoardFile(*model) == content);
}

void tst_BoardModel::innerLayersStandInForTheBpuNode()
{
    const auto graph = boardGraph(reread(boardModel()));
    QCOMPARE(nodeNames(*graph), (QStringList{u"/conv/Conv"_s, u"/relu/Relu"_s, u"y_HzDequantize"_s}));
    const Node& first = graph->node(NodeId(0));
    QCOMPARE(first.device, Device::Bpu);
    QCOMPARE(graph->node(NodeId(2)).device, Device::Cpu);
    QCOMPARE(graph->value(first.inputs[0]).name, u"x"_s); // the container's name, not the part's
    QVERIFY(graph->value(first.inputs[0]).isInput);
    QCOMPARE(graph->value(first.inputs[0]).layout, TensorLayout::NHWC);
    const ValueId between = graph->findValue(u"q"_s);
    QCOMPARE(graph->node(graph->value(between).producer).name, u"/relu/Relu"_s);
    QVERIFY(!graph->findValue(packedModelConstant).isValid());
    QVERIFY(graph->initializer(graph->findValue(u"scale"_s)) != nullptr);
}

void tst_BoardModel::namesThatCollideAreKeptApart()
{
    BoardModel model = boardModel();
    model.graph.nodes[1].inputs = {u"q"_s, u"scale"_s}; // the part has a constant of this name too
    model.graph.initializers[1].name = u"scale"_s;
    const auto graph = boardGraph(model);
    QCOMPARE(graph->initializer(graph->findValue(u"scale"_s))->elementCount(), qint64{2});
    QCOMPARE(graph->initializer(graph->findValue(u"main_graph_subgraph_0/scale"_s))->elementCount(), qint64{1});
}

void tst_BoardModel::damagedCodeKeepsTheBpuNode()
{
    BoardModel model = boardModel();
    QByteArray code = model.graph.initializers[0].tensor.bytes();
    code.truncate(60);
    model.graph.initializers[0].tensor = Tensor(DataType::UInt8, {code.size()}, code);
    const auto graph = boardGraph(model);
    QCOMPARE(nodeNames(*graph), (QStringList{u"main_graph_subgraph_0"_s, u"y_HzDequantize"_s}));
    QCOMPARE(graph->node(NodeId(0)).device, Device::Bpu);
}

void tst_BoardModel::packedCodeRoundTrip()
{
    const PackedCode code{u"#B2Ehbm#"_s, QByteArray("onnx\0bytes", 10), u"3.15.55.0"_s};
    const QByteArray bytes = packCode(code);
    const auto back = unpackCode(bytes);
    QVERIFY(back.has_value());
    QCOMPARE(back->magic, code.magic);
    QCOMPARE(back->onnx, code.onnx);
    QCOMPARE(back->runtimeVersion, code.runtimeVersion);
    for (qsizetype length = 0; length < bytes.size() - code.runtimeVersion.size(); ++length)
        QVERIFY(!unpackCode(bytes.first(length)).has_value());
    QVERIFY(!unpackCode("#X2Ahbm#########").has_value());
    for (const QString& march : {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s})
        QCOMPARE(marchOfMagic(magicOfMarch(march)), march);
}

void tst_BoardModel::metadataPerInput()
{
    BuildMetadata metadata;
    metadata.append(u"A"_s, u"1,2,;;3;"_s);
    metadata.append(u"B"_s, u";"_s);
    metadata.append(u"C"_s, QString());
    QCOMPARE(metadata.perInput(u"A"_s), (QStringList{u"1,2,"_s, QString(), u"3"_s}));
    QCOMPARE(metadata.perInput(u"B"_s), QStringList{QString()});
    QCOMPARE(metadata.perInput(u"C"_s), QStringList{});
}

void tst_BoardModel::wrongContentGivesSentences_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << u"raw tensor data"_s;
    QTest::newRow("text") << QByteArray("model_parameters:\n") << u"not a model for the board"_s;
    QTest::newRow("onnx") << *toOnnx(innerGraph()) << u"not a model for the board"_s;
    QTest::newRow("cut") << toBoardFile(boardModel())->first(200) << u"end is missing"_s;
}

void tst_BoardModel::wrongContentGivesSentences()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    const auto model = parseBoardModel(content, u"net.bin"_s);
    QVERIFY(!model.has_value());
    QVERIFY2(model.error().message.contains(part), qPrintable(model.error().message));
    QVERIFY(model.error().message.contains(u"net.bin"_s));
}

void tst_BoardModel::everyTruncationIsAnError()
{
    const QByteArray content = *toBoardFile(boardModel());
    int whole = 0;
    for (qsizetype length = 0; length < content.size(); ++length)
        whole += parseBoardModel(content.first(length), u"cut"_s).has_value() ? 1 : 0;
    QCOMPARE(whole, 1); // between graph and metadata; protobuf cannot know that something follows
}

QTEST_GUILESS_MAIN(tst_BoardModel)
#include "tst_boardmodel.moc"
