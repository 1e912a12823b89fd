// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How CompareRenderer's pictures become files.
#include "widgets/graph/CompareRenderer.h"
#include "widgets/graph/PictureTiles.h"

#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestPage = 14400; ///< points: beyond, PDF readers may refuse
constexpr double pageMargin = 28;
constexpr double pageOverlap = 24;

/// Where neighbouring pages overlap, short lines at their edges show how to lay them on each other.
void paintPageMarks(QPainter& painter, const QRectF& content, const PictureTile& tile, int pages, int number)
{
    constexpr double length = 10;
    painter.setPen(QPen(Qt::black, 0.5));
    for (const double y : {content.top() + pageOverlap, content.bottom() - pageOverlap}) {
        painter.drawLine(QPointF(content.left() - length, y), QPointF(content.left() - 2, y));
        painter.drawLine(QPointF(content.right() + 2, y), QPointF(content.right() + length, y));
    }
    for (const double x : {content.left() + pageOverlap, content.right() - pageOverlap}) {
        painter.drawLine(QPointF(x, content.top() - length), QPointF(x, content.top() - 2));
        painter.drawLine(QPointF(x, content.bottom() + 2), QPointF(x, content.bottom() + length));
    }
    QFont font = painter.font();
    font.setPixelSize(8);
    painter.setFont(font);
    painter.drawText(QPointF(content.left() + pageOverlap + 4, content.bottom() + 11),
                     CompareRenderer::tr("Row %1, column %2; page %3 of %4")
                         .arg(tile.row + 1)
                         .arg(tile.column + 1)
                         .arg(number)
                         .arg(pages));
}

tl::unexpected<Error> cannotWrite(const QString& fileName, const QString& why)
{
    return failure(
        ErrorKind::Unreadable,
        CompareRenderer::tr("The picture could not be written to “%1”: %2. Choose another place.").arg(fileName, why));
}

} // namespace

void CompareRenderer::writeSvg(QIODevice& device, const QString& title) const
{
    const CompareRenderer whole = forVectors();
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(whole.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), whole.size()));
    generator.setTitle(title);
    QPainter painter(&generator);
    whole.render(painter);
}

void CompareRenderer::writePdf(QIODevice& device, const QString& title) const
{
    const CompareRenderer whole = forVectors();
    const bool isPaper = m_options.page.has_value();
    const bool needsPages = isPaper || std::max(whole.size().width(), whole.size().height()) > largestPage;
    const double border = needsPages ? pageMargin : 0;
    const QSizeF paper = isPaper
        ? QPageSize(*m_options.page).size(QPageSize::Point)
        : (whole.size() + QSizeF(2 * border, 2 * border)).boundedTo(QSizeF(largestPage, largestPage));
    const QSizeF content = paper - QSizeF(2 * border, 2 * border);
    const bool isOnePage = whole.size().width() <= content.width() && whole.size().height() <= content.height();
    const std::vector<PictureTile> tiles = tilesOf(whole.size(), content, isOnePage ? 0 : pageOverlap);
    QPdfWriter writer(&device);
    writer.setTitle(title);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(paper, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    int number = 0;
    for (const PictureTile& tile : tiles) {
        if (number++ > 0) {
            writer.newPage();
        }
        const QRectF onPage(QPointF(border, border), tile.rect.size());
        painter.save();
        painter.setClipRect(onPage);
        painter.translate(onPage.topLeft() - tile.rect.topLeft());
        whole.render(painter, tile.rect);
        painter.restore();
        if (!isOnePage) {
            paintPageMarks(painter, QRectF(QPointF(border, border), content), tile, static_cast<int>(tiles.size()),
                           number);
        }
    }
}

bool CompareRenderer::writePng(QIODevice& device, const QRectF& part) const
{
    QImage image(
        QSize(static_cast<int>(std::ceil(part.width())), static_cast<int>(std::ceil(part.height()))).expandedTo({1, 1}),
        QImage::Format_RGB32);
    if (image.isNull()) {
        return false;
    }
    image.fill(m_options.appearance.theme.color(ThemeColor::Window));
    {
        QPainter painter(&image);
        painter.translate(-part.topLeft());
        render(painter, part);
    }
    return image.save(&device, "PNG");
}

Result<QStringList> CompareRenderer::writeOne(const QString& fileName, const QString& suffix) const
{
    QSaveFile file(fileName);
    bool isGood = file.open(QIODevice::WriteOnly);
    if (isGood) {
        const QString title = QFileInfo(fileName).completeBaseName();
        if (suffix == u"svg"_s) {
            writeSvg(file, title);
        } else if (suffix == u"pdf"_s) {
            writePdf(file, title);
        } else {
            isGood = writePng(file, QRectF(QPointF(0, 0), size()));
        }
        isGood = isGood && file.commit();
    }
    if (!isGood) {
        return cannotWrite(fileName, file.errorString());
    }
    return QStringList{fileName};
}

Result<QStringList> CompareRenderer::writeTiles(const QString& fileName) const
{
    const std::vector<PictureTile> tiles = tilesOf(size(), QSizeF(rasterTileSide, rasterTileSide), 0);
    QStringList files;
    QStringList names;
    const auto write = [&files](const QString& name, const auto& content) -> QString {
        QSaveFile file(name);
        if (!file.open(QIODevice::WriteOnly) || !content(file) || !file.commit()) {
            for (const QString& written : std::as_const(files)) {
                QFile::remove(written);
            }
            return file.errorString();
        }
        files.append(name);
        return {};
    };
    for (const PictureTile& tile : tiles) {
        const QString name = tileFileName(fileName, tile);
        names.append(QFileInfo(name).fileName());
        const QString problem = write(name, [&](QIODevice& device) { return writePng(device, tile.rect); });
        if (!problem.isEmpty()) {
            return cannotWrite(name, problem);
        }
    }
    const QFileInfo info(fileName);
    const QString index = info.path() + u'/' + info.completeBaseName() + u".html"_s;
    const QByteArray html = tileIndex(info.completeBaseName(), tiles, names);
    if (const QString problem = write(index, [&](QIODevice& device) { return device.write(html) == html.size(); });
        !problem.isEmpty()) {
        return cannotWrite(index, problem);
    }
    files.move(files.size() - 1, 0);
    return files;
}

Result<QStringList> CompareRenderer::write(const QString& fileName) const
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix != u"svg"_s && suffix != u"png"_s && suffix != u"pdf"_s) {
        return failure(ErrorKind::InvalidArgument,
                       tr("“%1” does not end in .svg, .png or .pdf, the pictures that can be written; give it one of "
                          "these endings.")
                           .arg(fileName));
    }
    return suffix == u"png"_s && !fitsIntoOneRaster(size()) ? writeTiles(fileName) : writeOne(fileName, suffix);
}

} // namespace driftscope
