// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/GraphView.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestGraphView : public test::GuiTest
{
    Q_OBJECT

private:
    static std::shared_ptr<const GraphScene> quantizedScene()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        decorateWithMatches(sample.panes, sample.matches);
        const ComparePane& pane = sample.panes.back();
        return std::make_shared<GraphScene>(pane.graph, pane.layout, pane.decorations);
    }

    static std::unique_ptr<GraphView> shownView(QSize size = {420, 500})
    {
        auto view = std::make_unique<GraphView>();
        view->resize(size);
        test::showActive(*view);
        view->setScene(quantizedScene());
        view->setFocus();
        return view;
    }

    static void wheel(GraphView& view, QPointF at, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }

    static int boxNamed(const GraphView& view, const QString& name)
    {
        return view.scene()->boxOfNode(view.scene()->graph().findNode(name));
    }

    static QPoint centreOf(const GraphView& view, int box) { return view.boxRectInViewport(box).center().toPoint(); }

private Q_SLOTS:
    void startsWithTheFirstRowInTheMiddle()
    {
        const auto view = shownView();
        const QRectF first = view->boxRectInViewport(0);
        QCOMPARE(view->transform().scale, 1.0);
        QVERIFY(std::abs(first.center().x() - view->viewport()->width() / 2.0) < 1.0);
        QVERIFY(first.top() >= 0 && first.top() < 40);
    }

    void narrowViewsStartWithAWholeBox()
    {
        const auto view = shownView({150, 500});
        QVERIFY(view->transform().scale < 1.0);
        const QRectF first = view->boxRectInViewport(0);
        QVERIFY(first.left() >= 0 && first.right() <= view->viewport()->width());
        const auto narrow = shownView({20, 500});
        QVERIFY(narrow->transform().scale > 0.5); // no use in what nobody can read
    }

    void followsAcrossUntilABoxIsWhole()
    {
        const auto view = shownView({230, 500});
        const auto isAnyWhole = [&] {
            const QRectF seen(view->viewport()->rect());
            for (int box = 0; box < view->scene()->boxCount(); ++box) {
                if (seen.contains(view->boxRectInViewport(box))) {
                    return true;
                }
            }
            return false;
        };
        const ViewTransform start = view->transform();
        view->follow(start);
        QCOMPARE(view->transform(), start);
        ViewTransform aside = start;
        aside.origin.rx() += 90;
        view->setTransform(aside); // what a person does is left alone
        QVERIFY(!isAnyWhole());
        view->follow(aside);
        QVERIFY(isAnyWhole());
        QCOMPARE(view->transform().origin.y(), aside.origin.y());
        QVERIFY(view->transform().origin.x() > start.origin.x()); // no farther than it takes
    }

    void wheelZoomKeepsThePointUnderThePointer()
    {
        const auto view = shownView();
        const QPointF pointer(130, 210);
        const QPointF before = view->transform().toWorld(pointer);
        for (const int delta : {120, 120, -120, 240, -240, -120}) {
            wheel(*view, pointer, delta);
            const QPointF way = view->transform().toView(before) - pointer;
            QVERIFY2(way.manhattanLength() < 0.01, qPrintable(QString::number(way.manhattanLength())));
        }
        QVERIFY(std::abs(view->transform().scale - 1.0) < 1e-9);
    }

    void zoomStaysWithinBounds()
    {
        const auto view = shownView();
        for (int i = 0; i < 60; ++i) {
            wheel(*view, {200, 200}, 120);
        }
        QVERIFY(view->transform().scale <= 4.0);
        for (int i = 0; i < 120; ++i) {
            wheel(*view, {200, 200}, -120);
        }
        QVERIFY(view->transform().scale > 0.0);
        QVERIFY(QRectF(view->viewport()->rect()).intersects(view->transform().toView(view->worldBounds())));
    }

    void controlAndWheelScroll()
    {
        const auto view = shownView();
        const ViewTransform before = view->transform();
        wheel(*view, {200, 200}, -120, Qt::ControlModifier);
        QCOMPARE(view->transform().scale, before.scale);
        QVERIFY(view->transform().origin.y() > before.origin.y());
        view->setWheelZooms(false);
        wheel(*view, {200, 200}, 120, Qt::ControlModifier);
        QVERIFY(view->transform().scale > before.scale);
    }

    void shiftAndWheelScrollSideways()
    {
        const auto view = shownView();
        const ViewTransform before = view->transform();
        wheel(*view, {200, 200}, -120, Qt::ShiftModifier);
        QVERIFY(view->transform().origin.x() > before.origin.x());
        QCOMPARE(view->transform().origin.y(), before.origin.y());
    }

    void dragPansByWhatThePointerMoves()
    {
        const auto view = shownView();
        QSignalSpy selected(view.get(), &GraphView::boxSelected);
        const QPointF before = view->transform().origin;
        const QPoint start = centreOf(*view, 1);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(view->viewport(), start + QPoint(-20, -30));
        QTest::mouseMove(view->viewport(), start + QPoint(-40, -60));
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, start + QPoint(-40, -60));
        QCOMPARE(view->transform().origin - before, QPointF(40, 60));
        QCOMPARE(selected.count(), 0); // a drag that starts on a box selects nothing
    }

    void clickSelectsAndClickBesideClears()
    {
        const auto view = shownView();
        QSignalSpy selected(view.get(), &GraphView::boxSelected);
        const int box = boxNamed(*view, u"HZ_PREPROCESS_FOR_input"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, centreOf(*view, box));
        QCOMPARE(view->selectedBox(), box);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().first().toInt(), box);
        QVERIFY2(view->accessibleDescription().contains(u"HZ_PREPROCESS_FOR_input"_s),
                 qPrintable(view->accessibleDescription()));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(3, 250));
        QCOMPARE(view->selectedBox(), -1);
        QCOMPARE(selected.count(), 2);
        QVERIFY(view->accessibleDescription().isEmpty());
    }

    void doubleClickAndReturnActivate()
    {
        const auto view = shownView();
        QSignalSpy activated(view.get(), &GraphView::boxActivated);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, centreOf(*view, 2));
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated.last().first().toInt(), view->selectedBox());
    }

    void zeroFitsEverything()
    {
        const auto view = shownView();
        QTest::keyClick(view.get(), Qt::Key_0);
        const QRectF shown = view->transform().toView(view->scene()->layout().bounds);
        QVERIFY(QRectF(view->viewport()->rect()).contains(shown));
        QVERIFY(view->transform().scale < 1.0);
    }

    void fFramesTheSelection()
    {
        const auto view = shownView();
        view->setSelectedNode(view->scene()->graph().findNode(u"classifier"_s));
        view->zoomToFit();
        QTest::keyClick(view.get(), Qt::Key_F);
        const QPointF way
            = view->boxRectInViewport(view->selectedBox()).center() - QRectF(view->viewport()->rect()).center();
        QVERIFY(way.manhattanLength() < 2.0);
        QVERIFY(view->transform().scale >= 0.8);
    }

    void arrowsWalkAlongTheEdges()
    {
        const auto view = shownView();
        QSignalSpy selected(view.get(), &GraphView::boxSelected);
        QTest::keyClick(view.get(), Qt::Key_Down); // from nowhere: the first box
        QCOMPARE(view->selectedBox(), 0);
        QVERIFY(!view->scene()->isOperator(0));
        QTest::keyClick(view.get(), Qt::Key_Down);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->selectedBox(), boxNamed(*view, u"HZ_PREPROCESS_FOR_input"_s));
        QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->selectedBox(), boxNamed(*view, u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s));
        QCOMPARE(selected.count(), 4);
        QTest::keyClick(view.get(), Qt::Key_End);
        QCOMPARE(view->selectedBox(), view->scene()->boxCount() - 1);
        QVERIFY(view->viewport()->rect().contains(centreOf(*view, view->selectedBox())));
        QTest::keyClick(view.get(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(view->selectedBox(), view->scene()->boxCount() - 2);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->selectedBox(), 0);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(view->selectedBox(), -1);
    }

    void everyBoxIsReachedInExecutionOrder()
    {
        const auto view = shownView();
        QTest::keyClick(view.get(), Qt::Key_Home);
        for (int box = 1; box < view->scene()->boxCount(); ++box) {
            QTest::keyClick(view.get(), Qt::Key_Down, Qt::ControlModifier);
            QCOMPARE(view->selectedBox(), box);
        }
    }

    void scrollBarsMoveTheViewAndFollowIt()
    {
        const auto view = shownView();
        const double before = view->transform().origin.y();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() + 100);
        QVERIFY(std::abs(view->transform().origin.y() - before - 100) < 1e-9);
        const int value = view->verticalScrollBar()->value();
        view->setTransform({view->transform().origin + QPointF(0, 50), 1.0});
        QCOMPARE(view->verticalScrollBar()->value(), value + 50);
    }

    void contextMenuCanBeFilled()
    {
        const auto view = shownView();
        int told = -2;
        connect(view.get(), &GraphView::contextMenuAboutToShow, this,
                [&told](QMenu* /*menu*/, int box) { told = box; });
        const QPoint at = centreOf(*view, 2);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view->viewport(), &event);
        QCOMPARE(told, 2);
        QCOMPARE(view->selectedBox(), 2);
    }

    void worksWithoutAGraph()
    {
        GraphView view;
        view.resize(200, 200);
        view.show();
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton);
        QCOMPARE(view.selectedBox(), -1);
        QCOMPARE(test::countPixels(test::grabAt(view, 1.0), Theme::light().color(ThemeColor::Canvas)), 200 * 200);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestGraphView)
#include "tst_graphview.moc"
