// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardInput.h"

#include "core/base/Files.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Picture.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

TensorLayout layoutOf(const BoardTensorInfo& info, const Shape& shape)
{
    const int channels = channelCount(info.inputType);
    const bool first = shape[1] == channels;
    const bool last = shape[3] == channels;
    if (first == last)
        return !first ? TensorLayout::Unknown : (info.layout == TensorLayout::NCHW ? info.layout : TensorLayout::NHWC);
    return first ? TensorLayout::NCHW : TensorLayout::NHWC;
}

/// Pixels 0..255 as the board's int8.
QByteArray lowered(QByteArray pixels)
{
    for (char& pixel : pixels)
        pixel = static_cast<char>(static_cast<unsigned char>(pixel) ^ 0x80U);
    return pixels;
}

/// Y plane and interleaved UV plane to interleaved YUV, each chroma value repeated for its four pixels.
QByteArray pixelsFromPlanes(const QByteArray& planes, qint64 height, qint64 width)
{
    QByteArray result(height * width * 3, Qt::Uninitialized);
    const char* luma = planes.constData();
    const char* chroma = luma + height * width;
    char* out = result.data();
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x) {
            const char* pair = chroma + y / 2 * width + x / 2 * 2;
            *out++ = luma[y * width + x];
            *out++ = pair[0];
            *out++ = pair[1];
        }
    }
    return result;
}

Result<QByteArray> pixelsFromNumbers(const BoardInputSpec& spec, const std::vector<float>& numbers, const QString& path)
{
    QByteArray pixels;
    for (const float number : numbers) {
        if (!(number >= 0.0F && number <= 255.0F)) {
            return failure(ErrorKind::InvalidArgument,
                           ExecutionText::tr("“%1” holds %2, but input “%3” takes pixels from 0 to 255.")
                               .arg(path, QString::number(static_cast<double>(number)), spec.name));
        }
        pixels.append(static_cast<char>(static_cast<unsigned char>(std::lround(number))));
    }
    return pixels;
}

Result<QByteArray> bytesFromNumbers(const BoardInputSpec& spec, const Tensor& tensor, const QString& path)
{
    const bool isFloatInput = spec.elementType == DataType::Float32;
    const qint64 expected = isFloatInput ? spec.shape.elementCount() : spec.byteSize();
    if (tensor.elementCount() != expected) {
        return failure(ErrorKind::InvalidArgument,
                       ExecutionText::tr("“%1” holds %2 numbers, but input “%3” takes %4.")
                           .arg(path)
                           .arg(tensor.elementCount())
                           .arg(spec.name)
                           .arg(expected));
    }
    if (isFloatInput) {
        const std::vector<float> values = tensor.toFloats();
        return QByteArray(reinterpret_cast<const char*>(values.data()), tensor.elementCount() * qint64(sizeof(float)));
    }
    if (tensor.dataType() == DataType::UInt8 || !spec.isPicture())
        return tensor.bytes();
    // int8 is what the quantized ONNX takes: pixels minus 128.
    if (tensor.dataType() == DataType::Int8)
        return lowered(tensor.bytes());
    return pixelsFromNumbers(spec, tensor.toFloats(), path);
}

Result<Tensor> readNumbers(const QString& path)
{
    const Result<QByteArray> content = readFile(path);
    if (!content)
        return forward(content);
    static const QRegularExpression separator(u"[\\s,;]+"_s);
    std::vector<float> values;
    for (const QString& word : QString::fromUtf8(*content).split(separator, Qt::SkipEmptyParts)) {
        bool ok = false;
        values.push_back(word.toFloat(&ok));
        if (!ok)
            return failure(ErrorKind::Malformed, ExecutionText::tr("“%1” is not a number in “%2”.").arg(word, path));
    }
    return Tensor::fromValues<float>(Shape{static_cast<qint64>(values.size())}, values);
}

Result<QByteArray> bytesFromPicture(const BoardInputSpec& spec, const QString& path)
{
    if (!spec.isPicture()) {
        return failure(
            ErrorKind::InvalidArgument,
            ExecutionText::tr("Input “%1” takes a featuremap of float32, so the picture “%2” cannot be fed; give a "
                              "raw file of %3 bytes, an .npy or a .txt.")
                .arg(spec.name, path)
                .arg(spec.byteSize()));
    }
    const Result<Tensor> picture = readPicture(path);
    if (!picture)
        return forward(picture);
    const Result<Tensor> converted
        = pictureAs(resizedPicture(*picture, spec.height, spec.width), spec.type, spec.layout, spec.videoRange);
    if (!converted)
        return forward(converted);
    return converted->bytes().repeated(spec.shape[0]);
}

Result<QByteArray> boardBytes(const BoardInputSpec& spec, const QString& path)
{
    const bool isNpy = path.endsWith(".npy"_L1, Qt::CaseInsensitive);
    if (isNpy || path.endsWith(".txt"_L1, Qt::CaseInsensitive)) {
        const Result<Tensor> tensor = isNpy ? readNpy(path) : readNumbers(path);
        if (!tensor)
            return forward(tensor);
        return bytesFromNumbers(spec, *tensor, path);
    }
    // A raw file may begin like anything, so the name decides for .bin.
    if (!path.endsWith(".bin"_L1, Qt::CaseInsensitive) && isPictureFile(path))
        return bytesFromPicture(spec, path);
    return readFile(path);
}

} // namespace

qint64 BoardInputSpec::byteSize() const
{
    if (type == InputType::Nv12)
        return shape[0] * (height * width + (height + 1) / 2 * width);
    return shape.elementCount() * elementSize(elementType);
}

Result<QList<BoardInputSpec>> boardInputSpecs(const BoardModel& model)
{
    QList<BoardInputSpec> specs;
    const QStringList ranges = model.metadata.perInput(u"INPUT_SPACE_AND_RANGE"_s);
    for (qsizetype i = 0; i < model.inputs.size(); ++i) {
        const BoardTensorInfo& info = model.inputs[i];
        BoardInputSpec spec;
        spec.name = info.name;
        spec.type = info.inputType;
        spec.elementType = info.type;
        spec.shape = info.shape;
        spec.videoRange = ranges.value(i) == "bt601_video"_L1;
        const bool fits = info.shape.isKnown() && (!spec.isPicture() || info.shape.rank() == 4);
        if (fits && spec.isPicture()) {
            spec.layout = layoutOf(info, info.shape);
            const bool nchw = spec.layout == TensorLayout::NCHW;
            spec.height = info.shape[nchw ? 2 : 1];
            spec.width = info.shape[nchw ? 3 : 2];
        }
        if (!fits || (spec.isPicture() && spec.layout == TensorLayout::Unknown) || elementSize(spec.elementType) == 0) {
            return failure(ErrorKind::Malformed,
                           ExecutionText::tr("Input “%1” of type %2 has a shape that does not fit it: %3.")
                               .arg(info.name, inputTypeName(info.inputType), info.shape.toString()));
        }
        specs.append(spec);
    }
    return specs;
}

Result<Tensor> boardTensor(const BoardInputSpec& spec, const QByteArray& bytes)
{
    if (bytes.size() != spec.byteSize()) {
        return failure(ErrorKind::InvalidArgument,
                       ExecutionText::tr("Input “%1” takes %2 bytes, %3 were given.")
                           .arg(spec.name)
                           .arg(spec.byteSize())
                           .arg(bytes.size()));
    }
    if (!spec.isPicture())
        return Tensor::fromBytes(spec.elementType, spec.shape, bytes);
    Tensor tensor;
    if (spec.type == InputType::Nv12) {
        const Shape nhwc{spec.shape[0], spec.height, spec.width, 3};
        if (spec.layout != TensorLayout::NHWC) {
            return failure(ErrorKind::Unsupported,
                           ExecutionText::tr("Input “%1” takes nv12, which the sandbox board only hands on as NHWC.")
                               .arg(spec.name));
        }
        const qint64 frameBytes = bytes.size() / std::max<qint64>(spec.shape[0], 1);
        QByteArray pixels;
        for (qint64 i = 0; i < spec.shape[0]; ++i)
            pixels += pixelsFromPlanes(bytes.mid(i * frameBytes, frameBytes), spec.height, spec.width);
        tensor = Tensor(DataType::Int8, nhwc, lowered(pixels));
    } else {
        tensor = Tensor(DataType::Int8, spec.shape, lowered(bytes));
    }
    tensor.setLayout(spec.layout);
    return tensor;
}

Result<Tensor> readBoardInput(const BoardInputSpec& spec, const QString& path)
{
    const Result<QByteArray> bytes = boardBytes(spec, path);
    if (!bytes)
        return forward(bytes);
    if (bytes->size() != spec.byteSize()) {
        return failure(
            ErrorKind::InvalidArgument,
            ExecutionText::tr("“%1” holds %2 bytes, but input “%3” takes exactly %4 (%5, %6); a PNG or JPEG would "
                              "be converted.")
                .arg(path)
                .arg(bytes->size())
                .arg(spec.name)
                .arg(spec.byteSize())
                .arg(inputTypeName(spec.type), spec.shape.toString()));
    }
    return boardTensor(spec, *bytes);
}

} // namespace driftscope
