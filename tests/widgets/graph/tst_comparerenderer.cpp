// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Sideways.h"
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/CompareRenderer.h"
#include "widgets/graph/PictureTiles.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <cstdlib>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestCompareRenderer : public test::GuiTest
{
    Q_OBJECT

private:
    static CompareRenderer makeRenderer(const Theme& theme = Theme::light())
    {
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        CompareRenderOptions options;
        options.appearance.theme = theme;
        options.appearance.overlay = Overlay::Error;
        return {std::move(sample.panes), sample.matches, options};
    }

    static QByteArray contentOf(const QString& fileName)
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static int differingPixels(const QImage& first, const QImage& second)
    {
        if (first.size() != second.size())
            return first.width() * first.height();
        int count = 0;
        for (int y = 0; y < first.height(); ++y) {
            for (int x = 0; x < first.width(); ++x) {
                const int away = std::abs(qGray(first.pixel(x, y)) - qGray(second.pixel(x, y)));
                count += away > 24 ? 1 : 0;
            }
        }
        return count;
    }

private Q_SLOTS:
    void writesPng()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"graphs.png"_s);
        const CompareRenderer renderer = makeRenderer();
        QVERIFY(renderer.write(file).has_value());
        const QImage image(file);
        QCOMPARE(image.size(), renderer.size().toSize());
        const Theme theme = Theme::light();
        QVERIFY(test::countPixels(image, theme.color(ThemeColor::MatchLink), 30) > 500);
        QVERIFY(test::countPixels(image, theme.color(ThemeColor::Fail), 6) > 500);
        const QDir shots(QStringLiteral(DRIFTSCOPE_BINARY_DIR "/screenshots"));
        shots.mkpath(u"."_s);
        image.save(shots.filePath(u"render-light.png"_s));
        QVERIFY(makeRenderer(Theme::dark()).write(shots.filePath(u"render-dark.png"_s)).has_value());
        QVERIFY(renderer.write(shots.filePath(u"render.svg"_s)).has_value());
        QVERIFY(renderer.write(shots.filePath(u"render.pdf"_s)).has_value());
    }

    void writesSvgThatHoldsTheTexts()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"graphs.svg"_s);
        QVERIFY(makeRenderer().write(file).has_value());
        QXmlStreamReader reader(contentOf(file));
        QString texts;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters) {
                texts += reader.text();
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const QString& text : {u"Quantized"_s, u"QLinearConv"_s, u"Transpose"_s, u"block1.dw"_s, u"0.58"_s}) {
            QVERIFY2(texts.contains(text), qPrintable(text));
        }
    }

    void writesPdf()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"graphs.PDF"_s);
        QVERIFY(makeRenderer().write(file).has_value());
        QVERIFY(contentOf(file).startsWith("%PDF"));
    }

    void largePicturesAreTiledAndNothingIsCut()
    {
        const QTemporaryDir folder;
        const CompareRenderer renderer({test::makeChain(700)}, {}, {});
        const QSize size = renderer.size().toSize();
        QVERIFY(size.height() > 32000);
        const auto files = renderer.write(folder.filePath(u"large.png"_s));
        QVERIFY(files.has_value());
        QCOMPARE(QFileInfo(files->first()).fileName(), u"large.html"_s);
        const QString index = QString::fromUtf8(contentOf(files->first()));
        int height = 0;
        for (const QString& file : files->mid(1)) {
            const QImage tile(file);
            QVERIFY2(!tile.isNull(), qPrintable(file));
            QCOMPARE(tile.width(), size.width());
            QVERIFY(tile.height() <= rasterTileSide);
            QVERIFY2(index.contains(QFileInfo(file).fileName()), qPrintable(index));
            // The trunk of the network runs through every piece.
            QVERIFY(test::countPixels(tile, Theme::light().color(ThemeColor::Border)) > 100);
            height += tile.height();
        }
        QCOMPARE(height, size.height());
        QVERIFY(!QFile::exists(folder.filePath(u"large.png"_s)));
    }

    void tilesMeetWithoutASeam()
    {
        const CompareRenderer renderer = makeRenderer();
        const QRectF whole(QPointF(0, 0), renderer.size());
        const auto painted = [&renderer](const QRectF& part) {
            QImage image(part.size().toSize(), QImage::Format_RGB32);
            image.fill(Qt::magenta);
            QPainter painter(&image);
            painter.translate(-part.topLeft());
            renderer.render(painter, part);
            return image;
        };
        const QImage all = painted(whole);
        for (const PictureTile& tile : tilesOf(renderer.size(), QSizeF(200, 160), 0)) {
            const QImage piece = painted(tile.rect);
            // Slanted lines are clipped at other places, which moves their antialiasing by fractions.
            QVERIFY(differingPixels(piece, all.copy(tile.rect.toRect())) < 10);
        }
    }

    void tilesCoverThePictureAndOverlap()
    {
        double covered = 0;
        for (const PictureTile& tile : tilesOf(QSizeF(1000, 700), QSizeF(400, 400), 0))
            covered += tile.rect.width() * tile.rect.height();
        QCOMPARE(covered, 700000.0);
        const auto pages = tilesOf(QSizeF(100, 900), QSizeF(200, 400), 20);
        QCOMPARE(pages.size(), std::size_t(3));
        QCOMPARE(pages[1].rect, QRectF(0, 380, 100, 400));
        QCOMPARE(pages[2].rect, QRectF(0, 760, 100, 140));
        QCOMPARE(tilesOf(QSizeF(100, 50), QSizeF(400, 400), 20).size(), std::size_t(1));
    }

    /// From left to right the stages stand above each other, with the lines between them.
    void turnedGraphsAreStackedAndLinked()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        QRectF all;
        for (ComparePane& pane : sample.panes) {
            pane.layout = turnedSideways(pane.layout);
            all = all.united(pane.layout.bounds);
        }
        CompareRenderOptions options;
        options.showLegend = false;
        options.appearance.theme = Theme::light();
        const CompareRenderer renderer(sample.panes, sample.matches, options);
        QVERIFY(renderer.size().width() < all.width() + 60);
        QVERIFY(renderer.size().height() > 3 * 34);
        QImage picture(renderer.size().toSize(), QImage::Format_RGB32);
        QPainter painter(&picture);
        renderer.render(painter);
        painter.end();
        const QRgb link = options.appearance.theme.color(ThemeColor::MatchLink).rgb();
        int rowsWithLinks = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) == link) {
                    ++rowsWithLinks;
                    break;
                }
            }
        }
        QVERIFY2(rowsWithLinks > 2 * 34, qPrintable(QString::number(rowsWithLinks)));
    }

    void picturesOfWhatIsSeenHaveTheSizeOfTheView()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        CompareRenderOptions options;
        options.showLegend = false;
        for (std::size_t i = 0; i < sample.panes.size(); ++i)
            options.seen.push_back({{QPointF(0, 100), 1.0}, QSizeF(300, 200), nullptr});
        options.scale = 2;
        const CompareRenderer renderer(std::move(sample.panes), sample.matches, options);
        QCOMPARE(renderer.size(), QSizeF(2 * (3 * 300 + 2 * 8), 2 * (200 + 34)));
    }

    void largerPicturesShowTheSameWithMorePixels()
    {
        const QSizeF single = makeRenderer().size();
        CompareRenderOptions options;
        options.appearance.overlay = Overlay::Error;
        options.scale = 2;
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        const CompareRenderer twice(std::move(sample.panes), sample.matches, options);
        QVERIFY((twice.size() - single * 2).width() <= 2 && (twice.size() - single * 2).height() <= 2);
    }

    void printsOnSeveralPages()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"pages.pdf"_s);
        CompareRenderOptions options;
        options.page = QPageSize::A4;
        QVERIFY(CompareRenderer({test::makeChain(60)}, {}, options).write(file).has_value());
        const QByteArray pdf = contentOf(file);
        QVERIFY(pdf.count("/Type /Page\n") > 3);
    }

    void rendersNothing()
    {
        const CompareRenderer renderer({}, {}, {});
        QImage image(10, 10, QImage::Format_RGB32);
        QPainter painter(&image);
        renderer.render(painter);
        QVERIFY(renderer.size().height() >= 0);
    }

    void refusesOtherEndings()
    {
        const QTemporaryDir folder;
        const auto written = makeRenderer().write(folder.filePath(u"graphs.bmp"_s));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void saysWhenItCannotWrite()
    {
        const QTemporaryDir folder;
        const auto written = makeRenderer().write(folder.filePath(u"no/such/folder/graphs.svg"_s));
        QVERIFY(!written.has_value());
        QVERIFY2(written.error().message.contains(u"graphs.svg"_s), qPrintable(written.error().message));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestCompareRenderer)
#include "tst_comparerenderer.moc"
