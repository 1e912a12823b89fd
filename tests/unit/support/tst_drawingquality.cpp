// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/DrawingQuality.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace driftscope::test;

class tst_DrawingQuality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void overlaps();
    void linesThroughBoxes();
    void aStraightLineThroughManyBoxes();
    void crossings_data();
    void crossings();
    void aTrunkIsCrossedOnce();
    void length();
    void agreesWithComparingAllPairs();
};

namespace {

const QRectF farBox(100'000, 0, 10, 10);

DrawnLine line(int trunk, std::vector<QPointF> points)
{
    return {0, 0, trunk, std::move(points)};
}

qint64 crossingsOf(std::vector<DrawnLine> lines)
{
    return measureDrawing({{farBox}, std::move(lines)}).crossings;
}

bool properlyCross(const DrawnLine& s, const DrawnLine& t)
{
    const auto side = [](QPointF a, QPointF b, QPointF c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    };
    const QPointF a = s.points[0];
    const QPointF b = s.points[1];
    const QPointF c = t.points[0];
    const QPointF d = t.points[1];
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

} // namespace

void tst_DrawingQuality::nothing()
{
    const DrawingQuality quality = measureDrawing({});
    QCOMPARE(quality.overlaps, 0);
    QCOMPARE(quality.crossings, 0);
    QCOMPARE(quality.length, 0.0);
}

void tst_DrawingQuality::overlaps()
{
    // Two that share a side only, one on top of both, one inside of another, one far down alone.
    const Drawing drawing{{{0, 0, 100, 40}, {100, 0, 100, 40}, {90, 20, 20, 300}, {92, 200, 4, 4}, {0, 5000, 9, 9}},
                          {}};
    QCOMPARE(measureDrawing(drawing).overlaps, 3);
}

void tst_DrawingQuality::linesThroughBoxes()
{
    const std::vector<QRectF> boxes{{0, 0, 100, 40}, {0, 100, 100, 40}, {0, 200, 100, 40}};
    const auto throughBoxes = [&](std::vector<QPointF> points) {
        return measureDrawing({boxes, {{0, 2, 0, std::move(points)}}}).throughBoxes;
    };
    QCOMPARE(throughBoxes({{50, 40}, {50, 200}}), 1);
    QCOMPARE(throughBoxes({{50, 40}, {120, 90}, {120, 150}, {50, 200}}), 0);
    QCOMPARE(throughBoxes({{50, 40}, {100, 90}, {100, 150}, {50, 200}}), 0); // along the side
    QCOMPARE(throughBoxes({{50, 40}, {90, 90}, {110, 120}, {90, 150}, {50, 200}}), 1); // twice, one box
    QCOMPARE(throughBoxes({{50, 40}, {120, 90}, {120, 220}, {10, 220}}), 0); // into its own end
}

void tst_DrawingQuality::aStraightLineThroughManyBoxes()
{
    Drawing drawing;
    for (int i = 0; i < 100; ++i)
        drawing.boxes.emplace_back(0, 62 * i, 208, 40);
    drawing.lines.push_back({0, 99, 0, {{104, 40}, {104, 62 * 99}}});
    QCOMPARE(measureDrawing(drawing).throughBoxes, 98);
}

void tst_DrawingQuality::crossings_data()
{
    using Points = std::vector<QPointF>;
    QTest::addColumn<Points>("first");
    QTest::addColumn<Points>("second");
    QTest::addColumn<int>("count");
    QTest::newRow("apart") << Points{{0, 0}, {0, 100}} << Points{{10, 0}, {10, 100}} << 0;
    QTest::newRow("cross") << Points{{0, 0}, {10, 100}} << Points{{10, 0}, {0, 100}} << 1;
    QTest::newRow("cross far down") << Points{{0, 0}, {10, 90'000}} << Points{{10, 0}, {0, 90'000}} << 1;
    QTest::newRow("upright and level") << Points{{0, 0}, {0, 1000}} << Points{{-900, 640}, {900, 640}} << 1;
    QTest::newRow("one beginning") << Points{{0, 0}, {10, 100}} << Points{{0, 0}, {-10, 100}} << 0;
    QTest::newRow("one end") << Points{{0, 0}, {10, 100}} << Points{{20, 0}, {10, 100}} << 0;
    QTest::newRow("ends on the other") << Points{{0, 0}, {0, 100}} << Points{{-50, 50}, {0, 50}} << 0;
    QTest::newRow("in a bend") << Points{{0, 0}, {0, 50}, {20, 100}} << Points{{-50, 50}, {50, 50}} << 1;
    QTest::newRow("in both's bends") << Points{{-9, 0}, {0, 50}, {9, 100}} << Points{{9, 0}, {0, 50}, {-9, 100}} << 1;
    QTest::newRow("twice") << Points{{0, 0}, {0, 100}} << Points{{-10, 0}, {10, 50}, {-10, 100}} << 2;
    QTest::newRow("on top of each other") << Points{{0, 0}, {0, 100}} << Points{{0, 20}, {0, 60}} << 1;
    QTest::newRow("one behind the other") << Points{{0, 0}, {0, 100}} << Points{{0, 100}, {0, 160}} << 0;
}

void tst_DrawingQuality::crossings()
{
    using Points = std::vector<QPointF>;
    QFETCH(Points, first);
    QFETCH(Points, second);
    QFETCH(int, count);
    QCOMPARE(crossingsOf({line(0, first), line(1, second)}), count);
    QCOMPARE(crossingsOf({line(0, second), line(1, first)}), count);
    QCOMPARE(crossingsOf({line(0, first), line(0, second)}), 0);
    std::ranges::reverse(first);
    QCOMPARE(crossingsOf({line(0, first), line(1, second)}), count);
}

void tst_DrawingQuality::aTrunkIsCrossedOnce()
{
    const DrawingQuality quality
        = measureDrawing({{farBox},
                          {line(0, {{0, 0}, {0, 100}, {50, 150}}), line(0, {{0, 0}, {0, 100}, {-50, 150}}),
                           line(0, {{0, 0}, {0, 180}}), line(1, {{-30, 50}, {30, 50}})}});
    QCOMPARE(quality.crossings, 1);
    QCOMPARE(quality.linePairs, 3);
}

void tst_DrawingQuality::length()
{
    QCOMPARE(measureDrawing({{farBox}, {line(0, {{0, 0}, {30, 40}, {30, 50}}), line(0, {{0, 0}, {30, 40}})}}).length,
             110.0);
}

void tst_DrawingQuality::agreesWithComparingAllPairs()
{
    QRandomGenerator random(7);
    const auto point = [&] { return QPointF(random.bounded(3000.0), random.bounded(3000.0)); };
    Drawing drawing;
    for (int i = 0; i < 150; ++i) {
        drawing.boxes.emplace_back(point(), QSizeF(20 + random.bounded(200), 20 + random.bounded(200)));
        drawing.lines.push_back({-1, -1, i, {point(), point()}});
    }
    qint64 overlaps = 0;
    qint64 crossings = 0;
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const QRectF shared = drawing.boxes[i].intersected(drawing.boxes[k]);
            overlaps += shared.width() > 1 && shared.height() > 1 ? 1 : 0;
            crossings += properlyCross(drawing.lines[i], drawing.lines[k]) ? 1 : 0;
        }
    }
    const DrawingQuality quality = measureDrawing(drawing);
    QVERIFY(overlaps > 50 && crossings > 500);
    QCOMPARE(quality.overlaps, overlaps);
    QCOMPARE(quality.crossings, crossings);
    QCOMPARE(quality.linePairs, crossings);
}

QTEST_GUILESS_MAIN(tst_DrawingQuality)
#include "tst_drawingquality.moc"
