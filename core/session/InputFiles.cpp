// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/InputFiles.h"

#include "core/base/Files.h"
#include "core/stages/StageInput.h"
#include "core/stages/foresight/Forecast.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Picture.h"
#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct InputFiles
{
    Q_DECLARE_TR_FUNCTIONS(InputFiles)
};

Shape knownShape(const Value& input)
{
    std::vector<qint64> sizes = input.shape ? input.shape->sizes() : std::vector<qint64>{};
    for (qint64& size : sizes)
        size = size < 0 ? 1 : size;
    return Shape(std::move(sizes));
}

/// The other order of axes of four that makes `to` of `from`; Unknown where there is none or the two are the same.
TensorLayout orderThatMakes(const Shape& from, const Shape& to)
{
    if (from.rank() != 4 || from == to)
        return TensorLayout::Unknown;
    if (turnedShape(from, TensorLayout::NCHW, TensorLayout::NHWC) == to)
        return TensorLayout::NHWC;
    return turnedShape(from, TensorLayout::NHWC, TensorLayout::NCHW) == to ? TensorLayout::NCHW : TensorLayout::Unknown;
}

/// Values of a featuremap are kept in the layout of training; on X3 the quantized model takes the other one.
Tensor inOrderOf(const Shape& shape, const Tensor& tensor)
{
    const TensorLayout order = orderThatMakes(tensor.shape(), shape);
    if (order == TensorLayout::Unknown)
        return {tensor.dataType(), shape, tensor.bytes()};
    return toLayout(tensor, order == TensorLayout::NHWC ? TensorLayout::NCHW : TensorLayout::NHWC, order);
}

Result<Tensor> rawTensor(const QString& file, DataType type, const Shape& shape, const QString& inputName)
{
    auto bytes = readFile(file);
    if (!bytes)
        return forward(bytes);
    const qint64 expected = shape.elementCount() * elementSize(type);
    if (bytes->size() != expected) {
        return failure(
            ErrorKind::InvalidArgument,
            InputFiles::tr("“%1” has %2 bytes, but the input “%3” (%4, %5) takes %6; give a picture, an .npy or a "
                           "raw file of that size.")
                .arg(file)
                .arg(bytes->size())
                .arg(inputName, dataTypeName(type), shape.toString())
                .arg(expected));
    }
    return Tensor(type, shape, std::move(*bytes));
}

Result<Tensor> npyTensor(const QString& file, DataType type, const Shape& shape, const QString& inputName)
{
    auto tensor = readNpy(file);
    if (!tensor)
        return forward(tensor);
    if (tensor->elementCount() != shape.elementCount() || tensor->dataType() != type) {
        return failure(ErrorKind::InvalidArgument,
                       InputFiles::tr("“%1” holds a tensor of %2 (%3), but the input “%4” takes %5 (%6).")
                           .arg(file, tensor->shape().toString(), dataTypeName(tensor->dataType()), inputName,
                                shape.toString(), dataTypeName(type)));
    }
    return isFloatingPoint(type) ? inOrderOf(shape, *tensor) : Tensor(type, shape, tensor->bytes());
}

} // namespace

Result<Tensor> stageInputFromFile(const QString& file, const LoadedStage& stage, const InputConfig& config,
                                  const Value& input)
{
    const Shape shape = knownShape(input);
    if (file.endsWith(u".npy"_s))
        return npyTensor(file, input.type, shape, input.name);
    if (!isPictureFile(file)) {
        // A raw file says no shape: it is taken for that of the config, which is the float model's.
        const bool isTurned = config.typeRt == InputType::Featuremap && stage.stage == Stage::Quantized && config.shape
            && orderThatMakes(*config.shape, shape) != TensorLayout::Unknown;
        auto tensor = rawTensor(file, input.type, isTurned ? *config.shape : shape, input.name);
        return tensor && isTurned ? Result<Tensor>(inOrderOf(shape, *tensor)) : tensor;
    }
    auto picture = readPicture(file);
    if (!picture)
        return forward(picture);
    return pictureForStage(*picture, stage.stage, config, input.type, shape);
}

Result<Tensor> boardInputFromFile(const QString& file, const BoardTensorInfo& input, const InputConfig& config,
                                  TensorLayout feedLayout)
{
    const bool isPixels = isImageType(input.inputType);
    const bool isNv12 = input.inputType == InputType::Nv12;
    const DataType type = isPixels ? DataType::UInt8 : DataType::Float32;
    const qint64 elements = isNv12 ? input.shape.elementCount() / 2 : input.shape.elementCount();
    const Shape shape = isNv12 ? Shape{elements} : input.shape;
    if (file.endsWith(u".npy"_s))
        return npyTensor(file, type, shape, input.name);
    if (!isPictureFile(file))
        return rawTensor(file, type, shape, input.name);
    auto picture = readPicture(file);
    if (!picture)
        return forward(picture);
    InputConfig asBuilt = config;
    if (asBuilt.typeRt == InputType::Unknown)
        asBuilt.typeRt = input.inputType;
    if (asBuilt.layoutRt == TensorLayout::Unknown)
        asBuilt.layoutRt = input.layout;
    return pictureForBoard(*picture, asBuilt, input.shape, feedLayout);
}

InputConfig inputConfigFor(const ConversionConfig& config, const QString& name, qsizetype position)
{
    for (const InputConfig& input : config.inputs) {
        if (input.name == name)
            return input;
    }
    return position < config.inputs.size() ? config.inputs[position] : InputConfig{};
}

ConversionConfig configFromMetadata(const BoardModel& board)
{
    ConversionConfig config;
    config.march = marchFromName(board.metadata.march());
    const QStringList typesRt = board.metadata.perInput(u"INPUT_TYPE_RT"_s);
    const QStringList typesTrain = board.metadata.perInput(u"INPUT_TYPE_TRAIN"_s);
    const QStringList layoutsRt = board.metadata.perInput(u"INPUT_LAYOUT_RT"_s);
    const QStringList layoutsTrain = board.metadata.perInput(u"INPUT_LAYOUT_TRAIN"_s);
    for (qsizetype i = 0; i < board.inputs.size(); ++i) {
        InputConfig input;
        input.name = board.inputs[i].name;
        input.typeRt = inputTypeFromName(typesRt.value(i)).value_or(board.inputs[i].inputType);
        input.typeTrain = inputTypeFromName(typesTrain.value(i)).value_or(input.typeRt);
        input.layoutRt = layoutFromName(layoutsRt.value(i)).value_or(TensorLayout::Unknown);
        input.layoutTrain = layoutFromName(layoutsTrain.value(i)).value_or(TensorLayout::NCHW);
        config.inputs.append(input);
    }
    return config;
}

} // namespace driftscope
