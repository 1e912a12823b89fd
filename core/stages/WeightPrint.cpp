// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/WeightPrint.h"

#include <QFloat16>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr qint64 mostSlices = 16;
constexpr qint64 mostValues = 32;

template <typename T> float valueAt(const char* bytes, qint64 index)
{
    T value;
    std::memcpy(&value, bytes + index * static_cast<qint64>(sizeof(T)), sizeof(T));
    return static_cast<float>(value);
}

using Reader = float (*)(const char*, qint64);

/// Null for types that are not read this way.
Reader readerOf(DataType type)
{
    switch (type) {
    case DataType::Float32:
        return valueAt<float>;
    case DataType::Float64:
        return valueAt<double>;
    case DataType::Int8:
        return valueAt<qint8>;
    case DataType::UInt8:
        return valueAt<quint8>;
    case DataType::Int16:
        return valueAt<qint16>;
    case DataType::Int32:
        return valueAt<qint32>;
    case DataType::Float16:
        return valueAt<qfloat16>;
    default:
        return nullptr;
    }
}

quint64 exactHash(const Tensor& weight)
{
    constexpr qint64 runs = 8;
    constexpr qint64 length = 32; // bytes
    const qint64 size = std::max<qint64>(weight.elementCount(), 0) * elementSize(weight.dataType());
    std::size_t hash = qHashMulti(0, static_cast<int>(weight.dataType()), size, sizesHash(weight.shape()));
    if (size <= runs * length)
        return qHashMulti(hash, weight.bytesAt(0, size));
    for (qint64 i = 0; i < runs; ++i)
        hash = qHashMulti(hash, weight.bytesAt((size - length) * i / (runs - 1), length));
    return hash;
}

/// To mean zero and length one; to zeros where all values are one, or some are not finite.
void normalize(std::span<float> slice)
{
    float sum = 0.0F;
    for (const float value : slice)
        sum += value;
    const float mean = sum / static_cast<float>(slice.size());
    float square = 0.0F;
    for (float& value : slice) {
        value -= mean;
        square += value * value;
    }
    const float scale = square > 0.0F && std::isfinite(square) ? 1.0F / std::sqrt(square) : 0.0F;
    for (float& value : slice)
        value = scale == 0.0F ? 0.0F : value * scale;
}

} // namespace

quint64 sizesHash(const Shape& shape)
{
    std::vector<qint64> sizes;
    std::ranges::copy_if(shape.sizes(), std::back_inserter(sizes), [](qint64 size) { return size != 1; });
    std::ranges::sort(sizes);
    return qHashRange(sizes.begin(), sizes.end(), 0x51);
}

std::vector<float> sliceValues(const Tensor& weight, qint64 slice, qint64 most)
{
    const Reader read = readerOf(weight.dataType());
    const qint64 size = elementSize(weight.dataType());
    if (read == nullptr || weight.shape().rank() < 1 || weight.elementCount() <= 0)
        return {};
    const qint64 length = weight.elementCount() / weight.shape()[0];
    const qint64 count = std::min(most, length);
    const QByteArray run = weight.bytesAt((slice * length + (length - count) / 2) * size, count * size);
    std::vector<float> values;
    for (qint64 i = 0; i < count && run.size() == count * size; ++i)
        values.push_back(read(run.constData(), i));
    return values;
}

WeightPrint weightPrint(const Tensor& weight)
{
    WeightPrint print;
    print.exact = exactHash(weight);
    if (weight.shape().rank() < 2 || weight.elementCount() <= 0)
        return print;
    const qint64 channels = weight.shape()[0];
    const qint64 slices = std::min(mostSlices, channels);
    for (qint64 s = 0; s < slices; ++s) {
        // From the middle of a slice, where convolutions seldom have zeros only.
        std::vector<float> values = sliceValues(weight, s * channels / slices, mostValues);
        if (values.empty())
            return {print.exact, {}, 0};
        print.width = static_cast<int>(values.size());
        normalize(values);
        print.slices.insert(print.slices.end(), values.begin(), values.end());
    }
    return print;
}

double similarity(const WeightPrint& a, const WeightPrint& b)
{
    if (a.width < 3 || a.width != b.width || a.slices.size() != b.slices.size())
        return 0.0;
    const auto width = static_cast<std::size_t>(a.width);
    double sum = 0.0;
    int counted = 0;
    for (std::size_t first = 0; first < a.slices.size(); first += width) {
        double product = 0.0;
        double length = 0.0;
        for (std::size_t i = first; i < first + width; ++i) {
            product += static_cast<double>(a.slices[i]) * static_cast<double>(b.slices[i]);
            length += static_cast<double>(a.slices[i]) * static_cast<double>(a.slices[i]);
        }
        if (length == 0.0)
            continue; // a channel of zeros
        sum += std::abs(product);
        ++counted;
    }
    return counted > 0 ? sum / counted : 0.0;
}

} // namespace driftscope
