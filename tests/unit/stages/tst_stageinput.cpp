// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageInput.h"
#include "core/tensor/TensorOperations.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_StageInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutOfShape();
    void formats();
    void featuremapsHaveTheLayoutThatTheirShapeShows();
    void floatGetsTheTrainingsArithmetic();
    void normTypeDecidesWhatApplies();
    void stagesGetPixelsMinus128();
    void quantizedGetsIntegersInItsShape();
    void bgrSwapsChannels();
    void nv12HasChromaOfHalfResolution();
    void boardGetsBytesInItsLayout();
    void batchRepeats();
    void picturesAreResized();
    void refuses();
};

namespace {

/// Red counts columns, green rows, blue is 200.
Tensor picture(int height, int width)
{
    std::vector<quint8> values;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            values.push_back(static_cast<quint8>(x));
            values.push_back(static_cast<quint8>(10 * y));
            values.push_back(200);
        }
    }
    return Tensor::fromValues<quint8>(Shape{height, width, 3}, values);
}

InputConfig rgbConfig()
{
    InputConfig config;
    config.name = u"image"_s;
    config.typeTrain = InputType::Rgb;
    config.typeRt = InputType::Rgb;
    config.layoutTrain = TensorLayout::NCHW;
    config.layoutRt = TensorLayout::NHWC;
    config.norm = NormType::DataMeanAndScale;
    config.mean = {1, 2, 3};
    config.scale = {0.5};
    return config;
}

const Shape planar{1, 3, 2, 4};
const Shape interleaved{1, 2, 4, 3};

} // namespace

void tst_StageInput::layoutOfShape()
{
    QCOMPARE(driftscope::layoutOfShape(planar, 3, TensorLayout::NHWC), TensorLayout::NCHW);
    QCOMPARE(driftscope::layoutOfShape(interleaved, 3, TensorLayout::NCHW), TensorLayout::NHWC);
    QCOMPARE(driftscope::layoutOfShape(Shape{1, 3, 3, 3}, 3, TensorLayout::NHWC), TensorLayout::NHWC);
    QCOMPARE(driftscope::layoutOfShape(Shape{1, 64, 8, 8}, 0, TensorLayout::NCHW), TensorLayout::NCHW);
    QCOMPARE(driftscope::layoutOfShape(Shape{1, 64}, 3, TensorLayout::NCHW), TensorLayout::Unknown);
}

void tst_StageInput::formats()
{
    InputConfig config = rgbConfig();
    config.typeRt = InputType::Nv12;
    const auto format
        = [&](Stage stage, const Shape& shape) { return stageInputFormat(stage, config, DataType::Float32, shape); };
    QCOMPARE(format(Stage::Float, planar).colour, InputType::Rgb);
    QCOMPARE(format(Stage::Float, planar).range, u"normalized"_s);
    QCOMPARE(format(Stage::Float, planar).layout, TensorLayout::NCHW);
    QCOMPARE(format(Stage::Calibrated, planar).colour, InputType::Yuv444);
    QCOMPARE(format(Stage::Calibrated, planar).range, u"-128…127"_s);
    QCOMPARE(format(Stage::Quantized, interleaved).layout, TensorLayout::NHWC);
    QCOMPARE(format(Stage::Board, planar).colour, InputType::Nv12);
    QCOMPARE(format(Stage::Board, planar).range, u"0…255"_s);
    config.norm = NormType::NoPreprocess;
    QCOMPARE(format(Stage::Float, planar).range, u"0…255"_s);
    config.typeTrain = config.typeRt = InputType::Featuremap;
    QCOMPARE(format(Stage::Quantized, planar).range, u"as trained"_s);
}

void tst_StageInput::featuremapsHaveTheLayoutThatTheirShapeShows()
{
    InputConfig config;
    config.typeTrain = config.typeRt = InputType::Featuremap;
    config.layoutTrain = TensorLayout::NCHW;
    const auto layoutAt = [&](Stage stage, const Shape& shape) {
        return stageInputFormat(stage, config, DataType::Float32, shape).layout;
    };
    QCOMPARE(layoutAt(Stage::Calibrated, Shape{1, 8, 4, 6}), TensorLayout::NCHW);
    QCOMPARE(layoutAt(Stage::Quantized, Shape{1, 8, 4, 6}), TensorLayout::Unknown);
    QCOMPARE(layoutAt(Stage::Quantized, Shape{1, 8}), TensorLayout::Unknown);
    config.shape = Shape{1, 8, 4, 6};
    QCOMPARE(layoutAt(Stage::Quantized, Shape{1, 8, 4, 6}), TensorLayout::NCHW);
    QCOMPARE(layoutAt(Stage::Quantized, Shape{1, 4, 6, 8}), TensorLayout::NHWC);
}

void tst_StageInput::floatGetsTheTrainingsArithmetic()
{
    const auto tensor = pictureForStage(picture(2, 4), Stage::Float, rgbConfig(), DataType::Float32, planar);
    QVERIFY(tensor.has_value());
    QCOMPARE(tensor->shape(), planar);
    QCOMPARE(tensor->layout(), TensorLayout::NCHW);
    const std::span<const float> values = tensor->values<float>();
    QCOMPARE(values[0], -0.5F); // red 0
    QCOMPARE(values[3], 1.0F); // red 3
    QCOMPARE(values[8 + 4], 4.0F); // green of the second row, 10
    QCOMPARE(values[16], 98.5F); // blue
}

void tst_StageInput::normTypeDecidesWhatApplies()
{
    InputConfig config = rgbConfig();
    const auto first = [&](NormType norm) {
        config.norm = norm;
        return pictureForStage(picture(2, 4), Stage::Float, config, DataType::Float32, planar)->values<float>()[16];
    };
    QCOMPARE(first(NormType::NoPreprocess), 200.0F);
    QCOMPARE(first(NormType::DataMean), 197.0F);
    QCOMPARE(first(NormType::DataScale), 100.0F);
}

void tst_StageInput::stagesGetPixelsMinus128()
{
    for (const Stage stage : {Stage::OriginalFloat, Stage::OptimizedFloat, Stage::Calibrated}) {
        const auto tensor = pictureForStage(picture(2, 4), stage, rgbConfig(), DataType::Float32, planar);
        QVERIFY(tensor.has_value());
        QCOMPARE(tensor->values<float>()[3], -125.0F);
        QCOMPARE(tensor->values<float>()[16], 72.0F);
    }
}

void tst_StageInput::quantizedGetsIntegersInItsShape()
{
    const auto tensor = pictureForStage(picture(2, 4), Stage::Quantized, rgbConfig(), DataType::Int8, interleaved);
    QVERIFY(tensor.has_value());
    QCOMPARE(tensor->dataType(), DataType::Int8);
    QCOMPARE(tensor->shape(), interleaved);
    QCOMPARE(static_cast<int>(tensor->values<qint8>()[0]), -128);
    QCOMPARE(static_cast<int>(tensor->values<qint8>()[2]), 72);
}

void tst_StageInput::bgrSwapsChannels()
{
    InputConfig config = rgbConfig();
    config.typeRt = InputType::Bgr;
    const auto tensor = pictureForStage(picture(2, 4), Stage::Quantized, config, DataType::Int8, interleaved);
    QCOMPARE(static_cast<int>(tensor->values<qint8>()[0]), 72);
    QCOMPARE(static_cast<int>(tensor->values<qint8>()[2]), -128);
}

void tst_StageInput::nv12HasChromaOfHalfResolution()
{
    InputConfig config = rgbConfig();
    config.typeRt = InputType::Nv12;
    const auto tensor = pictureForStage(picture(2, 4), Stage::Quantized, config, DataType::Int8, interleaved);
    QVERIFY(tensor.has_value());
    const std::span<const qint8> values = tensor->values<qint8>();
    for (const std::size_t channel : {std::size_t{1}, std::size_t{2}}) {
        // Four pixels share their chroma.
        QCOMPARE(values[channel], values[3 + channel]);
        QCOMPARE(values[channel], values[12 + channel]);
        QCOMPARE(values[6 + channel], values[21 + channel]);
    }
    // Luma of (0, 0, 200) is 22.8, of (0, 10, 200) 28.67.
    QCOMPARE(static_cast<int>(values[0]), 23 - 128);
    QCOMPARE(static_cast<int>(values[12]), 29 - 128);
    const auto board = pictureForBoard(picture(2, 4), config, planar);
    QVERIFY(board.has_value());
    QCOMPARE(board->bytes().size(), qsizetype{12});
    QCOMPARE(board->values<quint8>()[0], quint8{23});
}

void tst_StageInput::boardGetsBytesInItsLayout()
{
    InputConfig config = rgbConfig();
    const auto asConfigured = pictureForBoard(picture(2, 4), config, interleaved);
    QVERIFY(asConfigured.has_value());
    QCOMPARE(asConfigured->dataType(), DataType::UInt8);
    QCOMPARE(asConfigured->shape(), interleaved);
    QCOMPARE(asConfigured->values<quint8>()[2], quint8{200});
    const auto planes = pictureForBoard(picture(2, 4), config, interleaved, TensorLayout::NCHW);
    QCOMPARE(planes->shape(), planar);
    QCOMPARE(planes->values<quint8>()[3], quint8{3});
    config.layoutRt = TensorLayout::NCHW;
    QCOMPARE(pictureForBoard(picture(2, 4), config, planar)->shape(), planar);
    QCOMPARE(pictureForStage(picture(2, 4), Stage::Board, config, DataType::Int8, planar)->shape(), planar);
}

void tst_StageInput::batchRepeats()
{
    const Shape two{2, 3, 2, 4};
    const auto tensor = pictureForStage(picture(2, 4), Stage::Float, rgbConfig(), DataType::Float32, two);
    QVERIFY(tensor.has_value());
    QCOMPARE(tensor->shape(), two);
    QCOMPARE(tensor->values<float>()[24 + 3], tensor->values<float>()[3]);
}

void tst_StageInput::picturesAreResized()
{
    const auto tensor = pictureForStage(picture(20, 30), Stage::Float, rgbConfig(), DataType::Float32, planar);
    QVERIFY(tensor.has_value());
    QCOMPARE(tensor->shape(), planar);
    // Unknown sizes take the picture's.
    const auto dynamic
        = pictureForStage(picture(20, 30), Stage::Float, rgbConfig(), DataType::Float32, Shape{-1, 3, -1, -1});
    QVERIFY(dynamic.has_value());
    QCOMPARE(dynamic->shape(), (Shape{1, 3, 20, 30}));
}

void tst_StageInput::refuses()
{
    InputConfig config = rgbConfig();
    const auto kind = [&](Stage stage, DataType type, const Shape& shape) {
        const auto tensor = pictureForStage(picture(2, 4), stage, config, type, shape);
        return tensor ? ErrorKind::Internal : tensor.error().kind;
    };
    QCOMPARE(kind(Stage::Float, DataType::Float32, Shape{1, 128}), ErrorKind::InvalidArgument);
    QCOMPARE(kind(Stage::Float, DataType::Float32, Shape{1, 64, 2, 4}), ErrorKind::InvalidArgument);
    QCOMPARE(kind(Stage::Float, DataType::Int64, planar), ErrorKind::Unsupported);
    QCOMPARE(kind(Stage::Quantized, DataType::Int64, interleaved), ErrorKind::Unsupported);
    config.typeTrain = InputType::Featuremap;
    QCOMPARE(kind(Stage::Float, DataType::Float32, planar), ErrorKind::InvalidArgument);
    config.typeTrain = InputType::Unknown;
    QCOMPARE(kind(Stage::Float, DataType::Float32, planar), ErrorKind::InvalidArgument);
}

QTEST_GUILESS_MAIN(tst_StageInput)
#include "tst_stageinput.moc"
