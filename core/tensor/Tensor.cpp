// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Tensor.h"

#include <QCoreApplication>
#include <QtEndian>

#include <bit>

namespace driftscope {

namespace {

float floatFromHalf(quint16 half)
{
    const quint32 sign = static_cast<quint32>(half & 0x8000U) << 16U;
    const quint32 exponent = (half >> 10U) & 0x1FU;
    const quint32 fraction = half & 0x3FFU;
    if (exponent == 0x1FU)
        return std::bit_cast<float>(sign | 0x7F800000U | (fraction << 13U));
    if (exponent != 0)
        return std::bit_cast<float>(sign | ((exponent + 112U) << 23U) | (fraction << 13U));
    const float subnormal = static_cast<float>(fraction) * 5.9604644775390625e-8F; // 2^-24
    return sign != 0 ? -subnormal : subnormal;
}

template <typename T, typename Target> std::vector<Target> converted(const QByteArray& bytes)
{
    const std::span values(reinterpret_cast<const T*>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()) / sizeof(T));
    std::vector<Target> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        result[i] = static_cast<Target>(values[i]);
    return result;
}

template <typename Target> std::vector<Target> convertedFixed(DataType type, const QByteArray& bytes)
{
    switch (type) {
    case DataType::Float32:
        return converted<float, Target>(bytes);
    case DataType::Float64:
        return converted<double, Target>(bytes);
    case DataType::Int8:
        return converted<qint8, Target>(bytes);
    case DataType::UInt8:
    case DataType::Bool:
        return converted<quint8, Target>(bytes);
    case DataType::Int16:
        return converted<qint16, Target>(bytes);
    case DataType::UInt16:
        return converted<quint16, Target>(bytes);
    case DataType::Int32:
        return converted<qint32, Target>(bytes);
    case DataType::UInt32:
        return converted<quint32, Target>(bytes);
    case DataType::Int64:
        return converted<qint64, Target>(bytes);
    case DataType::UInt64:
        return converted<quint64, Target>(bytes);
    default:
        return {};
    }
}

std::vector<float> floatsFrom16Bit(DataType type, const QByteArray& bytes)
{
    std::vector<float> result = converted<quint16, float>(bytes);
    const auto* raw = reinterpret_cast<const quint16*>(bytes.constData());
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = type == DataType::Float16 ? floatFromHalf(raw[i])
                                              : std::bit_cast<float>(static_cast<quint32>(raw[i]) << 16U);
    }
    return result;
}

} // namespace

Tensor::Tensor(DataType type, Shape shape, QByteArray bytes)
    : m_type(type)
    , m_shape(std::move(shape))
    , m_bytes(std::move(bytes))
{
    Q_ASSERT(elementSize(type) == 0 || m_bytes.size() == m_shape.elementCount() * elementSize(type));
}

Result<Tensor> Tensor::fromBytes(DataType type, Shape shape, QByteArray bytes)
{
    const qint64 count = shape.elementCount();
    const qsizetype size = elementSize(type);
    if (size == 0 || count < 0 || bytes.size() / size != count || bytes.size() % size != 0) {
        return failure(ErrorKind::Malformed,
                       QCoreApplication::translate("Tensor", "%1 bytes do not make a tensor of shape %2 and type %3.")
                           .arg(bytes.size())
                           .arg(shape.toString(), dataTypeName(type)));
    }
    return Tensor(type, std::move(shape), std::move(bytes));
}

std::vector<float> Tensor::toFloats() const
{
    if (m_type == DataType::Float16 || m_type == DataType::BFloat16)
        return floatsFrom16Bit(m_type, m_bytes);
    return convertedFixed<float>(m_type, m_bytes);
}

std::vector<float> Tensor::toRealValues() const
{
    std::vector<float> values = toFloats();
    if (!m_quantization || m_quantization->scales.empty())
        return values;
    const Quantization& quantization = *m_quantization;
    qint64 inner = 1;
    qint64 channels = 1;
    if (quantization.axis >= 0 && quantization.axis < m_shape.rank()) {
        channels = m_shape[quantization.axis];
        for (int axis = quantization.axis + 1; axis < m_shape.rank(); ++axis)
            inner *= m_shape[axis];
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto channel = static_cast<std::size_t>((static_cast<qint64>(i) / inner) % channels);
        const float scale = quantization.scales[channel < quantization.scales.size() ? channel : 0];
        const qint32 zeroPoint = quantization.zeroPoints.empty()
            ? 0
            : quantization.zeroPoints[channel < quantization.zeroPoints.size() ? channel : 0];
        values[i] = (values[i] - static_cast<float>(zeroPoint)) * scale;
    }
    return values;
}

std::vector<qint64> Tensor::toIntegers() const
{
    if (!isInteger(m_type) && m_type != DataType::Bool)
        return {};
    return convertedFixed<qint64>(m_type, m_bytes);
}

} // namespace driftscope
