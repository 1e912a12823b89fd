// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuantizedTiny.h"
#include "core/onnx/OnnxReader.h"
#include "core/sandbox/pack/BoardPacker.h"
#include "core/sandbox/pack/PackedCode.h"
#include "core/sandbox/pack/Partition.h"
#include "core/sandbox/tool/BuildInformation.h"
#include "core/sandbox/tool/PerformanceEstimate.h"

#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace driftscope;

class TestBoardPacker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownFaultOnlyWhereItWasReported_data();
    void knownFaultOnlyWhereItWasReported();
    void partsAreOnnxModels();
    void cpuOperatorsSplitTheBpu();
    void metadataTellsTheBuild();
    void everyConvolutionCounts();
};

namespace {

Result<BoardModel> packed(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                          const ToolConfig& config)
{
    const auto done = convertTiny(runtime, draft, config);
    if (!done)
        return forward(done);
    const auto shapes = measureShapes(runtime, done->quantized.draft);
    if (!shapes)
        return forward(shapes);
    return packBoardModel(done->quantized, *shapes, config, buildMetadata(config));
}

/// Conv - Erf (which the BPU cannot do) - Conv.
GraphDraft interruptedModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 8, 8});
    addConv(draft, "conv1", "data", "conv1_out", 3, 4);
    draft.nodes.append(makeNode(text("Erf"), text("erf"), {text("conv1_out")}, {text("erf_out")}));
    addConv(draft, "conv2", "erf_out", "out", 4, 2);
    return draft;
}

/// Two Convs with an activation between them.
GraphDraft activatedModel(const char* activation)
{
    GraphDraft draft = emptyModel(Shape{1, 3, 8, 8});
    addConv(draft, "conv1", "data", "conv1_out", 3, 4);
    draft.nodes.append(makeNode(text(activation), text("act"), {text("conv1_out")}, {text("act_out")}));
    addConv(draft, "conv2", "act_out", "out", 4, 2);
    return draft;
}

} // namespace

void TestBoardPacker::knownFaultOnlyWhereItWasReported_data()
{
    QTest::addColumn<int>("march");
    QTest::addColumn<bool>("nchw");
    QTest::addColumn<bool>("faults");
    QTest::addColumn<QList<qint64>>("permutation");
    const QList<qint64> right{0, 2, 3, 1};
    const QList<qint64> wrong{0, 3, 1, 2};
    QTest::newRow("bernoulli2, NCHW") << int(March::Bernoulli2) << true << true << wrong;
    QTest::newRow("bernoulli2, NCHW, no known faults") << int(March::Bernoulli2) << true << false << right;
    QTest::newRow("bayes-e, NCHW") << int(March::BayesE) << true << true << right;
    QTest::newRow("bernoulli2, NHWC") << int(March::Bernoulli2) << false << true << QList<qint64>{};
}

void TestBoardPacker::knownFaultOnlyWhereItWasReported()
{
    NEED_RUNTIME(runtime);
    QFETCH(int, march);
    QFETCH(bool, nchw);
    QFETCH(bool, faults);
    QFETCH(QList<qint64>, permutation);
    const GraphDraft draft = residualModel();
    ToolConfig config
        = tinyConfig(static_cast<March>(march), *draft.inputs[0].shape, nchw ? TensorLayout::NCHW : TensorLayout::NHWC);
    config.knownFaults = faults;
    const auto board = packed(*runtime, draft, config);
    QVERIFY2(board, board ? "" : qPrintable(board.error().message));
    const NodeDraft& first = board->graph.nodes.first();
    QCOMPARE(first.opType, nchw ? text("Transpose") : text("BPU"));
    QCOMPARE(first.integers(text("perm")), permutation);
    QCOMPARE(board->inputs.first().shape, nchw ? (Shape{1, 3, 8, 8}) : (Shape{1, 8, 8, 3}));
    QCOMPARE(board->inputs.first().layoutCode, nchw ? 2 : 0);
    QCOMPARE(board->inputs.first().inputTypeCode, 10);
    if (nchw) {
        QCOMPARE(first.name, text("HZ_PREPROCESS_FOR_data_NCHW2NHWC_LayoutConvert_Input0"));
        const auto value = std::ranges::find(board->graph.values, first.outputs.first(), &ValueDraft::name);
        QVERIFY(value != board->graph.values.end());
        QCOMPARE(*value->shape, (Shape{1, 8, 8, 3}));
    }
}

void TestBoardPacker::partsAreOnnxModels()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel();
    const auto board = packed(*runtime, draft, tinyConfig(March::Bernoulli2, *draft.inputs[0].shape));
    QVERIFY(board);
    const Tensor* code = board->graph.initializer(text("PACKED_HBM_MODEL"));
    QVERIFY(code != nullptr);
    const QByteArray start("#X2Ahbm#driftscope-sandbox 1\n");
    QVERIFY(code->bytes().startsWith(start));
    const auto length = qFromLittleEndian<quint64>(code->bytes().constData() + start.size());
    const QByteArray model = code->bytes().mid(start.size() + 8, static_cast<qsizetype>(length));
    QVERIFY(checkOnnx(model));
    const auto part = parseOnnx(model, text("part"));
    QVERIFY(part);
    QCOMPARE(part->inputs.first().name, text("data"));
    QCOMPARE(part->outputs.size(), 1);
    QVERIFY(code->bytes().endsWith(sandboxVersion().toUtf8()));
    QStringList types;
    for (const NodeDraft& node : board->graph.nodes)
        types.append(node.opType);
    QCOMPARE(types, (QStringList{text("BPU"), text("Dequantize"), text("Reshape")}));
}

void TestBoardPacker::cpuOperatorsSplitTheBpu()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = interruptedModel();
    const auto board = packed(*runtime, draft, tinyConfig(March::BayesE, *draft.inputs[0].shape));
    QVERIFY2(board, board ? "" : qPrintable(board.error().message));
    QStringList types;
    for (const NodeDraft& node : board->graph.nodes)
        types.append(node.opType);
    QCOMPARE(
        types,
        (QStringList{text("BPU"), text("Dequantize"), text("Erf"), text("Quantize"), text("BPU"), text("Dequantize")}));
    QVERIFY(board->graph.initializer(text("PACKED_HBM_MODEL_1")) != nullptr);
    // Whoever comes later uses only what is there already.
    QSet<QString> known{text("data")};
    for (const NamedTensor& constant : board->graph.initializers)
        known.insert(constant.name);
    for (const NodeDraft& node : board->graph.nodes) {
        for (const QString& input : node.inputs)
            QVERIFY2(known.contains(input), qPrintable(input));
        for (const QString& output : node.outputs)
            known.insert(output);
    }
}

void TestBoardPacker::metadataTellsTheBuild()
{
    const BuildMetadata metadata = buildMetadata(tinyConfig(March::Bernoulli2, Shape{1, 3, 8, 8}));
    QHash<QString, QString> entries;
    for (const auto& [key, value] : metadata.entries())
        entries.insert(key, value);
    QCOMPARE(entries.value(text("MARCH")), text("bernoulli2"));
    QVERIFY(entries.value(text("BUILDER_VERSION")).startsWith(text("driftscope-sandbox ")));
    QCOMPARE(entries.value(text("MEAN_VALUE")), text("123.675,116.28,103.53,;"));
    QCOMPARE(entries.value(text("INPUT_LAYOUT_RT")), text("NHWC;"));
    QCOMPARE(entries.value(text("INPUT_SHAPE")), text("1x3x8x8;"));
    QCOMPARE(entries.value(text("hbdk_pass_through_params")), text("--O3 --core-num 1 --fast "));
}

/// Also one whose sums go into a table, where the quantized model has ConvInteger.
void TestBoardPacker::everyConvolutionCounts()
{
    NEED_RUNTIME(runtime);
    const qint64 places = 8 * 8;
    const qint64 expected = places * (3 * 3 + 4 * 3 * 9 + 2 * 4 * 9); // preprocessing, 3x3, 3x3
    for (const char* activation : {"Relu", "Sigmoid"}) {
        const GraphDraft draft = activatedModel(activation);
        const ToolConfig config = tinyConfig(March::BayesE, *draft.inputs[0].shape);
        const auto done = convertTiny(*runtime, draft, config);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        qint64 macs = 0;
        for (const BoardStep& step : partition(done->quantized)) {
            if (step.isBpu)
                macs += estimatePerformance(done->quantized, step, done->shapes, config.march).macs;
        }
        QVERIFY2(macs == expected, qPrintable(text(activation) + QString::number(macs)));
    }
}

QTEST_GUILESS_MAIN(TestBoardPacker)
#include "tst_board_packer.moc"
