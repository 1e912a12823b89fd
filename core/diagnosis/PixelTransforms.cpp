// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/PixelTransforms.h"

#include "core/tensor/TensorOperations.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace driftscope {

Tensor decoded(const QByteArray& bytes, const PictureSize& size, TensorLayout layout)
{
    const Tensor stored(DataType::UInt8, size.shape(layout), bytes);
    return layout == TensorLayout::NCHW ? toLayout(stored, TensorLayout::NCHW, TensorLayout::NHWC) : stored;
}

QByteArray encoded(const Tensor& nhwc, TensorLayout layout)
{
    return layout == TensorLayout::NCHW ? toLayout(nhwc, TensorLayout::NHWC, TensorLayout::NCHW).bytes() : nhwc.bytes();
}

Tensor permutedAndReread(const QByteArray& bytes, const Shape& declared, const std::array<int, 4>& permutation,
                         const PictureSize& size)
{
    const Tensor moved = transposed(Tensor(DataType::UInt8, declared, bytes), permutation);
    return reshaped(moved, size.nhwc());
}

Tensor channelsReversed(const Tensor& nhwc)
{
    const auto channels = static_cast<std::size_t>(nhwc.shape()[3]);
    const auto source = nhwc.values<quint8>();
    std::vector<quint8> result(source.size());
    for (std::size_t i = 0; i < source.size(); i += channels) {
        for (std::size_t c = 0; c < channels; ++c)
            result[i + c] = source[i + channels - 1 - c];
    }
    return Tensor::fromValues<quint8>(nhwc.shape(), result);
}

Tensor chromaSwapped(const Tensor& nhwc)
{
    const auto source = nhwc.values<quint8>();
    std::vector<quint8> result(source.begin(), source.end());
    for (std::size_t i = 0; i + 2 < result.size(); i += 3)
        std::swap(result[i + 1], result[i + 2]);
    return Tensor::fromValues<quint8>(nhwc.shape(), result);
}

Tensor widthAndHeightSwapped(const Tensor& nhwc)
{
    constexpr std::array<int, 4> permutation{0, 2, 1, 3};
    return reshaped(transposed(nhwc, permutation), nhwc.shape());
}

namespace {

/// Pixel (y, x) of the result is the source's pixel at `from(y, x)`.
template <typename From> Tensor rearranged(const Tensor& nhwc, const From& from)
{
    const qint64 height = nhwc.shape()[1];
    const qint64 width = nhwc.shape()[2];
    const qint64 channels = nhwc.shape()[3];
    const char* source = nhwc.bytes().constData();
    QByteArray result(nhwc.bytes().size(), Qt::Uninitialized);
    char* to = result.data();
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x, to += channels) {
            const auto [row, column] = from(y, x);
            std::memcpy(to, source + (row * width + column) * channels, static_cast<std::size_t>(channels));
        }
    }
    return {nhwc.dataType(), nhwc.shape(), std::move(result)};
}

} // namespace

Tensor mirrored(const Tensor& nhwc)
{
    const qint64 last = nhwc.shape()[2] - 1;
    return rearranged(nhwc, [last](qint64 y, qint64 x) { return std::pair(y, last - x); });
}

Tensor upsideDown(const Tensor& nhwc)
{
    const qint64 last = nhwc.shape()[1] - 1;
    return rearranged(nhwc, [last](qint64 y, qint64 x) { return std::pair(last - y, x); });
}

Tensor shifted(const Tensor& nhwc, qint64 down, qint64 right)
{
    const qint64 lastRow = nhwc.shape()[1] - 1;
    const qint64 lastColumn = nhwc.shape()[2] - 1;
    return rearranged(nhwc, [=](qint64 y, qint64 x) {
        return std::pair(std::clamp(y - down, qint64(0), lastRow), std::clamp(x - right, qint64(0), lastColumn));
    });
}

QByteArray nv12FromYuv444(const Tensor& nhwc)
{
    const qint64 height = nhwc.shape()[1];
    const qint64 width = nhwc.shape()[2];
    const char* pixels = nhwc.bytes().constData();
    QByteArray planes;
    planes.reserve(height * width * 3 / 2);
    for (qint64 i = 0; i < height * width; ++i)
        planes.append(pixels[3 * i]);
    for (qint64 y = 0; y + 1 < height; y += 2) {
        for (qint64 x = 0; x + 1 < width; x += 2)
            planes.append(pixels + 3 * (y * width + x) + 1, 2);
    }
    return planes;
}

QByteArray chromaReordered(const QByteArray& planes, qint64 height, qint64 width, ChromaPlanes from, ChromaPlanes to)
{
    if (from == to)
        return planes;
    const qint64 area = height * width;
    const qint64 quarter = area / 4;
    QByteArray result = planes;
    for (qint64 i = 0; i < quarter; ++i) {
        const bool toPlanar = to == ChromaPlanes::Planar;
        for (const qint64 component : {qint64(0), qint64(1)}) {
            const qint64 interleaved = area + 2 * i + component;
            const qint64 planar = area + component * quarter + i;
            result[toPlanar ? planar : interleaved] = planes[toPlanar ? interleaved : planar];
        }
    }
    return result;
}

QByteArray rowsPadded(const QByteArray& bytes, qint64 rowBytes, qint64 stride)
{
    QByteArray result;
    result.reserve(bytes.size() + stride);
    for (qint64 begin = 0; begin < bytes.size() && result.size() < bytes.size(); begin += rowBytes) {
        result.append(bytes.mid(begin, rowBytes));
        result.append(QByteArray(stride - rowBytes, '\0'));
    }
    result.truncate(bytes.size());
    return result;
}

QByteArray rowsStrided(const QByteArray& bytes, qint64 rowBytes, qint64 stride)
{
    QByteArray result;
    result.reserve(bytes.size());
    for (qint64 begin = 0; result.size() < bytes.size(); begin += stride)
        result.append(bytes.mid(begin, rowBytes).leftJustified(rowBytes, '\0'));
    result.truncate(bytes.size());
    return result;
}

Tensor mapped(const Tensor& nhwc, const std::function<double(quint8, qint64)>& function)
{
    const auto channels = static_cast<std::size_t>(nhwc.shape()[3]);
    Q_ASSERT(channels > 0);
    std::vector<quint8> table(channels * 256);
    for (std::size_t c = 0; c < channels; ++c) {
        for (std::size_t pixel = 0; pixel < 256; ++pixel) {
            const double value = std::nearbyint(function(static_cast<quint8>(pixel), static_cast<qint64>(c)));
            table[c * 256 + pixel] = static_cast<quint8>(std::clamp(value, 0.0, 255.0));
        }
    }
    const auto source = nhwc.values<quint8>();
    std::vector<quint8> result(source.size());
    for (std::size_t i = 0; i < source.size(); ++i)
        result[i] = table[(i % channels) * 256 + source[i]];
    return Tensor::fromValues<quint8>(nhwc.shape(), result);
}

double roughness(const Tensor& nhwc)
{
    const qint64 height = nhwc.shape()[1];
    const qint64 width = nhwc.shape()[2];
    const qint64 channels = nhwc.shape()[3];
    const auto pixels = nhwc.values<quint8>();
    const auto at = [&](qint64 y, qint64 x, qint64 c) {
        return static_cast<int>(pixels[static_cast<std::size_t>((y * width + x) * channels + c)]);
    };
    double neighbours = 0;
    double count = 0;
    for (qint64 y = 0; y + 1 < height; ++y) {
        for (qint64 x = 0; x + 1 < width; ++x) {
            for (qint64 c = 0; c < channels; ++c) {
                neighbours += std::abs(at(y, x, c) - at(y, x + 1, c)) + std::abs(at(y, x, c) - at(y + 1, x, c));
                count += 2;
            }
        }
    }
    // Expected difference of two pixels picked at random, from the histogram.
    std::array<double, 256> histogram{};
    for (const quint8 pixel : pixels)
        histogram[pixel] += 1.0 / static_cast<double>(pixels.size());
    double shuffled = 0;
    for (std::size_t a = 0; a < histogram.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            shuffled += 2 * histogram[a] * histogram[b] * static_cast<double>(a - b);
    }
    if (count == 0 || shuffled < 1e-9)
        return 0;
    return neighbours / count / shuffled;
}

} // namespace driftscope
