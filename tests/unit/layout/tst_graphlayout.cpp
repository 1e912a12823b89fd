// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_GraphLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyGraph();
    void drawsInputsOperatorsAndOutputs();
    void leavesOutConstants();
    void leavesOutOtherNamesOfConstants();
    void trunkIsOneVerticalLine();
    void skipRunsBesideTheTrunk();
    void secondInputStandsWhereItIsUsed();
    void toleratesCycles();
    void keepsDisconnectedPartsApart();
    void longEdgesBecomeStubs();
    void uncrossesBranches();
    void isDeterministic();
    void holdsForRandomGraphs();
    void growsLinearly();
    void sharedValueIsNoCliff();
    void stopsWhenCancelled();
};

namespace {

const LayoutBox& boxOf(const GraphLayout& layout, const Graph& graph, const QString& node)
{
    return layout.boxes[static_cast<std::size_t>(layout.boxOfNode[graph.findNode(node).position()])];
}

std::size_t pointCount(const GraphLayout& layout)
{
    std::size_t count = 0;
    for (const LayoutEdge& edge : layout.edges)
        count += edge.points.size();
    return count;
}

} // namespace

void tst_GraphLayout::emptyGraph()
{
    const GraphLayout layout = layoutOf(*Graph::fromDraft({}));
    QVERIFY(layout.boxes.empty());
    QVERIFY(layout.edges.empty());
    QCOMPARE(layout.rowCount, 0);
    QVERIFY(layout.bounds.isEmpty());
}

void tst_GraphLayout::drawsInputsOperatorsAndOutputs()
{
    const auto graph = Graph::fromDraft(chain(3));
    const GraphLayout layout = layoutOf(*graph);
    QCOMPARE(layout.boxes.size(), std::size_t{5});
    QCOMPARE(layout.boxes.front().kind, LayoutBox::Kind::Input);
    QCOMPARE(graph->value(layout.boxes.front().value).name, u"x"_s);
    QCOMPARE(layout.boxes.back().kind, LayoutBox::Kind::Output);
    QCOMPARE(layout.edges.size(), std::size_t{4});
    QCOMPARE(layout.rowCount, 5);
    QCOMPARE(whatIsWrong(layout), QString());
}

void tst_GraphLayout::leavesOutConstants()
{
    GraphDraft draft = chain(1);
    draft.initializers = {{u"w"_s, Tensor::scalar(1)}};
    addNode(draft, u"c"_s, {}, u"Constant"_s);
    draft.nodes[0].inputs += {u"w"_s, u"c"_s};
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutOf(*graph);
    QCOMPARE(layout.boxes.size(), std::size_t{3});
    QCOMPARE(layout.edges.size(), std::size_t{2});
    QCOMPARE(layout.boxOfNode[graph->findNode(u"c"_s).position()], -1);
}

void tst_GraphLayout::leavesOutOtherNamesOfConstants()
{
    GraphDraft draft = chain(2);
    draft.initializers = {{u"w"_s, Tensor::scalar(1)}};
    addNode(draft, u"alias"_s, {u"w"_s}, u"Identity"_s);
    addNode(draft, u"copy"_s, {u"n0"_s}, u"Identity"_s);
    draft.nodes[1].inputs = {u"copy"_s, u"alias"_s};
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutOf(*graph);
    QCOMPARE(layout.boxOfNode[graph->findNode(u"alias"_s).position()], -1);
    QVERIFY(layout.boxOfNode[graph->findNode(u"copy"_s).position()] >= 0);
    QCOMPARE(layout.boxes.size(), std::size_t{5});
}

void tst_GraphLayout::trunkIsOneVerticalLine()
{
    const auto graph = Graph::fromDraft(residualNetwork(12));
    const GraphLayout layout = layoutOf(*graph);
    QCOMPARE(whatIsWrong(layout), QString());
    for (const LayoutBox& box : layout.boxes)
        QCOMPARE(box.rect.left(), layout.boxes.front().rect.left());
    int straight = 0;
    for (const LayoutEdge& edge : layout.edges)
        straight += edge.points.size() == 2 && edge.points[0].x() == edge.points[1].x() ? 1 : 0;
    QCOMPARE(straight, 12 * 4 + 1); // all but the twelve skips
}

void tst_GraphLayout::skipRunsBesideTheTrunk()
{
    const auto graph = Graph::fromDraft(residualNetwork(1));
    const GraphLayout layout = layoutOf(*graph);
    const auto skip = std::ranges::find_if(layout.edges, [](const LayoutEdge& edge) { return edge.points.size() > 2; });
    QVERIFY(skip != layout.edges.end());
    QCOMPARE(graph->value(skip->value).name, u"x"_s);
    QCOMPARE(skip->points.size(), std::size_t{4}); // out, down beside three boxes in one piece, in
    QCOMPARE(skip->points[1].x(), skip->points[2].x());
    QVERIFY(skip->points[1].x() < layout.boxes.front().rect.left());
}

void tst_GraphLayout::secondInputStandsWhereItIsUsed()
{
    GraphDraft draft = chain(20);
    draft.inputs.append({u"late"_s, DataType::Float32, {}});
    addNode(draft, u"cast"_s, {u"late"_s}, u"Cast"_s);
    draft.nodes[15].inputs.append(u"cast"_s);
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutOf(*graph);
    const int row = boxOf(layout, *graph, u"n15"_s).row;
    QCOMPARE(boxOf(layout, *graph, u"cast"_s).row, row - 1);
    QCOMPARE(layout.boxes[1].row, row - 2);
}

void tst_GraphLayout::toleratesCycles()
{
    GraphDraft draft = chain(4);
    draft.nodes[1].inputs.append(u"n2"_s);
    draft.nodes[3].inputs.append(u"n3"_s);
    const GraphLayout layout = layoutOf(*Graph::fromDraft(draft));
    QCOMPARE(layout.boxes.size(), std::size_t{6});
    QCOMPARE(whatIsWrong(layout), QString());
    QCOMPARE(std::ranges::count(layout.edges, true, &LayoutEdge::isStub), std::ptrdiff_t{2});
}

void tst_GraphLayout::keepsDisconnectedPartsApart()
{
    GraphDraft draft = chain(3);
    for (int part = 0; part < 30; ++part) {
        addNode(draft, u"p%1"_s.arg(part), {});
        addNode(draft, u"q%1"_s.arg(part), {u"p%1"_s.arg(part)});
    }
    const GraphLayout layout = layoutOf(*Graph::fromDraft(draft));
    QCOMPARE(layout.boxes.size(), std::size_t{65});
    QCOMPARE(whatIsWrong(layout), QString());
}

void tst_GraphLayout::longEdgesBecomeStubs()
{
    GraphDraft draft = chain(500);
    draft.nodes[30].inputs.append(u"x"_s);
    draft.nodes[450].inputs.append(u"x"_s);
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutOf(*graph);
    QCOMPARE(whatIsWrong(layout), QString());
    QCOMPARE(std::ranges::count(layout.edges, true, &LayoutEdge::isStub), std::ptrdiff_t{1});
    const auto stub = std::ranges::find(layout.edges, true, &LayoutEdge::isStub);
    QCOMPARE(layout.boxes[static_cast<std::size_t>(stub->toBox)].node, graph->findNode(u"n450"_s));
    LayoutOptions longer;
    longer.longestEdge = 500;
    QCOMPARE(std::ranges::count(layoutOf(*graph, longer).edges, true, &LayoutEdge::isStub), std::ptrdiff_t{0});
}

void tst_GraphLayout::uncrossesBranches()
{
    // Two branches whose second nodes the file lists the other way round.
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    addNode(draft, u"a1"_s, {u"x"_s});
    addNode(draft, u"b1"_s, {u"x"_s});
    addNode(draft, u"b2"_s, {u"b1"_s});
    addNode(draft, u"a2"_s, {u"a1"_s});
    addNode(draft, u"join"_s, {u"a2"_s, u"b2"_s});
    const auto graph = Graph::fromDraft(draft);
    const GraphLayout layout = layoutOf(*graph);
    const auto x = [&](const QString& node) { return boxOf(layout, *graph, node).rect.left(); };
    QCOMPARE(x(u"a1"_s) < x(u"b1"_s), x(u"a2"_s) < x(u"b2"_s));
    QCOMPARE(x(u"a1"_s), x(u"a2"_s));
    QCOMPARE(x(u"b1"_s), x(u"b2"_s));
}

void tst_GraphLayout::isDeterministic()
{
    const GraphDraft draft = randomDag(7, 300);
    const GraphLayout first = layoutOf(*Graph::fromDraft(draft));
    const GraphLayout second = layoutOf(*Graph::fromDraft(draft));
    QCOMPARE(first.boxes.size(), second.boxes.size());
    for (std::size_t i = 0; i < first.boxes.size(); ++i)
        QCOMPARE(first.boxes[i].rect, second.boxes[i].rect);
    for (std::size_t i = 0; i < first.edges.size(); ++i)
        QVERIFY(std::ranges::equal(first.edges[i].points, second.edges[i].points));
}

void tst_GraphLayout::holdsForRandomGraphs()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const auto graph = Graph::fromDraft(randomDag(seed, 5 + static_cast<int>(seed) * 4));
        const GraphLayout layout = layoutOf(*graph);
        const QString wrong = whatIsWrong(layout);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
        std::set<std::pair<int, int>> drawn;
        for (const LayoutEdge& edge : layout.edges) {
            drawn.emplace(edge.fromBox, edge.toBox);
            QVERIFY(layout.boxes[static_cast<std::size_t>(edge.fromBox)].row
                    < layout.boxes[static_cast<std::size_t>(edge.toBox)].row);
        }
        for (const NodeId node : graph->topologicalOrder()) {
            for (const ValueId input : graph->node(node).inputs) {
                const NodeId producer = graph->value(input).producer;
                if (producer.isValid())
                    QVERIFY(drawn.contains({layout.boxOfNode[producer.position()], layout.boxOfNode[node.position()]}));
            }
        }
    }
}

void tst_GraphLayout::growsLinearly()
{
    // What is written down grows with the graph, for the largest one too.
    const GraphLayout small = layoutOf(*Graph::fromDraft(residualNetwork(1'250)));
    const GraphLayout large = layoutOf(*Graph::fromDraft(residualNetwork(12'500)));
    QCOMPARE(large.boxes.size(), std::size_t{50'002});
    QCOMPARE(large.rowCount, 50'002);
    QVERIFY(pointCount(large) < 11 * pointCount(small));
    QVERIFY(pointCount(large) < 4 * large.edges.size());
}

void tst_GraphLayout::sharedValueIsNoCliff()
{
    // The shared input is drawn to the consumers nearest to it; the other thousands are stubs of four points.
    const GraphLayout layout = layoutOf(*Graph::fromDraft(sharedValueNetwork(50'000, 5)));
    QCOMPARE(layout.edges.size(), std::size_t{50'001 + 9'999});
    const auto stubs = std::ranges::count(layout.edges, true, &LayoutEdge::isStub);
    QVERIFY(stubs > 9'900);
    QVERIFY(stubs < 9'999);
    QVERIFY(pointCount(layout) < 4 * layout.edges.size());
    // All in one row: nobody could tell twenty thousand lines from one box apart.
    GraphDraft fan;
    fan.inputs = {{u"x"_s, DataType::Float32, {}}};
    for (int i = 0; i < 20'000; ++i)
        addNode(fan, u"n%1"_s.arg(i), {u"x"_s});
    QCOMPARE(pointCount(layoutOf(*Graph::fromDraft(fan))), std::size_t{80'000});
}

void tst_GraphLayout::stopsWhenCancelled()
{
    CancelToken cancel;
    cancel.cancel();
    Progress progress;
    const auto layout = layoutGraph(*Graph::fromDraft(chain(10)), {}, cancel, progress);
    QVERIFY(!layout);
    QCOMPARE(layout.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(tst_GraphLayout)
#include "tst_graphlayout.moc"
