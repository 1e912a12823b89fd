// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include "core/layout/SpatialIndex.h"

#include <QRandomGenerator>
#include <QTest>

using namespace driftscope;
using namespace driftscope::test;

class tst_SpatialIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIndex();
    void findsWhatALinearSearchFinds();
    void boxAt();
    void findsNothingFarAway();
    void gapOfAStubIsEmpty();
};

namespace {

bool touches(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

} // namespace

void tst_SpatialIndex::emptyIndex()
{
    QVERIFY(SpatialIndex().boxesIn(QRectF(0, 0, 10, 10)).empty());
    QCOMPARE(SpatialIndex(GraphLayout()).boxAt(QPointF(0, 0)), -1);
}

void tst_SpatialIndex::findsWhatALinearSearchFinds()
{
    const GraphLayout layout = layoutOf(*Graph::fromDraft(randomDag(3, 400)));
    const SpatialIndex index(layout);
    QRandomGenerator random(1);
    for (int i = 0; i < 200; ++i) {
        const QRectF view(random.bounded(layout.bounds.width()) - 50, random.bounded(layout.bounds.height()) - 50,
                          random.bounded(2000.0), random.bounded(3000.0));
        std::vector<int> boxes;
        for (std::size_t b = 0; b < layout.boxes.size(); ++b) {
            if (touches(layout.boxes[b].rect, view))
                boxes.push_back(static_cast<int>(b));
        }
        QCOMPARE(index.boxesIn(view), boxes);
        std::vector<int> edges;
        for (std::size_t e = 0; e < layout.edges.size(); ++e) {
            const LayoutEdge& edge = layout.edges[e];
            bool isIn = false;
            for (std::size_t p = 1; p < edge.points.size(); ++p)
                isIn = isIn
                    || (!(edge.isStub && p == 2)
                        && touches(QRectF(edge.points[p - 1], edge.points[p]).normalized(), view));
            if (isIn)
                edges.push_back(static_cast<int>(e));
        }
        QCOMPARE(index.edgesIn(view), edges);
    }
    QCOMPARE(index.boxesIn(layout.bounds).size(), layout.boxes.size());
    QCOMPARE(index.edgesIn(layout.bounds).size(), layout.edges.size());
}

void tst_SpatialIndex::boxAt()
{
    const GraphLayout layout = layoutOf(*Graph::fromDraft(residualNetwork(40)));
    const SpatialIndex index(layout);
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        QCOMPARE(index.boxAt(layout.boxes[i].rect.center()), static_cast<int>(i));
        QCOMPARE(index.boxAt(layout.boxes[i].rect.bottomLeft() + QPointF(5, 5)), -1);
    }
}

void tst_SpatialIndex::findsNothingFarAway()
{
    const SpatialIndex index(layoutOf(*Graph::fromDraft(chain(5))));
    QVERIFY(index.boxesIn(QRectF(1e15, 1e15, 1e15, 1e15)).empty());
    QCOMPARE(index.boxesIn(QRectF(-1e15, -1e15, 2e15, 2e15)).size(), std::size_t{7});
}

void tst_SpatialIndex::gapOfAStubIsEmpty()
{
    GraphDraft draft = chain(200);
    draft.nodes[150].inputs.append(QStringLiteral("x"));
    const GraphLayout layout = layoutOf(*Graph::fromDraft(draft));
    const SpatialIndex index(layout);
    const QRectF middle(-1000, layout.bounds.center().y(), 3000, 10);
    for (const int edge : index.edgesIn(middle))
        QVERIFY(!layout.edges[static_cast<std::size_t>(edge)].isStub);
}

QTEST_GUILESS_MAIN(tst_SpatialIndex)
#include "tst_spatialindex.moc"
