// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayoutCases.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_AlignedLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertedNodeOpensAGap();
    void fusedNodesKeepOneRowLinked();
    void linksThroughThreeGraphs();
    void dropsLinksAgainstTheExecution();
    void alignsBranchesListedInOtherOrder();
    void inputsAndOutputsAlignByName();
    void ignoresLinksOfNodesThatAreNotDrawn();
    void isDeterministicAndValidForRandomGraphs();
    void noGraphs();
};

namespace {

using Graphs = std::vector<std::shared_ptr<const Graph>>;
using Links = std::vector<std::vector<RowLink>>;

std::vector<GraphLayout> aligned(const Graphs& graphs, const Links& links)
{
    Progress progress;
    return layoutAligned(graphs, links, {}, CancelToken(), progress).value();
}

/// Links nodes of equal names.
std::vector<RowLink> linksByName(const Graph& left, const Graph& right)
{
    std::vector<RowLink> links;
    for (const Node& node : left.nodes()) {
        if (right.findNode(node.name).isValid())
            links.push_back({left.findNode(node.name), right.findNode(node.name)});
    }
    return links;
}

double topOf(const GraphLayout& layout, const Graph& graph, const QString& node)
{
    return layout.boxes[static_cast<std::size_t>(layout.boxOfNode[graph.findNode(node).position()])].rect.top();
}

} // namespace

void tst_AlignedLayout::insertedNodeOpensAGap()
{
    GraphDraft later = chain(6);
    addNode(later, u"inserted"_s, {u"n2"_s}, u"Transpose"_s);
    later.nodes[3].inputs = {u"inserted"_s};
    const Graphs graphs{Graph::fromDraft(chain(6)), Graph::fromDraft(later)};
    const auto layouts = aligned(graphs, {linksByName(*graphs[0], *graphs[1])});
    for (int i = 0; i < 6; ++i)
        QCOMPARE(topOf(layouts[0], *graphs[0], u"n%1"_s.arg(i)), topOf(layouts[1], *graphs[1], u"n%1"_s.arg(i)));
    const double pitch = LayoutOptions().boxHeight + LayoutOptions().rowGap;
    QCOMPARE(topOf(layouts[0], *graphs[0], u"n3"_s) - topOf(layouts[0], *graphs[0], u"n2"_s), 2 * pitch);
    QCOMPARE(topOf(layouts[1], *graphs[1], u"inserted"_s), topOf(layouts[0], *graphs[0], u"n2"_s) + pitch);
    for (const GraphLayout& layout : layouts) {
        QCOMPARE(whatIsWrong(layout), QString());
        QCOMPARE(layout.boxes.back().rect.top(), layouts[0].boxes.back().rect.top()); // outputs are linked by name
    }
    // The edge across the gap is one straight line, and none is a stub however wide gaps get.
    for (const LayoutEdge& edge : layouts[0].edges) {
        QCOMPARE(edge.points.size(), std::size_t{2});
        QVERIFY(!edge.isStub);
    }
}

void tst_AlignedLayout::fusedNodesKeepOneRowLinked()
{
    // n1, n2, n3 became one: it stands beside one of them, and all rows stay in order.
    GraphDraft fused;
    fused.inputs = {{u"x"_s, DataType::Float32, {}}};
    addNode(fused, u"n0"_s, {u"x"_s});
    addNode(fused, u"fused"_s, {u"n0"_s}, u"Conv"_s);
    addNode(fused, u"n4"_s, {u"fused"_s});
    const Graphs graphs{Graph::fromDraft(chain(5)), Graph::fromDraft(fused)};
    std::vector<RowLink> links = linksByName(*graphs[0], *graphs[1]);
    for (const QString& part : {u"n1"_s, u"n2"_s, u"n3"_s})
        links.push_back({graphs[0]->findNode(part), graphs[1]->findNode(u"fused"_s)});
    const auto layouts = aligned(graphs, {links});
    QCOMPARE(topOf(layouts[0], *graphs[0], u"n4"_s), topOf(layouts[1], *graphs[1], u"n4"_s));
    int beside = 0;
    for (const QString& part : {u"n1"_s, u"n2"_s, u"n3"_s})
        beside += topOf(layouts[0], *graphs[0], part) == topOf(layouts[1], *graphs[1], u"fused"_s) ? 1 : 0;
    QCOMPARE(beside, 1);
}

void tst_AlignedLayout::linksThroughThreeGraphs()
{
    GraphDraft middle = chain(4);
    addNode(middle, u"m"_s, {u"n0"_s});
    middle.nodes[1].inputs = {u"m"_s};
    GraphDraft last = chain(4);
    addNode(last, u"l"_s, {u"n2"_s});
    last.nodes[3].inputs = {u"l"_s};
    const Graphs graphs{Graph::fromDraft(chain(4)), Graph::fromDraft(middle), Graph::fromDraft(last)};
    const auto layouts = aligned(graphs, {linksByName(*graphs[0], *graphs[1]), linksByName(*graphs[1], *graphs[2])});
    for (int i = 0; i < 4; ++i) {
        for (std::size_t g = 1; g < 3; ++g)
            QCOMPARE(topOf(layouts[g], *graphs[g], u"n%1"_s.arg(i)), topOf(layouts[0], *graphs[0], u"n%1"_s.arg(i)));
    }
    QCOMPARE(layouts[0].boxes.back().row, 7);
}

void tst_AlignedLayout::dropsLinksAgainstTheExecution()
{
    const Graphs graphs{Graph::fromDraft(chain(3)), Graph::fromDraft(chain(3))};
    const auto id = [&](std::size_t graph, int node) { return graphs[graph]->findNode(u"n%1"_s.arg(node)); };
    // n0-n2 and n2-n0 contradict each other (and n1-n1 both of them).
    const auto layouts = aligned(graphs, {{{id(0, 0), id(1, 2)}, {id(0, 1), id(1, 1)}, {id(0, 2), id(1, 0)}}});
    for (const GraphLayout& layout : layouts)
        QCOMPARE(whatIsWrong(layout), QString());
    int kept = 0;
    for (int i = 0; i < 3; ++i)
        kept += topOf(layouts[0], *graphs[0], u"n%1"_s.arg(i)) == topOf(layouts[1], *graphs[1], u"n%1"_s.arg(2 - i));
    QCOMPARE(kept, 1);
}

void tst_AlignedLayout::alignsBranchesListedInOtherOrder()
{
    const auto branches = [](bool swapped) {
        GraphDraft draft;
        draft.inputs = {{u"x"_s, DataType::Float32, {}}};
        for (const QString& branch : swapped ? QStringList{u"b"_s, u"a"_s} : QStringList{u"a"_s, u"b"_s}) {
            QString last = u"x"_s;
            for (int i = 0; i < 4; ++i) {
                addNode(draft, branch + QString::number(i), {last});
                last = branch + QString::number(i);
                if (swapped && branch == u"a" && i == 1) {
                    addNode(draft, u"extra"_s, {last});
                    last = u"extra"_s;
                }
            }
        }
        addNode(draft, u"join"_s, {u"a3"_s, u"b3"_s});
        return Graph::fromDraft(draft);
    };
    const Graphs graphs{branches(false), branches(true)};
    const auto layouts = aligned(graphs, {linksByName(*graphs[0], *graphs[1])});
    for (const Node& node : graphs[0]->nodes())
        QCOMPARE(topOf(layouts[1], *graphs[1], node.name), topOf(layouts[0], *graphs[0], node.name));
}

void tst_AlignedLayout::inputsAndOutputsAlignByName()
{
    GraphDraft longer = chain(2);
    addNode(longer, u"pre"_s, {u"x"_s});
    longer.nodes[0].inputs = {u"pre"_s};
    const Graphs graphs{Graph::fromDraft(chain(2)), Graph::fromDraft(longer)};
    const auto layouts = aligned(graphs, {});
    QCOMPARE(layouts[0].boxes.front().row, layouts[1].boxes.front().row);
    QCOMPARE(layouts[0].boxes.back().row, layouts[1].boxes.back().row);
}

void tst_AlignedLayout::ignoresLinksOfNodesThatAreNotDrawn()
{
    GraphDraft draft = chain(2);
    addNode(draft, u"c"_s, {}, u"Constant"_s);
    const Graphs graphs{Graph::fromDraft(draft), Graph::fromDraft(draft)};
    const NodeId constant = graphs[0]->findNode(u"c"_s);
    const auto layouts = aligned(graphs, {{{constant, constant}, {NodeId(), NodeId(99)}}});
    QCOMPARE(layouts[0].boxes.size(), std::size_t{4});
}

void tst_AlignedLayout::isDeterministicAndValidForRandomGraphs()
{
    for (quint32 seed = 1; seed <= 25; ++seed) {
        const Graphs graphs{Graph::fromDraft(randomDag(seed, 80)), Graph::fromDraft(randomDag(seed + 100, 60)),
                            Graph::fromDraft(randomDag(seed, 90))};
        const Links links{linksByName(*graphs[0], *graphs[1]), linksByName(*graphs[1], *graphs[2])};
        const auto first = aligned(graphs, links);
        const auto second = aligned(graphs, links);
        for (std::size_t g = 0; g < graphs.size(); ++g) {
            const QString wrong = whatIsWrong(first[g]);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
            for (std::size_t i = 0; i < first[g].boxes.size(); ++i)
                QCOMPARE(first[g].boxes[i].rect, second[g].boxes[i].rect);
            for (const LayoutEdge& edge : first[g].edges)
                QVERIFY(first[g].boxes[static_cast<std::size_t>(edge.fromBox)].row
                        < first[g].boxes[static_cast<std::size_t>(edge.toBox)].row);
        }
    }
}

void tst_AlignedLayout::noGraphs()
{
    QVERIFY(aligned({}, {}).empty());
}

QTEST_GUILESS_MAIN(tst_AlignedLayout)
#include "tst_alignedlayout.moc"
