// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorPictures.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 largestSide = 2048;
constexpr int histogramBins = 64;

bool isChannelLast(const Tensor& tensor)
{
    if (tensor.layout() != TensorLayout::Unknown)
        return tensor.layout() == TensorLayout::NHWC;
    const Shape& shape = tensor.shape();
    return shape[3] <= 4 && shape[1] > 4;
}

std::array<QRgb, 256> colourTable(const Theme& theme)
{
    std::array<QRgb, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = theme.sequential().at(static_cast<double>(i) / 255.0).rgb();
    return table;
}

QImage paintChannel(const std::vector<float>& values, const PicturePlan& plan, qint64 channel, double minimum,
                    double maximum, const Theme& theme)
{
    const auto width = static_cast<int>(std::min(plan.width, largestSide));
    const auto height = static_cast<int>(std::min(plan.height, largestSide));
    if (width < 1 || height < 1)
        return {};
    const auto table = colourTable(theme);
    const QRgb notFinite = theme.color(ThemeColor::NotFinite).rgb();
    const double span = maximum > minimum ? maximum - minimum : 1.0;
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const auto at = static_cast<std::size_t>(y * plan.strideY + x * plan.strideX + channel * plan.strideC);
            const double value = at < values.size() ? static_cast<double>(values[at]) : std::nan("");
            const double place = std::clamp((value - minimum) / span, 0.0, 1.0);
            line[x] = std::isfinite(value) ? table[static_cast<std::size_t>(std::lround(place * 255.0))] : notFinite;
        }
    }
    return image;
}

QString typeText(const Tensor& tensor)
{
    const QString text
        = dataTypeName(tensor.dataType()) % u' ' % tensor.shape().displayText() % u' ' % layoutName(tensor.layout());
    return text.trimmed();
}

} // namespace

PicturePlan picturePlan(const Tensor& tensor)
{
    const Shape& shape = tensor.shape();
    if (shape.rank() == 4 && shape[2] * shape[3] > 1 && !isChannelLast(tensor))
        return {shape[2], shape[3], shape[1], shape[3], 1, shape[2] * shape[3]};
    if (shape.rank() == 4 && shape[1] * shape[2] > 1 && isChannelLast(tensor))
        return {shape[1], shape[2], shape[3], shape[2] * shape[3], shape[3], 1};
    const qint64 count = std::max<qint64>(tensor.elementCount(), 0);
    const auto side = static_cast<qint64>(std::ceil(std::sqrt(static_cast<double>(count))));
    if (count <= 16)
        return {1, count, 1, count, 1, 0};
    return {side == 0 ? 0 : (count + side - 1) / side, side, 1, side, 1, 0};
}

TensorPictures tensorPictures(const Tensor& reference, const Tensor& candidate, qint64 channel, const Theme& theme)
{
    const std::vector<float> expected = reference.toRealValues();
    const std::vector<float> actual = candidate.toRealValues();
    TensorPictures result;
    bool isFirst = true;
    for (const auto* values : {&expected, &actual}) {
        for (const float value : *values) {
            if (!std::isfinite(value)) {
                ++result.notFinite;
                continue;
            }
            result.minimum
                = isFirst ? static_cast<double>(value) : std::min(result.minimum, static_cast<double>(value));
            result.maximum
                = isFirst ? static_cast<double>(value) : std::max(result.maximum, static_cast<double>(value));
            isFirst = false;
        }
    }
    const PicturePlan plan = picturePlan(reference);
    const PicturePlan other = picturePlan(candidate);
    result.channels = std::max<qint64>(1, std::min(plan.channels, other.channels));
    const qint64 shown = std::clamp<qint64>(channel, 0, result.channels - 1);
    result.reference = paintChannel(expected, plan, shown, result.minimum, result.maximum, theme);
    result.candidate = paintChannel(actual, other, shown, result.minimum, result.maximum, theme);
    result.referenceHistogram = histogram(expected, histogramBins, result.minimum, result.maximum);
    result.candidateHistogram = histogram(actual, histogramBins, result.minimum, result.maximum);
    result.referenceType = typeText(reference);
    result.candidateType = typeText(candidate);
    return result;
}

} // namespace driftscope
