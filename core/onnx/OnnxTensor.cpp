// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTensor.h"

#include "core/onnx/ExternalData.h"
#include "core/onnx/OnnxTypes.h"

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

/// Tensors with more elements than this are never what a shape is computed from.
constexpr qint64 smallTensor = 1024;

/// Up to this many bytes are read at once: scalars and shapes, which everybody looks at.
constexpr qint64 smallestDeferred = 1024;

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
    case DataType::Float8E4M3FN:
    case DataType::Float8E4M3FNUZ:
    case DataType::Float8E5M2:
    case DataType::Float8E5M2FNUZ:
    case DataType::Float8E8M0:
    case DataType::Float4E2M1:
    case DataType::Int4:
    case DataType::UInt4:
    case DataType::Int2:
    case DataType::UInt2:
        return narrowed<quint8>(proto.int32_data());
    case DataType::String:
        return packedStrings(proto);
    case DataType::Undefined:
        break;
    }
    return {};
}

/// Elements that were read, or where they stand.
struct Elements
{
    QByteArray bytes;
    std::shared_ptr<const DeferredBytes> deferred = nullptr;

    [[nodiscard]] qint64 size() const { return deferred ? deferred->size() : bytes.size(); }
};

Result<Elements> elementsIn(const std::shared_ptr<const ByteSource>& file, const ByteRange& range, bool defer)
{
    if (defer && range.length > smallestDeferred)
        return Elements{{}, std::make_shared<const DeferredBytes>(file, range.offset, range.length)};
    auto bytes = file->read(range.offset, range.length);
    if (!bytes)
        return forward(bytes);
    return Elements{std::move(*bytes)};
}

/// The place of raw data that protobuf was not given.
std::optional<ByteRange> leftOut(const onnx::TensorProto& proto, const OnnxSource& source)
{
    const google::protobuf::UnknownFieldSet& fields = proto.unknown_fields();
    for (int i = 0; source.lean != nullptr && i < fields.field_count(); ++i) {
        const google::protobuf::UnknownField& field = fields.field(i);
        if (field.number() == LeanModel::weightField && field.type() == google::protobuf::UnknownField::TYPE_VARINT)
            return source.lean->weights.at(field.varint());
    }
    return std::nullopt;
}

Result<Elements> elementsOf(const onnx::TensorProto& proto, DataType type, qint64 expected, const OnnxSource& source)
{
    if (proto.data_location() == onnx::TensorProto_DataLocation_EXTERNAL) {
        const auto region = findExternalData(proto, source, expected);
        if (!region)
            return forward(region);
        // A wrong size is an error whatever the bytes are; they need not be read to see it.
        const bool wrong = expected >= 0 && region->length != expected;
        return elementsIn(region->file, {region->offset, region->length}, source.defersWeights || wrong);
    }
    if (type == DataType::String)
        return Elements{typedBytes(proto, type)};
    if (const auto range = leftOut(proto, source))
        return elementsIn(source.content, *range, source.defersWeights);
    if (proto.has_raw_data())
        return Elements{QByteArray(proto.raw_data().data(), static_cast<qsizetype>(proto.raw_data().size()))};
    return Elements{typedBytes(proto, type)};
}

} // namespace

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
    const qint64 expected = bytesOfElements(type, count);
    auto elements = elementsOf(proto, type, expected, source);
    if (!elements)
        return forward(elements);
    if (expected >= 0 && elements->size() != expected) {
        return failure(ErrorKind::Malformed,
                       OnnxTensor::tr("“%1” is damaged: the tensor “%2” of shape %3 and type %4 needs %5 bytes but has "
                                      "%6; export or copy the model again.")
                           .arg(source.name, name, shape.toString(), dataTypeName(type))
                           .arg(expected)
                           .arg(elements->size()));
    }
    if (elements->deferred)
        return Tensor::deferred(type, std::move(shape), std::move(elements->deferred));
    return Tensor(type, std::move(shape), std::move(elements->bytes));
}

Result<void> fillTensorProto(onnx::TensorProto& proto, const Tensor& tensor, TensorContent content)
{
    proto.set_data_type(onnxTypeOf(tensor.dataType()));
    for (const qint64 size : tensor.shape().sizes())
        proto.add_dims(size);
    if (content == TensorContent::SmallOnly && tensor.elementCount() > smallTensor)
        return {};
    const auto bytes = tensor.readBytes();
    if (!bytes)
        return forward(bytes);
    if (tensor.dataType() == DataType::String)
        unpackStrings(proto, *bytes);
    else
        proto.set_raw_data(bytes->constData(), static_cast<std::size_t>(bytes->size()));
    return {};
}

} // namespace driftscope
