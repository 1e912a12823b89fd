// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "widgets/graph/ClippedLine.h"
#include "widgets/graph/GraphPainter.h"
#include "widgets/graph/GraphView.h"

#include <QSignalSpy>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestEdgeLabels : public test::GuiTest
{
    Q_OBJECT

private:
    static std::shared_ptr<const GraphScene> sceneOf(GraphDraft draft, const LayoutOptions& options = {})
    {
        for (const NodeDraft& node : std::as_const(draft.nodes))
            draft.values.append({node.outputs.first(), DataType::Float32, Shape{1, 64, 56, 56}});
        const auto graph = Graph::fromDraft(draft);
        return std::make_shared<GraphScene>(graph, test::layoutOf(*graph, options), std::vector<NodeDecoration>());
    }

    static std::vector<EdgeLabel> allLabels(const GraphScene& scene)
    {
        EdgeLabels labels(scene, Theme::light());
        std::vector<EdgeLabel> all;
        for (int box = 0; box < scene.boxCount(); ++box) {
            const auto& own = labels.of(box);
            all.insert(all.end(), own.begin(), own.end());
        }
        return all;
    }

    static bool isCrossed(const GraphScene& scene, const EdgeLabel& label)
    {
        for (const LayoutEdge& edge : scene.layout().edges) {
            for (std::size_t i = 1; i < edge.points.size(); ++i) {
                const bool isGap = edge.isStub && i == 2;
                if (!isGap && clippedLine({edge.points[i - 1], edge.points[i]}, label.rect))
                    return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void valuesCoverNothing_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("random graph %u", seed) << seed;
    }

    void valuesCoverNothing()
    {
        QFETCH(quint32, seed);
        const auto scene = sceneOf(test::randomDag(seed, 150));
        std::vector<QRectF> taken;
        for (const EdgeLabel& label : allLabels(*scene)) {
            if (label.kind != EdgeLabel::Kind::Value)
                continue;
            QVERIFY2(scene->index().boxesIn(label.rect.adjusted(0, 1, 0, 0)).empty(), qPrintable(label.text));
            QVERIFY2(!isCrossed(*scene, label), qPrintable(label.text));
            for (const QRectF& other : taken)
                QVERIFY(!other.intersects(label.rect));
            taken.push_back(label.rect);
        }
    }

    void everyValueOfAChainHasItsText()
    {
        const auto scene = sceneOf(test::chain(20));
        const auto labels = allLabels(*scene);
        int texts = 0;
        for (const EdgeLabel& label : labels)
            texts += label.text == u"float32 1×64×56×56"_s ? 1 : 0;
        QCOMPARE(texts, 20); // of n0 to n19; x has no shape
        for (const EdgeLabel& label : labels)
            QVERIFY2(!label.text.contains(u'…'), qPrintable(label.text));
    }

    void stubsNameTheirOtherEnd()
    {
        LayoutOptions options;
        options.longestEdge = 5;
        GraphDraft draft = test::chain(30);
        draft.nodes[20].inputs.append(u"n2"_s);
        const auto scene = sceneOf(draft, options);
        QStringList texts;
        for (const EdgeLabel& label : allLabels(*scene)) {
            if (label.kind != EdgeLabel::Kind::Value)
                texts += label.text;
        }
        texts.sort();
        QCOMPARE(texts, (QStringList{u"← n2"_s, u"→ n20"_s}));
    }

    void aStubLeadsToItsOtherEnd()
    {
        LayoutOptions options;
        options.longestEdge = 5;
        GraphDraft draft = test::chain(30);
        draft.nodes[20].inputs.append(u"n2"_s);
        GraphView view;
        view.resize(500, 500);
        view.setScene(sceneOf(draft, options));
        test::showActive(view);
        const GraphScene& scene = *view.scene();
        const int start = scene.boxOfNode(scene.graph().findNode(u"n2"_s));
        view.centerOn(scene.box(start).rect.center());
        EdgeLabels labels(scene, Theme::light());
        const EdgeLabel stub = *std::ranges::find(labels.of(start), EdgeLabel::Kind::StubStart, &EdgeLabel::kind);
        const QSignalSpy jumps(&view, &GraphView::jumpRequested);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, edgeTextRect(view.transform(), stub).center().toPoint());
        QCOMPARE(jumps.size(), 1);
        QCOMPARE(jumps.first().first().toInt(), scene.boxOfNode(scene.graph().findNode(u"n20"_s)));
    }

    void anEdgeIsFoundHoveredAndClicked()
    {
        GraphView view;
        view.resize(500, 500);
        view.setScene(sceneOf(test::chain(5)));
        test::showActive(view);
        const LayoutEdge& edge = view.scene()->edge(2);
        const QPointF middle = view.transform().toView((edge.points[0] + edge.points[1]) / 2);
        QCOMPARE(view.edgeAt(middle), 2);
        QCOMPARE(view.edgeAt(middle + QPointF(3, 0)), 2);
        QCOMPARE(view.edgeAt(middle + QPointF(30, 0)), -1);
        QTest::mouseMove(view.viewport(), middle.toPoint());
        QCOMPARE(view.hoveredEdge(), 2);
        const QSignalSpy clicks(&view, &GraphView::edgeSelected);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(clicks.size(), 1);
        QCOMPARE(clicks.first().first().toInt(), 2);
        const QString tip = edgeToolTip(*view.scene(), 2);
        for (const QString& text : {u"n1"_s, u"n2"_s, u"float32"_s, u"1×64×56×56"_s})
            QVERIFY2(tip.contains(text), qPrintable(tip));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestEdgeLabels)
#include "tst_edgelabels.moc"
