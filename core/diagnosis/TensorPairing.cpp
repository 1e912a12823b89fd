// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TensorPairing.h"

#include "core/tensor/TensorOperations.h"

#include <algorithm>
#include <array>

namespace driftscope {

namespace {

/// Endings that the toolchain and its stages add to a node's name.
constexpr std::array nameSuffixes{QLatin1StringView("_quantized"),      QLatin1StringView("_calibrated"),
                                  QLatin1StringView("_QuantizeLinear"), QLatin1StringView("_HzCalibration"),
                                  QLatin1StringView("_HzQuantize"),     QLatin1StringView("_Requantize")};

QString bareName(QString name)
{
    for (bool shortened = true; shortened;) {
        shortened = false;
        for (const QLatin1StringView suffix : nameSuffixes) {
            if (name.size() > suffix.size() && name.endsWith(suffix)) {
                name.chop(suffix.size());
                shortened = true;
            }
        }
    }
    return name;
}

std::vector<qint64> withoutOnes(const Shape& shape)
{
    std::vector<qint64> sizes;
    std::ranges::copy_if(shape.sizes(), std::back_inserter(sizes), [](qint64 size) { return size != 1; });
    return sizes;
}

Shape permutedShape(const Shape& shape, const std::array<int, 4>& permutation)
{
    return {shape[permutation[0]], shape[permutation[1]], shape[permutation[2]], shape[permutation[3]]};
}

} // namespace

TensorPairing::TensorPairing(const Capture& candidate, const TensorNameMap& map)
    : m_map(map)
{
    for (const CapturedTensor& tensor : candidate.tensors) {
        m_byName.insert(tensor.name, &tensor);
        if (!tensor.node.isEmpty() && !m_byNode.contains(tensor.node))
            m_byNode.insert(tensor.node, &tensor);
        const QString bare = bareName(tensor.node);
        if (!bare.isEmpty() && !m_byBareNode.contains(bare))
            m_byBareNode.insert(bare, &tensor);
    }
}

const CapturedTensor* TensorPairing::find(const CapturedTensor& reference) const
{
    if (const auto mapped = m_map.constFind(reference.name); mapped != m_map.constEnd())
        return m_byName.value(*mapped);
    if (const CapturedTensor* same = m_byName.value(reference.name))
        return same;
    if (reference.node.isEmpty())
        return nullptr;
    if (const CapturedTensor* same = m_byNode.value(reference.node))
        return same;
    return m_byBareNode.value(bareName(reference.node));
}

std::optional<Tensor> inShapeOf(const Shape& reference, const Tensor& candidate, bool& adjusted)
{
    adjusted = false;
    if (reference == candidate.shape())
        return candidate;
    if (reference.rank() == 4 && candidate.shape().rank() == 4) {
        constexpr std::array<int, 4> toNchw{0, 3, 1, 2};
        constexpr std::array<int, 4> toNhwc{0, 2, 3, 1};
        for (const auto& permutation : {toNchw, toNhwc}) {
            if (permutedShape(candidate.shape(), permutation) == reference) {
                adjusted = true;
                return transposed(candidate, permutation);
            }
        }
    }
    if (withoutOnes(reference) == withoutOnes(candidate.shape()))
        return reshaped(candidate, reference);
    return std::nullopt;
}

Result<Tensor> loaded(const Tensor& tensor)
{
    if (!tensor.isDeferred())
        return tensor;
    auto bytes = tensor.readBytes();
    if (!bytes)
        return forward(bytes);
    Tensor result(tensor.dataType(), tensor.shape(), std::move(*bytes));
    result.setLayout(tensor.layout());
    result.setQuantization(tensor.quantization());
    return result;
}

} // namespace driftscope
