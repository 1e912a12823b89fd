// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/PictureTiles.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Starts and lengths along one side.
std::vector<std::pair<double, double>> pieces(double whole, double largest, double overlap)
{
    std::vector<std::pair<double, double>> result;
    const double step = std::max(1.0, largest - overlap);
    double start = 0;
    do {
        result.emplace_back(start, std::min(largest, whole - start));
        start += step;
    } while (start + overlap < whole);
    return result;
}

} // namespace

std::vector<PictureTile> tilesOf(QSizeF picture, QSizeF largest, double overlap)
{
    std::vector<PictureTile> tiles;
    int row = 0;
    for (const auto& [top, height] : pieces(picture.height(), largest.height(), overlap)) {
        int column = 0;
        for (const auto& [left, width] : pieces(picture.width(), largest.width(), overlap)) {
            tiles.push_back({row, column++, QRectF(left, top, width, height)});
        }
        ++row;
    }
    return tiles;
}

bool fitsIntoOneRaster(QSizeF pixels)
{
    constexpr double longestSide = 16000;
    constexpr double mostPixels = 32e6;
    return std::max(pixels.width(), pixels.height()) <= longestSide && pixels.width() * pixels.height() <= mostPixels;
}

QString tileFileName(const QString& fileName, const PictureTile& tile)
{
    const QFileInfo info(fileName);
    return info.path() + u'/' + info.completeBaseName() + u"-%1-%2."_s.arg(tile.row + 1).arg(tile.column + 1)
        + info.suffix();
}

QByteArray tileIndex(const QString& title, const std::vector<PictureTile>& tiles, const QStringList& names)
{
    QString html = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n"
                   "<style>body{margin:0}div{white-space:nowrap;line-height:0}</style></head>\n<body>\n"_s.arg(
                       title.toHtmlEscaped());
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const QString name = names[static_cast<qsizetype>(i)].toHtmlEscaped();
        if (tiles[i].column == 0) {
            html += i == 0 ? u"<div>"_s : u"</div>\n<div>"_s;
        }
        html
            += u"<a href=\"%1\"><img src=\"%1\" width=\"%2\" height=\"%3\" loading=\"lazy\" alt=\"%1\"></a>"_s.arg(name)
                   .arg(std::ceil(tiles[i].rect.width()))
                   .arg(std::ceil(tiles[i].rect.height()));
    }
    html += u"</div>\n</body></html>\n"_s;
    return html.toUtf8();
}

} // namespace driftscope
