// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageInput.h"

#include "core/tensor/Picture.h"
#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct StageInputTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::StageInput)
};

bool isBefore(Stage stage, Stage other)
{
    return static_cast<int>(stage) < static_cast<int>(other);
}

InputType colourAt(Stage stage, const InputConfig& config)
{
    if (stage == Stage::Float)
        return config.typeTrain;
    return stage != Stage::Board && config.typeRt == InputType::Nv12 ? InputType::Yuv444 : config.typeRt;
}

TensorLayout usualLayout(Stage stage, const InputConfig& config)
{
    if (isBefore(stage, Stage::Quantized))
        return config.layoutTrain;
    if (stage == Stage::Board && config.layoutRt != TensorLayout::Unknown)
        return config.layoutRt;
    return TensorLayout::NHWC;
}

/// Of a featuremap, whose channels no type tells: as the config's shape shows it. On some marches the quantized model
/// takes it turned.
TensorLayout featuremapLayout(Stage stage, const InputConfig& config, const Shape& shape)
{
    if (shape.rank() != 4)
        return TensorLayout::Unknown;
    if (stage != Stage::Quantized)
        return usualLayout(stage, config);
    if (!config.shape || config.shape->rank() != 4 || config.layoutTrain == TensorLayout::Unknown)
        return TensorLayout::Unknown;
    if (*config.shape == shape)
        return config.layoutTrain;
    return config.layoutTrain == TensorLayout::NCHW ? TensorLayout::NHWC : TensorLayout::NCHW;
}

QString rangeAt(Stage stage, const InputConfig& config)
{
    const InputType colour = colourAt(stage, config);
    if (!isImageType(colour))
        return u"as trained"_s;
    if (stage == Stage::Board)
        return u"0…255"_s;
    if (stage != Stage::Float)
        return u"-128…127"_s;
    return config.norm == NormType::NoPreprocess ? u"0…255"_s : u"normalized"_s;
}

double channelValue(const std::vector<double>& values, std::size_t channel, double fallback)
{
    if (values.empty())
        return fallback;
    return values[std::min(channel, values.size() - 1)];
}

/// (pixel - mean) * scale with the parts that norm_type names.
Tensor normalized(const Tensor& pixels, const InputConfig& config, TensorLayout layout)
{
    const bool hasMean = config.norm == NormType::DataMean || config.norm == NormType::DataMeanAndScale;
    const bool hasScale = config.norm == NormType::DataScale || config.norm == NormType::DataMeanAndScale;
    const Shape& shape = pixels.shape();
    const bool isPlanar = layout == TensorLayout::NCHW;
    const auto channels = static_cast<std::size_t>(shape[isPlanar ? 1 : 3]);
    const auto area = isPlanar ? static_cast<std::size_t>(shape[2] * shape[3]) : std::size_t{1};
    std::vector<float> values = pixels.toFloats();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t channel = i / area % channels;
        const double mean = hasMean ? channelValue(config.mean, channel, 0) : 0;
        const double scale = hasScale ? channelValue(config.scale, channel, 1) : 1;
        values[i] = static_cast<float>((static_cast<double>(values[i]) - mean) * scale);
    }
    return Tensor::fromValues<float>(shape, values);
}

/// The int8 (or float) code of the run-time pixel: pixel - 128.
Result<Tensor> centred(const Tensor& pixels, DataType type)
{
    std::vector<float> values = pixels.toFloats();
    if (type == DataType::Int8) {
        std::vector<qint8> codes(values.size());
        std::ranges::transform(values, codes.begin(), [](float value) { return static_cast<qint8>(value - 128.0F); });
        return Tensor::fromValues<qint8>(pixels.shape(), codes);
    }
    if (type == DataType::Float32 || type == DataType::Undefined) {
        for (float& value : values)
            value -= 128.0F;
        return Tensor::fromValues<float>(pixels.shape(), values);
    }
    if (type == DataType::UInt8)
        return pixels;
    return failure(ErrorKind::Unsupported,
                   StageInputTexts::tr("A picture cannot be fed to an input of type %1; give a .npy or raw file.")
                       .arg(dataTypeName(type)));
}

struct PictureSize
{
    qint64 height = 0;
    qint64 width = 0;
};

/// Unknown sizes take the picture's own.
Result<PictureSize> sizeFor(const Tensor& picture, const Shape& shape, TensorLayout layout)
{
    if (picture.shape().rank() != 3)
        return failure(
            ErrorKind::InvalidArgument,
            StageInputTexts::tr("A picture must have the shape HxWx3, not %1.").arg(picture.shape().toString()));
    if (shape.rank() != 4)
        return failure(ErrorKind::InvalidArgument,
                       StageInputTexts::tr("A picture needs an input with four axes; this one has the shape %1.")
                           .arg(shape.toString()));
    const int rowAxis = layout == TensorLayout::NCHW ? 2 : 1;
    const auto sizeOr
        = [&](int axis, int ofPicture) { return shape[axis] > 0 ? shape[axis] : picture.shape()[ofPicture]; };
    return PictureSize{sizeOr(rowAxis, 0), sizeOr(rowAxis + 1, 1)};
}

Tensor repeated(const Tensor& tensor, qint64 batch)
{
    if (batch <= 1)
        return tensor;
    std::vector<qint64> sizes = tensor.shape().sizes();
    sizes.front() = batch;
    return {tensor.dataType(), Shape(sizes), tensor.bytes().repeated(batch)};
}

Result<Tensor> checked(Tensor tensor, const Shape& shape, TensorLayout layout)
{
    for (int axis = 1; axis < shape.rank() && axis < tensor.shape().rank(); ++axis) {
        if (shape[axis] >= 0 && shape[axis] != tensor.shape()[axis])
            return failure(ErrorKind::InvalidArgument,
                           StageInputTexts::tr("The input has the shape %1, but the picture becomes %2; check the type "
                                               "and the layout of the input in the config.")
                               .arg(shape.toString(), tensor.shape().toString()));
    }
    tensor.setLayout(layout);
    return repeated(tensor, shape.rank() > 0 ? shape[0] : 1);
}

} // namespace

TensorLayout layoutOfShape(const Shape& shape, int channels, TensorLayout fallback)
{
    if (shape.rank() != 4 || channels <= 0)
        return shape.rank() == 4 ? fallback : TensorLayout::Unknown;
    const bool isPlanar = shape[1] == channels;
    const bool isInterleaved = shape[3] == channels;
    if (isPlanar == isInterleaved)
        return fallback;
    return isPlanar ? TensorLayout::NCHW : TensorLayout::NHWC;
}

StageInputFormat stageInputFormat(Stage stage, const InputConfig& config, DataType type, const Shape& shape)
{
    StageInputFormat format;
    format.type = type;
    format.shape = shape;
    format.colour = colourAt(stage, config);
    format.layout = format.colour == InputType::Featuremap
        ? featuremapLayout(stage, config, shape)
        : layoutOfShape(shape, channelCount(format.colour), usualLayout(stage, config));
    format.range = rangeAt(stage, config);
    return format;
}

Result<Tensor> pictureForStage(const Tensor& picture, Stage stage, const InputConfig& config, DataType type,
                               const Shape& shape)
{
    if (stage == Stage::Board)
        return pictureForBoard(picture, config, shape);
    const StageInputFormat format = stageInputFormat(stage, config, type, shape);
    if (format.colour == InputType::Unknown)
        return failure(ErrorKind::InvalidArgument,
                       StageInputTexts::tr("The config does not say what kind of picture the input '%1' takes; set "
                                           "input_type_train and input_type_rt.")
                           .arg(config.name));
    // Graphs without a config for the layout: pictures of most training programs are NCHW.
    const TensorLayout layout = format.layout == TensorLayout::Unknown ? TensorLayout::NCHW : format.layout;
    const auto size = sizeFor(picture, shape, layout);
    if (!size)
        return forward(size);
    const Tensor resized = resizedPicture(picture, size->height, size->width);
    const bool throughNv12 = stage != Stage::Float && config.typeRt == InputType::Nv12;
    auto pixels = pictureAs(resized, throughNv12 ? InputType::Nv12 : format.colour, layout, config.videoRange);
    if (!pixels)
        return pixels;
    if (throughNv12)
        pixels = toLayout(yuv444FromNv12(pixels->bytes(), size->height, size->width), TensorLayout::NHWC, layout);
    if (stage != Stage::Float)
        pixels = centred(*pixels, type);
    else if (type == DataType::Float32 || type == DataType::Undefined)
        pixels = normalized(*pixels, config, layout);
    else if (type != DataType::UInt8)
        return failure(ErrorKind::Unsupported,
                       StageInputTexts::tr("A picture cannot be fed to an input of type %1; give a .npy or raw file.")
                           .arg(dataTypeName(type)));
    return pixels ? checked(*pixels, shape, layout) : pixels;
}

Result<Tensor> pictureForBoard(const Tensor& picture, const InputConfig& config, const Shape& boardShape,
                               TensorLayout layout)
{
    if (config.typeRt == InputType::Unknown)
        return failure(
            ErrorKind::InvalidArgument,
            StageInputTexts::tr("The config does not say what the board program feeds to the input '%1'; set "
                                "input_type_rt.")
                .arg(config.name));
    const TensorLayout configured = config.layoutRt == TensorLayout::Unknown ? TensorLayout::NHWC : config.layoutRt;
    const TensorLayout declared = layoutOfShape(boardShape, channelCount(config.typeRt), configured);
    const TensorLayout fed = layout == TensorLayout::Unknown ? configured : layout;
    const auto size = sizeFor(picture, boardShape, declared);
    if (!size)
        return forward(size);
    const Tensor resized = resizedPicture(picture, size->height, size->width);
    auto pixels = pictureAs(resized, config.typeRt, fed, config.videoRange);
    if (!pixels)
        return pixels;
    pixels->setLayout(config.typeRt == InputType::Nv12 ? TensorLayout::Unknown : fed);
    return repeated(*pixels, boardShape[0]);
}

} // namespace driftscope
