// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/LinkOverlay.h"
#include "widgets/graph/Minimap.h"

#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestCompareView : public test::GuiTest
{
    Q_OBJECT

private:
    static std::unique_ptr<CompareView> shownView(QSize size = {1200, 640})
    {
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        auto view = std::make_unique<CompareView>();
        view->resize(size);
        test::showActive(*view);
        view->setPanes(std::move(sample.panes), sample.matches);
        QCoreApplication::sendPostedEvents();
        return view;
    }

    static int boxNamed(const CompareView& view, int pane, const QString& name)
    {
        const GraphScene& scene = *view.view(pane)->scene();
        return scene.boxOfNode(scene.graph().findNode(name));
    }

    static void click(CompareView& view, int pane, int box)
    {
        QTest::mouseClick(view.view(pane)->viewport(), Qt::LeftButton, {},
                          view.view(pane)->boxRectInViewport(box).center().toPoint());
    }

private Q_SLOTS:
    void matchesDecorateThePanes()
    {
        const auto view = shownView();
        const auto change = [&](int pane, const QString& name) {
            return view->view(pane)->scene()->change(boxNamed(*view, pane, name));
        };
        QCOMPARE(change(0, u"/backbone/stem/bn1/BatchNormalization"_s), NodeChange::Fused);
        QCOMPARE(change(0, u"dropout"_s), NodeChange::Removed);
        QCOMPARE(change(1, u"HZ_PREPROCESS_FOR_input"_s), NodeChange::Inserted);
        QCOMPARE(change(2, u"block1.dw"_s), NodeChange::Changed);
        QCOMPARE(change(1, u"relu6_1"_s), NodeChange::None);
    }

    void matchedNodesStandInOneRow()
    {
        const auto view = shownView();
        for (const QString& name : {u"/backbone/stem/conv1/Conv"_s, u"block1.dw"_s, u"classifier"_s}) {
            const double top = view->view(0)->boxRectInViewport(boxNamed(*view, 0, name)).top();
            QCOMPARE(view->view(1)->boxRectInViewport(boxNamed(*view, 1, name)).top(), top);
            QCOMPARE(view->view(2)->boxRectInViewport(boxNamed(*view, 2, name)).top(), top);
        }
    }

    void linkedPanesScrollAndZoomTogether()
    {
        const auto view = shownView();
        view->view(1)->verticalScrollBar()->setValue(view->view(1)->verticalScrollBar()->value() + 90);
        QCOMPARE(view->view(0)->transform().origin.y(), view->view(1)->transform().origin.y());
        QCOMPARE(view->view(2)->transform().origin.y(), view->view(1)->transform().origin.y());
        view->view(2)->zoomAt({100, 100}, 1.44);
        QCOMPARE(view->view(0)->transform().scale, view->view(2)->transform().scale);
        QCOMPARE(view->view(0)->transform().origin.y(), view->view(2)->transform().origin.y());
        const double sideways = view->view(0)->transform().origin.x();
        view->view(2)->horizontalScrollBar()->setValue(view->view(2)->horizontalScrollBar()->value() + 30);
        QCOMPARE(view->view(0)->transform().origin.x(), sideways);
    }

    void unlinkedPanesDoNotFollow()
    {
        const auto view = shownView();
        view->setLinked(false);
        const ViewTransform before = view->view(0)->transform();
        view->view(1)->verticalScrollBar()->setValue(view->view(1)->verticalScrollBar()->value() + 90);
        QCOMPARE(view->view(0)->transform(), before);
        view->setLinked(true);
        QCOMPARE(view->view(0)->transform().origin.y(), view->view(1)->transform().origin.y());
    }

    void selectingSelectsTheMatches()
    {
        const auto view = shownView();
        QSignalSpy selected(view.get(), &CompareView::nodeSelected);
        click(*view, 0, boxNamed(*view, 0, u"block1.dw"_s));
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().at(0).value<Stage>(), Stage::Float);
        QCOMPARE(view->view(1)->selectedBox(), boxNamed(*view, 1, u"block1.dw"_s));
        QCOMPARE(view->view(2)->selectedBox(), boxNamed(*view, 2, u"block1.dw"_s));
    }

    void fusedNodesSelectWhatTheyBecame()
    {
        const auto view = shownView();
        view->selectBox(0, boxNamed(*view, 0, u"/backbone/stem/bn1/BatchNormalization"_s));
        QCOMPARE(view->view(2)->selectedBox(), boxNamed(*view, 2, u"/backbone/stem/conv1/Conv"_s));
        view->selectBox(2, view->view(2)->selectedBox()); // and back: the first of the two
        QCOMPARE(view->view(0)->selectedBox(), boxNamed(*view, 0, u"/backbone/stem/conv1/Conv"_s));
    }

    void nodesWithoutMatchLeaveTheOthersUnselected()
    {
        const auto view = shownView();
        view->selectBox(0, boxNamed(*view, 0, u"block1.dw"_s));
        view->selectBox(0, boxNamed(*view, 0, u"dropout"_s));
        QCOMPARE(view->view(1)->selectedBox(), -1);
        QCOMPARE(view->view(2)->selectedBox(), -1);
    }

    void selectionFarDownIsScrolledIntoViewEverywhere()
    {
        const auto view = shownView({1200, 360});
        view->selectBox(0, boxNamed(*view, 0, u"classifier"_s));
        for (int pane = 0; pane < 3; ++pane) {
            const GraphView& each = *view->view(pane);
            QVERIFY(QRectF(each.viewport()->rect()).contains(each.boxRectInViewport(each.selectedBox())));
        }
    }

    void contextDrivesAndIsDriven()
    {
        const auto view = shownView();
        SelectionContext context;
        view->setSelectionContext(&context);
        click(*view, 1, boxNamed(*view, 1, u"relu6_1"_s));
        QCOMPARE(context.current(), Selection::node(Stage::OptimizedFloat, u"relu6_1"_s));
        context.select(Selection::layer(Stage::Quantized, u"block1.add"_s));
        QCOMPARE(view->view(2)->selectedBox(), boxNamed(*view, 2, u"block1.add"_s));
        QCOMPARE(view->view(0)->selectedBox(), boxNamed(*view, 0, u"block1.add"_s));
        context.goBack();
        QCOMPARE(view->view(1)->selectedBox(), boxNamed(*view, 1, u"relu6_1"_s));
        context.select(Selection::value(Stage::Float, u"block1.dw.out"_s)); // stands for its producer
        QCOMPARE(view->view(0)->selectedBox(), boxNamed(*view, 0, u"block1.dw"_s));
        context.select(Selection::configKey(u"input_parameters.norm_type"_s));
        QCOMPARE(view->view(0)->selectedBox(), boxNamed(*view, 0, u"block1.dw"_s));
        view->setLocked(true);
        context.select(Selection::node(Stage::Float, u"relu6_1"_s));
        QCOMPARE(view->view(0)->selectedBox(), boxNamed(*view, 0, u"block1.dw"_s));
    }

    void linkLinesEndAtTheBoxesEdges()
    {
        const auto view = shownView();
        const LinkOverlay& overlay = *view->linkOverlay();
        for (std::size_t gap = 0; gap < 2; ++gap) {
            const LinkWindow left = overlay.window(gap);
            const LinkWindow right = overlay.window(gap + 1);
            QVERIFY(!overlay.links()[gap].links().empty());
            for (const BoxLink& link : overlay.links()[gap].links()) {
                const QLineF ends = linkEnds(left, right, link);
                const QRectF from
                    = left.view.toView(left.scene->box(link.fromBox).rect).translated(left.viewport.topLeft());
                const QRectF to
                    = right.view.toView(right.scene->box(link.toBox).rect).translated(right.viewport.topLeft());
                QCOMPARE(ends.p1(), QPointF(std::min(from.right(), left.viewport.right()), from.center().y()));
                QCOMPARE(ends.p2(), QPointF(std::max(to.left(), right.viewport.left()), to.center().y()));
            }
        }
    }

    void linkLinesCrossTheGapAndNotTheBoxes()
    {
        const auto view = shownView();
        const QImage image = test::grabAt(*view, 1.0);
        const LinkOverlay& overlay = *view->linkOverlay();
        const LinkWindow left = overlay.window(0);
        const QPoint corner = overlay.mapTo(view.get(), QPoint(0, 0));
        const int box = boxNamed(*view, 0, u"block1.dw"_s);
        const QRectF rect = left.view.toView(left.scene->box(box).rect).translated(left.viewport.topLeft() + corner);
        const QColor color = view->appearance().theme.color(ThemeColor::MatchLink);
        const auto inColumn = [&](double x) {
            const QRect strip(qRound(x), qRound(rect.center().y()) - 2, 1, 5);
            return test::countPixels(image.copy(strip), color, 40);
        };
        QVERIFY(inColumn(rect.right() + 4) > 0);
        QVERIFY(inColumn(left.viewport.right() + corner.x() + 3) > 0); // in the splitter's gap
        QCOMPARE(inColumn(rect.right() - 8), 0);
    }

    void overlayLetsTheMouseThrough()
    {
        const auto view = shownView();
        QVERIFY(view->linkOverlay()->testAttribute(Qt::WA_TransparentForMouseEvents));
        const QPoint inPane = view->view(1)->viewport()->mapTo(view.get(), QPoint(40, 40));
        QCOMPARE(view->childAt(inPane), view->view(1)->viewport());
    }

    void manyIntoOneAreLinkedOnlyWhenSelected()
    {
        const ComparePane left = test::makeChain(12);
        const ComparePane right = test::makeChain(4);
        const GraphScene leftScene(left.graph, left.layout, {});
        const GraphScene rightScene(right.graph, right.layout, {});
        const auto linksOf = [&](int nodes) {
            StageMatch match;
            NodeMatch fused;
            for (int i = 0; i < nodes; ++i)
                fused.from.append(NodeId(i));
            fused.to = {NodeId(0)};
            fused.kind = MatchKind::Fused;
            match.matches.append(fused);
            return PaneLinks(leftScene, rightScene, match);
        };
        const Theme theme = Theme::light();
        const auto painted = [&](const PaneLinks& links, int selected) {
            QImage image(800, 800, QImage::Format_RGB32);
            image.fill(theme.color(ThemeColor::Canvas));
            QPainter painter(&image);
            const LinkWindow from{&leftScene, {left.layout.bounds.topLeft(), 1.0}, QRectF(0, 0, 390, 800)};
            const LinkWindow to{&rightScene, {right.layout.bounds.topLeft(), 1.0}, QRectF(410, 0, 390, 800), selected};
            paintLinks(painter, from, to, links, theme, false);
            return image;
        };
        const PaneLinks many = linksOf(9);
        const PaneLinks row = linksOf(1);
        QCOMPARE(many.links().size(), row.links().size() + 8);
        const int target = rightScene.boxOfNode(NodeId(0));
        QVERIFY(test::countPixels(painted(many, target), theme.color(ThemeColor::MatchLinkActive), 40) > 800);
        const QImage quiet = painted(many, -1);
        QVERIFY(test::countPixels(quiet, theme.color(ThemeColor::MatchLink), 40) > 800);
        QCOMPARE(quiet, painted(row, -1)); // inputs, outputs and what stands in one row
        QVERIFY(painted(linksOf(3), -1) != painted(row, -1)); // a few are no fan
    }

    void minimapShowsAndMovesTheView()
    {
        const auto view = shownView({1200, 360});
        Minimap& map = *view->minimap();
        QCOMPARE(map.view(), view->view(2));
        const QRectF before = map.viewportMark();
        QVERIFY(before.height() < map.height() / 1.2);
        QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(map.width() / 2, int(before.bottom()) + 20));
        QVERIFY(map.viewportMark().top() > before.top());
        QCOMPARE(view->view(0)->transform().origin.y(), view->view(2)->transform().origin.y());
        view->view(0)->setFocus();
        QCOMPARE(map.view(), view->view(0));
    }

    void minimapMovesByWheelAndByItsFrame()
    {
        const auto view = shownView({1200, 360});
        Minimap& map = *view->minimap();
        const double start = view->view(2)->transform().origin.y();
        const QPointF at(map.width() / 2.0, map.height() / 2.0);
        QWheelEvent down(at, map.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                         false);
        QCoreApplication::sendEvent(&map, &down);
        const double moved = view->view(2)->transform().origin.y();
        QVERIFY(moved > start);
        const double scale = view->view(2)->transform().scale;
        QWheelEvent in(at, map.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase,
                       false);
        QCoreApplication::sendEvent(&map, &in);
        QVERIFY(view->view(2)->transform().scale > scale);
        // Taken at its upper end, the frame does not jump to the pointer.
        const QRectF frame = map.viewportMark();
        const QPoint grip(static_cast<int>(frame.center().x()), static_cast<int>(frame.top()) + 3);
        const double before = view->view(2)->transform().origin.y();
        QTest::mousePress(&map, Qt::LeftButton, {}, grip);
        QVERIFY(std::abs(view->view(2)->transform().origin.y() - before) < 2.0);
        QTest::mouseMove(&map, grip + QPoint(0, 10));
        QTest::mouseRelease(&map, Qt::LeftButton, {}, grip + QPoint(0, 10));
    }

    void newDecorationsKeepPlaceAndSelection()
    {
        const auto view = shownView();
        view->selectBox(2, boxNamed(*view, 2, u"block1.dw"_s));
        const ViewTransform before = view->view(2)->transform();
        NodeDecoration better;
        better.node = view->panes()[2].graph->findNode(u"block1.dw"_s);
        better.cosine = 0.9999;
        view->setDecorations(Stage::Quantized, {better});
        QCOMPARE(view->view(2)->transform(), before);
        QCOMPARE(view->view(2)->selectedBox(), boxNamed(*view, 2, u"block1.dw"_s));
        const NodeDecoration* shown = view->view(2)->scene()->decoration(view->view(2)->selectedBox());
        QCOMPARE(shown->cosine, std::optional(0.9999));
        QCOMPARE(shown->change, NodeChange::Changed);
    }

    void panesCanBeReplacedAndRemoved()
    {
        const auto view = shownView();
        view->selectBox(1, 3);
        view->setPanes({test::makeChain(8)}, {});
        QCOMPARE(view->paneCount(), 1);
        view->selectBox(0, 3);
        view->setPanes({}, {});
        QCOMPARE(view->paneCount(), 0);
        view->findNext();
        view->selectNextDrift();
        view->clearSelection();
        test::screenshot(*view, u"compare-empty"_s);
    }

    void screenshots()
    {
        for (const bool isDark : {false, true}) {
            test::useDarkPalette(isDark);
            const QString suffix = isDark ? u"-dark"_s : u"-light"_s;
            const auto view = shownView({1400, 720});
            const QImage plain = test::screenshot(*view, u"compare-families"_s + suffix);
            QCOMPARE(plain.size(), QSize(1400, 720));
            QVERIFY(test::countPixels(plain, QColor(Qt::magenta), 0) == 0);
            view->setOverlay(Overlay::Error);
            view->selectBox(2, boxNamed(*view, 2, u"block1.dw"_s));
            view->setSearchText(u"cos<0.99 on:GPU"_s);
            test::screenshot(*view, u"compare-error"_s + suffix);
            view->setSearchText({});
            view->view(2)->zoomAt({150, 200}, 1.7);
            test::screenshot(*view, u"compare-zoomed"_s + suffix);
            view->view(2)->zoomAt({150, 200}, 0.3);
            test::screenshot(*view, u"compare-small"_s + suffix);
            view->view(2)->zoomAt({150, 200}, 0.4);
            view->setOverlay(Overlay::DataType);
            test::screenshot(*view, u"compare-tiny"_s + suffix);
        }
        test::useDarkPalette(false);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
