// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpedTensor.h"

#include <QCoreApplication>

#include <cstring>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DumpedTensor
{
    Q_DECLARE_TR_FUNCTIONS(DumpedTensor)
};

using Strides = std::vector<qint64>;

/// Row-major strides in bytes.
Strides denseStrides(const Shape& shape, qint64 elementBytes)
{
    Strides strides(static_cast<std::size_t>(shape.rank()));
    qint64 stride = elementBytes;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        strides[static_cast<std::size_t>(axis)] = stride;
        stride *= shape[axis];
    }
    return strides;
}

/// Whether every element of the shape lies inside `size` bytes at these strides, without overflow on nonsense.
bool fits(const Shape& shape, const Strides& strides, qint64 elementBytes, qint64 size)
{
    if (strides.size() != static_cast<std::size_t>(shape.rank()))
        return false;
    qint64 last = elementBytes;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const qint64 stride = strides[static_cast<std::size_t>(axis)];
        if (stride <= 0 || stride > size + elementBytes || shape[axis] > size + 1)
            return false;
        last += (shape[axis] - 1) * stride;
        if (last > size)
            return false;
    }
    return true;
}

/// Copies the elements at the given strides into dense order, one innermost row at a time.
QByteArray gathered(const QByteArray& bytes, const Shape& shape, const Strides& strides, qint64 elementBytes)
{
    QByteArray result(shape.elementCount() * elementBytes, Qt::Uninitialized);
    const int rank = shape.rank();
    std::vector<qint64> index(static_cast<std::size_t>(rank), 0);
    char* target = result.data();
    for (qint64 element = 0, count = shape.elementCount(); element < count; ++element) {
        qint64 offset = 0;
        for (std::size_t axis = 0; axis < index.size(); ++axis)
            offset += index[axis] * strides[axis];
        std::memcpy(target, bytes.constData() + offset, static_cast<std::size_t>(elementBytes));
        target += elementBytes;
        for (int axis = rank - 1; axis >= 0; --axis) {
            if (++index[static_cast<std::size_t>(axis)] < shape[axis])
                break;
            index[static_cast<std::size_t>(axis)] = 0;
        }
    }
    return result;
}

std::optional<Quantization> quantizationOf(const BoardTensorProperties& properties, DataType type, const Shape& shape)
{
    if (properties.scales.empty() || !isInteger(type))
        return {};
    Quantization quantization;
    quantization.scales = properties.scales;
    if (properties.zeroPoints.size() == properties.scales.size())
        quantization.zeroPoints = properties.zeroPoints;
    if (properties.scales.size() == 1)
        return quantization;
    const int axis = properties.quantizeAxis;
    if (axis < 0 || axis >= shape.rank() || shape[axis] != static_cast<qint64>(properties.scales.size()))
        return {}; // scales that fit no axis would dequantize to nonsense
    quantization.axis = axis;
    return quantization;
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

Result<Tensor> tensorFromDump(const QByteArray& bytes, DataType type, const BoardTensorProperties& properties)
{
    const Shape& valid = properties.validShape;
    const qint64 elementBytes = elementSize(type);
    const qint64 count = valid.elementCount();
    const qint64 wanted = bytesOfElements(type, count);
    if (elementBytes == 0 || wanted < 0) {
        return failure(ErrorKind::Unsupported,
                       DumpedTensor::tr("The type or shape of “%1” (%2, %3) is not supported.")
                           .arg(properties.name, dataTypeName(type), valid.toString()));
    }
    const Shape& aligned = properties.alignedShape;
    std::optional<QByteArray> dense;
    if (bytes.size() == wanted)
        dense = bytes;
    else if (wanted > bytes.size())
        dense = {}; // also where strides of nonsense would take the same bytes many times
    else if (fits(valid, properties.stride, elementBytes, bytes.size()))
        dense = gathered(bytes, valid, properties.stride, elementBytes);
    else if (aligned.elementCount() == bytes.size() / elementBytes && aligned.rank() == valid.rank()) {
        const Strides strides = denseStrides(aligned, elementBytes);
        if (fits(valid, strides, elementBytes, bytes.size()))
            dense = gathered(bytes, valid, strides, elementBytes);
    }
    if (!dense) {
        return failure(ErrorKind::Malformed,
                       DumpedTensor::tr("The dump of “%1” has %2 bytes where %3 were expected (%4 of %5); it was "
                                        "written only in part or belongs to another model.")
                           .arg(properties.name)
                           .arg(bytes.size())
                           .arg(wanted)
                           .arg(valid.toString(), dataTypeName(type)));
    }
    Tensor tensor(type, valid, *dense);
    tensor.setLayout(properties.layout);
    tensor.setQuantization(quantizationOf(properties, type, valid));
    return tensor;
}

} // namespace driftscope
