// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace driftscope {

/// A real number in steps of an int8 value: rounded half to even, saturated. Not a number becomes 0.
[[nodiscard]] inline qint8 toCode(float steps)
{
    // Adding 1.5 * 2^23 leaves no bits behind the point, so that the addition rounds; unlike std::nearbyint() compilers
    // turn this into vector instructions. The comparisons are such that NaN ends at 0.
    constexpr float rounder = 12582912.0F;
    const float number = steps == steps ? steps : 0.0F;
    return static_cast<qint8>((std::clamp(number, -128.0F, 127.0F) + rounder) - rounder);
}

/// What a real number becomes at a scale.
[[nodiscard]] inline qint8 quantized(float value, float scale)
{
    return toCode(value / scale);
}

/// From the int32 sum of a product of int8 tensors to int8: one product in single precision, rounded half to even. This
/// is what QLinearConv and QLinearMatMul do in ONNX Runtime too, bit by bit, so that the board and the quantized model
/// cannot drift apart over many layers.
class Requantization
{
public:
    Requantization() = default;
    Requantization(float inputScale, float weightScale, float outputScale)
        : m_factor(inputScale * weightScale / outputScale)
    { }

    [[nodiscard]] qint8 apply(qint32 sum) const { return toCode(static_cast<float>(sum) * m_factor); }

private:
    float m_factor = 1.0F;
};

} // namespace driftscope
