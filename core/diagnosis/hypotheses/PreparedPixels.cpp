// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/hypotheses/PreparedPixels.h"

#include "core/tensor/Picture.h"
#include "core/tensor/TensorOperations.h"

namespace driftscope {

std::optional<Tensor> preparedPixels(const Tensor& picture, const InputPort& port,
                                     const PicturePreparation& preparation)
{
    if (picture.shape().rank() != 3 || picture.shape()[2] != 3 || picture.dataType() != DataType::UInt8)
        return std::nullopt;
    const PictureSize& size = port.size;
    const Tensor fitted = preparedPicture(picture, size.height, size.width, preparation);
    const auto pixels = pictureAs(fitted, port.config.typeRt, TensorLayout::NHWC, port.config.videoRange);
    if (!pixels)
        return std::nullopt;
    if (port.isNv12())
        return yuv444FromNv12(pixels->bytes(), size.height, size.width);
    if (pixels->elementCount() != size.bytes())
        return std::nullopt;
    return *pixels;
}

Tensor swappedRedAndBlue(const Tensor& picture)
{
    const Shape& shape = picture.shape();
    return reshaped(channelsReversed(reshaped(picture, {1, shape[0], shape[1], shape[2]})), shape);
}

} // namespace driftscope
