// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuantizedTiny.h"
#include "core/sandbox/quantize/ChannelMoves.h"
#include "core/sandbox/quantize/ChannelScales.h"

#include <QTest>

using namespace driftscope;

/// Which values are rounded, and which of them may have a scale for each channel.
class TestOperatorPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hardSwishIsOneTable();
    void aConvThatOthersReadIsRounded();
    void aTableBehindASumIsWhole();
    void operandsOfTwoValuesAreRounded();
    void aValueThatOthersNeedIsRounded();
    void channelsAreFollowed();
    void shuffledChannelsAreFollowed();
    void scalesTravelThroughAShuffle();
    void layersOfATableTellItsThreshold();
};

namespace {

struct Planned
{
    GraphDraft draft;
    ValueShapes shapes;
    OperatorPlan plan;
};

Planned planned(const std::shared_ptr<const OnnxRuntime>& runtime, GraphDraft draft)
{
    draft.opsets = {{QString(), 13}};
    Planned result{draft, *measureShapes(runtime, draft), {}};
    result.plan = planOperators(result.draft, result.shapes, {text("data")}, {});
    return result;
}

/// Conv - x * Clip(x + 3, 0, 6) / 6 - Conv.
GraphDraft hardSwishModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 6, 6});
    addConv(draft, "conv1", "data", "x", 3, 4);
    addConstant(draft, text("three"), Tensor::scalar(3.0F));
    addConstant(draft, text("zero"), Tensor::scalar(0.0F));
    addConstant(draft, text("six"), Tensor::scalar(6.0F));
    draft.nodes.append(makeNode(text("Add"), text("add"), {text("x"), text("three")}, {text("shifted")}));
    draft.nodes.append(
        makeNode(text("Clip"), text("clip"), {text("shifted"), text("zero"), text("six")}, {text("gate")}));
    draft.nodes.append(makeNode(text("Mul"), text("mul"), {text("x"), text("gate")}, {text("gated")}));
    draft.nodes.append(makeNode(text("Div"), text("div"), {text("gated"), text("six")}, {text("swish")}));
    addConv(draft, "conv2", "swish", "out", 4, 4, 1);
    return draft;
}

/// The same, where a Conv whose result leaves the model reads one of its values too.
GraphDraft hardSwishModelReadAt(const char* value)
{
    GraphDraft draft = hardSwishModel();
    addConv(draft, "reader", value, "read", 4, 4, 1);
    draft.outputs.append({text("read"), DataType::Float32, std::nullopt});
    return draft;
}

/// Conv - Concat with itself - channel shuffle in two groups - Split - Conv of one half, Concat of both - Conv.
GraphDraft shuffleModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 6, 6});
    addConv(draft, "left", "data", "l", 3, 4);
    addConv(draft, "right", "data", "r", 3, 4);
    draft.nodes.append(
        makeNode(text("Concat"), text("join"), {text("l"), text("r")}, {text("joined")}, {{text("axis"), qint64(1)}}));
    addIntegers(draft, text("wide"), {1, 2, 4, 6, 6});
    addIntegers(draft, text("flat"), {1, 8, 6, 6});
    draft.nodes.append(makeNode(text("Reshape"), text("open"), {text("joined"), text("wide")}, {text("opened")}));
    draft.nodes.append(makeNode(text("Transpose"), text("swap"), {text("opened")}, {text("swapped")},
                                {{text("perm"), QList<qint64>{0, 2, 1, 3, 4}}}));
    draft.nodes.append(makeNode(text("Reshape"), text("close"), {text("swapped"), text("flat")}, {text("shuffled")}));
    addConv(draft, "last", "shuffled", "out", 8, 4, 1);
    return draft;
}

} // namespace

void TestOperatorPlan::hardSwishIsOneTable()
{
    NEED_RUNTIME(runtime);
    const Planned result = planned(*runtime, hardSwishModel());
    // The Conv's sums go into the table as they are.
    QCOMPARE(result.plan.inside, (QSet<QString>{text("x"), text("shifted"), text("gate"), text("gated")}));
    QCOMPARE(result.plan.measured, (QStringList{text("swish"), text("out")}));
}

void TestOperatorPlan::aConvThatOthersReadIsRounded()
{
    NEED_RUNTIME(runtime);
    const Planned read = planned(*runtime, hardSwishModelReadAt("x"));
    QCOMPARE(read.plan.inside, (QSet<QString>{text("shifted"), text("gate"), text("gated")}));
    GraphDraft draft = hardSwishModel();
    draft.outputs.append({text("x"), DataType::Float32, std::nullopt});
    QVERIFY(planned(*runtime, draft).plan.measured.contains(text("x")));
    // In front of an Add of two Convs there is no table.
    draft = emptyModel(Shape{1, 3, 6, 6});
    addConv(draft, "left", "data", "l", 3, 4);
    addConv(draft, "right", "data", "r", 3, 4);
    draft.nodes.append(makeNode(text("Add"), text("add"), {text("l"), text("r")}, {text("sum")}));
    addConv(draft, "last", "sum", "out", 4, 4, 1);
    QVERIFY(planned(*runtime, draft).plan.inside.isEmpty());
}

void TestOperatorPlan::aTableBehindASumIsWhole()
{
    NEED_RUNTIME(runtime);
    GraphDraft draft = hardSwishModel();
    draft.nodes.first().outputs.first() = text("one");
    addConv(draft, "other", "data", "two", 3, 4);
    draft.nodes.move(draft.nodes.size() - 1, 0);
    draft.nodes.insert(2, makeNode(text("Add"), text("sum"), {text("one"), text("two")}, {text("x")}));
    const Planned result = planned(*runtime, draft);
    QCOMPARE(result.plan.inside, (QSet<QString>{text("shifted"), text("gate"), text("gated")}));
    QVERIFY(result.plan.measured.contains(text("x")));
}

void TestOperatorPlan::operandsOfTwoValuesAreRounded()
{
    NEED_RUNTIME(runtime);
    GraphDraft draft = hardSwishModel();
    // The gate multiplies another value than the one it depends on.
    addConv(draft, "other", "data", "y", 3, 4);
    draft.nodes.move(draft.nodes.size() - 1, 0);
    NodeDraft& product = draft.nodes[4];
    QCOMPARE(product.opType, text("Mul"));
    product.inputs[0] = text("y");
    const Planned result = planned(*runtime, draft);
    QCOMPARE(result.plan.inside, (QSet<QString>{text("x"), text("shifted")}));
    QVERIFY(result.plan.measured.contains(text("gate")) && result.plan.measured.contains(text("y")));
}

void TestOperatorPlan::aValueThatOthersNeedIsRounded()
{
    NEED_RUNTIME(runtime);
    const Planned result = planned(*runtime, hardSwishModelReadAt("gate"));
    QVERIFY(!result.plan.inside.contains(text("gate")));
    QVERIFY(result.plan.measured.contains(text("gate")));
}

void TestOperatorPlan::channelsAreFollowed()
{
    NEED_RUNTIME(runtime);
    GraphDraft draft = emptyModel(Shape{1, 6, 4, 4}, 13);
    addIntegers(draft, text("sizes"), {2, 4});
    draft.nodes.append(makeNode(text("Split"), text("split"), {text("data"), text("sizes")}, {text("a"), text("b")},
                                {{text("axis"), qint64(1)}}));
    draft.nodes.append(
        makeNode(text("Concat"), text("join"), {text("b"), text("a")}, {text("out")}, {{text("axis"), qint64(-3)}}));
    const ValueShapes shapes = *measureShapes(*runtime, draft);
    const DraftIndex index(draft);
    const auto second = channelOrigins(draft.nodes[0], 1, index, shapes);
    QCOMPARE(second.size(), std::size_t(4));
    QCOMPARE(second.front().channel, qint64(2));
    const auto joined = channelOrigins(draft.nodes[1], 0, index, shapes);
    QCOMPARE(joined.size(), std::size_t(6));
    QCOMPARE(joined[3].input, qsizetype(0));
    QCOMPARE(joined[3].channel, qint64(3));
    QCOMPARE(joined[4].input, qsizetype(1));
    QCOMPARE(joined[4].channel, qint64(0));
    draft.nodes[1].setAttribute(text("axis"), qint64(2)); // along the rows: channels are mixed
    QVERIFY(channelOrigins(draft.nodes[1], 0, index, shapes).empty());
}

void TestOperatorPlan::shuffledChannelsAreFollowed()
{
    NEED_RUNTIME(runtime);
    GraphDraft draft = shuffleModel();
    draft.opsets = {{QString(), 13}};
    const ValueShapes shapes = *measureShapes(*runtime, draft);
    const auto shuffle = channelShuffleAt(draft, 3, DraftIndex(draft), shapes);
    QVERIFY(shuffle.has_value());
    QCOMPARE(shuffle->origins, (std::vector<qint64>{0, 4, 1, 5, 2, 6, 3, 7}));
    QVERIFY(!channelShuffleAt(draft, 5, DraftIndex(draft), shapes).has_value());
}

void TestOperatorPlan::scalesTravelThroughAShuffle()
{
    NEED_RUNTIME(runtime);
    const Planned result = planned(*runtime, shuffleModel());
    QCOMPARE(perChannelCandidates(result.draft, result.plan, result.shapes), (QStringList{text("l"), text("r")}));
    QuantizationPlan plan;
    plan.operators = result.plan;
    for (const char* name : {"l", "r", "joined"})
        plan.activations.insert(text(name), {1.0F, 1.0F});
    plan.channelScales.insert(text("l"), {0.1F, 0.2F, 0.3F, 0.4F});
    plan.channelScales.insert(text("r"), {0.5F, 0.6F, 0.7F, 0.8F});
    spreadChannelScales(result.draft, result.shapes, plan);
    QCOMPARE(plan.channelScales.value(text("shuffled")),
             (std::vector<float>{0.1F, 0.5F, 0.2F, 0.6F, 0.3F, 0.7F, 0.4F, 0.8F}));
    QCOMPARE(plan.activations.value(text("shuffled")).scale, 0.8F);
    QCOMPARE(plan.untold, (QSet<QString>{text("opened"), text("swapped")}));
}

void TestOperatorPlan::layersOfATableTellItsThreshold()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = hardSwishModel();
    const ToolConfig config = tinyConfig(March::BayesE, *draft.inputs[0].shape);
    const auto done = convertTiny(*runtime, draft, config);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    const auto data = CalibrationData::open(config);
    QVERIFY(data);
    const auto report = reportLayers(*runtime, done->optimized, done->calibration, done->quantized, config, *data);
    QVERIFY(report);
    const NodeDraft* conv = nullptr;
    for (const NodeDraft& node : done->optimized.nodes) {
        if (node.name == text("conv1"))
            conv = &node;
    }
    QVERIFY(conv != nullptr);
    // The last value in front of the table that was rounded.
    const float expected = done->calibration.plan.activations.value(conv->inputs.first()).threshold;
    QVERIFY(expected > 0.0F);
    int compared = 0;
    for (const LayerRow& row : report->layers) {
        if (!QStringList{text("add"), text("clip"), text("mul"), text("div")}.contains(row.name))
            continue;
        QVERIFY2(qFuzzyCompare(row.threshold, expected), qPrintable(row.name));
        ++compared;
    }
    QCOMPARE(compared, 4);
}

QTEST_APPLESS_MAIN(TestOperatorPlan)
#include "tst_operator_plan.moc"
