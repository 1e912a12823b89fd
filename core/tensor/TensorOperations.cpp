// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/TensorOperations.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace driftscope {

namespace {

constexpr std::array nchwToNhwc{0, 2, 3, 1};
constexpr std::array nhwcToNchw{0, 3, 1, 2};

std::vector<qsizetype> byteStrides(const Shape& shape, qsizetype size)
{
    std::vector<qsizetype> strides(static_cast<std::size_t>(shape.rank()));
    qsizetype stride = size;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        strides[static_cast<std::size_t>(axis)] = stride;
        stride *= shape[axis];
    }
    return strides;
}

TensorLayout layoutAfter(TensorLayout layout, std::span<const int> permutation)
{
    if (layout == TensorLayout::NCHW && std::ranges::equal(permutation, nchwToNhwc))
        return TensorLayout::NHWC;
    if (layout == TensorLayout::NHWC && std::ranges::equal(permutation, nhwcToNchw))
        return TensorLayout::NCHW;
    for (std::size_t i = 0; i < permutation.size(); ++i) {
        if (permutation[i] != static_cast<int>(i))
            return TensorLayout::Unknown;
    }
    return layout;
}

std::optional<Quantization> quantizationAfter(std::optional<Quantization> quantization,
                                              std::span<const int> permutation)
{
    if (!quantization || quantization->axis < 0)
        return quantization;
    const auto found = std::ranges::find(permutation, quantization->axis);
    if (found != permutation.end())
        quantization->axis = static_cast<int>(found - permutation.begin());
    return quantization;
}

/// Walks the target in its own order; the source offset follows like an odometer, so no index is ever divided.
QByteArray gathered(const Tensor& source, const Shape& target, const std::vector<qsizetype>& steps, qsizetype size)
{
    QByteArray bytes(source.bytes().size(), Qt::Uninitialized);
    std::vector<qint64> index(steps.size(), 0);
    const char* from = source.bytes().constData();
    char* to = bytes.data();
    for (qint64 left = target.elementCount(); left > 0; --left, to += size) {
        std::memcpy(to, from, static_cast<std::size_t>(size));
        for (int axis = target.rank() - 1; axis >= 0; --axis) {
            const auto at = static_cast<std::size_t>(axis);
            from += steps[at];
            if (++index[at] < target[axis])
                break;
            from -= steps[at] * target[axis];
            index[at] = 0;
        }
    }
    return bytes;
}

} // namespace

Tensor transposed(const Tensor& source, std::span<const int> permutation)
{
    const qsizetype size = elementSize(source.dataType());
    Q_ASSERT(size > 0);
    Q_ASSERT(static_cast<int>(permutation.size()) == source.shape().rank());
    const std::vector<qsizetype> strides = byteStrides(source.shape(), size);
    std::vector<qint64> sizes;
    std::vector<qsizetype> steps;
    for (const int axis : permutation) {
        sizes.push_back(source.shape()[axis]);
        steps.push_back(strides[static_cast<std::size_t>(axis)]);
    }
    const Shape shape(std::move(sizes));
    Tensor result(source.dataType(), shape, gathered(source, shape, steps, size));
    result.setLayout(layoutAfter(source.layout(), permutation));
    result.setQuantization(quantizationAfter(source.quantization(), permutation));
    return result;
}

Tensor reshaped(const Tensor& source, Shape shape)
{
    Q_ASSERT(shape.elementCount() == source.elementCount());
    const bool same = shape == source.shape();
    Tensor result(source.dataType(), std::move(shape), source.bytes());
    if (same)
        result.setLayout(source.layout());
    if (source.quantization() && (same || source.quantization()->axis < 0))
        result.setQuantization(source.quantization());
    return result;
}

Tensor toLayout(const Tensor& source, TensorLayout from, TensorLayout to)
{
    Tensor result = source;
    if (from != to && from != TensorLayout::Unknown && to != TensorLayout::Unknown) {
        Q_ASSERT(source.shape().rank() == 4);
        result = transposed(source, to == TensorLayout::NHWC ? nchwToNhwc : nhwcToNchw);
    }
    result.setLayout(to);
    return result;
}

Tensor toFloat32(const Tensor& source)
{
    if (source.dataType() == DataType::Float32)
        return source;
    Tensor result = Tensor::fromValues<float>(source.shape(), source.toFloats());
    result.setLayout(source.layout());
    return result;
}

} // namespace driftscope
