// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuantizedTiny.h"
#include "core/graph/ScaleNotes.h"
#include "core/sandbox/quantize/ChannelScales.h"
#include "core/tensor/Metrics.h"

#include "core/sandbox/quantize/QuantizedStage.h"
#include "core/tensor/TensorOperations.h"

#include <QTest>

#include <algorithm>

using namespace driftscope;

Q_DECLARE_METATYPE(driftscope::March)

class TestQuantizedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysNearTheFloatModel_data();
    void staysNearTheFloatModel();
    void allScalesOfBernoulli2ArePowersOfTwo();
    void imageInputIsIntegerNhwc();
    void stageFileHasTheLayoutOfItsMarch_data();
    void stageFileHasTheLayoutOfItsMarch();
    void concatBringsInputsToOneScale();
    void channelScalesStayNearTheFloatModel();
    void capturedLayersHaveTheScalesOfTheirChannels_data();
    void capturedLayersHaveTheScalesOfTheirChannels();
    void zeroPointsGiveTheSameResults_data();
    void zeroPointsGiveTheSameResults();
    void activationsFuseIntoIntegers();
    void tablesTakeTheSumsOfAConv();
    void onlyTheHeadRunsOnTheCpu();
};

namespace {

/// Two branches of very different range joined by a Concat, one of which is used elsewhere too.
GraphDraft concatModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 8, 8});
    addConv(draft, "small", "data", "small_out", 3, 4);
    addConv(draft, "large", "small_out", "large_out", 4, 4);
    draft.nodes.append(makeNode(text("Concat"), text("join"), {text("small_out"), text("large_out")}, {text("joined")},
                                {{text("axis"), qint64(1)}}));
    draft.nodes.append(makeNode(text("MaxPool"), text("pool"), {text("joined")}, {text("pooled")},
                                {{text("kernel_shape"), QList<qint64>{2, 2}}, {text("strides"), QList<qint64>{2, 2}}}));
    addConv(draft, "last", "pooled", "out", 8, 4);
    return draft;
}

/// Conv - PRelu - depthwise Conv - PRelu - Conv with channels of very different range.
GraphDraft unevenModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 8, 8});
    addConv(draft, "conv1", "data", "conv1_out", 3, 6);
    std::vector<float> weights = draft.initializers.first().tensor.toFloats();
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] *= std::pow(0.4F, static_cast<float>(i / 27));
    draft.initializers.first().tensor = Tensor::fromValues<float>(Shape{6, 3, 3, 3}, weights);
    addConstant(draft, text("slope"), noise(Shape{6, 1, 1}, 77, 0.05F, 0.4F));
    draft.nodes.append(
        makeNode(text("PRelu"), text("prelu1"), {text("conv1_out"), text("slope")}, {text("prelu1_out")}));
    addConv(draft, "dw", "prelu1_out", "dw_out", 6, 6, 3, 6);
    draft.nodes.append(makeNode(text("PRelu"), text("prelu2"), {text("dw_out"), text("slope")}, {text("prelu2_out")}));
    addConv(draft, "conv2", "prelu2_out", "out", 6, 4, 1);
    return draft;
}

bool isPowerOfTwo(float value)
{
    int exponent = 0;
    return std::frexp(value, &exponent) == 0.5F;
}

} // namespace

void TestQuantizedModel::staysNearTheFloatModel_data()
{
    QTest::addColumn<March>("march");
    QTest::addColumn<int>("model");
    for (const March march : {March::Bernoulli2, March::Bayes, March::BayesE}) {
        QTest::addRow("residual on %s", qPrintable(marchName(march))) << march << 0;
        QTest::addRow("concat on %s", qPrintable(marchName(march))) << march << 1;
        QTest::addRow("prelu on %s", qPrintable(marchName(march))) << march << 2;
    }
}

void TestQuantizedModel::staysNearTheFloatModel()
{
    NEED_RUNTIME(runtime);
    QFETCH(March, march);
    QFETCH(int, model);
    const GraphDraft draft = model == 0 ? residualModel() : model == 1 ? concatModel() : unevenModel();
    const ToolConfig config = tinyConfig(march, *draft.inputs[0].shape);
    const auto done = convertTiny(*runtime, draft, config);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    const auto [exact, error1] = runModel(*runtime, done->optimized, done->sample);
    const auto [calibrated, error2] = runModel(*runtime, done->calibration.model, done->sample);
    const auto [integer, error3] = runModel(*runtime, done->quantized.draft, quantizedInputs(done->sample, config));
    QCOMPARE(error1 + error2 + error3, QString());
    QCOMPARE(integer.shape(), exact.shape());
    QVERIFY2(compareTensors(exact, integer).cosine > 0.99,
             qPrintable(QString::number(compareTensors(exact, integer).cosine)));
    // The calibrated model rounds where the integers do: apart from a step here and there they agree.
    QVERIFY2(compareTensors(calibrated, integer).cosine > 0.999,
             qPrintable(QString::number(compareTensors(calibrated, integer).cosine)));
}

void TestQuantizedModel::allScalesOfBernoulli2ArePowersOfTwo()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel();
    const auto done = convertTiny(*runtime, draft, tinyConfig(March::Bernoulli2, *draft.inputs[0].shape));
    QVERIFY(done);
    int scales = 0;
    for (const NamedTensor& constant : done->quantized.draft.initializers) {
        if (!constant.name.contains(text("scale")) || constant.tensor.dataType() != DataType::Float32)
            continue;
        ++scales;
        for (const float value : constant.tensor.toFloats())
            QVERIFY2(isPowerOfTwo(value), qPrintable(constant.name));
    }
    QVERIFY(scales > 5);
}

void TestQuantizedModel::imageInputIsIntegerNhwc()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel();
    const auto done = convertTiny(*runtime, draft, tinyConfig(March::BayesE, *draft.inputs[0].shape));
    QVERIFY(done);
    const ValueDraft& input = done->quantized.draft.inputs.first();
    QCOMPARE(input.type, DataType::Int8);
    QCOMPARE(*input.shape, (Shape{1, 8, 8, 3}));
    QCOMPARE(done->quantized.draft.nodes[0].name, text("HZ_PREPROCESS_FOR_data_NHWC2NCHW_LayoutConvert_Input0"));
    QCOMPARE(done->quantized.draft.nodes[1].name, text("HZ_PREPROCESS_FOR_data"));
    QCOMPARE(done->quantized.draft.nodes[1].opType, text("QLinearConv"));
}

void TestQuantizedModel::stageFileHasTheLayoutOfItsMarch_data()
{
    QTest::addColumn<int>("march");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char* name, March march, InputType type, const QString& shape) {
        QTest::newRow(name) << static_cast<int>(march) << static_cast<int>(type) << shape;
    };
    row("X3, rgb", March::Bernoulli2, InputType::Rgb, text("1x8x8x3"));
    row("J5, rgb", March::Bayes, InputType::Rgb, text("1x3x8x8"));
    row("X5, rgb", March::BayesE, InputType::Rgb, text("1x3x8x8"));
    row("X5, nv12", March::BayesE, InputType::Nv12, text("1x8x8x3"));
    row("X3, featuremap", March::Bernoulli2, InputType::Featuremap, text("1x8x8x3"));
    row("X5, featuremap", March::BayesE, InputType::Featuremap, text("1x3x8x8"));
}

/// The stage's file computes what the model inside computes, whichever way its input is turned.
void TestQuantizedModel::stageFileHasTheLayoutOfItsMarch()
{
    NEED_RUNTIME(runtime);
    QFETCH(int, march);
    QFETCH(int, type);
    const GraphDraft draft = residualModel();
    ToolConfig config = tinyConfig(static_cast<March>(march), *draft.inputs[0].shape);
    ToolInput& input = config.inputs.first();
    input.typeRt = static_cast<InputType>(type);
    if (input.typeRt == InputType::Nv12)
        input.source = text("pyramid");
    if (input.typeRt == InputType::Featuremap) {
        input.typeTrain = InputType::Featuremap;
        input.norm = NormType::NoPreprocess;
    }
    const auto done = convertTiny(*runtime, draft, config);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    const GraphDraft file = quantizedStage(done->quantized.draft, config);
    QTEST(file.inputs.first().shape->toString(), "shape");
    QCOMPARE(file.inputs.first().type, done->quantized.draft.inputs.first().type);
    Tensor fed = quantizedInputs(done->sample, config).first().tensor;
    const auto [inside, problem] = runModel(*runtime, done->quantized.draft, {{text("data"), fed}});
    QVERIFY2(!inside.isEmpty(), qPrintable(problem));
    const bool wasTurned = fed.shape() == Shape{1, 8, 8, 3};
    const bool isTurned = *file.inputs.first().shape == Shape{1, 8, 8, 3};
    if (wasTurned != isTurned)
        fed = isTurned ? toLayout(fed, TensorLayout::NCHW, TensorLayout::NHWC)
                       : toLayout(fed, TensorLayout::NHWC, TensorLayout::NCHW);
    const auto [outside, otherProblem] = runModel(*runtime, file, {{text("data"), fed}});
    QVERIFY2(otherProblem.isEmpty(), qPrintable(otherProblem));
    QCOMPARE(largestDifference(inside, outside), 0.0);
}

void TestQuantizedModel::concatBringsInputsToOneScale()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = concatModel();
    const auto done = convertTiny(*runtime, draft, tinyConfig(March::Bayes, *draft.inputs[0].shape));
    QVERIFY(done);
    const auto join = std::ranges::find(done->quantized.draft.nodes, text("join"), &NodeDraft::name);
    QVERIFY(join != done->quantized.draft.nodes.end());
    for (const QString& input : join->inputs)
        QCOMPARE(done->quantized.scales.value(input), done->quantized.scales.value(join->outputs.first()));
    QVERIFY(join->inputs.first().contains(text("_calibrated_Requantize_")));
    QCOMPARE(join->inputs.last(), text("large_out_quantized"));
}

void TestQuantizedModel::channelScalesStayNearTheFloatModel()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = unevenModel();
    for (const March march : {March::Bernoulli2, March::BayesE}) {
        double cosines[2] = {0.0, 0.0};
        for (const bool perChannel : {false, true}) {
            ToolConfig config = tinyConfig(march, *draft.inputs[0].shape);
            const auto plain = convertTiny(*runtime, draft, config);
            QVERIFY(plain);
            QuantizationPlan plan = plain->calibration.plan;
            QuantizedModel quantized = plain->quantized;
            if (perChannel) {
                const QStringList candidates = perChannelCandidates(plain->optimized, plan.operators, plain->shapes);
                QCOMPARE(candidates.size(), 3); // the preprocessing, two PRelus; the Convs are not rounded
                for (const QString& value : candidates) {
                    const float scale = plan.activations.value(value).scale;
                    std::vector<float> scales;
                    const qint64 channels = plain->shapes.shape(value)[1];
                    for (qint64 channel = 0; channel < channels; ++channel)
                        scales.push_back(scale * std::pow(0.5F, static_cast<float>(channel)));
                    plan.channelScales.insert(value,
                                              value.endsWith(text("1_out"))
                                                  ? scales
                                                  : std::vector<float>(static_cast<std::size_t>(channels), scale));
                }
                quantizeConstants(plain->optimized, {}, march == March::Bernoulli2, plan);
                quantized = quantizedModel(plain->optimized, plain->shapes, plan, config);
            }
            const auto [exact, error1] = runModel(*runtime, plain->optimized, plain->sample);
            const auto [integer, error2] = runModel(*runtime, quantized.draft, quantizedInputs(plain->sample, config));
            QCOMPARE(error1 + error2, QString());
            cosines[perChannel ? 1 : 0] = compareTensors(exact, integer).cosine;
        }
        QVERIFY2(cosines[1] > 0.99, qPrintable(QString::number(cosines[1])));
    }
}

void TestQuantizedModel::capturedLayersHaveTheScalesOfTheirChannels_data()
{
    QTest::addColumn<bool>("asymmetric");
    QTest::newRow("symmetric") << false;
    QTest::newRow("asymmetric") << true;
}

/// Every captured layer, as the reals it stands for, is near the float model's: a scale of channels that is not told
/// would make it seem wrong by orders of magnitude.
void TestQuantizedModel::capturedLayersHaveTheScalesOfTheirChannels()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = unevenModel();
    ToolConfig config = tinyConfig(March::BayesE, *draft.inputs[0].shape);
    config.calibration = CalibrationType::Max;
    config.perChannel = true;
    QFETCH(bool, asymmetric);
    if (asymmetric)
        config.optimizations = {text("asymmetric")};
    const auto data = CalibrationData::open(tinyConfig(March::BayesE, *draft.inputs[0].shape)); // noise
    QVERIFY(data);
    const auto plain = convertTiny(*runtime, draft, tinyConfig(March::BayesE, *draft.inputs[0].shape));
    QVERIFY(plain);
    ToolLog log([](const QByteArray&) {});
    Progress progress;
    const auto calibration = calibrate(*runtime, plain->optimized, plain->shapes, config, *data, log, progress);
    QVERIFY2(calibration, calibration ? "" : qPrintable(calibration.error().message));
    QVERIFY(!calibration->plan.channelScales.isEmpty());
    QuantizedModel quantized = quantizedModel(plain->optimized, plain->shapes, calibration->plan, config);
    quantized.draft.metadata.append({QString(scaleNotesKey), scaleNotesText(quantized.scales)});
    const auto captured
        = captureModel(*runtime, quantized.draft, quantizedInputs(plain->sample, config), {}, {}, progress);
    QVERIFY2(captured, captured ? "" : qPrintable(captured.error().message));
    int compared = 0;
    for (const char* value : {"conv1_out", "prelu1_out", "dw_out", "prelu2_out"}) {
        const QString name = quantized.integerName.value(text(value), text(value));
        const auto found = std::ranges::find(captured->tensors, name, &CapturedTensor::name);
        QVERIFY2(found != captured->tensors.end(), value);
        GraphDraft part = plain->optimized;
        part.outputs = {{text(value), DataType::Float32, std::nullopt}};
        const auto [exact, error] = runModel(*runtime, part, plain->sample);
        QCOMPARE(error, QString());
        const double cosine = compareTensors(exact, found->tensor).cosine;
        QVERIFY2(cosine > 0.99, qPrintable(text(value) + QString::number(cosine)));
        ++compared;
    }
    QCOMPARE(compared, 4);
}

void TestQuantizedModel::zeroPointsGiveTheSameResults_data()
{
    QTest::addColumn<March>("march");
    QTest::addColumn<int>("model");
    QTest::addColumn<bool>("perChannel");
    for (const March march : {March::Bernoulli2, March::BayesE}) {
        for (int model = 0; model < 3; ++model) {
            for (const bool perChannel : {false, true})
                QTest::addRow("%s %d %d", qPrintable(marchName(march)), model, perChannel)
                    << march << model << perChannel;
        }
    }
}

/// With zero points the integer model is as near to the float one as without or nearer, and says what the calibrated
/// one says.
void TestQuantizedModel::zeroPointsGiveTheSameResults()
{
    NEED_RUNTIME(runtime);
    QFETCH(March, march);
    QFETCH(int, model);
    QFETCH(bool, perChannel);
    const GraphDraft draft = model == 0 ? residualModel() : model == 1 ? concatModel() : unevenModel();
    ToolConfig config = tinyConfig(march, *draft.inputs[0].shape);
    const auto data = CalibrationData::open(config);
    QVERIFY(data);
    const auto plain = convertTiny(*runtime, draft, config);
    QVERIFY(plain);
    config.calibration = CalibrationType::Max;
    config.perChannel = perChannel;
    config.optimizations = {text("asymmetric")};
    ToolLog log([](const QByteArray&) {});
    Progress progress;
    const auto calibration = calibrate(*runtime, plain->optimized, plain->shapes, config, *data, log, progress);
    QVERIFY2(calibration, calibration ? "" : qPrintable(calibration.error().message));
    const auto isMoved = [](const ActivationScale& scale) { return scale.zeroPoint != 0; };
    // With a scale for each channel, values on either side of zero stay as they are: a Concat's, a PRelu's.
    QCOMPARE(std::ranges::any_of(calibration->plan.activations, isMoved), model == 0 || !perChannel);
    for (const ValueDraft& output : plain->optimized.outputs)
        QCOMPARE(calibration->plan.activations.value(output.name).zeroPoint, qint8(0));
    const QuantizedModel quantized = quantizedModel(plain->optimized, plain->shapes, calibration->plan, config);
    const auto [exact, error1] = runModel(*runtime, plain->optimized, plain->sample);
    const auto [calibrated, error2] = runModel(*runtime, calibration->model, plain->sample);
    const auto [integer, error3] = runModel(*runtime, quantized.draft, quantizedInputs(plain->sample, config));
    QCOMPARE(error1 + error2 + error3, QString());
    const double toExact = compareTensors(exact, integer).cosine;
    QVERIFY2(toExact > 0.99, qPrintable(QString::number(toExact)));
    const double toCalibrated = compareTensors(calibrated, integer).cosine;
    QVERIFY2(toCalibrated > 0.999, qPrintable(QString::number(toCalibrated)));
}

void TestQuantizedModel::activationsFuseIntoIntegers()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel();
    const auto done = convertTiny(*runtime, draft, tinyConfig(March::Bernoulli2, *draft.inputs[0].shape));
    QVERIFY(done);
    const auto relu6 = std::ranges::find(done->quantized.draft.nodes, text("relu6"), &NodeDraft::name);
    QVERIFY(relu6 != done->quantized.draft.nodes.end());
    QCOMPARE(relu6->opType, text("Clip"));
    QCOMPARE(relu6->inputs.first(), text("dw_out_quantized"));
    const Tensor* high = done->quantized.draft.initializer(relu6->inputs[2]);
    QVERIFY(high != nullptr);
    const float scale = done->quantized.scales.value(relu6->outputs.first()).scales.front();
    QCOMPARE(static_cast<float>(high->toIntegers().front()), std::min(std::nearbyint(6.0F / scale), 127.0F));
}

/// Between the Convs and their PRelus nothing is rounded; what goes in and out is, and so are the weights.
void TestQuantizedModel::tablesTakeTheSumsOfAConv()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = unevenModel();
    const auto done = convertTiny(*runtime, draft, tinyConfig(March::BayesE, *draft.inputs[0].shape));
    QVERIFY(done);
    const DraftIndex index(done->quantized.draft);
    for (const char* name : {"conv1", "dw"}) {
        const auto conv = std::ranges::find(done->quantized.draft.nodes, text(name), &NodeDraft::name);
        QVERIFY(conv != done->quantized.draft.nodes.end());
        QCOMPARE(conv->opType, text("ConvInteger"));
        QStringList behind;
        QString value = conv->outputs.first();
        for (int i = 0; i < 4; ++i) {
            const qsizetype user = index.soleConsumer(value);
            QVERIFY(user >= 0);
            QVERIFY(done->quantized.bpuNodes.contains(done->quantized.draft.nodes[user].name));
            behind.append(done->quantized.draft.nodes[user].opType);
            value = done->quantized.draft.nodes[user].outputs.first();
        }
        QCOMPARE(behind, (QStringList{text("Add"), text("DequantizeLinear"), text("PRelu"), text("QuantizeLinear")}));
    }
}

void TestQuantizedModel::onlyTheHeadRunsOnTheCpu()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel();
    const auto done = convertTiny(*runtime, draft, tinyConfig(March::Bernoulli2, *draft.inputs[0].shape));
    QVERIFY(done);
    QStringList cpu;
    for (const NodeDraft& node : done->quantized.draft.nodes) {
        if (!done->quantized.bpuNodes.contains(node.name))
            cpu.append(node.opType);
    }
    QCOMPARE(cpu, (QStringList{text("DequantizeLinear"), text("Reshape")}));
}

QTEST_GUILESS_MAIN(TestQuantizedModel)
#include "tst_quantized_model.moc"
