// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Sideways.h"
#include "tests/support/SyntheticNetworks.h"

#include <QTest>

using namespace driftscope;

class TestSideways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxesKeepTheirSizeAndEdgesTheirEnds()
    {
        const auto graph = Graph::fromDraft(test::syntheticNetwork({test::NetworkFamily::Residual, 300, 1}));
        const LayoutOptions options;
        Progress progress;
        const auto laidOut = layoutGraph(*graph, sidewaysOptions(options), CancelToken(), progress);
        QVERIFY(laidOut.has_value());
        const GraphLayout turned = turnedSideways(*laidOut);
        QVERIFY(turned.isSideways && !laidOut->isSideways);
        QCOMPARE(turned.boxes.size(), laidOut->boxes.size());
        for (const LayoutBox& box : turned.boxes) {
            QCOMPARE(box.rect.size(), QSizeF(options.boxWidth, options.boxHeight));
            QVERIFY(turned.bounds.adjusted(-1, -1, 1, 1).contains(box.rect));
        }
        for (const LayoutEdge& edge : turned.edges) {
            const QRectF from = turned.boxes[static_cast<std::size_t>(edge.fromBox)].rect;
            const QRectF to = turned.boxes[static_cast<std::size_t>(edge.toBox)].rect;
            QVERIFY(std::abs(edge.points.front().x() - from.right()) < 1);
            QVERIFY(std::abs(edge.points.back().x() - to.left()) < 1);
            QVERIFY(edge.points.front().y() >= from.top() - 1 && edge.points.front().y() <= from.bottom() + 1);
        }
    }

    void nothingStaysNothing() { QVERIFY(turnedSideways(GraphLayout()).boxes.empty()); }
};

QTEST_GUILESS_MAIN(TestSideways)
#include "tst_sideways.moc"
