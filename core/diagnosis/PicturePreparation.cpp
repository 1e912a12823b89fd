// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/PicturePreparation.h"

#include "core/tensor/Picture.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

/// The source pixels that one pixel of the result is made of, along one axis.
struct Taps
{
    qint64 first = 0;
    std::vector<double> weights;
};

Taps linearTaps(double place, qint64 from)
{
    const double inside = std::clamp(place, 0.0, static_cast<double>(from - 1));
    const auto first = static_cast<qint64>(inside);
    const double weight = inside - static_cast<double>(first);
    return first + 1 < from ? Taps{first, {1.0 - weight, weight}} : Taps{first, {1.0}};
}

/// Keys' cubic with a = -0.75; taps beyond the edge count for the edge.
Taps cubicTaps(double place, qint64 from)
{
    constexpr double a = -0.75;
    const auto kernel = [](double x) {
        x = std::abs(x);
        if (x <= 1)
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0.0;
    };
    const auto base = static_cast<qint64>(std::floor(place));
    Taps taps{std::clamp(base - 1, qint64(0), from - 1), {}};
    const qint64 last = std::clamp(base + 2, qint64(0), from - 1);
    taps.weights.assign(static_cast<std::size_t>(last - taps.first + 1), 0.0);
    for (qint64 i = base - 1; i <= base + 2; ++i) {
        const qint64 inside = std::clamp(i, qint64(0), from - 1);
        taps.weights[static_cast<std::size_t>(inside - taps.first)] += kernel(place - static_cast<double>(i));
    }
    return taps;
}

Taps areaTaps(double begin, double end, qint64 from)
{
    const qint64 first = std::clamp(static_cast<qint64>(std::floor(begin)), qint64(0), from - 1);
    const qint64 last = std::clamp(static_cast<qint64>(std::ceil(end)) - 1, first, from - 1);
    Taps taps{first, {}};
    for (qint64 i = first; i <= last; ++i) {
        const double covered = std::min(end, static_cast<double>(i + 1)) - std::max(begin, static_cast<double>(i));
        taps.weights.push_back(std::max(covered, 0.0) / (end - begin));
    }
    return taps;
}

Taps tapsAt(qint64 index, qint64 from, qint64 to, Interpolation interpolation)
{
    const double step = static_cast<double>(from) / static_cast<double>(to);
    const auto position = static_cast<double>(index);
    const double centre = (position + 0.5) * step - 0.5;
    switch (interpolation) {
    case Interpolation::Nearest:
        // 56 steps from 230 to 112 are 114.99999999999999 there, and the row before is taken.
        return {std::min(static_cast<qint64>(position * (1.0 / (static_cast<double>(to) / static_cast<double>(from)))),
                         from - 1),
                {1.0}};
    case Interpolation::NearestWhole:
        return {index * from / to, {1.0}};
    case Interpolation::NearestCentre:
        return {(2 * index + 1) * from / (2 * to), {1.0}};
    case Interpolation::AlignedCorners:
        return linearTaps(to > 1 ? position * static_cast<double>(from - 1) / static_cast<double>(to - 1) : 0.0, from);
    case Interpolation::Area:
        return step > 1.0 ? areaTaps(position * step, (position + 1) * step, from) : linearTaps(centre, from);
    case Interpolation::Cubic:
        return cubicTaps(centre, from);
    case Interpolation::Bilinear:
        return linearTaps(centre, from);
    }
    Q_UNREACHABLE();
}

std::vector<Taps> allTaps(qint64 from, qint64 to, Interpolation interpolation)
{
    std::vector<Taps> taps;
    for (qint64 i = 0; i < to; ++i)
        taps.push_back(tapsAt(i, from, to, interpolation));
    return taps;
}

double blended(const quint8* column, const Taps& rows, qint64 rowBytes)
{
    double sum = 0;
    for (std::size_t i = 0; i < rows.weights.size(); ++i)
        sum += rows.weights[i] * column[(rows.first + static_cast<qint64>(i)) * rowBytes];
    return sum;
}

Tensor resampled(const Tensor& picture, qint64 height, qint64 width, Interpolation interpolation)
{
    if (interpolation == Interpolation::Bilinear)
        return resizedPicture(picture, height, width);
    const qint64 channels = picture.shape()[2];
    const qint64 rowBytes = picture.shape()[1] * channels;
    const std::vector<Taps> rows = allTaps(picture.shape()[0], height, interpolation);
    const std::vector<Taps> columns = allTaps(picture.shape()[1], width, interpolation);
    const auto* source = reinterpret_cast<const quint8*>(picture.bytes().constData());
    std::vector<quint8> result;
    result.reserve(static_cast<std::size_t>(height * width * channels));
    for (const Taps& row : rows) {
        for (const Taps& column : columns) {
            for (qint64 c = 0; c < channels; ++c) {
                double value = 0;
                for (std::size_t i = 0; i < column.weights.size(); ++i) {
                    const qint64 x = column.first + static_cast<qint64>(i);
                    value += column.weights[i] * blended(source + x * channels + c, row, rowBytes);
                }
                result.push_back(static_cast<quint8>(std::clamp(std::lround(value), 0L, 255L)));
            }
        }
    }
    return Tensor::fromValues<quint8>({height, width, channels}, result);
}

/// `part` put on a filled canvas with its corner at (top, left); what lies outside is cut off.
Tensor placed(const Tensor& part, qint64 height, qint64 width, qint64 top, qint64 left, quint8 fill)
{
    const qint64 channels = part.shape()[2];
    QByteArray canvas(height * width * channels, static_cast<char>(fill));
    const qint64 firstColumn = std::max(qint64(0), left);
    const qint64 count = std::min(width, left + part.shape()[1]) - firstColumn;
    for (qint64 y = std::max(qint64(0), top); y < std::min(height, top + part.shape()[0]); ++y) {
        const char* from = part.bytes().constData() + ((y - top) * part.shape()[1] + firstColumn - left) * channels;
        std::copy_n(from, count * channels, canvas.data() + (y * width + firstColumn) * channels);
    }
    return {DataType::UInt8, Shape{height, width, channels}, std::move(canvas)};
}

} // namespace

Tensor preparedPicture(const Tensor& picture, qint64 height, qint64 width, const PicturePreparation& preparation)
{
    if (preparation.fit == PictureFit::Stretch)
        return resampled(picture, height, width, preparation.interpolation);
    const double down = static_cast<double>(height) / static_cast<double>(picture.shape()[0]);
    const double across = static_cast<double>(width) / static_cast<double>(picture.shape()[1]);
    const bool covers = preparation.fit == PictureFit::CentreCrop;
    const double scale = covers ? std::max(down, across) : std::min(down, across);
    const auto scaled
        = [scale](qint64 side) { return std::max<qint64>(1, std::lround(static_cast<double>(side) * scale)); };
    const Tensor part
        = resampled(picture, scaled(picture.shape()[0]), scaled(picture.shape()[1]), preparation.interpolation);
    const bool atCorner = preparation.fit == PictureFit::LetterboxTopLeft;
    const qint64 top = atCorner ? 0 : (height - part.shape()[0]) / 2;
    const qint64 left = atCorner ? 0 : (width - part.shape()[1]) / 2;
    return placed(part, height, width, top, left, preparation.fill);
}

} // namespace driftscope
