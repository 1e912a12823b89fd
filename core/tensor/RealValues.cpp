// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/RealValues.h"

#include "core/base/VectorClones.h"
#include "core/tensor/SmallFloats.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace driftscope {

namespace {

template <typename T> [[gnu::always_inline]] inline T stored(const char* bytes, qint64 index)
{
    T value;
    std::memcpy(&value, bytes + index * qint64{sizeof(T)}, sizeof value);
    return value;
}

template <typename T, typename Target>
[[gnu::always_inline]] inline void widen(const char* bytes, qint64 count, Target* values)
{
    for (qint64 i = 0; i < count; ++i)
        values[i] = static_cast<Target>(stored<T>(bytes, i));
}

/// Without branches: the exponent is moved and put right by a multiplication, which does subnormal halves too.
[[gnu::always_inline]] inline void widenHalves(const char* bytes, qint64 count, float* values)
{
    constexpr float exponents = 0x1p112F;
    for (qint64 i = 0; i < count; ++i) {
        const quint32 half = stored<quint16>(bytes, i);
        const quint32 size = half & 0x7FFFU;
        const auto finite = std::bit_cast<quint32>(std::bit_cast<float>(size << 13U) * exponents);
        const quint32 isSpecial = (size + 0x8400U) >> 16U; // 0x7C00 and more: infinity and NaN
        values[i] = std::bit_cast<float>(finite | ((0U - isSpecial) & 0x7F800000U) | ((half & 0x8000U) << 16U));
    }
}

DRIFTSCOPE_VECTOR_CLONES
bool decodeWhole(DataType type, const char* bytes, qint64 count, float* values)
{
    switch (type) {
    case DataType::Float32:
        widen<float>(bytes, count, values);
        return true;
    case DataType::Float16:
        widenHalves(bytes, count, values);
        return true;
    case DataType::BFloat16:
        for (qint64 i = 0; i < count; ++i)
            values[i] = std::bit_cast<float>(static_cast<quint32>(stored<quint16>(bytes, i)) << 16U);
        return true;
    case DataType::Int8:
        widen<qint8>(bytes, count, values);
        return true;
    case DataType::UInt8:
    case DataType::Bool:
        widen<quint8>(bytes, count, values);
        return true;
    case DataType::Int16:
        widen<qint16>(bytes, count, values);
        return true;
    case DataType::UInt16:
        widen<quint16>(bytes, count, values);
        return true;
    default:
        return false;
    }
}

template <typename Target> bool decodeWide(DataType type, const char* bytes, qint64 count, Target* values)
{
    switch (type) {
    case DataType::Float64:
        widen<double>(bytes, count, values);
        return true;
    case DataType::Int32:
        widen<qint32>(bytes, count, values);
        return true;
    case DataType::UInt32:
        widen<quint32>(bytes, count, values);
        return true;
    case DataType::Int64:
        widen<qint64>(bytes, count, values);
        return true;
    case DataType::UInt64:
        widen<quint64>(bytes, count, values);
        return true;
    default:
        return false;
    }
}

DRIFTSCOPE_VECTOR_CLONES
void scaleAll(float* values, qint64 count, float scale, float zeroPoint)
{
    for (qint64 i = 0; i < count; ++i)
        values[i] = (values[i] - zeroPoint) * scale;
}

DRIFTSCOPE_VECTOR_CLONES
void scaleEach(float* values, qint64 count, const float* scales, const float* zeroPoints)
{
    for (qint64 i = 0; i < count; ++i)
        values[i] = (values[i] - zeroPoints[i]) * scales[i];
}

template <typename T> [[gnu::always_inline]] inline qint64 countEnds(const char* bytes, qint64 count)
{
    qint64 found = 0;
    constexpr qint64 piece = 65535; // counts that fit small lanes keep the loop vectorized
    for (qint64 begin = 0; begin < count; begin += piece) {
        quint32 inPiece = 0;
        const qint64 end = std::min(count, begin + piece);
        for (qint64 i = begin; i < end; ++i) {
            const T value = stored<T>(bytes, i);
            inPiece += static_cast<quint32>(value == std::numeric_limits<T>::max())
                + static_cast<quint32>(value == std::numeric_limits<T>::min());
        }
        found += inPiece;
    }
    return found;
}

DRIFTSCOPE_VECTOR_CLONES
qint64 countAtEnds(DataType type, const char* bytes, qint64 count)
{
    switch (type) {
    case DataType::Int8:
        return countEnds<qint8>(bytes, count);
    case DataType::UInt8:
        return countEnds<quint8>(bytes, count);
    case DataType::Int16:
        return countEnds<qint16>(bytes, count);
    case DataType::UInt16:
        return countEnds<quint16>(bytes, count);
    case DataType::Int32:
        return countEnds<qint32>(bytes, count);
    case DataType::UInt32:
        return countEnds<quint32>(bytes, count);
    case DataType::Int64:
        return countEnds<qint64>(bytes, count);
    case DataType::UInt64:
        return countEnds<quint64>(bytes, count);
    default:
        return 0;
    }
}

} // namespace

RealValues::RealValues(const Tensor& tensor)
    : m_tensor(tensor)
{
    const auto& quantization = tensor.quantization();
    if (!quantization || quantization->scales.empty() || tensor.elementCount() <= 0)
        return;
    const Shape& shape = tensor.shape();
    qint64 channels = 1;
    if (quantization->axis >= 0 && quantization->axis < shape.rank()) {
        channels = shape[quantization->axis];
        for (int axis = quantization->axis + 1; axis < shape.rank(); ++axis)
            m_inner *= shape[axis];
    }
    for (qint64 channel = 0; channel < channels; ++channel) {
        const auto index = static_cast<std::size_t>(channel);
        m_scales.push_back(quantization->scales[index < quantization->scales.size() ? index : 0]);
        if (quantization->zeroPoints.empty())
            m_zeroPoints.push_back(0.0F);
        else
            m_zeroPoints.push_back(
                static_cast<float>(quantization->zeroPoints[index < quantization->zeroPoints.size() ? index : 0]));
    }
}

bool RealValues::needDouble() const
{
    const DataType type = m_tensor.dataType();
    return m_scales.empty() && (type == DataType::Float64 || (isInteger(type) && elementSize(type) >= 4));
}

void RealValues::open(qint64 begin, qint64 count)
{
    if (!m_tensor.isDeferred()) {
        m_bytes = m_tensor.bytes();
        m_first = 0;
        return;
    }
    const DataType type = m_tensor.dataType();
    const qint64 offset = bytesOfElements(type, begin);
    const qint64 length = bytesOfElements(type, count);
    m_bytes = m_tensor.bytesAt(offset, length);
    if (m_bytes.size() < length)
        m_bytes.append(length - m_bytes.size(), '\0');
    m_first = begin;
}

const char* RealValues::at(qint64 element) const
{
    return m_bytes.constData() + (element - m_first) * elementSize(m_tensor.dataType());
}

std::span<const float> RealValues::read(qint64 begin, qint64 count, std::vector<float>& buffer) const
{
    const char* source = at(begin);
    if (m_tensor.dataType() == DataType::Float32 && m_scales.empty()
        && reinterpret_cast<quintptr>(source) % alignof(float) == 0)
        return {reinterpret_cast<const float*>(source), static_cast<std::size_t>(count)};
    buffer.resize(static_cast<std::size_t>(count));
    decode(begin, count, buffer.data());
    dequantize(begin, count, buffer.data());
    return {buffer.data(), buffer.size()};
}

std::span<const double> RealValues::read(qint64 begin, qint64 count, std::vector<double>& buffer) const
{
    buffer.resize(static_cast<std::size_t>(count));
    if (m_scales.empty() && decodeWide(m_tensor.dataType(), at(begin), count, buffer.data()))
        return buffer;
    std::vector<float> singles;
    const auto values = read(begin, count, singles);
    std::copy(values.begin(), values.end(), buffer.begin());
    return buffer;
}

void RealValues::decode(qint64 begin, qint64 count, float* values) const
{
    const DataType type = m_tensor.dataType();
    if (!decodeWhole(type, at(begin), count, values) && !decodeWide(type, at(begin), count, values))
        decodeSmall(begin, count, values);
}

/// Elements of 8 bits and less that are no plain integers.
void RealValues::decodeSmall(qint64 begin, qint64 count, float* values) const
{
    const DataType type = m_tensor.dataType();
    const int bits = elementBits(type);
    const bool isSigned = type == DataType::Int4 || type == DataType::Int2;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 index = begin + i - m_first;
        const quint32 code
            = bits == 8 ? static_cast<quint8>(m_bytes[index]) : packedElement(m_bytes.constData(), index, bits);
        if (!isInteger(type))
            values[i] = floatFromBits(type, code);
        else if (isSigned && (code >> static_cast<unsigned>(bits - 1)) != 0)
            values[i] = static_cast<float>(static_cast<int>(code) - (1 << bits));
        else
            values[i] = static_cast<float>(code);
    }
}

void RealValues::dequantize(qint64 begin, qint64 count, float* values) const
{
    if (m_scales.empty())
        return;
    if (m_scales.size() == 1) {
        scaleAll(values, count, m_scales.front(), m_zeroPoints.front());
        return;
    }
    const auto channels = static_cast<qint64>(m_scales.size());
    for (qint64 i = 0; i < count;) {
        const qint64 channel = ((begin + i) / m_inner) % channels;
        const auto index = static_cast<std::size_t>(channel);
        qint64 run = 0;
        if (m_inner == 1) {
            run = std::min(channels - channel, count - i);
            scaleEach(values + i, run, m_scales.data() + index, m_zeroPoints.data() + index);
        } else {
            run = std::min(m_inner - (begin + i) % m_inner, count - i);
            scaleAll(values + i, run, m_scales[index], m_zeroPoints[index]);
        }
        i += run;
    }
}

qint64 RealValues::saturated(qint64 begin, qint64 count) const
{
    return countAtEnds(m_tensor.dataType(), at(begin), count);
}

} // namespace driftscope
