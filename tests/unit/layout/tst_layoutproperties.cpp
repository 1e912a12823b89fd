// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds for the layout of any graph, tried on random ones.
#include "LayoutCases.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_LayoutProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxesStandApartAndEdgesClearThem();
    void ranksAreMonotoneAndWithoutGaps();
    void sameGraphSameLayout();
    void ordersOfInitializersAndConstantsDoNotMatter();
    void insertedNodeLeavesNetworksInPlace_data();
    void insertedNodeLeavesNetworksInPlace();
    void insertedNodeLeavesRandomGraphsMostlyInPlace();
    void matchedNodesStandAtEqualHeights();
    void switchingStagesMovesNothing();
};

namespace {

using Graphs = std::vector<std::shared_ptr<const Graph>>;

/// Random options, so that no property rests on the defaults.
LayoutOptions randomOptions(QRandomGenerator& random)
{
    LayoutOptions options;
    options.boxWidth = 60 + random.bounded(300);
    options.boxHeight = 16 + random.bounded(60);
    options.columnGap = 8 + random.bounded(60);
    options.rowGap = 8 + random.bounded(60);
    options.longestEdge = 3 + random.bounded(60);
    options.widestFan = 2 + random.bounded(20);
    return options;
}

/// A Transpose in place of one edge.
GraphDraft withInserted(const GraphDraft& draft, qsizetype node)
{
    GraphDraft later = draft;
    QString& input = later.nodes[node].inputs.first();
    NodeDraft inserted;
    inserted.name = u"inserted"_s;
    inserted.opType = u"Transpose"_s;
    inserted.inputs = {input};
    inserted.outputs = {u"inserted"_s};
    input = u"inserted"_s;
    later.nodes.insert(node, inserted);
    return later;
}

const LayoutBox* findBox(const GraphLayout& layout, const Graph& graph, const QString& node)
{
    const NodeId id = graph.findNode(node);
    const int box = id.isValid() ? layout.boxOfNode[id.position()] : -1;
    return box < 0 ? nullptr : &layout.boxes[static_cast<std::size_t>(box)];
}

/// How much of one layout is found again in another.
struct Kept
{
    int pairs = 0; ///< of boxes that stand next to each other in a row
    int pairsInOrder = 0; ///< of these, those whose left box is left of the right one in the other layout, too
    int boxes = 0;
    int boxesInColumn = 0; ///< as far right of the middle of all boxes as in the other layout

    [[nodiscard]] double order() const { return pairs == 0 ? 1 : static_cast<double>(pairsInOrder) / pairs; }
    [[nodiscard]] double columns() const { return boxes == 0 ? 1 : static_cast<double>(boxesInColumn) / boxes; }
};

void compare(const Graph& before, const Graph& after, Kept& kept)
{
    const GraphLayout first = layoutOf(before);
    const GraphLayout second = layoutOf(after);
    std::vector<std::pair<const LayoutBox*, const LayoutBox*>> boxes;
    std::vector<double> moves;
    for (const Node& node : before.nodes()) {
        const LayoutBox* const own = findBox(first, before, node.name);
        if (own == nullptr)
            continue;
        boxes.emplace_back(own, findBox(second, after, node.name));
        moves.push_back(boxes.back().second->rect.left() - own->rect.left());
    }
    // The drawing as a whole may have moved: x = 0 is where the leftmost thing stands.
    std::ranges::nth_element(moves, moves.begin() + std::ssize(moves) / 2);
    const double shift = moves[moves.size() / 2];
    std::ranges::sort(boxes, {}, [](const auto& pair) { return std::pair(pair.first->row, pair.first->rect.left()); });
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        ++kept.boxes;
        kept.boxesInColumn += std::abs(boxes[i].second->rect.left() - boxes[i].first->rect.left() - shift) <= 1 ? 1 : 0;
        if (i > 0 && boxes[i].first->row == boxes[i - 1].first->row) {
            ++kept.pairs;
            kept.pairsInOrder += boxes[i - 1].second->rect.left() < boxes[i].second->rect.left() ? 1 : 0;
        }
    }
}

/// Stages of one conversion: each has some nodes more than the one before, and lacks a few others.
std::vector<GraphDraft> randomStages(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    std::vector<GraphDraft> stages{randomDag(seed, 60)};
    while (static_cast<int>(stages.size()) < count) {
        GraphDraft next = stages.back();
        for (int i = 0; i < 3; ++i) {
            const qsizetype node = random.bounded(static_cast<int>(next.nodes.size()));
            if (next.nodes[node].inputs.isEmpty())
                continue;
            next = withInserted(next, node);
            const QString name = u"s%1_%2"_s.arg(stages.size()).arg(i);
            next.nodes[node].name = name;
            next.nodes[node].outputs = {name};
            next.nodes[node + 1].inputs.first() = name;
        }
        const qsizetype removed = random.bounded(static_cast<int>(next.nodes.size()));
        if (!next.nodes[removed].inputs.isEmpty()) {
            for (NodeDraft& node : next.nodes)
                std::ranges::replace(node.inputs, next.nodes[removed].outputs.first(),
                                     next.nodes[removed].inputs.first());
            const QString gone = next.nodes[removed].outputs.first();
            next.outputs.removeIf([&](const ValueDraft& output) { return output.name == gone; });
            next.nodes.removeAt(removed);
        }
        stages.push_back(next);
    }
    return stages;
}

std::vector<std::vector<RowLink>> linksByName(const Graphs& graphs)
{
    std::vector<std::vector<RowLink>> links;
    for (std::size_t i = 0; i + 1 < graphs.size(); ++i) {
        std::vector<RowLink>& ofPair = links.emplace_back();
        for (const Node& node : graphs[i]->nodes()) {
            if (graphs[i + 1]->findNode(node.name).isValid())
                ofPair.push_back({graphs[i]->findNode(node.name), graphs[i + 1]->findNode(node.name)});
        }
    }
    return links;
}

Graphs graphsOf(const std::vector<GraphDraft>& drafts)
{
    Graphs graphs;
    for (const GraphDraft& draft : drafts)
        graphs.push_back(Graph::fromDraft(draft));
    return graphs;
}

std::vector<GraphLayout> aligned(const Graphs& graphs, const std::vector<bool>& isShown = {})
{
    Progress progress;
    return layoutAligned(graphs, linksByName(graphs), {}, CancelToken(), progress, isShown).value();
}

} // namespace

void tst_LayoutProperties::boxesStandApartAndEdgesClearThem()
{
    for (quint32 seed = 1; seed <= 150; ++seed) {
        QRandomGenerator random(seed);
        const int nodes = 1 + random.bounded(200);
        const LayoutOptions options = seed % 3 == 0 ? LayoutOptions() : randomOptions(random);
        const auto graph = Graph::fromDraft(randomDag(seed, nodes));
        const QString wrong = whatIsWrong(layoutOf(*graph, options));
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
    }
}

void tst_LayoutProperties::ranksAreMonotoneAndWithoutGaps()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const GraphLayout layout = layoutOf(*Graph::fromDraft(randomDag(seed, 20 + static_cast<int>(seed) * 3)));
        std::vector<char> isUsed(static_cast<std::size_t>(layout.rowCount), 0);
        for (const LayoutBox& box : layout.boxes)
            isUsed[static_cast<std::size_t>(box.row)] = 1;
        QVERIFY(std::ranges::count(isUsed, 0) == 0);
        for (const LayoutEdge& edge : layout.edges)
            QVERIFY(layout.boxes[static_cast<std::size_t>(edge.fromBox)].row
                    < layout.boxes[static_cast<std::size_t>(edge.toBox)].row);
    }
}

void tst_LayoutProperties::sameGraphSameLayout()
{
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const GraphDraft draft = randomDag(seed, 200);
        const GraphLayout first = layoutOf(*Graph::fromDraft(draft));
        const GraphLayout second = layoutOf(*Graph::fromDraft(draft));
        QCOMPARE(first.edges.size(), second.edges.size());
        for (std::size_t i = 0; i < first.boxes.size(); ++i)
            QCOMPARE(first.boxes[i].rect, second.boxes[i].rect);
        for (std::size_t i = 0; i < first.edges.size(); ++i)
            QVERIFY(std::ranges::equal(first.edges[i].points, second.edges[i].points));
    }
}

void tst_LayoutProperties::ordersOfInitializersAndConstantsDoNotMatter()
{
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const GraphDraft plain = randomDag(seed, 80);
        GraphDraft withWeights = plain;
        NodeDraft constant;
        constant.name = u"c"_s;
        constant.opType = u"Constant"_s;
        constant.outputs = {u"c"_s};
        withWeights.nodes.prepend(constant);
        withWeights.initializers = {{u"w"_s, Tensor::scalar(1)}};
        for (NodeDraft& node : withWeights.nodes) {
            if (node.opType != u"Constant")
                node.inputs += {u"w"_s, u"c"_s};
        }
        const GraphLayout first = layoutOf(*Graph::fromDraft(plain));
        const GraphLayout second = layoutOf(*Graph::fromDraft(withWeights));
        QCOMPARE(first.boxes.size(), second.boxes.size());
        for (std::size_t i = 0; i < first.boxes.size(); ++i)
            QCOMPARE(first.boxes[i].rect, second.boxes[i].rect);
    }
}

void tst_LayoutProperties::insertedNodeLeavesNetworksInPlace_data()
{
    QTest::addColumn<GraphDraft>("draft");
    QTest::newRow("chain") << chain(60);
    QTest::newRow("residual") << residualNetwork(20);
    QTest::newRow("branches") << branchingNetwork(12);
}

void tst_LayoutProperties::insertedNodeLeavesNetworksInPlace()
{
    QFETCH(GraphDraft, draft);
    const auto before = Graph::fromDraft(draft);
    for (qsizetype node = 0; node < draft.nodes.size(); node += 3) {
        Kept kept;
        compare(*before, *Graph::fromDraft(withInserted(draft, node)), kept);
        QVERIFY2(kept.order() >= 0.95, qPrintable(u"inserted before node %1: %2"_s.arg(node).arg(kept.order())));
        QVERIFY2(kept.columns() >= 0.9, qPrintable(u"inserted before node %1: %2"_s.arg(node).arg(kept.columns())));
    }
}

void tst_LayoutProperties::insertedNodeLeavesRandomGraphsMostlyInPlace()
{
    Kept kept;
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const GraphDraft draft = randomDag(seed, 60);
        QRandomGenerator random(seed);
        qsizetype node = random.bounded(60);
        while (draft.nodes[node].inputs.isEmpty())
            node = (node + 1) % draft.nodes.size();
        compare(*Graph::fromDraft(draft), *Graph::fromDraft(withInserted(draft, node)), kept);
    }
    QVERIFY2(kept.order() >= 0.75, qPrintable(QString::number(kept.order())));
}

void tst_LayoutProperties::matchedNodesStandAtEqualHeights()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const Graphs graphs = graphsOf(randomStages(seed, 4));
        const auto links = linksByName(graphs);
        const auto layouts = aligned(graphs);
        for (std::size_t i = 0; i + 1 < graphs.size(); ++i) {
            const QString wrong = whatIsWrong(layouts[i]);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
            for (const RowLink& link : links[i]) {
                const LayoutBox* const left = findBox(layouts[i], *graphs[i], graphs[i]->node(link.left).name);
                const LayoutBox* const right
                    = findBox(layouts[i + 1], *graphs[i + 1], graphs[i + 1]->node(link.right).name);
                QVERIFY(left != nullptr && right != nullptr);
                QCOMPARE(left->rect.top(), right->rect.top());
            }
        }
    }
}

void tst_LayoutProperties::switchingStagesMovesNothing()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Graphs graphs = graphsOf(randomStages(seed, 4));
        const auto all = aligned(graphs);
        for (unsigned mask = 0; mask < 16; ++mask) {
            std::vector<bool> isShown;
            for (unsigned i = 0; i < 4; ++i)
                isShown.push_back((mask >> i & 1U) != 0);
            const auto some = aligned(graphs, isShown);
            QCOMPARE(some.size(), all.size());
            for (std::size_t g = 0; g < all.size(); ++g) {
                QCOMPARE(some[g].boxes.size(), isShown[g] ? all[g].boxes.size() : std::size_t{0});
                for (std::size_t i = 0; i < some[g].boxes.size(); ++i)
                    QCOMPARE(some[g].boxes[i].rect, all[g].boxes[i].rect);
                for (std::size_t i = 0; i < some[g].edges.size(); ++i)
                    QVERIFY(std::ranges::equal(some[g].edges[i].points, all[g].edges[i].points));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_LayoutProperties)
#include "tst_layoutproperties.moc"
