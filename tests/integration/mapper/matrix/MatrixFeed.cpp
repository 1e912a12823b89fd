// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatrixFeed.h"

#include <random>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::size_t pixelCount = matrixRows * matrixColumns;

std::size_t position(qint64 row, qint64 column, qint64 channel, qint64 channels)
{
    return static_cast<std::size_t>((row * matrixColumns + column) * channels + channel);
}

/// BT.601, full range.
std::array<float, 3> rgbOfYuv(float y, float u, float v)
{
    const float cb = u - 128.0F;
    const float cr = v - 128.0F;
    return {y + 1.402F * cr, y - 0.344136F * cb - 0.714136F * cr, y + 1.772F * cb};
}

} // namespace

double matrixMean(qint64 channel)
{
    return 120.0 - 10.0 * static_cast<double>(channel);
}

double matrixScale(qint64 channel)
{
    return 0.017 + 0.001 * static_cast<double>(channel);
}

MatrixFeed::MatrixFeed(const MatrixInput& input, unsigned seed)
    : m_input(input)
    , m_values(pixelCount * static_cast<std::size_t>(input.channels()))
{
    if (input.isFeaturemap())
        makeFeatures(seed);
    else
        makePicture(seed);
}

void MatrixFeed::makePicture(unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> level(0, 255);
    const qint64 channels = m_input.channels();
    // Colours that exist: most combinations of Y, U and V are none, and calibration never saw what they would become.
    std::uniform_int_distribution<int> luma(60, 195);
    std::uniform_int_distribution<int> chroma(108, 148);
    const bool isNv12 = m_input.runtime == "nv12"_L1;
    const auto any = [&](qint64 channel) {
        if (!m_input.isYuv())
            return level(random);
        return channel == 0 ? luma(random) : chroma(random);
    };
    for (qint64 row = 0; row < matrixRows; ++row) {
        for (qint64 column = 0; column < matrixColumns; ++column) {
            for (qint64 c = 0; c < channels; ++c) {
                const bool repeats = isNv12 && c > 0 && (row % 2 != 0 || column % 2 != 0);
                m_values[position(row, column, c, channels)] = repeats
                    ? m_values[position(row / 2 * 2, column / 2 * 2, c, channels)]
                    : static_cast<float>(any(c));
            }
        }
    }
    const auto append = [this](qint64 row, qint64 column, qint64 channel) {
        const float value = m_values[position(row, column, channel, m_input.channels())];
        m_bytes.append(static_cast<char>(static_cast<unsigned char>(value)));
    };
    if (!isNv12) {
        for (const float value : inLayout(m_values, m_input.layoutRt))
            m_bytes.append(static_cast<char>(static_cast<unsigned char>(value)));
        return;
    }
    for (qint64 i = 0; i < matrixRows * matrixColumns; ++i)
        append(i / matrixColumns, i % matrixColumns, 0);
    for (qint64 row = 0; row < matrixRows; row += 2) {
        for (qint64 column = 0; column < matrixColumns; column += 2) {
            append(row, column, 1);
            append(row, column, 2);
        }
    }
}

void MatrixFeed::makeFeatures(unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> level(-1.0F, 1.0F);
    for (float& value : m_values)
        value = level(random);
    const std::vector<float> fed
        = inLayout(m_values, m_input.layoutRt.isEmpty() ? m_input.layoutTrain : m_input.layoutRt);
    m_bytes = QByteArray(reinterpret_cast<const char*>(fed.data()), qsizetype(fed.size() * sizeof(float)));
}

std::vector<float> MatrixFeed::inLayout(const std::vector<float>& interleaved, const QString& layout) const
{
    if (layout != "NCHW"_L1)
        return interleaved;
    const qint64 channels = m_input.channels();
    std::vector<float> planes;
    planes.reserve(interleaved.size());
    for (qint64 c = 0; c < channels; ++c) {
        for (qint64 i = 0; i < matrixRows * matrixColumns; ++i)
            planes.push_back(interleaved[static_cast<std::size_t>(i * channels + c)]);
    }
    return planes;
}

Shape MatrixFeed::trainShape() const
{
    return m_input.layoutTrain == "NHWC"_L1 ? Shape{1, matrixRows, matrixColumns, m_input.channels()}
                                            : Shape{1, m_input.channels(), matrixRows, matrixColumns};
}

std::vector<float> MatrixFeed::trainPixels() const
{
    std::vector<float> pixels = m_values;
    const bool toRgb = m_input.isYuv() && m_input.train != "yuv444"_L1;
    for (std::size_t i = 0; i < pixelCount && m_input.channels() == 3; ++i) {
        const std::size_t at = i * 3;
        if (toRgb)
            std::ranges::copy(rgbOfYuv(pixels[at], pixels[at + 1], pixels[at + 2]),
                              pixels.begin() + static_cast<std::ptrdiff_t>(at));
        const bool isTurned = toRgb ? m_input.train == "bgr"_L1 : m_input.train != m_input.runtime && !m_input.isYuv();
        if (isTurned)
            std::swap(pixels[at], pixels[at + 2]);
    }
    return pixels;
}

Tensor MatrixFeed::forFloat() const
{
    std::vector<float> values = trainPixels();
    const auto channels = static_cast<std::size_t>(m_input.channels());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto channel = static_cast<qint64>(i % channels);
        double value = static_cast<double>(values[i]);
        value -= m_input.hasMean() ? matrixMean(channel) : 0.0;
        value *= m_input.hasScale() ? matrixScale(channel) : 1.0;
        values[i] = static_cast<float>(value);
    }
    return Tensor::fromValues<float>(trainShape(), inLayout(values, m_input.layoutTrain));
}

Tensor MatrixFeed::forStage() const
{
    std::vector<float> values = inLayout(m_values, m_input.layoutTrain);
    for (float& value : values)
        value -= m_input.isFeaturemap() ? 0.0F : 128.0F;
    return Tensor::fromValues<float>(trainShape(), values);
}

Tensor MatrixFeed::forQuantized(const Shape& shape) const
{
    const bool isNhwc = shape == Shape{1, matrixRows, matrixColumns, m_input.channels()};
    const std::vector<float> values = inLayout(m_values, isNhwc ? u"NHWC"_s : u"NCHW"_s);
    if (m_input.isFeaturemap())
        return Tensor::fromValues<float>(shape, values);
    std::vector<qint8> pixels;
    pixels.reserve(values.size());
    for (const float value : values)
        pixels.push_back(static_cast<qint8>(static_cast<int>(value) - 128));
    return Tensor::fromValues<qint8>(shape, pixels);
}

} // namespace driftscope
