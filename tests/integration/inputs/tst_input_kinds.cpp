// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs that are not one NCHW picture of a fixed size: NHWC training, featuremaps, several inputs, dynamic shapes,
// batches.
#include "Workbench.h"
#include "core/base/Files.h"
#include "core/boardmodel/BoardModel.h"
#include "core/stages/StageInput.h"
#include "core/tensor/Picture.h"
#include "core/tensor/TensorOperations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestInputKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trainedAsNhwc_data();
    void trainedAsNhwc();
    void featuremap_data();
    void featuremap();
    void flatFeaturemap();
    void twoInputs_data();
    void twoInputs();
    void dynamicShape();
    void batch_data();
    void batch();
    void refused_data();
    void refused();
};

namespace {

constexpr qint64 height = 12;
constexpr qint64 width = 16;

void addRelu(GraphDraft& draft, const char* name, const char* input, const char* output)
{
    draft.nodes.append(
        makeNode(u"Relu"_s, QString::fromLatin1(name), {QString::fromLatin1(input)}, {QString::fromLatin1(output)}));
}

GraphDraft planarModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, height, width});
    addConv(draft, "conv1", "data", "conv1_out", 3, 8);
    addRelu(draft, "relu1", "conv1_out", "relu1_out");
    addConv(draft, "conv2", "relu1_out", "out", 8, 4);
    draft.outputs.first().shape = Shape{1, 4, height, width};
    return draft;
}

/// As converters from TensorFlow write it: NHWC outside, a Transpose on either side of NCHW operators.
GraphDraft interleavedModel()
{
    GraphDraft draft = planarModel();
    draft.inputs.first().shape = Shape{1, height, width, 3};
    draft.outputs.first().shape = Shape{1, height, width, 4};
    draft.nodes.first().inputs[0] = u"planar"_s;
    draft.nodes.last().outputs[0] = u"planar_out"_s;
    draft.nodes.prepend(
        makeNode(u"Transpose"_s, u"to_nchw"_s, {u"data"_s}, {u"planar"_s}, {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}}));
    draft.nodes.append(makeNode(u"Transpose"_s, u"to_nhwc"_s, {u"planar_out"_s}, {u"out"_s},
                                {{u"perm"_s, QList<qint64>{0, 2, 3, 1}}}));
    return draft;
}

/// A picture and a featuremap of 6 channels, each through a convolution, added.
GraphDraft twoInputModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, height, width});
    draft.inputs.append({u"features"_s, DataType::Float32, Shape{1, 6, height, width}});
    addConv(draft, "conv1", "data", "conv1_out", 3, 8);
    addRelu(draft, "relu1", "conv1_out", "relu1_out");
    addConv(draft, "conv2", "features", "conv2_out", 6, 8);
    draft.nodes.append(makeNode(u"Add"_s, u"add"_s, {u"relu1_out"_s, u"conv2_out"_s}, {u"sum"_s}));
    addConv(draft, "conv3", "sum", "out", 8, 4);
    draft.outputs.first().shape = Shape{1, 4, height, width};
    return draft;
}

Result<void> writePictures(const Workbench& bench, const QString& folder, TensorLayout layout)
{
    for (unsigned i = 0; i < 6; ++i) {
        const auto pixels = pictureAs(blockPicture(i + 1, height, width), InputType::Rgb, layout);
        if (!pixels)
            return forward(pixels);
        if (const auto written = bench.writeFile(folder + u"/%1.raw"_s.arg(i), pixels->bytes()); !written)
            return written;
    }
    return {};
}

Result<void> writeFeatures(const Workbench& bench, const QString& folder, const Shape& shape)
{
    for (unsigned i = 0; i < 6; ++i) {
        const QByteArray bytes = noise(shape, 200 + i).bytes();
        if (const auto written = bench.writeFile(folder + u"/%1.raw"_s.arg(i), bytes); !written)
            return written;
    }
    return {};
}

void useNormalization(Workbench& bench)
{
    bench.set("input_parameters.norm_type", u"data_mean_and_scale"_s);
    bench.set("input_parameters.mean_value", u"123.675 116.28 103.53"_s);
    bench.set("input_parameters.scale_value", u"0.01712475 0.017507 0.01742919"_s);
}

Result<std::vector<float>> stageOutput(const Workbench& bench, Stage stage, const Tensor& picture,
                                       const InputConfig& config)
{
    const auto session = bench.openStage(stage);
    if (!session)
        return forward(session);
    const ValueDraft& input = (*session)->inputs().first();
    const Shape shape = stage == Stage::Float ? Shape{1, -1, -1, -1} : input.shape.value_or(Shape{});
    const bool isOpen = !input.shape || !input.shape->isKnown();
    const auto tensor
        = pictureForStage(picture, stage, config, input.type, isOpen ? shape : input.shape.value_or(Shape{}));
    if (!tensor)
        return forward(tensor);
    return bench.runStage(stage, {{input.name, *tensor}});
}

QByteArray message(const std::vector<float>& a, const std::vector<float>& b)
{
    return "cosine " + QByteArray::number(cosineOf(a, b)) + ", relative error "
        + QByteArray::number(relativeError(a, b));
}

/// What the quantized model of that march takes: NHWC on X3.
Tensor quantizedFeatures(const Tensor& planar, const QString& march)
{
    return march == "bernoulli2"_L1 ? toLayout(planar, TensorLayout::NCHW, TensorLayout::NHWC) : planar;
}

} // namespace

void TestInputKinds::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestInputKinds::trainedAsNhwc_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("layout");
    for (const QString& march : {u"bernoulli2"_s, u"bayes-e"_s}) {
        for (const QString& runtime : {u"rgb"_s, u"bgr"_s, u"nv12"_s, u"yuv444"_s}) {
            QTest::newRow(qPrintable(march + u' ' + runtime)) << march << runtime << u"NHWC"_s;
            if (runtime != "nv12"_L1 && (march != "bernoulli2"_L1 || runtime != "yuv444"_L1))
                QTest::newRow(qPrintable(march + u' ' + runtime + u" NCHW"_s)) << march << runtime << u"NCHW"_s;
        }
    }
}

void TestInputKinds::trainedAsNhwc()
{
    QFETCH(QString, march);
    QFETCH(QString, runtime);
    QFETCH(QString, layout);
    Workbench bench;
    bench.set("model_parameters.march", march);
    bench.set("input_parameters.input_layout_train", u"NHWC"_s);
    bench.set("input_parameters.input_type_rt", runtime);
    bench.set("input_parameters.input_layout_rt", layout);
    useNormalization(bench);
    QVERIFY(bench.writeModel(interleavedModel()));
    QVERIFY(writePictures(bench, u"calibration"_s, TensorLayout::NHWC));
    const Workbench::Outcome outcome = bench.convert({u"--no-known-faults"_s});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(config, bench.config());
    const InputConfig& input = config.inputs.first();
    const Tensor picture = blockPicture(77, height, width);
    TRY_VALUE(exact, stageOutput(bench, Stage::Float, picture, input));
    const bool isYuv = runtime == "nv12"_L1 || runtime == "yuv444"_L1;
    for (const Stage stage : {Stage::OriginalFloat, Stage::OptimizedFloat}) {
        TRY_VALUE(output, stageOutput(bench, stage, picture, input));
        QVERIFY2(relativeError(exact, output) < (isYuv ? 0.03 : 1e-4), message(exact, output).constData());
    }
    TRY_VALUE(calibrated, stageOutput(bench, Stage::Calibrated, picture, input));
    QVERIFY2(cosineOf(exact, calibrated) > 0.99, message(exact, calibrated).constData());
    TRY_VALUE(quantized, stageOutput(bench, Stage::Quantized, picture, input));
    QVERIFY2(cosineOf(exact, quantized) > 0.99, message(exact, quantized).constData());
    TRY_VALUE(model, readBoardModel(bench.path(u"out/m.bin"_s)));
    TRY_VALUE(fed, pictureForBoard(picture, input, model.inputs.first().shape));
    TRY_VALUE(board, bench.runBoard({fed.bytes()}));
    QVERIFY2(cosineOf(quantized, board) > 0.9999, message(quantized, board).constData());
}

void TestInputKinds::featuremap_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("layout");
    for (const QString& march : {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s}) {
        for (const QString& layout : {u"NCHW"_s, u"NHWC"_s})
            QTest::newRow(qPrintable(march + u' ' + layout)) << march << layout;
    }
}

void TestInputKinds::featuremap()
{
    QFETCH(QString, march);
    QFETCH(QString, layout);
    Workbench bench;
    bench.set("model_parameters.march", march);
    bench.set("input_parameters.input_type_train", u"featuremap"_s);
    bench.set("input_parameters.input_type_rt", u"featuremap"_s);
    bench.set("input_parameters.input_layout_rt", layout);
    bench.set("calibration_parameters.cal_data_type", u"float32"_s);
    const Shape shape{1, 3, height, width};
    QVERIFY(bench.writeModel(planarModel()));
    QVERIFY(writeFeatures(bench, u"calibration"_s, shape));
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const Tensor features = noise(shape, 500);
    const QList<NamedTensor> inputs{{u"data"_s, features}};
    TRY_VALUE(exact, bench.runStage(Stage::Float, inputs));
    for (const Stage stage : {Stage::OriginalFloat, Stage::OptimizedFloat}) {
        TRY_VALUE(output, bench.runStage(stage, inputs));
        QVERIFY2(relativeError(exact, output) < 1e-5, message(exact, output).constData());
    }
    TRY_VALUE(quantized, bench.runStage(Stage::Quantized, {{u"data"_s, quantizedFeatures(features, march)}}));
    QVERIFY2(cosineOf(exact, quantized) > 0.99, message(exact, quantized).constData());
    TRY_VALUE(model, readBoardModel(bench.path(u"out/m.bin"_s)));
    QCOMPARE(model.inputs.first().type, DataType::Float32);
    const bool isNhwc = layout == "NHWC"_L1;
    const bool hasQuantize = std::ranges::any_of(model.graph.nodes, [](const NodeDraft& node) {
        return node.opType == "Quantize"_L1 && node.name == "data_data_HzCalibration_HzQuantize"_L1;
    });
    QVERIFY(hasQuantize);
    const Tensor fed = isNhwc ? toLayout(features, TensorLayout::NCHW, TensorLayout::NHWC) : features;
    QCOMPARE(model.inputs.first().shape, fed.shape());
    TRY_VALUE(board, bench.runBoard({fed.bytes()}));
    QVERIFY2(cosineOf(quantized, board) > 0.9999, message(quantized, board).constData());
}

void TestInputKinds::flatFeaturemap()
{
    Workbench bench;
    bench.set("input_parameters.input_type_train", u"featuremap"_s);
    bench.set("input_parameters.input_type_rt", u"featuremap"_s);
    bench.set("input_parameters.input_layout_rt", QString());
    bench.set("calibration_parameters.cal_data_type", u"float32"_s);
    GraphDraft draft = emptyModel(Shape{1, 24});
    draft.outputs.first().shape = Shape{1, 10};
    addConstant(draft, u"fc.w"_s, noise(Shape{10, 24}, 3));
    addConstant(draft, u"fc.b"_s, noise(Shape{10}, 4));
    draft.nodes.append(
        makeNode(u"Gemm"_s, u"fc"_s, {u"data"_s, u"fc.w"_s, u"fc.b"_s}, {u"out"_s}, {{u"transB"_s, qint64(1)}}));
    QVERIFY(bench.writeModel(draft));
    QVERIFY(writeFeatures(bench, u"calibration"_s, Shape{1, 24}));
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const Tensor features = noise(Shape{1, 24}, 500);
    TRY_VALUE(exact, bench.runStage(Stage::Float, {{u"data"_s, features}}));
    TRY_VALUE(quantized, bench.runStage(Stage::Quantized, {{u"data"_s, features}}));
    QVERIFY2(cosineOf(exact, quantized) > 0.99, message(exact, quantized).constData());
    TRY_VALUE(board, bench.runBoard({features.bytes()}));
    QVERIFY2(cosineOf(quantized, board) > 0.9999, message(quantized, board).constData());
}

void TestInputKinds::twoInputs_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("runtime");
    QTest::newRow("bernoulli2 rgb") << u"bernoulli2"_s << u"rgb"_s;
    QTest::newRow("bayes-e nv12") << u"bayes-e"_s << u"nv12"_s;
}

void TestInputKinds::twoInputs()
{
    QFETCH(QString, march);
    QFETCH(QString, runtime);
    Workbench bench;
    bench.set("model_parameters.march", march);
    // The lists are in the order of input_name, which need not be the model's.
    bench.set("input_parameters.input_name", u"features;data"_s);
    bench.set("input_parameters.input_type_train", u"featuremap;rgb"_s);
    bench.set("input_parameters.input_layout_train", u"NCHW;NCHW"_s);
    bench.set("input_parameters.input_type_rt", u"featuremap;"_s + runtime);
    bench.set("input_parameters.input_layout_rt", u"NCHW;NHWC"_s);
    bench.set("input_parameters.norm_type", u"no_preprocess;data_mean_and_scale"_s);
    bench.set("input_parameters.mean_value", u"None;123.675 116.28 103.53"_s);
    bench.set("input_parameters.scale_value", u"None;0.01712475 0.017507 0.01742919"_s);
    bench.set("calibration_parameters.cal_data_dir", u"./features;./pictures"_s);
    bench.set("calibration_parameters.cal_data_type", u"float32;uint8"_s);
    QVERIFY(bench.writeModel(twoInputModel()));
    QVERIFY(writePictures(bench, u"pictures"_s, TensorLayout::NCHW));
    QVERIFY(writeFeatures(bench, u"features"_s, Shape{1, 6, height, width}));
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(config, bench.config());
    const auto input = std::ranges::find(config.inputs, u"data"_s, &InputConfig::name);
    QVERIFY(input != config.inputs.end());
    const Tensor picture = blockPicture(77, height, width);
    const Tensor features = noise(Shape{1, 6, height, width}, 501);
    const auto outputOf = [&](Stage stage) -> Result<std::vector<float>> {
        const bool isInt8 = stage == Stage::Quantized;
        const auto pixels = pictureForStage(picture, stage, *input, isInt8 ? DataType::Int8 : DataType::Float32,
                                            isInt8 ? Shape{1, height, width, 3} : Shape{1, 3, height, width});
        if (!pixels)
            return forward(pixels);
        const Tensor fed = isInt8 ? quantizedFeatures(features, march) : features;
        return bench.runStage(stage, {{u"data"_s, *pixels}, {u"features"_s, fed}});
    };
    TRY_VALUE(exact, outputOf(Stage::Float));
    TRY_VALUE(original, outputOf(Stage::OriginalFloat));
    QVERIFY2(relativeError(exact, original) < 0.03, message(exact, original).constData());
    TRY_VALUE(quantized, outputOf(Stage::Quantized));
    QVERIFY2(cosineOf(exact, quantized) > 0.99, message(exact, quantized).constData());
    TRY_VALUE(model, readBoardModel(bench.path(u"out/m.bin"_s)));
    QCOMPARE(model.inputs.size(), 2);
    QList<QByteArray> files;
    for (const BoardTensorInfo& info : model.inputs) {
        if (info.name == "features"_L1) {
            files.append(features.bytes());
            continue;
        }
        TRY_VALUE(fed, pictureForBoard(picture, *input, info.shape));
        files.append(fed.bytes());
    }
    TRY_VALUE(board, bench.runBoard(files));
    QVERIFY2(cosineOf(quantized, board) > 0.9999, message(quantized, board).constData());
    TRY_VALUE(sidecar, readFile(bench.path(u"dumps/driftscope_dumps.json"_s)));
    QStringList dumped;
    for (const QJsonValue& entry : QJsonDocument::fromJson(sidecar).array()) {
        const QJsonObject object = entry.toObject();
        if (object[u"role"_s] == u"input"_s && QFile::exists(bench.path(u"dumps/"_s + object[u"file"_s].toString())))
            dumped.append(object[u"tensor"_s].toString());
    }
    dumped.sort();
    QCOMPARE(dumped, QStringList({u"data"_s, u"features"_s}));
}

void TestInputKinds::dynamicShape()
{
    Workbench bench;
    bench.set("input_parameters.input_shape", u"1x3x12x16"_s);
    useNormalization(bench);
    GraphDraft draft = planarModel();
    draft.inputs.first().shape = Shape{-1, 3, -1, -1};
    draft.outputs.first().shape = Shape{-1, 4, -1, -1};
    QVERIFY(bench.writeModel(draft));
    QVERIFY(writePictures(bench, u"calibration"_s, TensorLayout::NCHW));
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(config, bench.config());
    const InputConfig& input = config.inputs.first();
    const Tensor picture = blockPicture(77, height, width);
    TRY_VALUE(original, stageOutput(bench, Stage::OriginalFloat, picture, input));
    TRY_VALUE(session, bench.openStage(Stage::OriginalFloat));
    QCOMPARE(session->inputs().first().shape, std::optional(Shape{1, 3, height, width}));
    TRY_VALUE(exactInput, pictureForStage(picture, Stage::Float, input, DataType::Float32, Shape{1, 3, height, width}));
    TRY_VALUE(exact, bench.runStage(Stage::Float, {{u"data"_s, exactInput}}));
    QVERIFY2(relativeError(exact, original) < 1e-4, message(exact, original).constData());
    TRY_VALUE(quantized, stageOutput(bench, Stage::Quantized, picture, input));
    QVERIFY2(cosineOf(exact, quantized) > 0.99, message(exact, quantized).constData());
    TRY_VALUE(model, readBoardModel(bench.path(u"out/m.bin"_s)));
    QCOMPARE(model.inputs.first().shape, (Shape{1, height, width, 3}));
    QCOMPARE(model.outputs.first().shape, (Shape{1, 4, height, width}));
    TRY_VALUE(fed, pictureForBoard(picture, input, model.inputs.first().shape));
    TRY_VALUE(board, bench.runBoard({fed.bytes()}));
    QVERIFY2(cosineOf(quantized, board) > 0.9999, message(quantized, board).constData());
}

void TestInputKinds::batch_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<int>("frameBytes");
    QTest::newRow("rgb NHWC") << u"rgb"_s << u"NHWC"_s << QByteArray("valid shape: (3,12,16,3,)") << 12 * 16 * 3;
    QTest::newRow("rgb NCHW") << u"rgb"_s << u"NCHW"_s << QByteArray("valid shape: (3,3,12,16,)") << 12 * 16 * 3;
    QTest::newRow("nv12") << u"nv12"_s << u"NHWC"_s << QByteArray("valid shape: (3,3,12,16,)") << 12 * 16 * 3 / 2;
}

void TestInputKinds::batch()
{
    QFETCH(QString, runtime);
    QFETCH(QString, layout);
    QFETCH(QByteArray, shape);
    QFETCH(int, frameBytes);
    Workbench bench;
    bench.set("input_parameters.input_type_rt", runtime);
    bench.set("input_parameters.input_layout_rt", layout);
    bench.set("input_parameters.input_shape", u"1x3x12x16"_s);
    bench.set("input_parameters.input_batch", u"3"_s);
    useNormalization(bench);
    QVERIFY(bench.writeModel(planarModel()));
    QVERIFY(writePictures(bench, u"calibration"_s, TensorLayout::NCHW));
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    QVERIFY2(!outcome.output.contains("input_batch is not honoured"), outcome.output.constData());
    TRY_VALUE(session, bench.openStage(Stage::Quantized));
    const Shape quantizedShape = runtime == "nv12"_L1 ? Shape{1, height, width, 3} : Shape{1, 3, height, width};
    QCOMPARE(session->inputs().first().shape, std::optional(quantizedShape));
    TRY_VALUE(model, readBoardModel(bench.path(u"out/m.bin"_s)));
    QCOMPARE(model.metadata.value(u"INPUT_BATCH"_s), u"3"_s);
    QCOMPARE(model.outputs.first().shape, (Shape{3, 4, height, width}));
    const Workbench::Outcome info = bench.board(u"model_info"_s);
    QVERIFY2(info.output.contains(shape), info.output.constData());
    QVERIFY2(info.output.contains(QByteArray("aligned byte size: " + QByteArray::number(3 * frameBytes))),
             info.output.constData());
    TRY_VALUE(config, bench.config());
    const InputConfig& input = config.inputs.first();
    std::vector<float> expected;
    QByteArray frames;
    for (unsigned i = 0; i < 3; ++i) {
        const Tensor picture = blockPicture(60 + i, height, width);
        TRY_VALUE(output, stageOutput(bench, Stage::Quantized, picture, input));
        expected.insert(expected.end(), output.begin(), output.end());
        TRY_VALUE(fed, pictureForBoard(picture, input, Shape{1, height, width, 3}));
        QCOMPARE(fed.bytes().size(), frameBytes);
        frames += fed.bytes();
    }
    TRY_VALUE(board, bench.runBoard({frames}));
    QVERIFY2(relativeError(expected, board) < 0.01, message(expected, board).constData());
    QVERIFY(!bench.runBoard({frames.first(frameBytes)}));
}

void TestInputKinds::refused_data()
{
    QTest::addColumn<QList<QStringList>>("keys");
    QTest::addColumn<QByteArray>("message");
    using Keys = QList<QStringList>;
    QTest::newRow("three types for two inputs") << Keys{{u"input_type_rt"_s, u"rgb;featuremap;rgb"_s}}
                                                << QByteArray("input_type_rt has 3 values, the model has 2 inputs");
    QTest::newRow("one layout for two inputs") << Keys{{u"input_layout_train"_s, u"NCHW"_s}}
                                               << QByteArray("input_layout_train has 1 values, the model has 2 inputs");
    QTest::newRow("one name of two") << Keys{{u"input_name"_s, u"data"_s}}
                                     << QByteArray("input_name lists 1 inputs, the model has 2");
    QTest::newRow("wrong name") << Keys{{u"input_name"_s, u"data;feature"_s}}
                                << QByteArray("wrong input name: 'feature', available: ['data', 'features']");
    QTest::newRow("batch of two inputs on the X3")
        << Keys{{u"input_batch"_s, u"2"_s}} << QByteArray("input_batch 2 is only supported for models with one input");
    QTest::newRow("batch too large for the X3")
        << Keys{{u"input_batch"_s, u"129"_s}} << QByteArray("should be an integer in range [1, 128]");
    QTest::newRow("means of a featuremap")
        << Keys{{u"norm_type"_s, u"no_preprocess;data_mean"_s}, {u"mean_value"_s, u"None;1"_s}}
        << QByteArray("norm_type of featuremap input features must be no_preprocess");
    QTest::newRow("one folder for two inputs") << Keys{{u"cal_data_dir"_s, u"./pictures"_s}}
                                               << QByteArray("cal_data_dir has 1 values, the model has 2 inputs");
}

void TestInputKinds::refused()
{
    QFETCH(QList<QStringList>, keys);
    QFETCH(QByteArray, message);
    Workbench bench;
    bench.set("model_parameters.march", u"bernoulli2"_s);
    bench.set("input_parameters.input_type_train", u"rgb;featuremap"_s);
    bench.set("input_parameters.input_layout_train", u"NCHW;NCHW"_s);
    bench.set("input_parameters.input_type_rt", u"rgb;featuremap"_s);
    bench.set("input_parameters.input_layout_rt", u"NHWC;NCHW"_s);
    bench.set("input_parameters.norm_type", u"no_preprocess;no_preprocess"_s);
    bench.set("calibration_parameters.cal_data_dir", u"./pictures;./features"_s);
    bench.set("calibration_parameters.cal_data_type", u"uint8;float32"_s);
    QVERIFY(bench.writeModel(twoInputModel()));
    QVERIFY(writePictures(bench, u"pictures"_s, TensorLayout::NCHW));
    QVERIFY(writeFeatures(bench, u"features"_s, Shape{1, 6, height, width}));
    for (const QStringList& key : keys) {
        const bool isCalibration = key[0].startsWith("cal_"_L1);
        bench.set(QByteArray(isCalibration ? "calibration_parameters." : "input_parameters.").append(key[0].toUtf8()),
                  key[1]);
    }
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 1, outcome.output.constData());
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
}

QTEST_GUILESS_MAIN(TestInputKinds)
#include "tst_input_kinds.moc"
