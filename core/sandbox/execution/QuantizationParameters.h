// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"
#include "core/sandbox/execution/Requantization.h"

namespace driftscope {

/// Constant scales and zero points of one operand: real = (code - zero point) * scale. There is one of each, or a scale
/// for each channel with one zero point or as many.
class QuantizationParameters
{
public:
    /// Reads the constants at two inputs of a node. Fails when the scale is computed at run time or not positive, when
    /// there are more zero points than scales, or when one is not zero and of another type than int8.
    [[nodiscard]] static Result<QuantizationParameters> fromInputs(const NodeContext& context, qsizetype scaleInput,
                                                                   qsizetype zeroPointInput);
    /// Fails too where zero points differ by channel.
    [[nodiscard]] static Result<QuantizationParameters>
    withOneZeroPoint(const NodeContext& context, qsizetype scaleInput, qsizetype zeroPointInput);

    [[nodiscard]] const std::vector<float>& scales() const { return m_scales; }
    /// The scale of a channel; the only one where there is one for all.
    [[nodiscard]] double scale(std::size_t channel = 0) const
    {
        return static_cast<double>(m_scales[channel < m_scales.size() ? channel : 0]);
    }
    [[nodiscard]] bool isPerTensor() const { return m_scales.size() == 1; }
    /// The only zero point.
    [[nodiscard]] qint8 zeroPoint() const { return m_zeroPoints.front(); }
    [[nodiscard]] bool hasOneZeroPoint() const { return m_zeroPoints.size() == 1; }
    [[nodiscard]] const std::vector<qint8>& zeroPoints() const { return m_zeroPoints; }

    /// What an int8 code stands for.
    [[nodiscard]] float real(int code, qint64 channel = 0) const
    {
        return static_cast<float>(code - of(m_zeroPoints, channel)) * of(m_scales, channel);
    }
    [[nodiscard]] qint8 code(float real, qint64 channel = 0) const
    {
        return quantized(real, of(m_scales, channel), static_cast<float>(of(m_zeroPoints, channel)));
    }
    [[nodiscard]] bool operator==(const QuantizationParameters&) const = default;

private:
    template <typename T> [[nodiscard]] static T of(const std::vector<T>& values, qint64 channel)
    {
        return values[values.size() == 1 ? 0 : static_cast<std::size_t>(channel)];
    }

    std::vector<float> m_scales;
    std::vector<qint8> m_zeroPoints{0};
};

} // namespace driftscope
