// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace driftscope {

[[nodiscard]] constexpr qint8 saturated(qint64 value)
{
    return static_cast<qint8>(std::clamp<qint64>(value, -128, 127));
}

/// value / 2^shift rounded to the nearest whole number, halves to the even one; 0 <= shift <= 62.
[[nodiscard]] constexpr qint64 shiftedHalfEven(qint64 value, int shift)
{
    if (shift == 0)
        return value;
    const qint64 half = qint64(1) << (shift - 1);
    return (value + half - 1 + ((value >> shift) & 1)) >> shift;
}

/// numerator / denominator rounded to the nearest whole number, halves to the even one; denominator > 0.
[[nodiscard]] constexpr qint64 dividedHalfEven(qint64 numerator, qint64 denominator)
{
    qint64 quotient = numerator / denominator;
    qint64 remainder = numerator % denominator;
    if (remainder < 0) {
        remainder += denominator;
        --quotient;
    }
    const qint64 rest = denominator - remainder;
    if (remainder > rest || (remainder == rest && (quotient & 1) != 0))
        ++quotient;
    return quotient;
}

/// A positive real factor as integer arithmetic has it: mantissa / 2^shift. Powers of two have mantissa 1, so that
/// multiplying by them is an exact shift; all others have 31 significant bits.
class FixedMultiplier
{
public:
    FixedMultiplier() = default;
    /// `factor` must be positive and finite.
    [[nodiscard]] static FixedMultiplier fromReal(double factor);

    [[nodiscard]] bool isPowerOfTwo() const { return m_mantissa == 1; }
    [[nodiscard]] qint64 mantissa() const { return m_mantissa; }
    [[nodiscard]] int shift() const { return m_shift; }

    /// value * factor, rounded half to even, plus the zero point, saturated to int8. |value| < 2^31.
    [[nodiscard]] qint8 apply(qint64 value, qint8 zeroPoint = 0) const
    {
        const qint64 product = value * m_mantissa;
        if (m_shift > 0)
            return saturated((m_shift > 62 ? 0 : shiftedHalfEven(product, m_shift)) + zeroPoint);
        return saturated(shiftedLeft(product) + zeroPoint);
    }
    /// value * factor / divisor with one rounding, so that averages come out as if computed exactly.
    [[nodiscard]] qint8 applyAndDivide(qint64 value, qint64 divisor, qint8 zeroPoint = 0) const;

private:
    [[nodiscard]] qint64 shiftedLeft(qint64 product) const;

    qint64 m_mantissa = 1;
    int m_shift = 0; ///< to the right; negative to the left
};

} // namespace driftscope
