// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/NodeNames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_StageMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseNodeName_data();
    void parseNodeName();
    void preprocessingIsAdded();
    void batchNormalizationIsFolded();
    void gemmFallsApart();
    void calibrationPairsAreAdded();
    void integerOperatorsTakeTheirPairsAndActivations();
    void sumsOfIntegersTakeWhatMakesThemReal();
    void sumsOfIntegersGoIntoAnActivation();
    void aCastInFrontOfAnOutputIsLeftOut();
    void whatFeedsPackedCodeIsNotBehindIt();
    void floatIslandTakesItsConversions();
    void packedCodeTakesTheRest();
    void renamedNodesMatchByStructure();
    void numberedNamesProveNothing();
    void likeSiblingsMatchByWeights();
    void unrelatedGraphs();
    void everyNodeIsSomewhereOnce();
    void manyNodesInLinearTime();
};

namespace {

const NodeMatch& matchOf(const StageMatch& match, const StageGraph& from, const QString& node)
{
    const NodeMatch* found = match.matchOfFrom(from.graph->findNode(node));
    Q_ASSERT(found != nullptr);
    return *found;
}

StageGraph graphOf(const QList<NodeDraft>& nodes, const QList<NamedTensor>& initializers = {})
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    draft.nodes = nodes;
    draft.initializers = initializers;
    return {Stage::Float, {}, Graph::fromDraft(draft)};
}

} // namespace

void tst_StageMatch::parseNodeName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("pattern");
    QTest::addColumn<QString>("owner");
    const auto row = [](const QString& name, NamePattern pattern, const QString& owner) {
        QTest::newRow(qPrintable(name)) << name << static_cast<int>(pattern) << owner;
    };
    row(u"conv1"_s, NamePattern::None, u"conv1"_s);
    row(u"HZ_PREPROCESS_FOR_images"_s, NamePattern::Preprocess, u"images"_s);
    row(u"HZ_PREPROCESS_FOR_images_NCHW2NHWC_LayoutConvert_Input0"_s, NamePattern::LayoutConversion, u"images"_s);
    row(u"x_nhwc2nchw_transposed_0"_s, NamePattern::LayoutConversion, u"x"_s);
    row(u"relu_HzCalibration"_s, NamePattern::Calibration, u"relu"_s);
    row(u"relu_HzCalibration_HzDequantize"_s, NamePattern::Calibration, u"relu"_s);
    row(u"522_HzCalibration_fold"_s, NamePattern::Calibration, u"522"_s);
    row(u"522_HzCalibration_unfold"_s, NamePattern::Calibration, u"522"_s);
    row(u"relu_HzCalibration_HzQuantize"_s, NamePattern::CalibratedQuantize, u"relu"_s);
    row(u"image_image_HzCalibration_HzQuantize"_s, NamePattern::CalibratedQuantize, u"image"_s);
    row(u"p2o.Mean.1_p2o.Mean.1_HzCalibration_HzQuantize"_s, NamePattern::CalibratedQuantize, u"p2o.Mean.1"_s);
    row(u"a_calibrated_Requantize_cat"_s, NamePattern::Requantize, u"a"_s);
    row(u"add_HzQuantize"_s, NamePattern::Quantize, u"add"_s);
    row(u"add_0_HzDequantize"_s, NamePattern::Dequantize, u"add_0"_s);
    row(u"fc_reshape_input"_s, NamePattern::Part, u"fc"_s);
    row(u"UNIT_CONV_FOR_/m/Add"_s, NamePattern::Part, u"/m/Add"_s);
    row(u"UNIT_CONV_FOR_onnx::Concat_444_0.14999_TO_FUSE_SCALE"_s, NamePattern::Part, u"onnx::Concat_444"_s);
    row(u"/attn/Softmax_reducemax_FROM_QUANTIZED_SOFTMAX"_s, NamePattern::Part, u"/attn/Softmax"_s);
}

void tst_StageMatch::parseNodeName()
{
    QFETCH(QString, name);
    QFETCH(int, pattern);
    QFETCH(QString, owner);
    const NodeNameParts parts = driftscope::parseNodeName(name);
    QCOMPARE(static_cast<int>(parts.pattern), pattern);
    QCOMPARE(parts.owner, owner);
}

void tst_StageMatch::preprocessingIsAdded()
{
    const StageGraph from = floatStage();
    const StageGraph to = originalStage();
    const StageMatch match = matchStages(from, to);
    QCOMPARE(namesOf(to, match.added), QStringList{u"HZ_PREPROCESS_FOR_image"_s});
    QVERIFY(match.removed.isEmpty());
    QCOMPARE(match.matches.size(), qsizetype{7});
    for (const NodeMatch& nodes : match.matches) {
        QCOMPARE(nodes.kind, MatchKind::Same);
        QCOMPARE(nodes.confidence, 1.0);
    }
    QCOMPARE(match.fromStage, Stage::Float);
    QCOMPARE(match.toStage, Stage::OriginalFloat);
}

void tst_StageMatch::batchNormalizationIsFolded()
{
    const StageGraph from = originalStage();
    const StageGraph to = optimizedStage();
    const StageMatch match = matchStages(from, to);
    const NodeMatch& folded = matchOf(match, from, u"bn1"_s);
    QCOMPARE(folded.kind, MatchKind::Fused);
    QCOMPARE(namesOf(from, folded.from), (QStringList{u"conv1"_s, u"bn1"_s}));
    QCOMPARE(namesOf(to, folded.to), QStringList{u"conv1"_s});
    QVERIFY(folded.reason.contains(u"BatchNormalization"_s));
    QVERIFY(folded.confidence < 1.0);
    QVERIFY(match.removed.isEmpty());
    QVERIFY(match.added.isEmpty());
}

void tst_StageMatch::gemmFallsApart()
{
    const StageGraph from = originalStage();
    const StageGraph to = optimizedStage();
    const StageMatch match = matchStages(from, to);
    const NodeMatch& parts = matchOf(match, from, u"fc"_s);
    QCOMPARE(parts.kind, MatchKind::Decomposed);
    QCOMPARE(namesOf(to, parts.to), (QStringList{u"fc_reshape_input"_s, u"fc"_s, u"fc_transpose_output_reshape"_s}));
    QCOMPARE(match.matchOfTo(to.graph->findNode(u"fc_reshape_input"_s)), &parts);
}

void tst_StageMatch::calibrationPairsAreAdded()
{
    const StageGraph from = optimizedStage();
    const StageGraph to = calibratedStage();
    const StageMatch match = matchStages(from, to);
    QCOMPARE(match.added.size(), qsizetype{8});
    for (const QString& name : namesOf(to, match.added))
        QVERIFY(name.contains(u"_HzCalibration"_s));
    QVERIFY(match.removed.isEmpty());
    QCOMPARE(matchOf(match, from, u"conv2"_s).kind, MatchKind::Same);
}

void tst_StageMatch::integerOperatorsTakeTheirPairsAndActivations()
{
    const StageGraph from = calibratedStage();
    const StageGraph to = quantizedStage();
    const StageMatch match = matchStages(from, to);
    const NodeMatch& first = matchOf(match, from, u"conv1"_s);
    QCOMPARE(first.kind, MatchKind::Fused);
    QCOMPARE(
        namesOf(from, first.from),
        (QStringList{u"conv1"_s, u"clip1"_s, u"clip1_out_HzCalibration"_s, u"clip1_out_HzCalibration_HzDequantize"_s}));
    const NodeMatch& second = matchOf(match, from, u"conv2"_s);
    QVERIFY(namesOf(from, second.from).contains(u"w2_HzCalibration"_s));
    QVERIFY(namesOf(from, second.from).contains(u"w2_HzCalibration_HzDequantize"_s));
    QCOMPARE(namesOf(to, second.to), QStringList{u"conv2"_s});
    const NodeMatch& preprocess = matchOf(match, from, u"HZ_PREPROCESS_FOR_image"_s);
    QVERIFY(namesOf(from, preprocess.from).contains(u"pre_w_HzCalibration"_s));
    QCOMPARE(namesOf(to, preprocess.to), QStringList{u"HZ_PREPROCESS_FOR_image"_s});
    QVERIFY(match.removed.isEmpty());
    QCOMPARE(namesOf(to, match.added),
             (QStringList{u"HZ_PREPROCESS_FOR_image_NHWC2NCHW_LayoutConvert_Input0"_s, u"logits_HzDequantize"_s}));
}

void tst_StageMatch::floatIslandTakesItsConversions()
{
    const StageGraph from = calibratedStage();
    const StageGraph to = quantizedStage();
    const StageMatch match = matchStages(from, to);
    const NodeMatch& add = matchOf(match, from, u"add"_s);
    QCOMPARE(add.kind, MatchKind::Decomposed);
    QCOMPARE(namesOf(to, add.to),
             (QStringList{u"add_0_HzDequantize"_s, u"add_1_HzDequantize"_s, u"add"_s, u"add_HzQuantize"_s}));
}

void tst_StageMatch::packedCodeTakesTheRest()
{
    const StageGraph from = quantizedStage();
    const StageGraph to = boardStage({0, 2, 3, 1});
    const StageMatch match = matchStages(from, to);
    const NodeMatch* packed = match.matchOfTo(to.graph->findNode(u"main_graph_subgraph_0"_s));
    QVERIFY(packed != nullptr);
    QCOMPARE(packed->kind, MatchKind::Fused);
    QCOMPARE(packed->from.size(), qsizetype{12});
    QCOMPARE(namesOf(to, match.added), QStringList{u"HZ_PREPROCESS_FOR_image_NCHW2NHWC_LayoutConvert_Input0"_s});
    QCOMPARE(matchOf(match, from, u"logits_HzDequantize"_s).kind, MatchKind::Changed);
}

void tst_StageMatch::renamedNodesMatchByStructure()
{
    const StageGraph from
        = graphOf({op(u"a"_s, u"Conv"_s, {u"x"_s}, {u"a"_s}), op(u"b"_s, u"Relu"_s, {u"a"_s}, {u"b"_s}),
                   op(u"c"_s, u"Sigmoid"_s, {u"b"_s}, {u"c"_s})});
    const StageGraph to
        = graphOf({op(u"p"_s, u"Conv"_s, {u"x"_s}, {u"p"_s}),
                   op(u"t_NCHW2NHWC_LayoutConvert_Input0"_s, u"Transpose"_s, {u"p"_s}, {u"t"_s}),
                   op(u"q"_s, u"Relu"_s, {u"t"_s}, {u"q"_s}), op(u"r"_s, u"Sigmoid"_s, {u"q"_s}, {u"r"_s})});
    const StageMatch match = matchStages(from, to);
    QCOMPARE(match.matches.size(), qsizetype{3});
    QCOMPARE(namesOf(to, matchOf(match, from, u"b"_s).to), QStringList{u"q"_s});
    QVERIFY(matchOf(match, from, u"b"_s).confidence < 0.9);
    QCOMPARE(match.added.size(), qsizetype{1});
}

/// As dynamic quantization writes it; the Cast of the other file, to another type, is not one of these.
void tst_StageMatch::sumsOfIntegersTakeWhatMakesThemReal()
{
    const auto tensor
        = [](Shape shape) { return Tensor::fromValues<float>(shape, std::vector<float>(shape.elementCount(), 1)); };
    const StageGraph from
        = graphOf({op(u"conv"_s, u"Conv"_s, {u"x"_s, u"w"_s}, {u"a"_s}), op(u"to32"_s, u"Cast"_s, {u"a"_s}, {u"b"_s}),
                   op(u"up"_s, u"Resize"_s, {u"b"_s}, {u"y"_s})},
                  {{u"w"_s, tensor(Shape{4, 4, 1, 1})}});
    const StageGraph to = graphOf(
        {op(u"dql"_s, u"DynamicQuantizeLinear"_s, {u"x"_s}, {u"xq"_s, u"xs"_s, u"xz"_s}),
         op(u"conv_quant"_s, u"ConvInteger"_s, {u"xq"_s, u"wq"_s, u"xz"_s}, {u"i"_s}),
         op(u"conv_cast"_s, u"Cast"_s, {u"i"_s}, {u"f"_s}), op(u"scales"_s, u"Mul"_s, {u"xs"_s, u"ws"_s}, {u"s"_s}),
         op(u"conv_mul"_s, u"Mul"_s, {u"f"_s, u"s"_s}, {u"m"_s}),
         op(u"conv_bias"_s, u"Add"_s, {u"m"_s, u"bias"_s}, {u"a"_s}), op(u"up"_s, u"Resize"_s, {u"a"_s}, {u"y"_s})},
        {{u"wq"_s, tensor(Shape{4, 4, 1, 1})}, {u"ws"_s, tensor(Shape{1})}, {u"bias"_s, tensor(Shape{1, 4, 1, 1})}});
    const StageMatch match = matchStages(from, to);
    const QStringList parts = namesOf(to, matchOf(match, from, u"conv"_s).to);
    for (const QString& part : {u"conv_quant"_s, u"conv_cast"_s, u"conv_mul"_s, u"conv_bias"_s})
        QVERIFY2(parts.contains(part), qPrintable(parts.join(u' ')));
    QCOMPARE(namesOf(to, matchOf(match, from, u"up"_s).to), QStringList{u"up"_s});
}

/// As the sandbox writes it where an activation sees the sums: Add and DequantizeLinear belong to the convolution, the
/// QuantizeLinear behind the activation to that, although the next convolution is all that reads it.
void tst_StageMatch::sumsOfIntegersGoIntoAnActivation()
{
    const auto tensor
        = [](Shape shape) { return Tensor::fromValues<float>(shape, std::vector<float>(shape.elementCount(), 1)); };
    const StageGraph from
        = graphOf({op(u"c1"_s, u"Conv"_s, {u"x"_s, u"w1"_s}, {u"a"_s}), op(u"act"_s, u"Tanh"_s, {u"a"_s}, {u"b"_s}),
                   op(u"c2"_s, u"Conv"_s, {u"b"_s, u"w2"_s}, {u"y"_s})},
                  {{u"w1"_s, tensor(Shape{4, 4, 1, 1})}, {u"w2"_s, tensor(Shape{6, 4, 1, 1})}});
    const auto sums = [](const QString& conv, const QString& in, const QString& w, const QString& out) {
        return QList<NodeDraft>{
            op(conv, u"ConvInteger"_s, {in, w}, {conv + u"_products"_s}),
            op(conv + u"_HzBias"_s, u"Add"_s, {conv + u"_products"_s, u"bias"_s}, {conv + u"_sums"_s}),
            op(conv + u"_HzDequantize"_s, u"DequantizeLinear"_s, {conv + u"_sums"_s, u"scale"_s}, {out})};
    };
    QList<NodeDraft> nodes{op(u"x_HzQuantize"_s, u"QuantizeLinear"_s, {u"x"_s, u"scale"_s}, {u"xq"_s})};
    nodes += sums(u"c1"_s, u"xq"_s, u"w1"_s, u"a"_s);
    nodes += {op(u"act"_s, u"Tanh"_s, {u"a"_s}, {u"t"_s}),
              op(u"b_HzQuantize"_s, u"QuantizeLinear"_s, {u"t"_s, u"scale"_s}, {u"tq"_s})};
    nodes += sums(u"c2"_s, u"tq"_s, u"w2"_s, u"y"_s);
    const StageGraph to = graphOf(nodes,
                                  {{u"w1"_s, tensor(Shape{4, 4, 1, 1})},
                                   {u"w2"_s, tensor(Shape{6, 4, 1, 1})},
                                   {u"scale"_s, tensor(Shape{1})},
                                   {u"bias"_s, tensor(Shape{1, 1, 1, 1})}});
    const StageMatch match = matchStages(from, to);
    const auto partsOf = [&](const QString& node) {
        QStringList parts = namesOf(to, matchOf(match, from, node).to);
        parts.sort();
        return parts;
    };
    QVERIFY(partsOf(u"c1"_s).contains(u"c1_HzBias"_s) && partsOf(u"c1"_s).contains(u"c1_HzDequantize"_s));
    QCOMPARE(partsOf(u"act"_s), (QStringList{u"act"_s, u"b_HzQuantize"_s}));
    QCOMPARE(partsOf(u"c2"_s), (QStringList{u"c2"_s, u"c2_HzBias"_s, u"c2_HzDequantize"_s}));
}

/// Others read the value in front of it as well.
void tst_StageMatch::aCastInFrontOfAnOutputIsLeftOut()
{
    const auto stage = [](bool hasCast) {
        GraphDraft draft;
        draft.inputs = {{u"x"_s, DataType::Float32, {}}};
        const QString sum = hasCast ? u"sum"_s : u"out"_s;
        draft.nodes = {op(u"add"_s, u"Add"_s, {u"x"_s, u"x"_s}, {sum}), op(u"sig"_s, u"Sigmoid"_s, {sum}, {u"y"_s})};
        if (hasCast)
            draft.nodes.append(op(u"cast"_s, u"Cast"_s, {sum}, {u"out"_s}));
        draft.outputs = {{u"out"_s, DataType::Float32, {}}, {u"y"_s, DataType::Float32, {}}};
        return StageGraph{Stage::Float, {}, Graph::fromDraft(draft)};
    };
    const StageGraph from = stage(true);
    const StageMatch match = matchStages(from, stage(false));
    QCOMPARE(namesOf(from, matchOf(match, from, u"add"_s).from), (QStringList{u"add"_s, u"cast"_s}));
    QVERIFY(match.removed.isEmpty());
}

void tst_StageMatch::whatFeedsPackedCodeIsNotBehindIt()
{
    const StageGraph from
        = graphOf({op(u"conv"_s, u"Conv"_s, {u"x"_s}, {u"a"_s}), op(u"flat"_s, u"Flatten"_s, {u"a"_s}, {u"b"_s}),
                   op(u"fc"_s, u"Gemm"_s, {u"b"_s}, {u"y"_s})});
    const StageGraph to = graphOf({op(u"subgraph_0"_s, u"BPU"_s, {u"x"_s}, {u"fc_out"_s}),
                                   op(u"fc_reshape"_s, u"Reshape"_s, {u"fc_out"_s}, {u"y"_s})});
    const StageMatch match = matchStages(from, to);
    QCOMPARE(namesOf(from, matchOf(match, from, u"fc"_s).from), (QStringList{u"conv"_s, u"flat"_s, u"fc"_s}));
}

void tst_StageMatch::numberedNamesProveNothing()
{
    // Without names the second Relu of one file is called like the first of the other.
    const StageGraph from = graphOf({op({}, u"Relu"_s, {u"x"_s}, {u"a"_s}), op({}, u"Relu"_s, {u"a"_s}, {u"b"_s}),
                                     op({}, u"Relu"_s, {u"b"_s}, {u"c"_s})});
    const StageGraph to = graphOf({op({}, u"Relu"_s, {u"b"_s}, {u"c"_s})});
    const StageMatch match = matchStages(from, to);
    QCOMPARE(match.matches.size(), qsizetype{1});
    QCOMPARE(match.matches.front().from, QList<NodeId>{NodeId(2)});
}

void tst_StageMatch::likeSiblingsMatchByWeights()
{
    const auto weight = [](float value) { return Tensor::fromValues<float>(Shape{1}, std::vector<float>{value}); };
    const StageGraph from = graphOf(
        {op(u"a"_s, u"Conv"_s, {u"x"_s, u"w1"_s}, {u"a"_s}), op(u"b"_s, u"Conv"_s, {u"x"_s, u"w2"_s}, {u"b"_s})},
        {{u"w1"_s, weight(1)}, {u"w2"_s, weight(2)}});
    const StageGraph to = graphOf(
        {op(u"p"_s, u"Conv"_s, {u"x"_s, u"v2"_s}, {u"p"_s}), op(u"q"_s, u"Conv"_s, {u"x"_s, u"v1"_s}, {u"q"_s})},
        {{u"v1"_s, weight(1)}, {u"v2"_s, weight(2)}});
    const StageMatch match = matchStages(from, to);
    QCOMPARE(namesOf(to, matchOf(match, from, u"a"_s).to), QStringList{u"q"_s});
    QCOMPARE(namesOf(to, matchOf(match, from, u"b"_s).to), QStringList{u"p"_s});
}

void tst_StageMatch::unrelatedGraphs()
{
    const StageGraph from = graphOf({op(u"a"_s, u"Conv"_s, {u"x"_s}, {u"a"_s})});
    const StageGraph to = graphOf({op(u"b"_s, u"LSTM"_s, {u"x"_s}, {u"b"_s})});
    const StageMatch match = matchStages(from, to);
    QVERIFY(match.matches.isEmpty());
    QCOMPARE(match.added.size(), qsizetype{1});
    QCOMPARE(match.removed.size(), qsizetype{1});
    QCOMPARE(match.matchOfFrom(NodeId(0)), nullptr);
    QVERIFY(matchStages(graphOf({}), graphOf({})).matches.isEmpty());
}

void tst_StageMatch::everyNodeIsSomewhereOnce()
{
    const QList<StageGraph> stages = allStageGraphs();
    const QList<StageMatch> matches = matchesOf(stages);
    for (qsizetype i = 0; i < matches.size(); ++i) {
        QList<NodeId> from = matches[i].removed;
        QList<NodeId> to = matches[i].added;
        for (const NodeMatch& match : matches[i].matches) {
            from += match.from;
            to += match.to;
            QVERIFY(!match.reason.isEmpty());
            QVERIFY(match.confidence > 0 && match.confidence <= 1);
        }
        std::ranges::sort(from);
        std::ranges::sort(to);
        QCOMPARE(from.size(), qsizetype{stages[i].graph->nodeCount()});
        QCOMPARE(to.size(), qsizetype{stages[i + 1].graph->nodeCount()});
        QVERIFY(std::ranges::adjacent_find(from) == from.end());
        QVERIFY(std::ranges::adjacent_find(to) == to.end());
    }
}

void tst_StageMatch::manyNodesInLinearTime()
{
    // One value feeds every block, nothing keeps its name: the worst for matching around values.
    const auto build = [](const QString& prefix) {
        QList<NodeDraft> nodes;
        QString last = u"x"_s;
        for (int i = 0; i < 20'000; ++i) {
            const QString name = prefix + QString::number(i);
            nodes.append(op(name, u"Add"_s, {last, u"x"_s}, {name}));
            last = name;
        }
        return graphOf(nodes);
    };
    const StageMatch match = matchStages(build(u"a"_s), build(u"b"_s));
    QCOMPARE(match.matches.size(), qsizetype{20'000});
    for (const NodeMatch& nodes : match.matches)
        QCOMPARE(nodes.from, nodes.to);
}

QTEST_GUILESS_MAIN(tst_StageMatch)
#include "tst_stagematch.moc"
