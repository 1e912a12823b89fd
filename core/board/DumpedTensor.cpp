// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpedTensor.h"

#include "core/board/StridedBytes.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DumpedTensor
{
    Q_DECLARE_TR_FUNCTIONS(DumpedTensor)
};

std::optional<Quantization> quantizationOf(const DumpDeclaration& declaration)
{
    const Shape& shape = declaration.shape;
    if (declaration.scales.empty() || !isInteger(declaration.type))
        return {};
    Quantization quantization;
    quantization.scales = declaration.scales;
    if (declaration.zeroPoints.size() == declaration.scales.size())
        quantization.zeroPoints = declaration.zeroPoints;
    if (declaration.scales.size() == 1)
        return quantization;
    const int axis = declaration.axis;
    if (axis < 0 || axis >= shape.rank() || shape[axis] != static_cast<qint64>(declaration.scales.size()))
        return {}; // scales that fit no axis would dequantize to nonsense
    quantization.axis = axis;
    return quantization;
}

tl::unexpected<Error> wrongSize(const DumpDeclaration& declaration, qint64 size)
{
    const qint64 dense = denseBytes(declaration);
    const qint64 padded = paddedBytes(declaration);
    const QString wanted = dense == padded
        ? QString::number(dense)
        : DumpedTensor::tr("%1 (%2 with padding)", "a number of bytes").arg(dense).arg(padded);
    return failure(ErrorKind::Malformed,
                   DumpedTensor::tr("The dump of “%1” has %2 bytes where %3 were expected (%4 of %5); it was "
                                    "written only in part or belongs to another model.")
                       .arg(declaration.name)
                       .arg(size)
                       .arg(wanted, declaration.shape.toString(), dataTypeName(declaration.type)));
}

/// Sizes of a picture in either layout.
struct PictureSize
{
    qint64 height = 0;
    qint64 width = 0;
    qint64 rowBytes = 0; ///< with padding
};

std::optional<PictureSize> pictureSize(const DumpDeclaration& declaration)
{
    const Shape& shape = declaration.shape;
    if (shape.rank() != 4 || shape[0] != 1)
        return {};
    const int first = declaration.layout == TensorLayout::NHWC ? 1 : 2;
    PictureSize size{shape[first], shape[first + 1], shape[first + 1]};
    if (declaration.aligned.rank() == 4)
        size.rowBytes = std::max(size.width, declaration.aligned[first + 1]);
    if (size.height <= 0 || size.width <= 0 || size.height % 2 != 0 || size.width % 2 != 0)
        return {};
    return size;
}

/// Rows of a plane without their padding; all of them when there is none. Empty when they are not there.
QByteArray plane(const QByteArray& bytes, qint64 rows, qint64 width, qint64 rowBytes)
{
    if (bytes.size() == rows * width)
        return bytes;
    if (rowBytes > bytes.size() || bytes.size() < (rows - 1) * rowBytes + width)
        return {};
    QByteArray result;
    result.reserve(rows * width);
    for (qint64 row = 0; row < rows; ++row)
        result += bytes.mid(row * rowBytes, width);
    return result;
}

Result<Tensor> nv12Picture(const QByteArray& bytes, const DumpDeclaration& declaration)
{
    const auto size = pictureSize(declaration);
    if (!size) {
        return failure(ErrorKind::Unsupported,
                       DumpedTensor::tr("The shape %1 of “%2” is none of an NV12 picture; it takes 1x3xHxW or 1xHxWx3 "
                                        "with an even height and width.")
                           .arg(declaration.shape.toString(), declaration.name));
    }
    const QByteArray dense = plane(bytes, size->height * 3 / 2, size->width, size->rowBytes);
    if (dense.isEmpty())
        return wrongSize(declaration, bytes.size());
    Tensor tensor = yuv444FromNv12(dense, size->height, size->width);
    tensor.setLayout(TensorLayout::NHWC);
    return tensor;
}

} // namespace

DataType dataTypeOfBoard(const QString& tensorType)
{
    // hbDNNDataType of the board runtime's published interface.
    static const QHash<QString, DataType> types{
        {u"S8"_s, DataType::Int8},   {u"U8"_s, DataType::UInt8},   {u"F16"_s, DataType::Float16},
        {u"S16"_s, DataType::Int16}, {u"U16"_s, DataType::UInt16}, {u"F32"_s, DataType::Float32},
        {u"S32"_s, DataType::Int32}, {u"U32"_s, DataType::UInt32}, {u"F64"_s, DataType::Float64},
        {u"S64"_s, DataType::Int64}, {u"U64"_s, DataType::UInt64},
    };
    if (tensorType.startsWith(u"HB_DNN_IMG_TYPE_"))
        return DataType::UInt8;
    return types.value(tensorType.section(u'_', -1), DataType::Undefined);
}

qint64 framesIn(qint64 bytes, const DumpDeclaration& declaration)
{
    const qint64 available = bytes - declaration.offset;
    for (const qint64 frame : {paddedBytes(declaration), denseBytes(declaration)}) {
        if (frame > 0 && available >= frame && available % frame == 0)
            return available / frame;
    }
    return 0;
}

Result<Tensor> tensorFromDump(const QByteArray& bytes, const DumpDeclaration& declaration, qint64 frame)
{
    const qint64 wanted = denseBytes(declaration);
    const qint64 elementBytes = elementSize(declaration.type);
    if (elementBytes == 0 || wanted < 0) {
        return failure(ErrorKind::Unsupported,
                       DumpedTensor::tr("The type or shape of “%1” (%2, %3) is not supported.")
                           .arg(declaration.name, dataTypeName(declaration.type), declaration.shape.toString()));
    }
    QByteArray data = bytes.mid(std::min<qint64>(declaration.offset, bytes.size()));
    if (const qint64 frames = framesIn(bytes.size(), declaration); frames > 1 && frame < frames) {
        const qint64 size = data.size() / frames;
        data = data.mid(frame * size, size);
    }
    if (declaration.isNv12)
        return nv12Picture(data, declaration);
    std::optional<QByteArray> dense;
    const std::vector<qint64> strides = stridesOf(declaration);
    if (data.size() == wanted)
        dense = data;
    else if (data.size() > wanted && stridesFit(declaration.shape, strides, elementBytes, data.size())
             && data.size() <= std::max(wanted, paddedBytes(declaration)))
        dense = gathered(data, declaration.shape, strides, elementBytes);
    if (!dense)
        return wrongSize(declaration, data.size());
    Tensor tensor(declaration.type, declaration.shape, *dense);
    tensor.setLayout(declaration.layout);
    tensor.setQuantization(quantizationOf(declaration));
    return tensor;
}

Result<Tensor> tensorFromDump(const QByteArray& bytes, DataType type, const BoardTensorProperties& properties)
{
    DumpDeclaration declaration = declarationOf(properties);
    declaration.type = type;
    return tensorFromDump(bytes, declaration);
}

Result<Tensor> tensorFromPlanes(const QByteArray& luma, const QByteArray& chroma, const DumpDeclaration& declaration)
{
    const auto size = pictureSize(declaration);
    if (!size)
        return nv12Picture({}, declaration);
    const QByteArray y = plane(luma, size->height, size->width, size->rowBytes);
    const QByteArray uv = plane(chroma, size->height / 2, size->width, size->rowBytes);
    if (y.isEmpty() || uv.isEmpty())
        return wrongSize(declaration, luma.size() + chroma.size());
    Tensor tensor = yuv444FromNv12(y + uv, size->height, size->width);
    tensor.setLayout(TensorLayout::NHWC);
    return tensor;
}

} // namespace driftscope
