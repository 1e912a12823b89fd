// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Window.h"

namespace driftscope {

/// ConvTranspose over NxCxHxW: where each input element adds to, for sums of any type.
class TransposedConvolution
{
public:
    /// `weightShape` is Cx(M/groups)xkHxkW.
    [[nodiscard]] static Result<TransposedConvolution> fromNode(const NodeContext& context, const Shape& weightShape);

    [[nodiscard]] qint64 outputChannels() const { return m_perGroup * m_groups; }
    /// Nothing when the input does not fit the weights.
    [[nodiscard]] std::optional<Shape> outputShape(const Shape& input) const;

    /// Adds every product into `sums`, which holds outputShape(input) elements.
    template <typename Sum, typename T, typename Weight>
    void accumulate(const Shape& input, const T* values, const Weight* weights, Sum* sums) const
    {
        const auto in = *spatialSizes(input);
        const auto out = spatialOutput(in);
        const qint64 taps = m_window.size[0] * m_window.size[1];
        const qint64 channelsPerGroup = m_channels / m_groups;
        for (qint64 plane = 0; plane < input[0] * m_channels; ++plane) {
            const qint64 channel = plane % m_channels;
            const qint64 firstOut = plane / m_channels * outputChannels() + channel / channelsPerGroup * m_perGroup;
            for (qint64 place = 0; place < in[0] * in[1]; ++place) {
                const auto value = static_cast<Sum>(values[plane * in[0] * in[1] + place]);
                const qint64 top = place / in[1] * m_window.stride[0] - m_window.padBegin[0];
                const qint64 left = place % in[1] * m_window.stride[1] - m_window.padBegin[1];
                for (qint64 tap = 0; tap < taps; ++tap) {
                    const qint64 y = top + tap / m_window.size[1] * m_window.dilation[0];
                    const qint64 x = left + tap % m_window.size[1] * m_window.dilation[1];
                    if (y < 0 || y >= out[0] || x < 0 || x >= out[1])
                        continue;
                    const Weight* weight = weights + channel * m_perGroup * taps + tap;
                    Sum* target = sums + (firstOut * out[0] + y) * out[1] + x;
                    for (qint64 m = 0; m < m_perGroup; ++m)
                        target[m * out[0] * out[1]] += value * static_cast<Sum>(weight[m * taps]);
                }
            }
        }
    }

private:
    [[nodiscard]] std::array<qint64, 2> spatialOutput(const std::array<qint64, 2>& input) const;

    Window m_window;
    std::array<qint64, 2> m_outputPadding{0, 0};
    qint64 m_channels = 0;
    qint64 m_perGroup = 0;
    qint64 m_groups = 1;
};

} // namespace driftscope
