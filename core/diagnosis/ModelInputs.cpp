// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/ModelInputs.h"

#include "core/tensor/TensorOperations.h"

#include <algorithm>

namespace driftscope {

namespace {

template <typename T> Tensor minus128(const Tensor& pixels)
{
    const auto source = pixels.values<quint8>();
    std::vector<T> values(source.size());
    std::ranges::transform(source, values.begin(),
                           [](quint8 pixel) { return static_cast<T>(static_cast<int>(pixel) - 128); });
    return Tensor::fromValues<T>(pixels.shape(), values);
}

/// Floats in the order of the axes that the model declares.
Tensor featuremapFor(const ValueDraft& input, const Tensor& values)
{
    if (!input.shape || *input.shape == values.shape() || values.shape().rank() != 4 || input.shape->rank() != 4)
        return values;
    const bool wantsNhwc = (*input.shape)[3] == values.shape()[1];
    return wantsNhwc ? toLayout(values, TensorLayout::NCHW, TensorLayout::NHWC)
                     : toLayout(values, TensorLayout::NHWC, TensorLayout::NCHW);
}

Tensor pictureFor(const ValueDraft& input, const Tensor& pixels)
{
    const Tensor shifted = input.type == DataType::Int8 ? minus128<qint8>(pixels) : minus128<float>(pixels);
    // 1xCxHxW where the channels stand second, as a toolchain that keeps the float model's layout declares it.
    const bool isNchw = input.shape && input.shape->rank() == 4 && (*input.shape)[1] == pixels.shape()[3]
        && (*input.shape)[3] != pixels.shape()[3];
    return isNchw ? toLayout(shifted, TensorLayout::NHWC, TensorLayout::NCHW) : shifted;
}

} // namespace

QList<NamedTensor> modelInputs(const QList<ValueDraft>& declared, const QList<Tensor>& pixels)
{
    QList<NamedTensor> inputs;
    for (qsizetype i = 0; i < std::min(pixels.size(), declared.size()); ++i) {
        const bool isPicture = pixels[i].dataType() == DataType::UInt8;
        inputs.append(
            {declared[i].name, isPicture ? pictureFor(declared[i], pixels[i]) : featuremapFor(declared[i], pixels[i])});
    }
    return inputs;
}

} // namespace driftscope
