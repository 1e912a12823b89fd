// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The phases of the layout one by one, against slow ways to the same result.
#include "LayoutCases.h"

#include "core/layout/AlignedRows.h"
#include "core/layout/Columns.h"
#include "core/layout/HorizontalPlacement.h"
#include "core/layout/PathMover.h"
#include "core/layout/RowCrossings.h"
#include "core/layout/Tightening.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_LayoutPhases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tighteningFindsTheShortest();
    void tighteningKeepsLengths();
    void tighteningStopsWithValidPositions();
    void countsEveryCrossing();
    void sweepsAndMovesOnlyRemoveCrossings();
    void plansKeepTheirPromise();
    void longChainPassesOnTheBetterSide();
    void loneBoxesStandOnOneAxis();
    void chainsOfLongNetsAreStraight();
};

namespace {

struct Problem
{
    std::vector<Dag::Arc> arcs;
    std::vector<int> lengths;
    std::vector<int> pull;
    int count = 0;

    [[nodiscard]] Dag dag() const { return {count, arcs, lengths}; }
    [[nodiscard]] bool isValid(const std::vector<int>& position) const
    {
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            const auto [from, to] = arcs[i];
            if (position[static_cast<std::size_t>(to)] - position[static_cast<std::size_t>(from)] < lengths[i])
                return false;
        }
        return true;
    }
    [[nodiscard]] int cost(const std::vector<int>& position) const
    {
        int cost = 0;
        for (std::size_t v = 0; v < position.size(); ++v)
            cost -= pull[v] * position[v];
        return cost;
    }
};

/// Every arc weighs one to three.
Problem randomProblem(quint32 seed, int count, int mostArcs, int longest)
{
    QRandomGenerator random(seed);
    Problem problem{{}, {}, std::vector<int>(static_cast<std::size_t>(count), 0), count};
    std::set<Dag::Arc> arcs;
    for (int i = 0; i < mostArcs; ++i) {
        const int from = random.bounded(count - 1);
        const int to = from + 1 + random.bounded(count - from - 1);
        if (!arcs.emplace(from, to).second)
            continue;
        problem.arcs.emplace_back(from, to);
        problem.lengths.push_back(1 + random.bounded(longest));
        const int weight = 1 + random.bounded(3);
        problem.pull[static_cast<std::size_t>(from)] += weight;
        problem.pull[static_cast<std::size_t>(to)] -= weight;
    }
    return problem;
}

/// Any valid positions: the longest path, made longer here and there.
std::vector<int> loosePositions(const Problem& problem, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<int> position(static_cast<std::size_t>(problem.count), 0);
    for (int v = 0; v < problem.count; ++v) {
        int& own = position[static_cast<std::size_t>(v)];
        own = random.bounded(3);
        for (std::size_t i = 0; i < problem.arcs.size(); ++i) {
            if (problem.arcs[i].second == v)
                own = std::max(own,
                               position[static_cast<std::size_t>(problem.arcs[i].first)] + problem.lengths[i]
                                   + random.bounded(2));
        }
    }
    return position;
}

/// Tries every assignment of positions below `limit`.
int shortestByTrying(const Problem& problem, int limit)
{
    std::vector<int> position(static_cast<std::size_t>(problem.count), 0);
    int best = std::numeric_limits<int>::max();
    while (true) {
        if (problem.isValid(position))
            best = std::min(best, problem.cost(position));
        std::size_t digit = 0;
        while (digit < position.size() && ++position[digit] == limit)
            position[digit++] = 0;
        if (digit == position.size())
            return best;
    }
}

LayeredGraph layered(const DrawnGraph& drawn)
{
    return layeredGraph(drawn, alignedRows({drawn}, {}, 64, CancelToken()).front(), {});
}

DrawnGraph drawnOf(const GraphDraft& draft)
{
    return drawnGraph(*Graph::fromDraft(draft));
}

qint64 crossingsByTrying(const LayeredGraph& graph)
{
    const std::vector<int> place = placesOf(graph);
    const auto at = [&](int item) { return place[static_cast<std::size_t>(item)]; };
    qint64 crossings = 0;
    for (const RowSegment& a : graph.segments) {
        for (const RowSegment& b : graph.segments) {
            if (graph.rowOf(a.upper) == graph.rowOf(b.upper) && at(a.upper) < at(b.upper) && at(a.lower) > at(b.lower))
                ++crossings;
        }
    }
    return crossings;
}

} // namespace

void tst_LayoutPhases::tighteningFindsTheShortest()
{
    for (quint32 seed = 1; seed <= 120; ++seed) {
        const Problem problem = randomProblem(seed, 6, 9, 1);
        std::vector<int> position = loosePositions(problem, seed);
        tighten(problem.dag(), problem.pull, 1'000'000, position);
        QVERIFY(problem.isValid(position));
        QCOMPARE(problem.cost(position), shortestByTrying(problem, 6));
    }
}

void tst_LayoutPhases::tighteningKeepsLengths()
{
    for (quint32 seed = 1; seed <= 100; ++seed) {
        const Problem problem = randomProblem(seed, 40, 90, 200);
        std::vector<int> position = loosePositions(problem, seed);
        const int before = problem.cost(position);
        tighten(problem.dag(), problem.pull, 1'000'000, position);
        QVERIFY(problem.isValid(position));
        QVERIFY(problem.cost(position) <= before);
        // From elsewhere it gets as far.
        std::vector<int> other = loosePositions(problem, seed + 1000);
        tighten(problem.dag(), problem.pull, 1'000'000, other);
        QCOMPARE(problem.cost(other), problem.cost(position));
        QCOMPARE(*std::ranges::min_element(position), 0);
    }
}

void tst_LayoutPhases::tighteningStopsWithValidPositions()
{
    const Problem problem = randomProblem(3, 300, 900, 50);
    for (const std::ptrdiff_t budget : {0, 1, 100, 5000}) {
        std::vector<int> position = loosePositions(problem, 3);
        tighten(problem.dag(), problem.pull, budget, position);
        QVERIFY(problem.isValid(position));
    }
}

void tst_LayoutPhases::countsEveryCrossing()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const LayeredGraph graph = layered(drawnOf(randomDag(seed, 60)));
        QCOMPARE(countCrossings(graph), crossingsByTrying(graph));
    }
    // Nets of one box that leave it for places that alternate cannot do so without crossing.
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    NodeDraft split;
    split.name = u"split"_s;
    split.opType = u"Split"_s;
    split.inputs = {u"x"_s};
    split.outputs = {u"a"_s, u"b"_s};
    draft.nodes = {split};
    for (const QString& net : {u"a"_s, u"b"_s, u"a"_s, u"b"_s})
        addNode(draft, u"n%1"_s.arg(draft.nodes.size()), {net});
    LayeredGraph graph = layered(drawnOf(draft));
    QCOMPARE(countCrossings(graph), qint64{1});
    QCOMPARE(orderRows(graph, CancelToken()), qint64{0});
    QCOMPARE(countCrossings(graph), qint64{0});
}

void tst_LayoutPhases::sweepsAndMovesOnlyRemoveCrossings()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        LayeredGraph graph = layered(drawnOf(randomDag(seed, 80)));
        const qint64 before = countCrossings(graph);
        const qint64 reported = orderRows(graph, CancelToken());
        QCOMPARE(reported, countCrossings(graph));
        QVERIFY(reported <= before);
        std::set<int> items(graph.order.begin(), graph.order.end());
        QCOMPARE(items.size(), graph.items.size());
        for (int row = 0; row < graph.rowCount(); ++row) {
            for (const int item : graph.row(row))
                QCOMPARE(graph.rowOf(item), row);
        }
    }
}

void tst_LayoutPhases::plansKeepTheirPromise()
{
    for (quint32 seed = 1; seed <= 30; ++seed) {
        const DrawnGraph drawn = drawnOf(randomDag(seed, 50));
        const LayeredGraph graph = layered(drawn);
        const std::vector<int> place = placesOf(graph);
        const qint64 before = countCrossings(graph);
        for (std::size_t net = 0; net < drawn.nets.size(); ++net) {
            std::vector<int> path{drawn.nets[net].from};
            for (int dummy = graph.firstDummy[net]; dummy >= 0 && dummy < static_cast<int>(graph.items.size())
                 && graph.items[static_cast<std::size_t>(dummy)].net == static_cast<int>(net);
                 ++dummy)
                path.push_back(dummy);
            PathPlan plan(graph, place);
            const qint64 promised = plan.make(path);
            QVERIFY(promised >= 0);
            LayeredGraph moved = graph;
            const std::vector<int>& places = plan.places(path.size());
            for (std::size_t i = 0; i < path.size(); ++i) {
                const std::span<int> row = moved.row(moved.rowOf(path[i]));
                std::vector<int> others(row.begin(), row.end());
                std::erase(others, path[i]);
                others.insert(others.begin() + places[i], path[i]);
                std::ranges::copy(others, row.begin());
            }
            QCOMPARE(before - countCrossings(moved), promised);
        }
    }
}

void tst_LayoutPhases::longChainPassesOnTheBetterSide()
{
    // A skip that begins left of the trunk in the file's order and would cross the branches that lie there.
    GraphDraft draft = chain(8);
    for (int i = 1; i < 7; ++i)
        addNode(draft, u"side%1"_s.arg(i), {u"n%1"_s.arg(i)});
    draft.nodes[7].inputs.append(u"n0"_s);
    for (int i = 1; i < 7; ++i)
        draft.outputs.append({u"side%1"_s.arg(i), DataType::Float32, {}});
    LayeredGraph graph = layered(drawnOf(draft));
    QCOMPARE(orderRows(graph, CancelToken()), qint64{0});
}

void tst_LayoutPhases::loneBoxesStandOnOneAxis()
{
    const auto graph = Graph::fromDraft(branchingNetwork(20));
    const GraphLayout layout = layoutOf(*graph);
    std::set<double> middles;
    for (const LayoutBox& box : layout.boxes) {
        const QString& name = box.node.isValid() ? graph->node(box.node).name : QString();
        if (name.endsWith(u"join"))
            middles.insert(box.rect.center().x());
    }
    QCOMPARE(middles.size(), std::size_t{1});
}

void tst_LayoutPhases::chainsOfLongNetsAreStraight()
{
    const DrawnGraph drawn = drawnOf(residualNetwork(10));
    const LayeredGraph graph = layered(drawn);
    const HorizontalPlacement placement = placeHorizontally(graph, drawn, {});
    for (std::size_t i = drawn.boxes.size(); i + 1 < graph.items.size(); ++i) {
        if (graph.items[i].net == graph.items[i + 1].net)
            QCOMPARE(placement.centre[i], placement.centre[i + 1]);
    }
}

QTEST_GUILESS_MAIN(tst_LayoutPhases)
#include "tst_layoutphases.moc"
