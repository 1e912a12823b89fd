// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/FixedPoint.h"

#include <cmath>

namespace driftscope {

namespace {

constexpr int mantissaBits = 31;

} // namespace

FixedMultiplier FixedMultiplier::fromReal(double factor)
{
    Q_ASSERT(factor > 0.0 && std::isfinite(factor));
    FixedMultiplier result;
    int exponent = 0;
    const double fraction = std::frexp(factor, &exponent); // factor = fraction * 2^exponent, 0.5 <= fraction < 1
    if (fraction == 0.5) {
        result.m_shift = 1 - exponent;
        return result;
    }
    result.m_mantissa = std::llround(std::ldexp(fraction, mantissaBits));
    result.m_shift = mantissaBits - exponent;
    return result;
}

qint64 FixedMultiplier::shiftedLeft(qint64 product) const
{
    // Anything but zero saturates long before 2^40.
    constexpr qint64 large = qint64(1) << 20;
    const int left = std::min(-m_shift, 20);
    return std::clamp(product, -large, large) * (qint64(1) << left);
}

qint8 FixedMultiplier::applyAndDivide(qint64 value, qint64 divisor, qint8 zeroPoint) const
{
    if (divisor == 1)
        return apply(value, zeroPoint);
    const qint64 product = value * m_mantissa;
    if (m_shift <= 0) {
        constexpr qint64 large = qint64(1) << 40;
        const int left = std::min(-m_shift, 20);
        return saturated(dividedHalfEven(std::clamp(product, -large, large) * (qint64(1) << left), divisor)
                         + zeroPoint);
    }
    // divisor * 2^shift would overflow for long shifts: keep 62 bits and give up bits of the product instead, which are
    // far below the rounding step then.
    int shift = m_shift;
    int dropped = 0;
    while (shift > 0 && divisor > (qint64(1) << 61 >> shift)) {
        --shift;
        ++dropped;
    }
    return saturated((dropped > 62 ? 0 : dividedHalfEven(product >> dropped, divisor << shift)) + zeroPoint);
}

} // namespace driftscope
