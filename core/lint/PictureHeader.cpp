// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/PictureHeader.h"

#include <QtEndian>

#include <cstdlib>

namespace driftscope {

namespace {

constexpr QByteArrayView pngMagic("\x89PNG\r\n\x1a\n", 8);
constexpr QByteArrayView jpegMagic("\xff\xd8\xff", 3);
constexpr QByteArrayView bmpMagic("BM", 2);

quint16 big16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

/// Walks from segment to segment to the one that begins a frame.
std::optional<PictureDimensions> jpegSize(QByteArrayView head)
{
    constexpr qsizetype frameHeader = 9; // marker, length, precision, height, width
    for (qsizetype at = 2; at + frameHeader <= head.size();) {
        const auto marker = static_cast<quint8>(head[at + 1]);
        if (static_cast<quint8>(head[at]) != 0xff)
            return std::nullopt;
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return PictureDimensions{big16(head, at + 7), big16(head, at + 5)};
        at += 2 + big16(head, at + 2);
    }
    return std::nullopt;
}

} // namespace

bool startsLikePicture(QByteArrayView head)
{
    // Two bytes alone could be pixels: a BMP also gives its own size and has two empty words.
    const bool isBmp
        = head.size() >= 26 && head.startsWith(bmpMagic) && qFromLittleEndian<quint32>(head.data() + 6) == 0;
    return head.startsWith(pngMagic) || head.startsWith(jpegMagic) || isBmp;
}

std::optional<PictureDimensions> pictureDimensionsFrom(QByteArrayView head)
{
    if (head.startsWith(pngMagic) && head.size() >= 24) {
        return PictureDimensions{qFromBigEndian<qint32>(head.data() + 16), qFromBigEndian<qint32>(head.data() + 20)};
    }
    if (head.startsWith(jpegMagic))
        return jpegSize(head);
    if (head.startsWith(bmpMagic) && head.size() >= 26) {
        // A negative height means that the first row stands first.
        return PictureDimensions{qFromLittleEndian<qint32>(head.data() + 18),
                                 std::abs(qFromLittleEndian<qint32>(head.data() + 22))};
    }
    return std::nullopt;
}

} // namespace driftscope
