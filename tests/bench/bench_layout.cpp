// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layout of networks of 1,000 to 50,000 nodes. The counter `sorts` is the time of one layout in units of one
// topological sort of the same graph (Dag and topologicalOrder over its edges), measured in the same run.
#include "LayoutCases.h"

#include "core/layout/DrawnGraph.h"
#include "core/layout/Ranking.h"
#include "core/layout/SpatialIndex.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace driftscope;
using namespace driftscope::test;

namespace {

template <typename Work> double fastestSeconds(int repetitions, Work work)
{
    double fastest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < repetitions; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        fastest = std::min(fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return fastest;
}

double secondsOfOneSort(const Graph& graph)
{
    const DrawnGraph drawn = drawnGraph(graph);
    return fastestSeconds(5, [&] {
        std::vector<Dag::Arc> arcs;
        for (const Net& net : drawn.nets) {
            for (const int target : drawn.targetsOf(net))
                arcs.emplace_back(net.from, target);
        }
        benchmark::DoNotOptimize(topologicalOrder(Dag(static_cast<int>(drawn.boxes.size()), arcs)));
    });
}

void runLayout(benchmark::State& state, const GraphDraft& draft)
{
    const auto graph = Graph::fromDraft(draft);
    double seconds = std::numeric_limits<double>::infinity();
    for (auto _ : state)
        seconds = std::min(seconds, fastestSeconds(1, [&] { benchmark::DoNotOptimize(layoutOf(*graph)); }));
    state.counters["sorts"] = seconds / secondsOfOneSort(*graph);
    state.counters["nodes"] = graph->nodeCount();
}

void layoutResidualNetwork(benchmark::State& state)
{
    runLayout(state, residualNetwork(static_cast<int>(state.range(0)) / 4));
}

void layoutRandomDag(benchmark::State& state)
{
    runLayout(state, randomDag(1, static_cast<int>(state.range(0))));
}

/// One value that every fifth node uses.
void layoutSharedValue(benchmark::State& state)
{
    runLayout(state, sharedValueNetwork(static_cast<int>(state.range(0)), 5));
}

void layoutTwoStages(benchmark::State& state)
{
    const auto graph = Graph::fromDraft(residualNetwork(static_cast<int>(state.range(0)) / 4));
    std::vector<RowLink> links;
    for (qsizetype i = 0; i < graph->nodeCount(); ++i)
        links.push_back({NodeId(i), NodeId(i)});
    double seconds = std::numeric_limits<double>::infinity();
    for (auto _ : state) {
        Progress progress;
        seconds = std::min(
            seconds, fastestSeconds(1, [&] {
                benchmark::DoNotOptimize(layoutAligned({graph, graph}, {links}, {}, CancelToken(), progress));
            }));
    }
    state.counters["sorts"] = seconds / secondsOfOneSort(*graph);
}

void indexLayout(benchmark::State& state)
{
    const auto graph = Graph::fromDraft(residualNetwork(static_cast<int>(state.range(0)) / 4));
    const GraphLayout layout = layoutOf(*graph);
    for (auto _ : state)
        benchmark::DoNotOptimize(SpatialIndex(layout));
    state.counters["sorts"]
        = fastestSeconds(3, [&] { benchmark::DoNotOptimize(SpatialIndex(layout)); }) / secondsOfOneSort(*graph);
}

} // namespace

BENCHMARK(layoutResidualNetwork)->Arg(1'000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(layoutRandomDag)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(layoutSharedValue)->Arg(1'000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(layoutTwoStages)->Arg(1'000)->Arg(10'000)->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(indexLayout)->Arg(50'000)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
