// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/IntegerConvolution.h"

#include "core/sandbox/execution/DotProducts.h"

#include <algorithm>

namespace driftscope {

namespace {

constexpr qint64 patchesPerTile = 32; ///< few enough that a tile of patches stays in the first caches

} // namespace

/// One picture of the batch.
struct IntegerConvolution::Frame
{
    Window window; ///< pads resolved
    const qint8* in = nullptr;
    std::array<qint64, 2> inputSize{};
    std::array<qint64, 2> outputSize{};
    [[nodiscard]] qint64 inputPlane() const { return inputSize[0] * inputSize[1]; }
    [[nodiscard]] qint64 outputPlane() const { return outputSize[0] * outputSize[1]; }
};

IntegerConvolution::IntegerConvolution(const Tensor& weights, std::vector<qint32> bias,
                                       std::vector<Requantization> requantization, const Window& window, qint64 groups)
    : m_bias(std::move(bias))
    , m_requantization(std::move(requantization))
    , m_window(window)
    , m_groups(groups)
    , m_channelsPerGroup(weights.shape()[1])
    , m_outputChannels(weights.shape()[0])
{
    const qint64 depth = m_channelsPerGroup * window.size[0] * window.size[1];
    m_depth = paddedDepth(depth);
    m_weights.assign(static_cast<std::size_t>(m_outputChannels * m_depth), 0);
    const std::span<const qint8> values = weights.values<qint8>();
    for (qint64 channel = 0; channel < m_outputChannels; ++channel) {
        for (qint64 k = 0; k < depth; ++k) {
            m_weights[static_cast<std::size_t>(channel * m_depth + k)]
                = values[static_cast<std::size_t>(channel * depth + k)];
        }
    }
}

std::optional<Tensor> IntegerConvolution::run(const Tensor& input) const
{
    return convolved<qint8>(input);
}

std::optional<Tensor> IntegerConvolution::sums(const Tensor& input) const
{
    return convolved<qint32>(input);
}

template <typename T> std::optional<Tensor> IntegerConvolution::convolved(const Tensor& input) const
{
    Frame frame;
    frame.inputSize = *spatialSizes(input.shape());
    frame.window = m_window.resolved(frame.inputSize);
    frame.outputSize = frame.window.outputSize(frame.inputSize);
    if (frame.outputSize[0] < 1 || frame.outputSize[1] < 1)
        return std::nullopt;
    TensorBuilder<T> builder(spatialShape(input.shape(), m_outputChannels, frame.outputSize));
    for (qint64 batch = 0; batch < input.shape()[0]; ++batch) {
        frame.in = input.values<qint8>().data() + batch * inputChannels() * frame.inputPlane();
        T* out = builder.data() + batch * m_outputChannels * frame.outputPlane();
        if (m_channelsPerGroup == 1 && m_groups > 1) {
            runDepthwise(frame, out);
            continue;
        }
        for (qint64 group = 0; group < m_groups; ++group)
            runGroup(frame, group, out);
    }
    return builder.take();
}

void IntegerConvolution::finishRow(qint64 channel, const qint32* sums, qint64 count, qint8* out) const
{
    const qint32 bias = m_bias[static_cast<std::size_t>(channel)];
    const Requantization requantization = m_requantization[static_cast<std::size_t>(channel)];
    for (qint64 i = 0; i < count; ++i)
        out[i] = requantization.apply(sums[i] + bias);
}

void IntegerConvolution::finishRow(qint64 channel, const qint32* sums, qint64 count, qint32* out) const
{
    const qint32 bias = m_bias[static_cast<std::size_t>(channel)];
    for (qint64 i = 0; i < count; ++i)
        out[i] = sums[i] + bias;
}

template <typename T> void IntegerConvolution::runDepthwise(const Frame& frame, T* out) const
{
    const Window& window = frame.window;
    const qint64 paddedWidth = frame.inputSize[1] + window.padBegin[1] + window.padEnd[1] + window.stride[1];
    const qint64 paddedHeight = frame.inputSize[0] + window.padBegin[0] + window.padEnd[0];
    std::vector<qint16> plane(static_cast<std::size_t>(paddedWidth * paddedHeight), 0);
    std::vector<qint32> sums(static_cast<std::size_t>(frame.outputSize[1]));
    const qint64 perChannel = m_outputChannels / m_groups;
    for (qint64 channel = 0; channel < m_groups; ++channel) {
        const qint8* in = frame.in + channel * frame.inputPlane();
        for (qint64 y = 0; y < frame.inputSize[0]; ++y) {
            qint16* line = plane.data() + (y + window.padBegin[0]) * paddedWidth + window.padBegin[1];
            for (qint64 x = 0; x < frame.inputSize[1]; ++x)
                line[x] = static_cast<qint16>(in[y * frame.inputSize[1] + x] - m_inputZeroPoint);
        }
        for (qint64 result = channel * perChannel; result < (channel + 1) * perChannel; ++result) {
            const qint16* weights = m_weights.data() + result * m_depth;
            for (qint64 y = 0; y < frame.outputSize[0]; ++y) {
                std::ranges::fill(sums, 0);
                for (qint64 tap = 0; tap < window.size[0] * window.size[1]; ++tap) {
                    const qint64 row = y * window.stride[0] + tap / window.size[1] * window.dilation[0];
                    const qint16* line = plane.data() + row * paddedWidth + tap % window.size[1] * window.dilation[1];
                    addScaledRow(sums.data(), frame.outputSize[1], line, window.stride[1], weights[tap]);
                }
                finishRow(result, sums.data(), frame.outputSize[1],
                          out + result * frame.outputPlane() + y * frame.outputSize[1]);
            }
        }
    }
}

void IntegerConvolution::packPatches(const Frame& frame, qint64 group, qint64 first, qint64 count,
                                     qint16* patches) const
{
    const Window& window = frame.window;
    const qint8* in = frame.in + group * m_channelsPerGroup * frame.inputPlane();
    const qint64 taps = window.size[0] * window.size[1];
    for (qint64 i = 0; i < count; ++i) {
        const qint64 top = (first + i) / frame.outputSize[1] * window.stride[0] - window.padBegin[0];
        const qint64 left = (first + i) % frame.outputSize[1] * window.stride[1] - window.padBegin[1];
        qint16* patch = patches + i * m_depth;
        for (qint64 tap = 0; tap < taps; ++tap) {
            const qint64 y = top + tap / window.size[1] * window.dilation[0];
            const qint64 x = left + tap % window.size[1] * window.dilation[1];
            const bool inside = y >= 0 && y < frame.inputSize[0] && x >= 0 && x < frame.inputSize[1];
            const qint8* source = in + (inside ? y * frame.inputSize[1] + x : 0);
            for (qint64 channel = 0; channel < m_channelsPerGroup; ++channel)
                patch[channel * taps + tap]
                    = inside ? static_cast<qint16>(source[channel * frame.inputPlane()] - m_inputZeroPoint) : qint16(0);
        }
    }
}

template <typename T> void IntegerConvolution::runGroup(const Frame& frame, qint64 group, T* out) const
{
    const qint64 rows = m_outputChannels / m_groups;
    std::vector<qint16> patches(static_cast<std::size_t>(patchesPerTile * m_depth), 0);
    std::vector<qint32> sums(static_cast<std::size_t>(rows * patchesPerTile));
    for (qint64 first = 0; first < frame.outputPlane(); first += patchesPerTile) {
        const qint64 count = std::min(patchesPerTile, frame.outputPlane() - first);
        packPatches(frame, group, first, count, patches.data());
        dotProducts(m_weights.data() + group * rows * m_depth, rows, patches.data(), count, m_depth, sums.data());
        for (qint64 row = 0; row < rows; ++row) {
            const qint64 channel = group * rows + row;
            finishRow(channel, sums.data() + row * count, count, out + channel * frame.outputPlane() + first);
        }
    }
}

} // namespace driftscope
