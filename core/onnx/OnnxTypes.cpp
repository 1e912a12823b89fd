// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTypes.h"

#include <array>

namespace driftscope {

namespace {

// Numbers above 16 are younger than the installed header; they are those of onnx.proto.
constexpr std::array types{
    DataType::Float32,      DataType::UInt8,          DataType::Int8,       DataType::UInt16,
    DataType::Int16,        DataType::Int32,          DataType::Int64,      DataType::String,
    DataType::Bool,         DataType::Float16,        DataType::Float64,    DataType::UInt32,
    DataType::UInt64,       DataType::Complex64,      DataType::Complex128, DataType::BFloat16,
    DataType::Float8E4M3FN, DataType::Float8E4M3FNUZ, DataType::Float8E5M2, DataType::Float8E5M2FNUZ,
    DataType::UInt4,        DataType::Int4,           DataType::Float4E2M1, DataType::Float8E8M0,
    DataType::UInt2,        DataType::Int2,
};

Shape shapeFromProto(const onnx::TensorShapeProto& proto)
{
    std::vector<qint64> sizes;
    for (const onnx::TensorShapeProto_Dimension& dimension : proto.dim())
        sizes.push_back(dimension.has_dim_value() && dimension.dim_value() >= 0 ? dimension.dim_value() : -1);
    Shape shape(std::move(sizes));
    for (int axis = 0; axis < proto.dim_size(); ++axis) {
        if (proto.dim(axis).has_dim_param() && !proto.dim(axis).dim_param().empty())
            shape.setDimensionName(axis, QString::fromStdString(proto.dim(axis).dim_param()));
    }
    return shape;
}

void fillShape(onnx::TensorShapeProto& proto, const Shape& shape)
{
    for (int axis = 0; axis < shape.rank(); ++axis) {
        onnx::TensorShapeProto_Dimension* dimension = proto.add_dim();
        if (shape[axis] >= 0)
            dimension->set_dim_value(shape[axis]);
        else if (const QString name = shape.dimensionName(axis); !name.isEmpty())
            dimension->set_dim_param(name.toStdString());
    }
}

/// Dense and sparse tensors say the same in messages of their own.
template <typename Proto> void readTensorType(ValueType& type, const Proto& proto)
{
    type.type = typeFromOnnx(proto.elem_type());
    if (proto.has_shape())
        type.shape = shapeFromProto(proto.shape());
}

template <typename Proto> void fillTensorType(Proto& proto, const ValueType& type)
{
    proto.set_elem_type(onnxTypeOf(type.type));
    if (type.shape)
        fillShape(*proto.mutable_shape(), *type.shape);
}

std::shared_ptr<const ValueType> inner(const onnx::TypeProto& proto)
{
    return std::make_shared<const ValueType>(typeFromProto(proto));
}

void readComposite(ValueType& type, const onnx::TypeProto& proto)
{
    if (proto.has_sequence_type()) {
        type.kind = ValueType::Kind::Sequence;
        type.inner = inner(proto.sequence_type().elem_type());
    } else if (proto.has_optional_type()) {
        type.kind = ValueType::Kind::Optional;
        type.inner = inner(proto.optional_type().elem_type());
    } else if (proto.has_map_type()) {
        type.kind = ValueType::Kind::Map;
        type.type = typeFromOnnx(proto.map_type().key_type());
        type.inner = inner(proto.map_type().value_type());
    } else if (proto.has_opaque_type()) {
        type.kind = ValueType::Kind::Opaque;
        type.domain = QString::fromStdString(proto.opaque_type().domain());
        type.name = QString::fromStdString(proto.opaque_type().name());
    }
}

} // namespace

qint32 onnxTypeOf(DataType type)
{
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (types.at(i) == type)
            return static_cast<qint32>(i) + 1;
    }
    return 0;
}

DataType typeFromOnnx(qint32 number)
{
    return number >= 1 && number <= static_cast<qint32>(types.size()) ? types.at(static_cast<std::size_t>(number - 1))
                                                                      : DataType::Undefined;
}

ValueType typeFromProto(const onnx::TypeProto& proto)
{
    ValueType type;
    type.denotation = QString::fromStdString(proto.denotation());
    if (proto.has_tensor_type()) {
        type.kind = ValueType::Kind::Tensor;
        readTensorType(type, proto.tensor_type());
    } else if (proto.has_sparse_tensor_type()) {
        type.kind = ValueType::Kind::SparseTensor;
        readTensorType(type, proto.sparse_tensor_type());
    } else {
        readComposite(type, proto);
    }
    return type;
}

void fillType(onnx::TypeProto& proto, const ValueType& type)
{
    static const ValueType nothing;
    const ValueType& within = type.inner ? *type.inner : nothing;
    if (!type.denotation.isEmpty())
        proto.set_denotation(type.denotation.toStdString());
    switch (type.kind) {
    case ValueType::Kind::Tensor:
        return fillTensorType(*proto.mutable_tensor_type(), type);
    case ValueType::Kind::SparseTensor:
        return fillTensorType(*proto.mutable_sparse_tensor_type(), type);
    case ValueType::Kind::Sequence:
        return fillType(*proto.mutable_sequence_type()->mutable_elem_type(), within);
    case ValueType::Kind::Optional:
        return fillType(*proto.mutable_optional_type()->mutable_elem_type(), within);
    case ValueType::Kind::Map:
        proto.mutable_map_type()->set_key_type(onnxTypeOf(type.type));
        return fillType(*proto.mutable_map_type()->mutable_value_type(), within);
    case ValueType::Kind::Opaque:
        proto.mutable_opaque_type()->set_domain(type.domain.toStdString());
        proto.mutable_opaque_type()->set_name(type.name.toStdString());
        return;
    case ValueType::Kind::Unknown:
        return;
    }
}

ValueDraft valueFromProto(const onnx::ValueInfoProto& value)
{
    ValueDraft draft;
    draft.name = QString::fromStdString(value.name());
    if (!value.has_type())
        return draft;
    ValueType type = typeFromProto(value.type());
    if (type.kind == ValueType::Kind::Unknown)
        return draft;
    if (type.kind == ValueType::Kind::Tensor || type.kind == ValueType::Kind::SparseTensor) {
        draft.type = type.type;
        draft.shape = type.shape;
    }
    if (type.kind != ValueType::Kind::Tensor || !type.denotation.isEmpty())
        draft.composite = std::make_shared<const ValueType>(std::move(type));
    return draft;
}

void fillValue(onnx::ValueInfoProto& proto, const ValueDraft& value)
{
    proto.set_name(value.name.toStdString());
    if (value.composite) {
        ValueType type = *value.composite;
        if (type.kind == ValueType::Kind::Tensor || type.kind == ValueType::Kind::SparseTensor) {
            type.type = value.type; // may have been inferred or changed since
            type.shape = value.shape;
        }
        fillType(*proto.mutable_type(), type);
    } else if (value.type != DataType::Undefined || value.shape) {
        fillTensorType(*proto.mutable_type()->mutable_tensor_type(),
                       {ValueType::Kind::Tensor, value.type, value.shape});
    }
}

} // namespace driftscope
