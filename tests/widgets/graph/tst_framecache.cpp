// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/FrameCache.h"
#include "widgets/graph/GraphView.h"

#include <QPainter>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestFrameCache : public test::GuiTest
{
    Q_OBJECT

private:
    /// Paints something that differs everywhere, so that a wrong shift shows.
    static FrameCache::Paint pattern(const FrameCache::Key& key)
    {
        return [key](QPainter& painter, const QRectF& target) {
            painter.fillRect(target, Qt::white);
            for (int i = 0; i < 60; ++i) {
                const QRectF world(i * 17.0, i * 13.0, 9, 7);
                painter.fillRect(key.view.toView(world), QColor(4 * i, 255 - 3 * i, (i * 37) % 255));
            }
        };
    }

private Q_SLOTS:
    void hasTheExactSizeInDevicePixels_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }

    void hasTheExactSizeInDevicePixels()
    {
        QFETCH(double, ratio);
        FrameCache cache;
        const FrameCache::Key key{{200, 100}, ratio, {}, 0, false};
        const QPixmap& frame = cache.frame(key, pattern(key));
        QCOMPARE(frame.size(), QSize(int(200 * ratio), int(100 * ratio)));
        QCOMPARE(frame.devicePixelRatio(), ratio);
    }

    void sameKeyIsReusedAtRatioTwo()
    {
        FrameCache cache;
        const FrameCache::Key key{{200, 100}, 2.0, {}, 0, false};
        cache.frame(key, pattern(key));
        cache.frame(key, pattern(key));
        cache.frame(key, pattern(key));
        QCOMPARE(cache.counts().whole, 1);
        QCOMPARE(cache.counts().reused, 2);
    }

    void panMovesPixelsAndGivesTheSamePicture_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<QPointF>("step");
        for (const double ratio : {1.0, 2.0}) {
            for (const QPointF step : {QPointF(0, 8), QPointF(0, -8), QPointF(12, 0), QPointF(-12, 5), QPointF(3, 3)}) {
                QTest::addRow("%g: %g %g", ratio, step.x(), step.y()) << ratio << step;
            }
        }
    }

    void panMovesPixelsAndGivesTheSamePicture()
    {
        QFETCH(double, ratio);
        QFETCH(QPointF, step);
        FrameCache cache;
        FrameCache::Key key{{200, 100}, ratio, {QPointF(50, 40), 1.0}, 0, false};
        cache.frame(key, pattern(key));
        key.view.origin += step;
        const QImage panned = cache.frame(key, pattern(key)).toImage();
        QCOMPARE(cache.counts().strips, 1);
        FrameCache fresh;
        QCOMPARE(panned, fresh.frame(key, pattern(key)).toImage());
    }

    void panByPartsOfAPixelPaintsAnew()
    {
        FrameCache cache;
        FrameCache::Key key{{200, 100}, 1.0, {}, 0, false};
        cache.frame(key, pattern(key));
        key.view.origin += QPointF(0, 0.5);
        cache.frame(key, pattern(key));
        QCOMPARE(cache.counts().whole, 2);
        key.ratio = 2.0; // a whole device pixel there
        cache.frame(key, pattern(key));
        key.view.origin += QPointF(0, 0.5);
        cache.frame(key, pattern(key));
        QCOMPARE(cache.counts().whole, 3);
        QCOMPARE(cache.counts().strips, 1);
    }

    void anythingElsePaintsAnew()
    {
        FrameCache cache;
        FrameCache::Key key{{200, 100}, 1.0, {}, 0, false};
        cache.frame(key, pattern(key));
        key.revision = 1;
        cache.frame(key, pattern(key));
        key.view.scale = 1.2;
        cache.frame(key, pattern(key));
        key.isDraft = true;
        cache.frame(key, pattern(key));
        key.size = {201, 100};
        cache.frame(key, pattern(key));
        QCOMPARE(cache.counts().whole, 5);
    }

    void viewUsesItAtRatioTwo()
    {
        const ComparePane pane = test::makeChain(200);
        GraphView view;
        view.resize(300, 300);
        view.setScene(std::make_shared<GraphScene>(pane.graph, pane.layout, pane.decorations));
        view.show();
        const auto paint = [&view] { return test::grabAt(view, view.devicePixelRatioF()); };
        paint();
        const FrameCache::Counts first = view.frameCounts();
        paint();
        QCOMPARE(view.frameCounts().whole, first.whole);
        view.setSelectedBox(3); // on top, not in the frame
        paint();
        QCOMPARE(view.frameCounts().whole, first.whole);
        view.setTransform({view.transform().origin + QPointF(0, 40), 1.0});
        paint();
        QCOMPARE(view.frameCounts().whole, first.whole);
        QVERIFY(view.frameCounts().strips > first.strips);
    }

    void pannedViewLooksLikeAFreshOne()
    {
        const ComparePane pane = test::makeChain(200);
        const auto scene = std::make_shared<GraphScene>(pane.graph, pane.layout, pane.decorations);
        GraphView panned;
        GraphView fresh;
        for (GraphView* view : {&panned, &fresh}) {
            view->resize(300, 300);
            view->show();
            view->setScene(scene);
            view->clearFocus();
        }
        (void)test::grabAt(panned, 1.0);
        for (int i = 0; i < 7; ++i) {
            panned.setTransform({panned.transform().origin + QPointF(3, 37), 1.0});
            (void)test::grabAt(panned, 1.0);
        }
        QCOMPARE(panned.frameCounts().strips, 7);
        fresh.setTransform(panned.transform());
        // Slanted lines are cut at the strips, which moves a few of their pixels' shades, and nothing else.
        const QImage one = panned.viewport()->grab().toImage();
        const QImage other = fresh.viewport()->grab().toImage();
        QCOMPARE(one.size(), other.size());
        int different = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                different += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
            }
        }
        QVERIFY2(different < one.width() * one.height() / 1000, qPrintable(QString::number(different)));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestFrameCache)
#include "tst_framecache.moc"
