// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/ClippedLine.h"
#include "widgets/graph/GraphPainter.h"
#include "widgets/graph/GraphView.h"
#include "widgets/graph/Legend.h"

#include <QFontMetricsF>
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
        PaintCache cache;
        QPainter painter(&image);
        paintGraph(painter, {scene, view, QRectF(QPointF(0, 0), QSizeF(size)), appearance, cache, 1.0, false});
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
        const GraphAppearance appearance;
        const Theme& theme = appearance.theme;
        const int convolution = scene.boxOfNode(pane.graph->findNode(u"block1.dw"_s));
        const QImage plain = painted(scene, at(scene, convolution), appearance);
        QCOMPARE(plain.pixelColor(22, 40), theme.family(OpFamily::Convolution));
        const int inserted
            = scene.boxOfNode(pane.graph->findNode(u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s));
        const QImage dashed = painted(scene, at(scene, inserted), appearance);
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

    void textsStayInsideTheirBoxesAtEveryZoom()
    {
        // A box of which the outline has another colour than the texts, alone on the canvas.
        const ComparePane pane = quantizedPane();
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        GraphAppearance appearance;
        appearance.overlay = Overlay::Error;
        appearance.text.showEdgeTexts = false;
        const int box
            = scene.boxOfNode(pane.graph->findNode(u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s));
        const QColor text = appearance.theme.color(ThemeColor::Text);
        for (const double scale : {0.46, 0.6, 0.71, 1.0, 1.3, 1.6, 2.5, 4.0}) {
            const ViewTransform view = at(scene, box, scale);
            const QRectF rect = view.toView(scene.box(box).rect);
            const QImage image
                = painted(scene, view, appearance, (rect.size() + QSizeF(40 * scale, 40 * scale)).toSize());
            QImage inside = image.copy(rect.toAlignedRect());
            QVERIFY2(test::countPixels(inside, text, 60) > 5, qPrintable(QString::number(scale)));
            QImage outside = image;
            QPainter(&outside).fillRect(rect.toAlignedRect(), appearance.theme.color(ThemeColor::Canvas));
            // Neighbours begin 22 units below; 12 are looked at.
            outside = outside.copy(0, 0, outside.width(), static_cast<int>(rect.bottom() + 12 * scale));
            QVERIFY2(test::countPixels(outside, text, 40) == 0, qPrintable(QString::number(scale)));
        }
    }

    void textsAreWholeWhereThereIsRoom()
    {
        const ComparePane pane = quantizedPane();
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        const Theme theme = Theme::light();
        PaintCache cache;
        const QFont font = theme.fontOfPixels(11, false);
        const QString name = u"/backbone/stem/conv1/Conv"_s;
        const double width = QFontMetricsF(font).horizontalAdvance(name);
        QCOMPARE(cache.elided(1, 1, width + 0.5, font, Qt::ElideLeft, name), name);
        QVERIFY(cache.elided(2, 1, width - 1, font, Qt::ElideLeft, name).startsWith(u'…'));
        for (double room = 20; room < width; room += 7) {
            const QString shown = cache.elided(3, 1, room, font, Qt::ElideLeft, name);
            QVERIFY(QFontMetricsF(font).horizontalAdvance(shown) <= room);
        }
    }

    void theWorstOfManyBoxesWinsThePixel()
    {
        ComparePane pane = test::makeChain(20000);
        NodeDecoration bad;
        bad.node = NodeId(7777);
        bad.cosine = 0.1;
        pane.decorations = {bad};
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        GraphAppearance appearance;
        appearance.overlay = Overlay::Error;
        const FarMarks marks(scene, appearance, {});
        QVERIFY(marks.levelCount() > 4);
        const QRgb worst = appearance.theme.error().at(errorPosition(0.1)).rgb();
        for (const double scale : {0.0005, 0.004, 0.03}) {
            const auto found = marks.in(scene.layout().bounds, scale);
            QVERIFY(static_cast<double>(found.size()) <= scene.layout().bounds.height() * scale * 4 + 2000);
            QCOMPARE(found.back()->color, worst); // drawn last
            QCOMPARE(std::ranges::count(found, worst, &FarMark::color), 1);
        }
    }

    void dimmedBoxesStepBack()
    {
        const ComparePane pane = quantizedPane();
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        const GraphAppearance appearance;
        const int box = scene.boxOfNode(pane.graph->findNode(u"block1.dw"_s));
        const QColor canvas = appearance.theme.color(ThemeColor::Canvas);
        const BoxLook normal = boxLook(scene, box, appearance);
        const BoxLook dimmed = dimmedLook(normal, appearance.theme);
        QVERIFY(contrastRatio(QColor(dimmed.mark), canvas) < 0.6 * contrastRatio(QColor(normal.mark), canvas));
        QVERIFY(contrastRatio(QColor(dimmed.mark), canvas) > 1.1); // still there
    }

    void overlaysColourByWhatTheySay()
    {
        ComparePane pane = quantizedPane();
        const NodeId first = pane.graph->findNode(u"block1.dw"_s);
        const NodeId second = pane.graph->findNode(u"block1.add"_s);
        pane.decorations.clear();
        pane.decorations.resize(2);
        pane.decorations[0].node = first;
        pane.decorations[0].threshold = 0.5;
        pane.decorations[0].latencyUs = 12.5;
        pane.decorations[0].layout = TensorLayout::NHWC;
        pane.decorations[1].node = second;
        pane.decorations[1].threshold = 50;
        const GraphScene scene(pane.graph, pane.layout, pane.decorations);
        GraphAppearance appearance;
        measureOverlays({pane}, appearance);
        const auto look = [&](NodeId node) { return boxLook(scene, scene.boxOfNode(node), appearance); };
        const auto text = [&](NodeId node) { return overlayText(scene, scene.boxOfNode(node), appearance); };
        appearance.overlay = Overlay::Threshold;
        QCOMPARE(look(first).mark, appearance.theme.magnitude().at(0).rgb());
        QCOMPARE(look(second).mark, appearance.theme.magnitude().at(1).rgb());
        QCOMPARE(text(second), u"50"_s);
        appearance.overlay = Overlay::Latency;
        QCOMPARE(text(first), u"12.5 µs"_s);
        QVERIFY(look(second).isHatched);
        appearance.overlay = Overlay::Layout;
        QCOMPARE(text(first), u"NHWC"_s);
        QCOMPARE(look(first).stripe, layoutColor(appearance.theme, TensorLayout::NHWC).rgb());
    }

    void legendsSayScaleUnitAndNoData()
    {
        GraphAppearance appearance;
        appearance.thresholds.include(0.25);
        appearance.thresholds.include(16);
        appearance.latencies.include(0.5);
        appearance.latencies.include(2500);
        const auto scaleOf = [&](Overlay overlay) {
            appearance.overlay = overlay;
            const auto items = legendItems(appearance);
            const auto found = std::ranges::find(items, LegendItem::Kind::Scale, &LegendItem::kind);
            return found != items.end() ? found->low + u'…' + found->high : QString();
        };
        QCOMPARE(scaleOf(Overlay::Threshold), u"0.25…16"_s);
        QCOMPARE(scaleOf(Overlay::Latency), u"500 ns…2.50 ms"_s);
        QCOMPARE(scaleOf(Overlay::Error), u"1e-4…1"_s);
        for (const Overlay overlay : allOverlays) {
            appearance.overlay = overlay;
            const auto items = legendItems(appearance);
            const bool hasNoData = std::ranges::count(items, LegendItem::Kind::Hatched, &LegendItem::kind) == 1;
            QCOMPARE(hasNoData, overlay != Overlay::OpFamily);
            QCOMPARE(overlayFromKey(overlayKey(overlay)), std::optional(overlay));
        }
    }

    void mapsReadInGrey()
    {
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            for (const ColorMap* map : {&theme.error(), &theme.magnitude(), &theme.sequential()}) {
                const bool rises = relativeLuminance(map->at(1)) > relativeLuminance(map->at(0));
                for (int i = 1; i <= 20; ++i) {
                    const double step
                        = relativeLuminance(map->at(i / 20.0)) - relativeLuminance(map->at((i - 1) / 20.0));
                    QVERIFY(rises ? step > 0 : step < 0);
                }
            }
        }
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
