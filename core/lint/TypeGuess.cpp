// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/TypeGuess.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace driftscope {

namespace {

constexpr double surest = 0.99;

template <typename T> T valueAt(QByteArrayView bytes, qsizetype index)
{
    T value{};
    std::memcpy(&value, bytes.data() + index * static_cast<qsizetype>(sizeof(T)), sizeof(T));
    return value;
}

/// Of the elements that are not zero, the share that `isPlausible` says yes to.
struct Share
{
    qsizetype known = 0;
    double plausible = 0;
};

template <typename T> Share shareOf(QByteArrayView bytes, auto isPlausible)
{
    Share share;
    qsizetype plausible = 0;
    for (qsizetype i = 0; i < bytes.size() / static_cast<qsizetype>(sizeof(T)); ++i) {
        const T value = valueAt<T>(bytes, i);
        if (value == T{})
            continue;
        ++share.known;
        plausible += isPlausible(value) ? 1 : 0;
    }
    share.plausible = share.known > 0 ? static_cast<double>(plausible) / static_cast<double>(share.known) : 0;
    return share;
}

/// Magnitudes that pictures and features have, however they were scaled.
bool isUsual(double value)
{
    return std::abs(value) >= 1e-5 && std::abs(value) <= 1e5;
}

/// How differently the first and the last byte of each word are distributed: 0 alike, 1 without a common value. Bytes
/// of pixels are alike in every place; of a float the last one is sign and exponent, the first one noise or zero.
double contrastOfPlaces(QByteArrayView bytes)
{
    std::array<qsizetype, 256> difference{};
    const qsizetype words = bytes.size() / 4;
    for (qsizetype i = 0; i < words; ++i) {
        ++difference[static_cast<quint8>(bytes[4 * i])];
        --difference[static_cast<quint8>(bytes[4 * i + 3])];
    }
    qsizetype total = 0;
    for (const qsizetype one : difference)
        total += std::abs(one);
    return words > 0 ? static_cast<double>(total) / (2.0 * static_cast<double>(words)) : 0;
}

bool isZeroAtEvery(QByteArrayView bytes, qsizetype step, qsizetype first, qsizetype length)
{
    for (qsizetype at = first; at + length <= bytes.size(); at += step) {
        if (std::any_of(bytes.begin() + at, bytes.begin() + at + length, [](char byte) { return byte != 0; }))
            return false;
    }
    return true;
}

} // namespace

TypeGuess guessType(QByteArrayView head)
{
    constexpr qsizetype fewest = 16;
    constexpr double nearlyAll = 0.97;
    const QByteArrayView bytes = head.first(head.size() / 8 * 8);
    const Share floats = shareOf<float>(bytes, [](float value) { return isUsual(value); });
    if (floats.known < fewest)
        return {}; // nearly all zero: any type may be
    const Share doubles = shareOf<double>(bytes, isUsual);
    const bool lowWordsAreZero = isZeroAtEvery(bytes, 8, 0, 4);
    if (doubles.plausible >= nearlyAll && (floats.plausible < 0.9 || lowWordsAreZero))
        return {DataType::Float64, surest * doubles.plausible};
    const double contrast = contrastOfPlaces(bytes);
    if (floats.plausible >= nearlyAll && contrast >= 0.5)
        return {DataType::Float32, surest * floats.plausible * std::min(1.0, contrast / 0.75)};
    const Share words = shareOf<qint32>(bytes, [](qint32 value) { return value > -65536 && value < 65536; });
    if (words.plausible >= nearlyAll)
        return {DataType::Int32, surest * words.plausible};
    if (isZeroAtEvery(bytes, 2, 1, 1))
        return {DataType::Int16, 0.95};
    return {DataType::UInt8, std::min(0.95, 1 - floats.plausible * contrast)};
}

bool looksLikeText(QByteArrayView head)
{
    constexpr qsizetype enough = 512;
    const QByteArrayView part = head.first(std::min(enough, head.size()));
    const bool isPrintable = std::all_of(part.begin(), part.end(), [](char byte) {
        const auto code = static_cast<quint8>(byte);
        return code == '\n' || code == '\r' || code == '\t' || (code >= 0x20 && code != 0x7f);
    });
    if (part.isEmpty() || !isPrintable)
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8); // a character that is cut at the end is no error to it
    const QString decoded = decoder(part);
    return !decoded.isEmpty() && !decoder.hasError();
}

} // namespace driftscope
