// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Picture.h"

#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace driftscope {

namespace {

/// One component as a weighted sum of red, green and blue in 0…255.
struct Weights
{
    double red, green, blue, offset;

    [[nodiscard]] double of(const quint8* rgb) const { return red * rgb[0] + green * rgb[1] + blue * rgb[2] + offset; }
};

using ColourMatrix = std::array<Weights, 3>;

/// ITU-R BT.601 with 8 bits, once over the full range (as in JFIF), once in 16…235 and 16…240.
constexpr ColourMatrix fullRange{
    {{0.299, 0.587, 0.114, 0.0}, {-0.168736, -0.331264, 0.5, 128.0}, {0.5, -0.418688, -0.081312, 128.0}}};
constexpr ColourMatrix videoLevels{{{65.481 / 255, 128.553 / 255, 24.966 / 255, 16.0},
                                    {-37.797 / 255, -74.203 / 255, 112.0 / 255, 128.0},
                                    {112.0 / 255, -93.786 / 255, -18.214 / 255, 128.0}}};

quint8 rounded(double value)
{
    return static_cast<quint8>(std::clamp(std::lround(value), 0L, 255L));
}

Tensor interleaved(const Tensor& picture, InputType type, const ColourMatrix& matrix)
{
    const int channels = channelCount(type);
    const qint64 pixels = picture.shape()[0] * picture.shape()[1];
    QByteArray bytes(pixels * channels, Qt::Uninitialized);
    const auto* from = reinterpret_cast<const quint8*>(picture.bytes().constData());
    auto* to = reinterpret_cast<quint8*>(bytes.data());
    for (qint64 pixel = 0; pixel < pixels; ++pixel, from += 3) {
        for (int channel = 0; channel < channels; ++channel) {
            if (type == InputType::Rgb)
                *to++ = from[channel];
            else if (type == InputType::Bgr)
                *to++ = from[2 - channel];
            else
                *to++ = rounded(matrix[static_cast<std::size_t>(channel)].of(from));
        }
    }
    Tensor result(DataType::UInt8, Shape{1, picture.shape()[0], picture.shape()[1], channels}, std::move(bytes));
    result.setLayout(TensorLayout::NHWC);
    return result;
}

/// Mean of a chroma component over 2x2 pixels.
quint8 chroma(const Weights& weights, const quint8* upper, const quint8* lower)
{
    return rounded((weights.of(upper) + weights.of(upper + 3) + weights.of(lower) + weights.of(lower + 3)) / 4.0);
}

Tensor nv12(const Tensor& picture, const ColourMatrix& matrix)
{
    const qint64 height = picture.shape()[0];
    const qint64 width = picture.shape()[1];
    QByteArray bytes(height * width * 3 / 2, Qt::Uninitialized);
    const auto* from = reinterpret_cast<const quint8*>(picture.bytes().constData());
    auto* to = reinterpret_cast<quint8*>(bytes.data());
    for (qint64 pixel = 0; pixel < height * width; ++pixel)
        *to++ = rounded(matrix[0].of(from + pixel * 3));
    for (qint64 y = 0; y < height; y += 2) {
        for (qint64 x = 0; x < width; x += 2) {
            const quint8* upper = from + (y * width + x) * 3;
            const quint8* lower = upper + width * 3;
            *to++ = chroma(matrix[1], upper, lower);
            *to++ = chroma(matrix[2], upper, lower);
        }
    }
    return {DataType::UInt8, Shape{1, height * 3 / 2, width, 1}, std::move(bytes)};
}

tl::unexpected<Error> refused(const QString& sentence)
{
    return failure(ErrorKind::InvalidArgument, sentence);
}

} // namespace

Result<Tensor> pictureAs(const Tensor& rgbPicture, InputType type, TensorLayout layout, bool videoRange)
{
    if (rgbPicture.dataType() != DataType::UInt8 || rgbPicture.shape().rank() != 3 || rgbPicture.shape()[2] != 3) {
        return refused(QCoreApplication::translate("Picture", "A picture must be uint8 of shape HxWx3, not %1 of %2.")
                           .arg(dataTypeName(rgbPicture.dataType()), rgbPicture.shape().toString()));
    }
    if (!isImageType(type)) {
        return refused(QCoreApplication::translate(
            "Picture", "A picture cannot be fed to a featuremap input; give a .npy or raw file with its values."));
    }
    const ColourMatrix& matrix = videoRange ? videoLevels : fullRange;
    if (type == InputType::Nv12) {
        if (rgbPicture.shape()[0] % 2 != 0 || rgbPicture.shape()[1] % 2 != 0) {
            return refused(QCoreApplication::translate(
                               "Picture", "NV12 needs an even height and width, not %1 x %2; resize the picture.")
                               .arg(rgbPicture.shape()[0])
                               .arg(rgbPicture.shape()[1]));
        }
        return nv12(rgbPicture, matrix);
    }
    const Tensor picture = interleaved(rgbPicture, type, matrix);
    return layout == TensorLayout::NCHW ? toLayout(picture, TensorLayout::NHWC, TensorLayout::NCHW) : picture;
}

Tensor yuv444FromNv12(const QByteArray& planes, qint64 height, qint64 width)
{
    Q_ASSERT(planes.size() == height * width * 3 / 2);
    const auto* from = reinterpret_cast<const quint8*>(planes.constData());
    std::vector<quint8> to(static_cast<std::size_t>(height * width * 3));
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x) {
            const qint64 chromaPair = (height + y / 2) * width + x / 2 * 2;
            const auto pixel = static_cast<std::size_t>(y * width + x);
            to[pixel * 3] = from[y * width + x];
            to[pixel * 3 + 1] = from[chromaPair];
            to[pixel * 3 + 2] = from[chromaPair + 1];
        }
    }
    Tensor result = Tensor::fromValues<quint8>(Shape{1, height, width, 3}, to);
    result.setLayout(TensorLayout::NHWC);
    return result;
}

} // namespace driftscope
