// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NodeBench.h"
#include "core/base/Files.h"
#include "core/boardmodel/BoardFacts.h"
#include "core/onnx/OnnxReader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// Keys that name single nodes: each must change the graph or the numbers as the manual says.
class TestNodeSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void plain();
    void onCpu_data();
    void onCpu();
    void onBpu();
    void onBpuIsNarrowOnX3();
    void removesInTheOrderWritten_data();
    void removesInTheOrderWritten();
    void removedDequantizeIsLeftToTheProgram();
    void removedTransposeTurnsTheInput();
    void outputNodes();
    void layerOutDump();
    void refuses_data();
    void refuses();
    void togetherWithBatch_data();
    void togetherWithBatch();
    void refusesModels_data();
    void refusesModels();
    void sources_data();
    void sources();
    void accepted_data();
    void accepted();

private:
    void compareBoardWithQuantized();

    std::unique_ptr<NodeBench> m_bench;
};

void TestNodeSettings::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestNodeSettings::init()
{
    m_bench = std::make_unique<NodeBench>();
    QVERIFY(m_bench->writeAll());
}

void TestNodeSettings::compareBoardWithQuantized()
{
    TRY_VALUE(board, m_bench->runBoardModel());
    TRY_VALUE(quantized, m_bench->runQuantized());
    std::vector<float> row;
    for (const Tensor& output : board) {
        const std::vector<float> values = output.toFloats();
        row.insert(row.end(), values.begin(), values.end());
    }
    const double error = relativeError(quantized, row);
    QVERIFY2(error < 1e-5, qPrintable(QString::number(error)));
}

void TestNodeSettings::plain()
{
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(boardTypes(model), (QStringList{u"Transpose"_s, u"BPU"_s, u"Dequantize"_s, u"MaxPool"_s, u"Reshape"_s}));
    compareBoardWithQuantized();
}

void TestNodeSettings::onCpu_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<bool>("isNodeInfo");
    QTest::newRow("conv2") << u"conv2"_s << false;
    QTest::newRow("sigmoid2") << u"sigmoid2"_s << false;
    QTest::newRow("relu1") << u"relu1"_s << false;
    QTest::newRow("conv2;sigmoid2") << u"conv2;sigmoid2"_s << false;
    QTest::newRow("first convolution") << u"conv1"_s << false;
    QTest::newRow("node_info") << u"conv2"_s << true;
}

void TestNodeSettings::onCpu()
{
    QFETCH(QString, node);
    QFETCH(bool, isNodeInfo);
    Workbench::Outcome outcome;
    if (isNodeInfo) {
        outcome = m_bench->convertWith("model_parameters", "  node_info: {'" + node.toUtf8() + "': {'ON': 'CPU'}}\n");
    } else {
        m_bench->set("model_parameters.march", u"bernoulli2"_s);
        m_bench->set("input_parameters.input_layout_rt", u"NHWC"_s);
        m_bench->set("calibration_parameters.run_on_cpu", node);
        outcome = m_bench->convert();
    }
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    for (const QString& name : node.split(u';')) {
        QVERIFY2(outcome.output.contains(QByteArray("Layer " + name.toUtf8() + " will be executed on CPU")),
                 outcome.output.constData());
        TRY_VALUE(model, m_bench->boardModel());
        const auto found = std::ranges::find(model.graph.nodes, name, &NodeDraft::name);
        QVERIFY2(found != model.graph.nodes.end() && found->opType != "BPU"_L1, qPrintable(name));
        QCOMPARE(boardTypes(model).count(u"BPU"_s), 2);
    }
    if (isNodeInfo)
        compareBoardWithQuantized();
}

void TestNodeSettings::onBpu()
{
    // Behind the last convolution nothing runs on the BPU of itself.
    const auto outcome
        = m_bench->convertWith("model_parameters", "  node_info: {pool3: {'ON': 'BPU'}, reshape: {'ON': 'BPU'}}\n");
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(boardTypes(model), (QStringList{u"Transpose"_s, u"BPU"_s, u"Dequantize"_s}));
    compareBoardWithQuantized();
}

void TestNodeSettings::onBpuIsNarrowOnX3()
{
    m_bench->set("model_parameters.march", u"bernoulli2"_s);
    m_bench->set("input_parameters.input_layout_rt", u"NHWC"_s);
    m_bench->set("calibration_parameters.run_on_bpu", u"pool3;conv2"_s);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    QVERIFY2(outcome.output.contains("run_on_bpu does not support node conv2 of type Conv on bernoulli2"),
             outcome.output.constData());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(boardTypes(model), (QStringList{u"BPU"_s, u"Dequantize"_s, u"Reshape"_s}));
    QCOMPARE(model.metadata.value(u"RUN_ON_BPU"_s), u"pool3;conv2;"_s);
}

void TestNodeSettings::removesInTheOrderWritten_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QString>("deleted");
    const QString type = u"model_parameters.remove_node_type"_s;
    const QString name = u"model_parameters.remove_node_name"_s;
    QTest::newRow("from the end") << type << u"Reshape;Dequantize"_s << QStringList{u"Transpose"_s, u"BPU"_s}
                                  << u"reshape pool3_out_HzDequantize "_s;
    QTest::newRow("the inner one first") << type << u"Dequantize;Reshape"_s
                                         << QStringList{u"Transpose"_s, u"BPU"_s, u"Dequantize"_s} << u"reshape "_s;
    QTest::newRow("input") << type << u"Transpose"_s << QStringList{u"BPU"_s, u"Dequantize"_s, u"Reshape"_s}
                           << u"HZ_PREPROCESS_FOR_data_NCHW2NHWC_LayoutConvert_Input0 "_s;
    QTest::newRow("nothing of that type")
        << type << u"Cast"_s << QStringList{u"Transpose"_s, u"BPU"_s, u"Dequantize"_s, u"Reshape"_s} << QString();
    QTest::newRow("by name") << name << u"reshape;pool3_out_HzDequantize"_s << QStringList{u"Transpose"_s, u"BPU"_s}
                             << u"reshape pool3_out_HzDequantize "_s;
}

void TestNodeSettings::removesInTheOrderWritten()
{
    QFETCH(QString, key);
    QFETCH(QString, entries);
    QFETCH(QStringList, left);
    QFETCH(QString, deleted);
    m_bench->set(key.toLatin1(), entries);
    const auto outcome = m_bench->convertWith("model_parameters", "  node_info: {pool3: {'ON': 'BPU'}}\n");
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(boardTypes(model), left);
    QCOMPARE(model.metadata.value(u"DELETED_NODES"_s), deleted);
    QCOMPARE(removedNodes(model).size(), deleted.count(u' '));
    QCOMPARE(outcome.output.contains("is connected to an input or an output"),
             entries == "Cast"_L1 || entries == "Dequantize;Reshape"_L1);
}

void TestNodeSettings::removedDequantizeIsLeftToTheProgram()
{
    const QByteArray place = "  node_info: {pool3: {'ON': 'BPU'}}\n";
    QVERIFY(m_bench->convertWith("model_parameters", place).status == 0);
    TRY_VALUE(whole, m_bench->runBoardModel());
    m_bench->set("model_parameters.remove_node_type", u"Reshape;Dequantize"_s);
    QVERIFY(m_bench->convertWith("model_parameters", place).status == 0);
    TRY_VALUE(model, m_bench->boardModel());
    const BoardTensorInfo& info = model.outputs.first();
    QCOMPARE(info.name, u"out"_s);
    QCOMPARE(info.type, DataType::Int8);
    QCOMPARE(info.shape, (Shape{1, 4, 16, 16}));
    QVERIFY(info.quantization);
    TRY_VALUE(codes, m_bench->runBoardModel());
    Tensor output = codes.front();
    output.setQuantization(info.quantization);
    QCOMPARE(output.toRealValues(), whole.front().toFloats());
    for (const RemovedNode& node : removedNodes(model))
        QCOMPARE(node.causedBy, u"model_parameters.remove_node_type"_s);
}

void TestNodeSettings::removedTransposeTurnsTheInput()
{
    m_bench->set("model_parameters.remove_node_type", u"Transpose"_s);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(model.inputs.first().shape, (Shape{1, 16, 16, 3}));
    QCOMPARE(model.inputs.first().layout, TensorLayout::NHWC);
    QVERIFY(m_bench->runBoardModel());
}

void TestNodeSettings::outputNodes()
{
    m_bench->set("model_parameters.output_nodes", u"sigmoid2;conv1"_s);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    for (const char* suffix : {"original_float", "optimized_float", "calibrated", "quantized"}) {
        TRY_VALUE(stage, readOnnx(m_bench->path(u"out/m_%1_model.onnx"_s.arg(QLatin1StringView(suffix)))));
        QCOMPARE(stage.outputs.size(), 2);
        QCOMPARE(stage.outputs[0].name, u"sigmoid2_out"_s);
        QCOMPARE(stage.outputs[1].name, u"conv1_out"_s);
        QVERIFY(std::ranges::find(stage.nodes, u"conv3"_s, &NodeDraft::name) == stage.nodes.end());
    }
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(model.outputs.size(), 2);
    QCOMPARE(model.outputs[1].shape, (Shape{1, 8, 16, 16}));
    QCOMPARE(model.metadata.value(u"OUTPUT_NODES"_s), u"sigmoid2;conv1;"_s);
    compareBoardWithQuantized();
}

void TestNodeSettings::layerOutDump()
{
    QVERIFY(m_bench->convert().status == 0);
    TRY_VALUE(without, m_bench->runBoardModel());
    m_bench->set("model_parameters.layer_out_dump", u"True"_s);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(model.outputs.size(), 4);
    QCOMPARE(model.metadata.value(u"LAYER_OUT_DUMP"_s), u"True"_s);
    const auto map = readFile(m_bench->path(u"out/m_quantized_model_conv_output_map.json"_s));
    QVERIFY(map);
    const QJsonObject names = QJsonDocument::fromJson(*map).object();
    QCOMPARE(names.keys(), (QStringList{u"conv1"_s, u"conv2"_s, u"conv3"_s}));
    TRY_VALUE(outputs, m_bench->runBoardModel());
    QCOMPARE(outputs.front().toFloats(), without.front().toFloats());
    for (std::size_t i = 1; i < outputs.size(); ++i) {
        QVERIFY(names.toVariantMap().values().contains(model.outputs[qsizetype(i)].name));
        QCOMPARE(outputs[i].dataType(), DataType::Float32);
        QCOMPARE(outputs[i].shape(), (Shape{1, i == 3 ? 4 : 8, 16, 16}));
    }
    // The sums of conv2 go into a Sigmoid as they are: what is given is the Sigmoid's result.
    const std::vector<float> gated = outputs[2].toFloats();
    QVERIFY(std::ranges::all_of(gated, [](float value) { return value >= 0.0F && value <= 1.0F; }));
    QVERIFY(std::ranges::max(gated) - std::ranges::min(gated) > 0.5F);
}

void TestNodeSettings::refuses_data()
{
    QTest::addColumn<QByteArray>("march");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("message");
    const auto row
        = [](const char* name, const char* march, const char* key, const QString& value, const char* message) {
              QTest::newRow(name) << QByteArray(march) << QByteArray(key) << value << QByteArray(message);
          };
    row("unknown node on CPU", "bernoulli2", "calibration_parameters.run_on_cpu", u"nowhere"_s,
        "node 'nowhere' does not exist in the model");
    row("unknown output", "bayes-e", "model_parameters.output_nodes", u"nowhere"_s,
        "node 'nowhere' does not exist in the model");
    row("node_info on X3", "bernoulli2", "model_parameters.node_info", u"conv1:int16"_s,
        "node_info is not supported on bernoulli2");
    row("int16 on X3", "bernoulli2", "model_parameters.set_node_data_type", u"conv1:int16"_s,
        "set_node_data_type is not supported on bernoulli2");
    row("data type", "bayes", "model_parameters.set_node_data_type", u"conv1:int32"_s,
        "'conv1:int32' should be of the form node:int16");
    row("type to remove", "bayes", "model_parameters.remove_node_type", u"Softmax"_s, "did not validate 'Softmax'");
    row("name in the middle", "bayes-e", "model_parameters.remove_node_name", u"main_graph_subgraph_0"_s,
        "Node 'main_graph_subgraph_0' is not connected to an input or an output");
    row("name that is not there", "bayes-e", "model_parameters.remove_node_name", u"nowhere"_s,
        "Node 'nowhere' is not in the model");
    row("optimization of X5 on X3", "bernoulli2", "calibration_parameters.optimization", u"asymmetric"_s,
        "'asymmetric' is not an optimization of bernoulli2");
    row("int16 outputs on X3", "bernoulli2", "calibration_parameters.optimization", u"set_model_output_int16"_s,
        "'set_model_output_int16' is not an optimization of bernoulli2");
    row("optimization in lower case", "bayes-e", "calibration_parameters.optimization", u"set_softmax_input_int8"_s,
        "'set_softmax_input_int8' is not an optimization of bayes-e");
    row("balance without factor", "bayes-e", "compiler_parameters.compile_mode", u"balance"_s, "needs balance_factor");
    row("balance on X3", "bernoulli2", "compiler_parameters.compile_mode", u"balance"_s,
        "compile_mode balance is not supported on bernoulli2");
    row("time per call", "bayes-e", "compiler_parameters.max_time_per_fc", u"10"_s,
        "'10' should be 0 or in range [1000, 4294967295]");
}

void TestNodeSettings::refuses()
{
    QFETCH(QByteArray, march);
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, message);
    m_bench->set("model_parameters.march", QString::fromLatin1(march));
    m_bench->set("input_parameters.input_layout_rt", u"NHWC"_s);
    m_bench->set(key, value);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 1, outcome.output.constData());
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
    QVERIFY(!QFile::exists(m_bench->path(u"out/m.bin"_s)));
}

void TestNodeSettings::togetherWithBatch_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("nothing else") << QByteArray("model_parameters.log_level") << u"DEBUG"_s;
    QTest::newRow("removed nodes") << QByteArray("model_parameters.remove_node_type") << u"Reshape;Dequantize"_s;
    QTest::newRow("removed at the input") << QByteArray("model_parameters.remove_node_type") << u"Transpose"_s;
    QTest::newRow("layer outputs") << QByteArray("model_parameters.layer_out_dump") << u"True"_s;
    QTest::newRow("output nodes") << QByteArray("model_parameters.output_nodes") << u"conv2;sigmoid2"_s;
    QTest::newRow("node on the CPU") << QByteArray("calibration_parameters.run_on_cpu") << u"conv2"_s;
}

void TestNodeSettings::togetherWithBatch()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    m_bench->set(key, value);
    QVERIFY(m_bench->convert().status == 0);
    TRY_VALUE(single, m_bench->runBoardModel());
    m_bench->set("input_parameters.input_batch", u"2"_s);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(batched, m_bench->runBoardModel(2));
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(batched.size(), single.size());
    for (std::size_t i = 0; i < batched.size(); ++i) {
        QCOMPARE(batched[i].bytes(), single[i].bytes().repeated(2));
        QCOMPARE(batched[i].shape().elementCount(), model.outputs[qsizetype(i)].shape.elementCount());
    }
}

void TestNodeSettings::refusesModels_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<QByteArray>("message"); // empty: accepted
    QTest::newRow("33 outputs") << u"bayes-e"_s << 33 << QByteArray("tool limits for max output num is 32");
    QTest::newRow("32 outputs") << u"bayes-e"_s << 32 << QByteArray();
    QTest::newRow("two axes on X3") << u"bernoulli2"_s << 0 << QByteArray("input shape [1, 12] has length: 2");
    QTest::newRow("two axes on X5") << u"bayes-e"_s << 0 << QByteArray();
}

void TestNodeSettings::refusesModels()
{
    QFETCH(QString, march);
    QFETCH(int, outputs);
    QFETCH(QByteArray, message);
    GraphDraft draft = emptyModel(outputs == 0 ? Shape{1, 12} : Shape{1, 3, 8, 8});
    draft.outputs.clear();
    for (int i = 0; i < outputs; ++i) {
        const QString name = u"out%1"_s.arg(i);
        addConv(draft, qPrintable(u"conv%1"_s.arg(i)), "data", qPrintable(name), 3, 1, 1);
        draft.outputs.append({name, DataType::Float32, Shape{1, 1, 8, 8}});
    }
    if (outputs == 0) {
        addConstant(draft, u"weight"_s, noise(Shape{12, 4}, 3));
        draft.nodes.append(makeNode(u"MatMul"_s, u"product"_s, {u"data"_s, u"weight"_s}, {u"out"_s}));
        draft.outputs.append({u"out"_s, DataType::Float32, Shape{1, 4}});
    }
    QVERIFY(m_bench->writeModel(draft));
    for (const char* key : {"input_type_train", "input_type_rt"})
        m_bench->set(QByteArray("input_parameters.") + key, u"featuremap"_s);
    m_bench->set("input_parameters.norm_type", u"no_preprocess"_s);
    m_bench->set("calibration_parameters.calibration_type", u"skip"_s);
    m_bench->set("model_parameters.march", march);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == (message.isEmpty() ? 0 : 1), outcome.output.constData());
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
}

void TestNodeSettings::sources_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QByteArray>("march");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("message"); // empty: accepted
    const auto row
        = [](const char* name, const QString& runtime, const char* march, const char* source, const char* message) {
              QTest::newRow(name) << runtime << QByteArray(march) << QByteArray(source) << QByteArray(message);
          };
    row("nv12 from the resizer", u"nv12"_s, "bayes-e", "{'data': 'resizer'}", "");
    row("nv12 from memory", u"nv12"_s, "bernoulli2", "{'data': 'ddr'}", "");
    row("with a default", u"nv12"_s, "bayes", "{'data': 'pyramid', '_default_value': 'ddr'}", "");
    row("rgb from the pyramid", u"rgb"_s, "bayes-e", "{'data': 'pyramid'}",
        "input_source pyramid is only supported when input_type_rt is nv12 or gray, input data is rgb");
    row("rgb from the resizer", u"rgb"_s, "bernoulli2", "{'data': 'resizer'}",
        "input_source resizer is only supported");
    row("no such source", u"nv12"_s, "bayes-e", "{'data': 'camera'}",
        "Or('ddr', 'pyramid', 'resizer') did not validate 'camera'");
    row("no such input", u"nv12"_s, "bayes-e", "{'picture': 'ddr'}", "input_source names the input 'picture'");
}

void TestNodeSettings::sources()
{
    QFETCH(QString, runtime);
    QFETCH(QByteArray, march);
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, message);
    m_bench->set("input_parameters.input_type_rt", runtime);
    m_bench->set("input_parameters.input_layout_rt", u"NHWC"_s);
    m_bench->set("model_parameters.march", QString::fromLatin1(march));
    const auto outcome = m_bench->convertWith("compiler_parameters", QByteArray("  input_source: " + source + '\n'));
    QVERIFY2(outcome.status == (message.isEmpty() ? 0 : 1), outcome.output.constData());
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
    if (!message.isEmpty() || march != "bayes-e")
        return;
    m_bench->set("model_parameters.layer_out_dump", u"True"_s);
    const auto both = m_bench->convertWith("compiler_parameters", QByteArray("  input_source: " + source + '\n'));
    QCOMPARE(both.status, 1);
    QVERIFY2(both.output.contains("layer_out_dump can not be used with input_source resizer"), both.output.constData());
}

void TestNodeSettings::accepted_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* key, const char* value, const char* said) {
        QTest::newRow(key) << QByteArray(key) << QString::fromLatin1(value) << QByteArray(said);
    };
    row("calibration_parameters.optimization", "set_model_output_int8,bias_correction",
        "The specified model compilation optimization parameters: ['set_model_output_int8', 'bias_correction']");
    row("calibration_parameters.run_on_cpu", "conv1", "run_on_cpu is deprecated on bayes-e, please use node_info");
    row("compiler_parameters.advice", "5", "'--advice', '5'");
    row("compiler_parameters.max_time_per_fc", "2000", "'--max-time-per-fc', '2000'");
}

void TestNodeSettings::accepted()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, said);
    m_bench->set(key, value);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    QVERIFY2(outcome.output.contains(said), outcome.output.constData());
}

QTEST_GUILESS_MAIN(TestNodeSettings)
#include "tst_node_settings.moc"
