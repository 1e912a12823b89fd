// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/PictureDecoders.h"

#include <QtEndian>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype fileHeaderSize = 14;
constexpr quint32 smallestInfoSize = 40; ///< BITMAPINFOHEADER; later ones begin like it
constexpr quint32 uncompressed = 0;
constexpr quint32 withMasks = 3;

/// What the headers say.
struct BmpLayout
{
    qint64 width = 0;
    qint64 height = 0;
    bool isTopDown = false;
    int bits = 0; ///< a pixel: 8 with a palette, 24, 32
    qsizetype pixels = 0; ///< where they begin
    qsizetype palette = 0; ///< where it begins; four bytes a colour, blue first
    quint32 colours = 0;

    [[nodiscard]] qint64 rowSize() const { return (width * bits + 31) / 32 * 4; }
};

template <typename T> T number(const QByteArray& content, qsizetype at)
{
    return qFromLittleEndian<T>(content.constData() + at);
}

Result<BmpLayout> readLayout(const QByteArray& content, const QString& name)
{
    const auto damaged
        = [&](const QString& reason) { return tl::make_unexpected(damagedPicture(name, u"BMP"_s, reason)); };
    if (content.size() < fileHeaderSize + qsizetype(smallestInfoSize))
        return damaged(u"the file ends in its header"_s);
    const auto info = number<quint32>(content, 14);
    const auto height = number<qint32>(content, 22);
    const auto compression = number<quint32>(content, 30);
    BmpLayout layout;
    layout.width = number<qint32>(content, 18);
    layout.height = std::abs(qint64(height));
    layout.isTopDown = height < 0;
    layout.bits = number<quint16>(content, 28);
    layout.pixels = number<quint32>(content, 10);
    layout.palette = fileHeaderSize + qsizetype(info);
    layout.colours = layout.bits == 8 ? number<quint32>(content, 46) : 0;
    if (layout.bits == 8 && layout.colours == 0)
        layout.colours = 256;
    const bool isPlain = compression == uncompressed || (compression == withMasks && layout.bits == 32);
    if (info < smallestInfoSize || !isPlain || (layout.bits != 8 && layout.bits != 24 && layout.bits != 32))
        return damaged(u"only uncompressed pictures of 8, 24 or 32 bits are read"_s);
    if (layout.width < 1 || layout.height < 1 || layout.width > maximumPicturePixels / layout.height)
        return damaged(u"its size is %1 x %2"_s.arg(layout.width).arg(layout.height));
    if (layout.colours > 256 || layout.palette + qint64(layout.colours) * 4 > content.size()
        || layout.pixels < fileHeaderSize || layout.pixels + layout.rowSize() * layout.height > content.size())
        return damaged(u"the file ends in the middle of the picture"_s);
    return layout;
}

} // namespace

Result<Tensor> decodeBmp(const QByteArray& content, const QString& name)
{
    const auto layout = readLayout(content, name);
    if (!layout)
        return forward(layout);
    QByteArray rgb(layout->width * layout->height * 3, '\0');
    char* to = rgb.data();
    const qint64 step = layout->bits / 8;
    for (qint64 y = 0; y < layout->height; ++y) {
        const qint64 row = layout->isTopDown ? y : layout->height - 1 - y;
        const char* from = content.constData() + layout->pixels + row * layout->rowSize();
        for (qint64 x = 0; x < layout->width; ++x, from += step, to += 3) {
            const char* colour = from;
            if (layout->bits == 8) {
                const auto index = static_cast<quint8>(*from);
                if (index >= layout->colours)
                    continue; // black, as other readers have it
                colour = content.constData() + layout->palette + qsizetype(index) * 4;
            }
            to[0] = colour[2];
            to[1] = colour[1];
            to[2] = colour[0];
        }
    }
    return Tensor(DataType::UInt8, Shape{layout->height, layout->width, 3}, rgb);
}

} // namespace driftscope
