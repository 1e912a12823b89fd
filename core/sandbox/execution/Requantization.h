// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace driftscope {

/// A real number in steps of an int8 value whose code for 0 is `zeroPoint`: rounded half to even, then moved,
/// saturated. Not a number becomes 0.
[[nodiscard]] inline qint8 toCode(float steps, float zeroPoint = 0.0F)
{
    // Adding 1.5 * 2^23 leaves no bits behind the point, so that the addition rounds; unlike std::nearbyint() compilers
    // turn this into vector instructions. The comparisons are such that NaN ends at 0.
    constexpr float rounder = 12582912.0F;
    const float number = steps == steps ? steps : 0.0F;
    const float inside = std::clamp(number, -128.0F - zeroPoint, 127.0F - zeroPoint);
    return static_cast<qint8>(((inside + rounder) - rounder) + zeroPoint);
}

/// What a real number becomes at a scale.
[[nodiscard]] inline qint8 quantized(float value, float scale, float zeroPoint = 0.0F)
{
    return toCode(value / scale, zeroPoint);
}

/// From the int32 sum of a product of int8 tensors to int8: one product in single precision, rounded half to even. This
/// is what QLinearConv and QLinearMatMul do in ONNX Runtime too, bit by bit, so that the board and the quantized model
/// cannot drift apart over many layers.
class Requantization
{
public:
    Requantization() = default;
    Requantization(float inputScale, float weightScale, float outputScale, qint8 zeroPoint = 0)
        : m_factor(inputScale * weightScale / outputScale)
        , m_zeroPoint(static_cast<float>(zeroPoint))
    { }

    [[nodiscard]] qint8 apply(qint32 sum) const { return toCode(static_cast<float>(sum) * m_factor, m_zeroPoint); }

private:
    float m_factor = 1.0F;
    float m_zeroPoint = 0.0F;
};

} // namespace driftscope
