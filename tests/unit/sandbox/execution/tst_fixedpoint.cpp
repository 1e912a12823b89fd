// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/FixedPoint.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace driftscope;

class tst_FixedPoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shiftsRoundHalvesToEven();
    void dividesRoundHalvesToEven();
    void powersOfTwoAreExact();
    void otherFactorsAreNearest();
    void extremeFactorsSaturateOrVanish();
    void averagesAreExact();
};

namespace {

qint8 reference(long double value)
{
    return static_cast<qint8>(std::clamp(std::nearbyint(value), -128.0L, 127.0L));
}

} // namespace

void tst_FixedPoint::shiftsRoundHalvesToEven()
{
    for (int shift = 0; shift < 8; ++shift) {
        for (qint64 value = -600; value <= 600; ++value)
            QCOMPARE(shiftedHalfEven(value, shift), std::llrint(std::ldexp(static_cast<double>(value), -shift)));
    }
}

void tst_FixedPoint::dividesRoundHalvesToEven()
{
    for (qint64 divisor = 1; divisor < 40; ++divisor) {
        for (qint64 value = -300; value <= 300; ++value) {
            QCOMPARE(dividedHalfEven(value, divisor),
                     static_cast<qint64>(std::nearbyint(static_cast<long double>(value) / divisor)));
        }
    }
}

void tst_FixedPoint::powersOfTwoAreExact()
{
    std::mt19937 random(7);
    for (int exponent = -30; exponent <= 8; ++exponent) {
        const auto factor = FixedMultiplier::fromReal(std::ldexp(1.0, exponent));
        QVERIFY(factor.isPowerOfTwo());
        for (int i = 0; i < 2000; ++i) {
            const auto value = static_cast<qint32>(random()) >> (i % 31);
            QCOMPARE(factor.apply(value), reference(std::ldexp(static_cast<long double>(value), exponent)));
        }
    }
}

void tst_FixedPoint::otherFactorsAreNearest()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> exponents(-24.0, 2.0);
    for (int i = 0; i < 20000; ++i) {
        const double factor = std::exp2(exponents(random));
        const auto value = static_cast<qint64>(static_cast<double>(static_cast<qint32>(random()) % 200) / factor);
        if (std::abs(value) >= (qint64(1) << 31))
            continue;
        const long double exact = static_cast<long double>(value) * static_cast<long double>(factor);
        const long double fraction = std::abs(exact - std::nearbyint(exact));
        if (fraction < 0.4999L) // nearer to a tie the 31 bits of the factor decide
            QCOMPARE(FixedMultiplier::fromReal(factor).apply(value), reference(exact));
    }
}

void tst_FixedPoint::extremeFactorsSaturateOrVanish()
{
    QCOMPARE(FixedMultiplier::fromReal(1e-30).apply(2000000000), qint8(0));
    QCOMPARE(FixedMultiplier::fromReal(1e30).apply(1), qint8(127));
    QCOMPARE(FixedMultiplier::fromReal(1e30).apply(-1), qint8(-128));
    QCOMPARE(FixedMultiplier::fromReal(std::ldexp(1.0, 60)).apply(0), qint8(0));
    QCOMPARE(FixedMultiplier::fromReal(std::ldexp(1.0, 60)).apply(-3), qint8(-128));
}

void tst_FixedPoint::averagesAreExact()
{
    for (const double factor : {0.25, 1.0, 2.0}) {
        for (qint64 count : {1, 2, 3, 6, 9, 49, 100}) {
            for (qint64 sum = -128 * count; sum <= 127 * count; sum += 5) {
                const long double exact = static_cast<long double>(sum) * static_cast<long double>(factor)
                    / static_cast<long double>(count);
                QCOMPARE(FixedMultiplier::fromReal(factor).applyAndDivide(sum, count), reference(exact));
            }
        }
    }
}

QTEST_APPLESS_MAIN(tst_FixedPoint)
#include "tst_fixedpoint.moc"
