// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/CompareRenderer.h"

#include <QDir>
#include <QPainter>
#include <QTemporaryDir>
#include <QXmlStreamReader>

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

    void largeGraphsFitIntoAPicture()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"large.png"_s);
        const CompareRenderer renderer({test::makeChain(4000)}, {}, {});
        QVERIFY(renderer.size().height() > 32000);
        QVERIFY(renderer.write(file).has_value());
        const QImage image(file);
        QVERIFY(!image.isNull());
        QVERIFY(image.height() <= 32000);
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
