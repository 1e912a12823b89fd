// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace driftscope {

/// A piece of a picture that is too large to be one.
struct PictureTile
{
    int row = 0;
    int column = 0;
    QRectF rect; ///< in the picture's units
};

/// The picture cut into pieces no larger than `largest` that overlap by `overlap`, by rows; one piece if it fits.
[[nodiscard]] std::vector<PictureTile> tilesOf(QSizeF picture, QSizeF largest, double overlap);
/// What a raster picture may be: the paint engine counts in 16 bits, and memory is bounded.
[[nodiscard]] bool fitsIntoOneRaster(QSizeF pixels);
inline constexpr int rasterTileSide = 4096;
/// `graphs-2-1.png` for row 1 and column 0 of `graphs.png`.
[[nodiscard]] QString tileFileName(const QString& fileName, const PictureTile& tile);
/// A page that shows the tiles put together again, each a link to its file. `names` without folders.
[[nodiscard]] QByteArray tileIndex(const QString& title, const std::vector<PictureTile>& tiles,
                                   const QStringList& names);

} // namespace driftscope
