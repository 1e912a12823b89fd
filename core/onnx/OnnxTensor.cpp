// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTensor.h"

#include "core/onnx/ExternalData.h"

#include <QCoreApplication>
#include <QtEndian>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OnnxTensor
{
    Q_DECLARE_TR_FUNCTIONS(OnnxTensor)
};

// Numbers above 16 are younger than the installed header; they are those of onnx.proto.
constexpr std::array<std::pair<qint32, DataType>, 22> types{{
    {1, DataType::Float32}, {2, DataType::UInt8},      {3, DataType::Int8},        {4, DataType::UInt16},
    {5, DataType::Int16},   {6, DataType::Int32},      {7, DataType::Int64},       {8, DataType::String},
    {9, DataType::Bool},    {10, DataType::Float16},   {11, DataType::Float64},    {12, DataType::UInt32},
    {13, DataType::UInt64}, {14, DataType::Complex64}, {15, DataType::Complex128}, {16, DataType::BFloat16},
    {17, DataType::Float8}, {18, DataType::Float8},    {19, DataType::Float8},     {20, DataType::Float8},
    {21, DataType::UInt4},  {22, DataType::Int4},
}};

/// Tensors with more elements than this are never what a shape is computed from.
constexpr qint64 smallTensor = 1024;

template <typename Stored, typename Field> QByteArray narrowed(const Field& field)
{
    QByteArray bytes(static_cast<qsizetype>(field.size()) * static_cast<qsizetype>(sizeof(Stored)), Qt::Uninitialized);
    char* to = bytes.data();
    for (const auto value : field) {
        const auto stored = static_cast<Stored>(value);
        std::memcpy(to, &stored, sizeof(Stored));
        to += sizeof(Stored);
    }
    return bytes;
}

QByteArray packedStrings(const onnx::TensorProto& proto)
{
    QByteArray bytes;
    for (const std::string& text : proto.string_data()) {
        std::array<char, 4> length{};
        qToLittleEndian(static_cast<quint32>(text.size()), length.data());
        bytes.append(length.data(), length.size()).append(text.data(), static_cast<qsizetype>(text.size()));
    }
    return bytes;
}

void unpackStrings(onnx::TensorProto& proto, const QByteArray& bytes)
{
    for (qsizetype at = 0; at + 4 <= bytes.size();) {
        const auto length = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData() + at));
        const QByteArray text = bytes.mid(at + 4, length);
        proto.add_string_data(text.constData(), static_cast<std::size_t>(text.size()));
        at += 4 + length;
    }
}

/// The elements from the field that ONNX keeps them in when they are not raw.
QByteArray typedBytes(const onnx::TensorProto& proto, DataType type)
{
    switch (type) {
    case DataType::Float32:
    case DataType::Complex64:
        return narrowed<float>(proto.float_data());
    case DataType::Float64:
    case DataType::Complex128:
        return narrowed<double>(proto.double_data());
    case DataType::Int64:
        return narrowed<qint64>(proto.int64_data());
    case DataType::UInt64:
        return narrowed<quint64>(proto.uint64_data());
    case DataType::UInt32:
        return narrowed<quint32>(proto.uint64_data());
    case DataType::Int32:
        return narrowed<qint32>(proto.int32_data());
    case DataType::Int16:
    case DataType::UInt16:
    case DataType::Float16:
    case DataType::BFloat16:
        return narrowed<quint16>(proto.int32_data());
    case DataType::Int8:
    case DataType::UInt8:
    case DataType::Bool:
    case DataType::Float8:
    case DataType::Int4:
    case DataType::UInt4:
        return narrowed<quint8>(proto.int32_data());
    case DataType::String:
        return packedStrings(proto);
    case DataType::Undefined:
        break;
    }
    return {};
}

/// Bytes that a tensor of this type and size must have, -1 where the type does not say.
qint64 expectedBytes(DataType type, qint64 count)
{
    if (type == DataType::Int4 || type == DataType::UInt4)
        return count / 2 + count % 2;
    const qint64 size = elementSize(type);
    return size == 0 ? -1 : count * size;
}

Result<QByteArray> bytesOf(const onnx::TensorProto& proto, DataType type, qint64 expected, const OnnxSource& source)
{
    if (proto.data_location() == onnx::TensorProto_DataLocation_EXTERNAL)
        return readExternalData(proto, source, expected);
    if (proto.has_raw_data() && type != DataType::String) {
        return QByteArray(proto.raw_data().data(), static_cast<qsizetype>(proto.raw_data().size()));
    }
    return typedBytes(proto, type);
}

} // namespace

qint32 onnxTypeOf(DataType type)
{
    for (const auto& [number, value] : types) {
        if (value == type)
            return number;
    }
    return 0;
}

DataType typeFromOnnx(qint32 number)
{
    return number >= 1 && number <= static_cast<qint32>(types.size())
        ? types.at(static_cast<std::size_t>(number - 1)).second
        : DataType::Undefined;
}

Result<Tensor> tensorFromProto(const onnx::TensorProto& proto, const OnnxSource& source)
{
    const QString name = QString::fromStdString(proto.name());
    const DataType type = typeFromOnnx(proto.data_type());
    Shape shape(std::vector<qint64>(proto.dims().begin(), proto.dims().end()));
    const qint64 count = shape.elementCount();
    constexpr qint64 largest = qint64{1} << 48;
    if (count < 0 || count > largest) {
        return failure(ErrorKind::Malformed,
                       OnnxTensor::tr("“%1” is damaged: the tensor “%2” has the impossible shape %3.")
                           .arg(source.name, name, shape.toString()));
    }
    const qint64 expected = expectedBytes(type, count);
    auto bytes = bytesOf(proto, type, expected, source);
    if (!bytes)
        return forward(bytes);
    if (expected >= 0 && bytes->size() != expected) {
        return failure(ErrorKind::Malformed,
                       OnnxTensor::tr("“%1” is damaged: the tensor “%2” of shape %3 and type %4 needs %5 bytes but has "
                                      "%6; export or copy the model again.")
                           .arg(source.name, name, shape.toString(), dataTypeName(type))
                           .arg(expected)
                           .arg(bytes->size()));
    }
    return Tensor(type, std::move(shape), std::move(*bytes));
}

void fillTensorProto(onnx::TensorProto& proto, const Tensor& tensor, TensorContent content)
{
    proto.set_data_type(onnxTypeOf(tensor.dataType()));
    for (const qint64 size : tensor.shape().sizes())
        proto.add_dims(size);
    if (content == TensorContent::SmallOnly && tensor.elementCount() > smallTensor)
        return;
    if (tensor.dataType() == DataType::String)
        unpackStrings(proto, tensor.bytes());
    else
        proto.set_raw_data(tensor.bytes().constData(), static_cast<std::size_t>(tensor.bytes().size()));
}

} // namespace driftscope
