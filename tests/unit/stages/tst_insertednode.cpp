// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/InsertionEffects.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_InsertedNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThemInEveryStage();
    void preprocessingNamesItsSetting();
    void preprocessingRecoversMeanAndScale_data();
    void preprocessingRecoversMeanAndScale();
    void recoversSwappedChannels();
    void recoversNv12();
    void saysWhenTheConfigDisagrees();
    void layoutConversionNamesKeyLineAndFix();
    void layoutConversionWithWrongPermutation();
    void wrongDeclaredShapeIsAContradiction();
    void keyThatIsNotWritten();
    void logLines();
    void scalesOfQuantization();
    void worksWithoutConfig();
};

namespace {

constexpr auto boardTranspose = "HZ_PREPROCESS_FOR_image_NCHW2NHWC_LayoutConvert_Input0"_L1;

QList<InsertedNode> explained(const QList<StageGraph>& stages, const ConfigDocument* document,
                              const MakertbinLog* log = nullptr)
{
    return explainInsertedNodes({stages, matchesOf(stages), document, log});
}

InsertedNode nodeOf(const QList<InsertedNode>& nodes, Stage stage, const QString& name)
{
    const auto found = std::ranges::find_if(
        nodes, [&](const InsertedNode& node) { return node.stage == stage && node.name == name; });
    return found == nodes.end() ? InsertedNode() : *found;
}

/// A float preprocessing node out of a matrix and offsets for pixel - 128.
std::optional<RecoveredNormalization> recovered(const std::vector<float>& weight, const std::vector<float>& bias)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.initializers = {{u"w"_s, Tensor::fromValues<float>(Shape{3, 3, 1, 1}, weight)},
                          {u"b"_s, Tensor::fromValues<float>(Shape{3}, bias)}};
    draft.nodes = {op(u"HZ_PREPROCESS_FOR_x"_s, u"Conv"_s, {u"x"_s, u"w"_s, u"b"_s}, {u"y"_s})};
    return recoverNormalization(*Graph::fromDraft(draft), NodeId(0));
}

} // namespace

void tst_InsertedNode::findsThemInEveryStage()
{
    const ConfigDocument document = configOf();
    const QList<InsertedNode> nodes = explained(allStageGraphs(), &document);
    const auto count = [&](Stage stage, InsertedKind kind) {
        return std::ranges::count_if(
            nodes, [&](const InsertedNode& node) { return node.stage == stage && node.kind == kind; });
    };
    QCOMPARE(count(Stage::Float, InsertedKind::Preprocess), std::ptrdiff_t{0});
    for (const Stage stage : {Stage::OriginalFloat, Stage::OptimizedFloat, Stage::Calibrated, Stage::Quantized})
        QCOMPARE(count(stage, InsertedKind::Preprocess), std::ptrdiff_t{1});
    QCOMPARE(count(Stage::Calibrated, InsertedKind::Calibration), std::ptrdiff_t{8});
    QCOMPARE(count(Stage::Quantized, InsertedKind::LayoutConversion), std::ptrdiff_t{1});
    QCOMPARE(count(Stage::Quantized, InsertedKind::Dequantize), std::ptrdiff_t{1});
    QCOMPARE(count(Stage::Board, InsertedKind::LayoutConversion), std::ptrdiff_t{1});
    QCOMPARE(count(Stage::Board, InsertedKind::Dequantize), std::ptrdiff_t{1});
    for (const InsertedNode& node : nodes) {
        QVERIFY(!node.why.isEmpty());
        QVERIFY2(node.contradiction.isEmpty(), qPrintable(node.name + node.contradiction));
    }
}

void tst_InsertedNode::preprocessingNamesItsSetting()
{
    const ConfigDocument document = configOf();
    const InsertedNode node
        = nodeOf(explained(allStageGraphs(), &document), Stage::OriginalFloat, u"HZ_PREPROCESS_FOR_image"_s);
    QCOMPARE(node.cause.key, u"input_parameters.norm_type"_s);
    QCOMPARE(node.cause.value, u"data_mean_and_scale"_s);
    QCOMPARE(node.cause.line, 9);
    QVERIFY(!node.cause.isDefault);
    QVERIFY(node.boardMustFeed.contains(u"0 to 255"_s));
}

void tst_InsertedNode::preprocessingRecoversMeanAndScale_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("float") << 1;
    QTest::newRow("weights behind a calibration pair") << 3;
    QTest::newRow("integer") << 4;
}

void tst_InsertedNode::preprocessingRecoversMeanAndScale()
{
    QFETCH(int, stage);
    const StageGraph stageGraph = allStageGraphs()[stage];
    const NodeId node = stageGraph.graph->findNode(u"HZ_PREPROCESS_FOR_image"_s);
    const auto found = recoverNormalization(*stageGraph.graph, node);
    QVERIFY(found.has_value());
    QCOMPARE(found->mean, (std::vector<double>{120, 120, 120}));
    QCOMPARE(found->scale, (std::vector<double>{1.0 / 64, 1.0 / 64, 1.0 / 64}));
    QCOMPARE(found->channelOrder, (std::vector<int>{0, 1, 2}));
    const QString text = describeComputation(*stageGraph.graph, node);
    QVERIFY(text.contains(u"120 120 120"_s));
    QVERIFY(text.contains(u"0.015625"_s));
    QVERIFY(!recoverNormalization(*stageGraph.graph, stageGraph.graph->findNode(u"conv1"_s)).has_value());
}

void tst_InsertedNode::recoversSwappedChannels()
{
    const auto found = recovered({0, 0, 2, 0, 2, 0, 2, 0, 0}, {256 - 20, 256 - 40, 256 - 60});
    QVERIFY(found.has_value());
    QCOMPARE(found->channelOrder, (std::vector<int>{2, 1, 0}));
    QCOMPARE(found->mean, (std::vector<double>{10, 20, 30}));
}

void tst_InsertedNode::recoversNv12()
{
    // RGB from full-range YUV, mean 100 110 120, scale 0.5: out = 0.5 * (M yuv + offset - mean).
    const double matrix[9] = {1, 0, 1.402, 1, -0.344136, -0.714136, 1, 1.772, 0};
    const double mean[3] = {100, 110, 120};
    std::vector<float> weight;
    std::vector<float> bias;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            weight.push_back(static_cast<float>(0.5 * matrix[row * 3 + column]));
        bias.push_back(static_cast<float>(0.5 * (128 - mean[row])));
    }
    const auto found = recovered(weight, bias);
    QVERIFY(found.has_value());
    QVERIFY(found->isFromYuv);
    QVERIFY(!found->isVideoRange);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(std::abs(found->mean[i] - mean[i]) < 1e-3);
        QVERIFY(std::abs(found->scale[i] - 0.5) < 1e-6);
    }
}

void tst_InsertedNode::saysWhenTheConfigDisagrees()
{
    const ConfigDocument right = configOf();
    const auto wrong = ConfigDocument::fromText(QByteArray(right.text()).replace("120 120 120", "103 116 123"));
    const InsertedNode node
        = nodeOf(explained(allStageGraphs(), &*wrong), Stage::Quantized, u"HZ_PREPROCESS_FOR_image"_s);
    QVERIFY(node.contradiction.contains(u"103"_s));
    QVERIFY(node.contradiction.contains(u"120"_s));
}

void tst_InsertedNode::layoutConversionNamesKeyLineAndFix()
{
    const ConfigDocument document = configOf();
    const InsertedNode node = nodeOf(explained(allStageGraphs(), &document), Stage::Board, boardTranspose);
    QCOMPARE(node.kind, InsertedKind::LayoutConversion);
    QCOMPARE(node.cause.key, u"input_parameters.input_layout_rt"_s);
    QCOMPARE(node.cause.value, u"NCHW"_s);
    QCOMPARE(node.cause.line, 12);
    QVERIFY(node.computes.contains(u"48 bytes"_s));
    QVERIFY(node.computes.contains(u"0 2 3 1"_s));
    QVERIFY(node.computes.contains(u"1x3x4x4"_s));
    QVERIFY(node.boardMustFeed.contains(u"C x H x W"_s));
    QVERIFY(node.costs.contains(u"48"_s));
    QVERIFY(node.howToAvoid.contains(u"input_layout_rt"_s));
    QVERIFY(node.contradiction.isEmpty());
}

void tst_InsertedNode::layoutConversionWithWrongPermutation()
{
    const ConfigDocument document = configOf();
    const InsertedNode node = nodeOf(explained(allStageGraphs({0, 3, 1, 2}), &document), Stage::Board, boardTranspose);
    QVERIFY(node.contradiction.contains(u"0 2 3 1"_s)); // promised
    QVERIFY(node.contradiction.contains(u"0 3 1 2"_s)); // done
}

void tst_InsertedNode::wrongDeclaredShapeIsAContradiction()
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Int8, Shape{1, 3, 8, 4}}};
    NodeDraft transpose = op(u"x_NCHW2NHWC_LayoutConvert_Input0"_s, u"Transpose"_s, {u"x"_s}, {u"y"_s});
    transpose.setAttribute(u"perm"_s, QList<qint64>{0, 2, 3, 1});
    draft.nodes = {transpose};
    draft.values = {{u"y"_s, DataType::Int8, Shape{1, 4, 8, 3}}};
    QVERIFY(describeContradiction(*Graph::fromDraft(draft), NodeId(0)).contains(u"1x4x8x3"_s));
    draft.values = {{u"y"_s, DataType::Int8, Shape{1, 8, 4, 3}}};
    QVERIFY(describeContradiction(*Graph::fromDraft(draft), NodeId(0)).isEmpty());
}

void tst_InsertedNode::keyThatIsNotWritten()
{
    const ConfigDocument document = configOf(QString());
    const InsertedNode node = nodeOf(explained(allStageGraphs(), &document), Stage::Board, boardTranspose);
    QCOMPARE(node.cause.value, u"NHWC"_s);
    QVERIFY(node.cause.isDefault);
    QCOMPARE(node.cause.line, 0);
}

void tst_InsertedNode::logLines()
{
    const ConfigDocument document = configOf();
    MakertbinLog log;
    LogNode row;
    row.name = u"HZ_PREPROCESS_FOR_image"_s;
    row.line = 41;
    log.nodes.append(row);
    row.name = u"_FOR_image_NHWC2NCHW_LayoutConvert_Input0"_s;
    row.truncated = true;
    row.line = 42;
    log.nodes.append(row);
    Diagnostic warning;
    warning.message = u"Can not find the scale for node "_s + boardTranspose;
    warning.range.line = 17;
    log.diagnostics.append(warning);
    const QList<InsertedNode> nodes = explained(allStageGraphs(), &document, &log);
    QCOMPARE(nodeOf(nodes, Stage::Quantized, u"HZ_PREPROCESS_FOR_image"_s).cause.logLine, 41);
    QCOMPARE(nodeOf(nodes, Stage::Quantized, u"HZ_PREPROCESS_FOR_image_NHWC2NCHW_LayoutConvert_Input0"_s).cause.logLine,
             42);
    QCOMPARE(nodeOf(nodes, Stage::Board, boardTranspose).cause.logLine, 17);
    QCOMPARE(nodeOf(nodes, Stage::Quantized, u"logits_HzDequantize"_s).cause.logLine, 0);
}

void tst_InsertedNode::scalesOfQuantization()
{
    const ConfigDocument document = configOf();
    const QList<InsertedNode> nodes = explained(allStageGraphs(), &document);
    const InsertedNode end = nodeOf(nodes, Stage::Quantized, u"logits_HzDequantize"_s);
    QCOMPARE(end.kind, InsertedKind::Dequantize);
    QVERIFY(end.computes.contains(u"0.125"_s));
    QVERIFY(end.cause.key.isEmpty());
    QVERIFY(end.howToAvoid.contains(u"remove_node_type"_s));
    const InsertedNode pair = nodeOf(nodes, Stage::Calibrated, u"clip1_out_HzCalibration"_s);
    QCOMPARE(pair.cause.key, u"calibration_parameters.calibration_type"_s);
    QCOMPARE(pair.cause.value, u"default"_s);
    QVERIFY(pair.cause.isDefault);
}

void tst_InsertedNode::worksWithoutConfig()
{
    const QList<InsertedNode> nodes = explained(allStageGraphs(), nullptr);
    QVERIFY(!nodes.isEmpty());
    const InsertedNode node = nodeOf(nodes, Stage::Board, boardTranspose);
    QVERIFY(node.cause.isDefault);
    QVERIFY(explained({}, nullptr).isEmpty());
}

QTEST_GUILESS_MAIN(tst_InsertedNode)
#include "tst_insertednode.moc"
