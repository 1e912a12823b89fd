// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Tensor.h"

#include "core/tensor/SmallFloats.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace driftscope {

namespace {

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

/// Floats of 16 bits and less, and integers of 2 and 4 bits.
std::vector<float> floatsFromSmall(DataType type, const QByteArray& bytes, qint64 count)
{
    const int bits = elementBits(type);
    const bool isSigned = type == DataType::Int4 || type == DataType::Int2;
    std::vector<float> result(static_cast<std::size_t>(std::clamp<qint64>(count, 0, bytes.size() * 8 / bits)));
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto index = static_cast<qint64>(i);
        quint32 stored = 0;
        if (bits == 16)
            stored = qFromLittleEndian<quint16>(bytes.constData() + index * 2);
        else
            stored = bits == 8 ? static_cast<quint8>(bytes[index]) : packedElement(bytes.constData(), index, bits);
        if (!isInteger(type))
            result[i] = floatFromBits(type, stored);
        else if (isSigned && (stored >> static_cast<unsigned>(bits - 1)) != 0)
            result[i] = static_cast<float>(static_cast<int>(stored) - (1 << bits));
        else
            result[i] = static_cast<float>(stored);
    }
    return result;
}

bool isSmall(DataType type)
{
    const int bits = elementBits(type);
    return (isFloatingPoint(type) && bits <= 16) || bits == 2 || bits == 4;
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

Tensor Tensor::deferred(DataType type, Shape shape, std::shared_ptr<const DeferredBytes> bytes)
{
    Tensor tensor;
    tensor.m_type = type;
    tensor.m_shape = std::move(shape);
    tensor.m_deferred = std::move(bytes);
    return tensor;
}

Result<QByteArray> Tensor::readBytes() const
{
    if (m_deferred)
        return m_deferred->read(0, m_deferred->size());
    return m_bytes;
}

QByteArray Tensor::bytesAt(qint64 offset, qint64 length) const
{
    if (!m_deferred)
        return m_bytes.mid(offset, length);
    return m_deferred->read(offset, length).value_or(QByteArray());
}

QByteArray Tensor::bytesOrZeros() const
{
    auto stored = readBytes();
    return stored ? std::move(*stored) : QByteArray(byteCount(), '\0');
}

std::vector<float> Tensor::toFloats() const
{
    const QByteArray stored = bytesOrZeros();
    if (isSmall(m_type))
        return floatsFromSmall(m_type, stored, elementCount());
    return convertedFixed<float>(m_type, stored);
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
    if (elementBits(m_type) < 8) {
        const std::vector<float> small = toFloats();
        return {small.begin(), small.end()};
    }
    return convertedFixed<qint64>(m_type, bytesOrZeros());
}

} // namespace driftscope
