// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/SmallFloats.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

/// How a small float is laid out and what its largest codes are kept for.
struct Format
{
    enum class Special
    {
        None, ///< every code is a number
        Ieee, ///< the largest exponent holds infinities and NaN
        OneNan, ///< all bits set is NaN, no infinities
        NegativeZeroNan ///< what would be -0 is NaN
    };

    DataType type;
    int exponentBits;
    int fractionBits;
    int bias;
    Special special;
};

constexpr std::array formats{
    Format{DataType::Float8E4M3FN, 4, 3, 7, Format::Special::OneNan},
    Format{DataType::Float8E4M3FNUZ, 4, 3, 8, Format::Special::NegativeZeroNan},
    Format{DataType::Float8E5M2, 5, 2, 15, Format::Special::Ieee},
    Format{DataType::Float8E5M2FNUZ, 5, 2, 16, Format::Special::NegativeZeroNan},
    Format{DataType::Float4E2M1, 2, 1, 1, Format::Special::None},
};

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// By moving bits, because tensors of halves are large.
float floatFromHalf(quint32 half)
{
    const quint32 sign = (half & 0x8000U) << 16U;
    const quint32 exponent = (half >> 10U) & 0x1FU;
    const quint32 fraction = half & 0x3FFU;
    if (exponent == 0x1FU)
        return std::bit_cast<float>(sign | 0x7F800000U | (fraction << 13U));
    if (exponent != 0)
        return std::bit_cast<float>(sign | ((exponent + 112U) << 23U) | (fraction << 13U));
    const float subnormal = static_cast<float>(fraction) * 5.9604644775390625e-8F; // 2^-24
    return sign != 0 ? -subnormal : subnormal;
}

float decode(const Format& format, quint32 bits)
{
    const auto exponentBits = static_cast<unsigned>(format.exponentBits);
    const auto fractionBits = static_cast<unsigned>(format.fractionBits);
    const quint32 fraction = bits & ((1U << fractionBits) - 1U);
    const quint32 largest = (1U << exponentBits) - 1U;
    const quint32 exponent = (bits >> fractionBits) & largest;
    const bool negative = ((bits >> (fractionBits + exponentBits)) & 1U) != 0;
    const bool allSet = exponent == largest && fraction == (1U << fractionBits) - 1U;
    if (format.special == Format::Special::Ieee && exponent == largest) {
        const float infinity = std::numeric_limits<float>::infinity();
        return fraction != 0 ? nan : (negative ? -infinity : infinity);
    }
    if (format.special == Format::Special::OneNan && allSet)
        return nan;
    if (format.special == Format::Special::NegativeZeroNan && negative && exponent == 0 && fraction == 0)
        return nan;
    const auto whole = static_cast<float>(exponent == 0 ? fraction : fraction | (1U << fractionBits));
    const int power = (exponent == 0 ? 1 : static_cast<int>(exponent)) - format.bias - format.fractionBits;
    const float size = std::ldexp(whole, power);
    return negative ? -size : size;
}

} // namespace

float floatFromBits(DataType type, quint32 bits)
{
    if (type == DataType::Float16)
        return floatFromHalf(bits);
    if (type == DataType::BFloat16)
        return std::bit_cast<float>(bits << 16U);
    if (type == DataType::Float8E8M0)
        return bits == 0xffU ? nan : std::ldexp(1.0F, static_cast<int>(bits) - 127);
    for (const Format& format : formats) {
        if (format.type == type)
            return decode(format, bits);
    }
    return nan;
}

quint32 packedElement(const char* bytes, qint64 index, int bitsOfElement)
{
    const qint64 perByte = 8 / bitsOfElement;
    const auto byte = static_cast<quint32>(static_cast<unsigned char>(bytes[index / perByte]));
    const auto shift = static_cast<unsigned>(static_cast<int>(index % perByte) * bitsOfElement);
    return (byte >> shift) & ((1U << static_cast<unsigned>(bitsOfElement)) - 1U);
}

} // namespace driftscope
