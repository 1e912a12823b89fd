// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/FeedingParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString number(qint64 value)
{
    return QString::number(value);
}

/// The sizes: constants where they are known, else parameters.
QString sizeParameters(const FeedingJob& job)
{
    return job.hasSize() ? QString() : u", std::size_t height, std::size_t width"_s;
}

QString sizeConstants(const FeedingJob& job)
{
    return job.hasSize() ? u"    constexpr std::size_t height = %1;\n    constexpr std::size_t width = %2;\n"_s.arg(
               number(job.height), number(job.width))
                         : QString();
}

QString formula(int component, bool videoRange)
{
    const YuvFormula& f = yuvFormula(component, videoRange);
    return u"%1 * p[0] + %2 * p[1] + %3 * p[2] + %4"_s.arg(QLatin1StringView(f.red), QLatin1StringView(f.green),
                                                           QLatin1StringView(f.blue), QLatin1StringView(f.offset));
}

/// Of one pixel: Y, U or V as a number with decimals, and the rounding to a byte.
QString yuvHelpers(const FeedingJob& job, int components)
{
    QString text = u"    const auto byte = [](double value) {\n"
                   "        return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));\n"
                   "    };\n"_s;
    static constexpr const char* names[] = {"luma", "blueness", "redness"};
    for (int i = 0; i < components; ++i) {
        text += u"    const auto %1 = [](const std::uint8_t* p) {\n        return %2;\n    };\n"_s.arg(
            QLatin1StringView(names[i]), formula(i, job.input.videoRange));
    }
    return text;
}

QString nv12Body(const FeedingJob& job)
{
    return yuvHelpers(job, 3)
        % u"    std::vector<std::uint8_t> bytes;\n"
          "    bytes.reserve(height * width * 3 / 2);\n"
          "    for (std::size_t i = 0; i < height * width; ++i)\n"
          "        bytes.push_back(byte(luma(rgb + i * 3)));\n"
          "    for (std::size_t y = 0; y < height; y += 2) {\n"
          "        for (std::size_t x = 0; x < width; x += 2) {\n"
          "            const std::uint8_t* a = rgb + (y * width + x) * 3;\n"
          "            const std::uint8_t* b = a + width * 3;\n"
          "            bytes.push_back(byte((blueness(a) + blueness(a + 3) + blueness(b) + blueness(b + 3)) / 4.0));\n"
          "            bytes.push_back(byte((redness(a) + redness(a + 3) + redness(b) + redness(b + 3)) / 4.0));\n"
          "        }\n"
          "    }\n"
          "    return bytes;\n"_s;
}

/// Where channel c of pixel i goes.
QString place(const FeedingJob& job)
{
    return job.layout == TensorLayout::NCHW ? u"c * height * width + i"_s : u"i * 3 + c"_s;
}

QString yuv444Body(const FeedingJob& job)
{
    return yuvHelpers(job, 3)
        % u"    std::vector<std::uint8_t> bytes(height * width * 3);\n"
          "    for (std::size_t i = 0; i < height * width; ++i) {\n"
          "        const std::uint8_t* p = rgb + i * 3;\n"
          "        const double yuv[] = {luma(p), blueness(p), redness(p)};\n"
          "        for (std::size_t c = 0; c < 3; ++c)\n"
          "            bytes[%1] = byte(yuv[c]);\n"
          "    }\n"
          "    return bytes;\n"_s.arg(place(job));
}

QString grayBody(const FeedingJob& job)
{
    return yuvHelpers(job, 1)
        % u"    std::vector<std::uint8_t> bytes(height * width);\n"
          "    for (std::size_t i = 0; i < height * width; ++i)\n"
          "        bytes[i] = byte(luma(rgb + i * 3));\n"
          "    return bytes;\n"_s;
}

QString colourBody(const FeedingJob& job)
{
    return u"    std::vector<std::uint8_t> bytes(height * width * 3);\n"
           "    for (std::size_t i = 0; i < height * width; ++i) {\n"
           "        for (std::size_t c = 0; c < 3; ++c)\n"
           "            bytes[%1] = rgb[i * 3 + %2];\n"
           "    }\n"
           "    return bytes;\n"_s.arg(place(job), job.input.typeRt == InputType::Bgr ? u"2 - c"_s : u"c"_s);
}

QString pictureBody(const FeedingJob& job)
{
    switch (job.input.typeRt) {
    case InputType::Nv12:
        return nv12Body(job);
    case InputType::Yuv444:
        return yuv444Body(job);
    case InputType::Gray:
        return grayBody(job);
    default:
        return colourBody(job);
    }
}

QString openCvHint(const FeedingJob& job)
{
    const QString size = job.hasSize() ? u" to %1 x %2"_s.arg(number(job.width), number(job.height)) : QString();
    return u"// With OpenCV: cv::resize%1, cv::cvtColor with cv::COLOR_BGR2RGB,\n// then picture.data.\n"_s.arg(size);
}

QString turnedFeaturemap(const FeedingJob& job)
{
    const bool isKnown = job.hasSize() && job.channels > 0;
    const QString constants = isKnown
        ? u"    constexpr std::size_t channels = %1;\n"_s.arg(number(job.channels)) % sizeConstants(job)
        : QString();
    const bool toPlanes = job.layout == TensorLayout::NCHW;
    return u"std::vector<std::uint8_t> %1(const float* values%2)\n{\n"_s.arg(
               job.function, isKnown ? QString() : u", std::size_t channels, std::size_t height, std::size_t width"_s)
        % constants
        % u"    std::vector<float> turned(channels * height * width);\n"
          "    for (std::size_t c = 0; c < channels; ++c) {\n"
          "        for (std::size_t i = 0; i < height * width; ++i)\n"
          "            turned[%1] = values[%2];\n"
          "    }\n"
          "    const auto* begin = reinterpret_cast<const std::uint8_t*>(turned.data());\n"
          "    return {begin, begin + turned.size() * sizeof(float)};\n}\n"_s.arg(
              toPlanes ? u"c * height * width + i"_s : u"i * channels + c"_s,
              toPlanes ? u"i * channels + c"_s : u"c * height * width + i"_s);
}

QString featuremapFunction(const FeedingJob& job)
{
    const QString comment
        = u"// values: float32 as in training%1, in the layout %2 of the model, not normalized.\n"_s.arg(
            job.input.norm == NormType::NoPreprocess ? QString() : u" before mean and scale"_s,
            layoutName(job.input.layoutTrain));
    if (job.isTurned())
        return comment % turnedFeaturemap(job);
    const bool isKnown = job.values > 0;
    return comment
        % u"std::vector<std::uint8_t> %1(const float* values%2)\n{\n%3"
          "    const auto* begin = reinterpret_cast<const std::uint8_t*>(values);\n"
          "    return {begin, begin + count * sizeof(float)};\n}\n"_s.arg(
              job.function, isKnown ? QString() : u", std::size_t count"_s,
              isKnown ? u"    constexpr std::size_t count = %1;\n"_s.arg(number(job.values)) : QString());
}

} // namespace

QString cppHead()
{
    return u"#include <algorithm>\n#include <cmath>\n#include <cstddef>\n#include <cstdint>\n#include <vector>\n\n"_s;
}

QString cppFunction(const FeedingJob& job)
{
    QString text = u"// %1.\n"_s.arg(job.title);
    if (job.frames > 1)
        text += u"// One frame: the board takes %1 of them, one behind the other.\n"_s.arg(job.frames);
    if (!isImageType(job.input.typeRt))
        return text % featuremapFunction(job);
    return text % u"// rgb: row by row red, green, blue of each pixel, 0 to 255, not normalized.\n"_s % openCvHint(job)
        % u"std::vector<std::uint8_t> %1(const std::uint8_t* rgb%2)\n{\n"_s.arg(job.function, sizeParameters(job))
        % sizeConstants(job) % pictureBody(job) % u"}\n"_s;
}

} // namespace driftscope
