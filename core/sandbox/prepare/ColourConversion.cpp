// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/prepare/ColourConversion.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

bool isYuv(InputType type)
{
    return type == InputType::Yuv444 || type == InputType::Nv12;
}

// BT.601: Kr = 0.299, Kb = 0.114. The video range maps luma to 16..235 and chroma to 16..240.
constexpr double redWeight = 0.299;
constexpr double blueWeight = 0.114;
constexpr double greenWeight = 1.0 - redWeight - blueWeight;

ColourMap yuvToRgb(bool videoRange)
{
    const double luma = videoRange ? 255.0 / 219.0 : 1.0;
    const double chroma = videoRange ? 255.0 / 224.0 : 1.0;
    const double black = videoRange ? 16.0 : 0.0;
    const double redV = 2.0 * (1.0 - redWeight) * chroma;
    const double blueU = 2.0 * (1.0 - blueWeight) * chroma;
    const double greenU = -blueU * blueWeight / greenWeight;
    const double greenV = -redV * redWeight / greenWeight;
    ColourMap map;
    map.matrix = {{{luma, 0.0, redV}, {luma, greenU, greenV}, {luma, blueU, 0.0}}};
    for (std::size_t i = 0; i < 3; ++i)
        map.offset[i] = -luma * black - 128.0 * (map.matrix[i][1] + map.matrix[i][2]);
    return map;
}

ColourMap rgbToYuv(bool videoRange)
{
    const double luma = videoRange ? 219.0 / 255.0 : 1.0;
    const double chroma = videoRange ? 224.0 / 255.0 : 1.0;
    const double u = chroma / (2.0 * (1.0 - blueWeight));
    const double v = chroma / (2.0 * (1.0 - redWeight));
    ColourMap map;
    map.matrix = {{{luma * redWeight, luma * greenWeight, luma * blueWeight},
                   {-u * redWeight, -u * greenWeight, u * (1.0 - blueWeight)},
                   {v * (1.0 - redWeight), -v * greenWeight, -v * blueWeight}}};
    map.offset = {videoRange ? 16.0 : 0.0, 128.0, 128.0};
    return map;
}

ColourMap identityMap(int channels)
{
    ColourMap map;
    map.channels = channels;
    for (std::size_t i = 0; i < static_cast<std::size_t>(channels); ++i)
        map.matrix[i][i] = 1.0;
    return map;
}

ColourMap swappedOutputs(ColourMap map)
{
    std::swap(map.matrix[0], map.matrix[2]);
    std::swap(map.offset[0], map.offset[2]);
    return map;
}

ColourMap swappedInputs(ColourMap map)
{
    for (auto& row : map.matrix)
        std::swap(row[0], row[2]);
    return map;
}

ColourMap trainToRuntime(InputType train, InputType runtime, bool videoRange)
{
    if (train == runtime || (isYuv(train) && isYuv(runtime)))
        return identityMap(train == InputType::Gray ? 1 : 3);
    if (isYuv(runtime))
        return train == InputType::Bgr ? swappedInputs(rgbToYuv(videoRange)) : rgbToYuv(videoRange);
    return swappedOutputs(identityMap(3));
}

void averageChroma(std::vector<float>& plane, qint64 height, qint64 width)
{
    const auto at = [&](qint64 y, qint64 x) -> float& { return plane[static_cast<std::size_t>(y * width + x)]; };
    for (qint64 y = 0; y < height; y += 2) {
        for (qint64 x = 0; x < width; x += 2) {
            const qint64 below = std::min(y + 1, height - 1);
            const qint64 right = std::min(x + 1, width - 1);
            const float mean = (at(y, x) + at(below, x) + at(y, right) + at(below, right)) / 4.0F;
            at(y, x) = at(below, x) = at(y, right) = at(below, right) = mean;
        }
    }
}

} // namespace

ColourMap runtimeToTrain(InputType runtime, InputType train, bool videoRange)
{
    if (train == runtime || (isYuv(train) && isYuv(runtime)))
        return identityMap(train == InputType::Gray ? 1 : 3);
    if (isYuv(runtime))
        return train == InputType::Bgr ? swappedOutputs(yuvToRgb(videoRange)) : yuvToRgb(videoRange);
    return swappedOutputs(identityMap(3));
}

std::vector<float> trainToRuntime128(std::vector<float> pixels, InputType train, InputType runtime, bool videoRange,
                                     qint64 height, qint64 width)
{
    const ColourMap map = trainToRuntime(train, runtime, videoRange);
    const auto area = static_cast<std::size_t>(height * width);
    const auto channels = static_cast<std::size_t>(map.channels);
    std::vector<std::vector<float>> planes(channels, std::vector<float>(area));
    for (std::size_t c = 0; c < channels; ++c) {
        for (std::size_t i = 0; i < area; ++i) {
            double sum = map.offset[c];
            for (std::size_t k = 0; k < channels; ++k)
                sum += map.matrix[c][k] * static_cast<double>(pixels[k * area + i]);
            planes[c][i] = static_cast<float>(sum);
        }
        if (runtime == InputType::Nv12 && c > 0)
            averageChroma(planes[c], height, width);
    }
    for (std::size_t c = 0; c < channels; ++c) {
        for (std::size_t i = 0; i < area; ++i)
            pixels[c * area + i] = std::clamp(std::nearbyint(planes[c][i]), 0.0F, 255.0F) - 128.0F;
    }
    return pixels;
}

} // namespace driftscope
