// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/ClippedLine.h"
#include "widgets/graph/GraphPainter.h"
#include "widgets/graph/GraphView.h"

#include <QPainter>

#include <cmath>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestGraphPainting : public test::GuiTest
{
    Q_OBJECT

private:
    static QImage painted(const GraphScene& scene, const ViewTransform& view, const GraphAppearance& appearance,
                          QSize size = {320, 240})
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(appearance.theme.color(ThemeColor::Canvas));
        LabelCache labels;
        QPainter painter(&image);
        paintGraph(painter, {scene, view, QRectF(QPointF(0, 0), QSizeF(size)), appearance, labels, 1.0, false});
        return image;
    }

    static ComparePane quantizedPane()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        decorateWithMatches(sample.panes, sample.matches);
        return sample.panes.back();
    }

    static ViewTransform at(const GraphScene& scene, int box, double scale = 1.0)
    {
        return {scene.box(box).rect.topLeft() - QPointF(20, 20), scale};
    }

private Q_SLOTS:
    void clipsLines_data()
    {
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<bool>("isSeen");
        QTest::addColumn<QLineF>("expected");
        QTest::newRow("inside") << QLineF(1, 1, 5, 5) << true << QLineF(1, 1, 5, 5);
        QTest::newRow("through") << QLineF(-10, 5, 20, 5) << true << QLineF(0, 5, 10, 5);
        QTest::newRow("beside") << QLineF(-10, 11, 20, 11) << false << QLineF();
        QTest::newRow("past a corner") << QLineF(-5, 8, 8, 21) << false << QLineF();
        QTest::newRow("far away at both ends") << QLineF(5, -2.6e6, 5, 2.6e6) << true << QLineF(5, 0, 5, 10);
        QTest::newRow("a point") << QLineF(3, 3, 3, 3) << true << QLineF(3, 3, 3, 3);
    }

    void clipsLines()
    {
        QFETCH(QLineF, line);
        QFETCH(bool, isSeen);
        QFETCH(QLineF, expected);
        const auto clipped = clippedLine(line, QRectF(0, 0, 10, 10));
        QCOMPARE(clipped.has_value(), isSeen);
        if (isSeen) {
            QVERIFY((clipped->p1() - expected.p1()).manhattanLength() < 1e-6);
            QVERIFY((clipped->p2() - expected.p2()).manhattanLength() < 1e-6);
        }
    }

    void detailFollowsTheSizeOnScreenAndTheNumberInView()
    {
        QCOMPARE(detailLevel(1.9, 10), DetailLevel::Density);
        QCOMPARE(detailLevel(7.9, 10), DetailLevel::Filled);
        QCOMPARE(detailLevel(17.9, 10), DetailLevel::Outlined);
        QCOMPARE(detailLevel(18, 10), DetailLevel::Labelled);
        QCOMPARE(detailLevel(61, 10), DetailLevel::Full);
        QCOMPARE(detailLevel(61, 50000), DetailLevel::Density);
    }

    void familyStripeAndTintShow()
    {
        const ComparePane pane = quantizedPane();
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        const Theme theme = Theme::light();
        const int convolution = scene.boxOfNode(pane.graph->findNode(u"block1.dw"_s));
        const QImage plain = painted(scene, at(scene, convolution), {theme, Overlay::OpFamily, {}});
        QCOMPARE(plain.pixelColor(22, 40), theme.family(OpFamily::Convolution));
        const int inserted
            = scene.boxOfNode(pane.graph->findNode(u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s));
        const QImage dashed = painted(scene, at(scene, inserted), {theme, Overlay::OpFamily, {}});
        QCOMPARE(dashed.pixelColor(28, 25), theme.color(ThemeColor::InsertedTint));
        QVERIFY(test::countPixels(dashed, theme.color(ThemeColor::Inserted)) > 60); // border and badge
    }

    void errorOverlayShowsPillsAndHatching()
    {
        const ComparePane pane = quantizedPane();
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        GraphAppearance appearance;
        appearance.overlay = Overlay::Error;
        const Theme& theme = appearance.theme;
        const int bad = scene.boxOfNode(pane.graph->findNode(u"block1.dw"_s));
        const int missing = scene.boxOfNode(pane.graph->findNode(u"relu6_1"_s));
        const QSize oneBox(248, 80);
        QVERIFY(test::countPixels(painted(scene, at(scene, bad), appearance, oneBox), theme.color(ThemeColor::Fail))
                > 200);
        QCOMPARE(boxLook(scene, missing, appearance).isHatched, true);
        QCOMPARE(boxLook(scene, bad, appearance).isHatched, false);
        QCOMPARE(boxLook(scene, bad, appearance).mark, theme.error().at(errorPosition(0.58)).rgb());
        appearance.overlay = Overlay::OpFamily;
        QCOMPARE(test::countPixels(painted(scene, at(scene, bad), appearance, oneBox), theme.color(ThemeColor::Fail)),
                 0);
    }

    void cosineIsNeverRoundedUpToOne()
    {
        QCOMPARE(cosineText(0.99999), u"0.9999"_s);
        QCOMPARE(cosineText(1.0), u"1.0000"_s);
        QCOMPARE(cosineText(0.98999), u"0.9899"_s);
        QCOMPARE(cosineText(0.58), u"0.58"_s);
        QCOMPARE(cosineText(0.614), u"0.61"_s);
        QCOMPARE(cosineText(-0.2), u"-0.20"_s);
        QCOMPARE(cosineText(std::nan("")), u"NaN"_s);
        QCOMPARE(errorPosition(1.0), 0.0);
        QCOMPARE(errorPosition(0.0), 1.0);
        QCOMPARE(errorPosition(std::nan("")), 1.0);
    }

    void textsSayTheAttributesThatMatter()
    {
        const ComparePane pane = quantizedPane();
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        const auto attributes = [&](const QString& name) {
            return boxKeyAttributes(scene, scene.boxOfNode(pane.graph->findNode(name)), {});
        };
        QCOMPARE(attributes(u"/backbone/stem/conv1/Conv"_s), u"3×3 /2"_s);
        QCOMPARE(attributes(u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s), u"perm 0 2 3 1"_s);
        QCOMPARE(boxName(scene, 0), u"int8 1×64×64×3"_s);
        const QString tip = boxToolTip(scene, scene.boxOfNode(pane.graph->findNode(u"relu6_1"_s)));
        QVERIFY2(tip.contains(u"The board did not dump this tensor."_s), qPrintable(tip));
    }

    void fiftyThousandNodesPaintAtEveryZoom()
    {
        const ComparePane pane = test::makeChain(50000);
        GraphView view;
        view.resize(800, 600);
        view.setScene(std::make_shared<GraphScene>(pane.graph, pane.layout, pane.decorations));
        view.show();
        const QColor canvas = Theme::light().color(ThemeColor::Canvas);
        view.zoomToFit();
        QVERIFY(test::countPixels(test::grabAt(view, 1.0), canvas) < 800 * 600);
        for (const double scale : {0.02, 0.06, 0.2, 0.5, 1.0, 2.0}) {
            view.setSelectedBox(view.scene()->boxCount() / 2);
            view.setTransform({view.transform().origin, scale});
            view.centerOn(view.scene()->box(view.selectedBox()).rect.center());
            QVERIFY2(test::countPixels(test::grabAt(view, 1.0), canvas) < 800 * 600 - 100,
                     qPrintable(QString::number(scale)));
        }
        view.frameSelection();
        test::screenshot(view, u"graph-50000-middle"_s);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestGraphPainting)
#include "tst_graphpainting.moc"
