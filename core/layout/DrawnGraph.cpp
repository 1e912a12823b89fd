// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/DrawnGraph.h"

#include "core/layout/BoxCollector.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace driftscope {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// An execution order of the boxes: the collected one where it is one, else the nearest. A closed group may take from
/// and give to the same node outside; then what was collected first comes first.
std::vector<int> executionOrder(const CollectedBoxes& collected)
{
    const std::size_t count = collected.boxes.size();
    std::vector<int> order;
    order.reserve(count);
    const auto goesDown = [](const CollectedEdge& edge) { return edge.from <= edge.to; };
    if (std::ranges::all_of(collected.edges, goesDown)) {
        for (std::size_t i = 0; i < count; ++i)
            order.push_back(static_cast<int>(i));
        return order;
    }
    std::vector<std::vector<int>> next(count);
    std::vector<int> waitingFor(count, 0);
    const auto addArc = [&](int from, int to) {
        next[at(from)].push_back(to);
        ++waitingFor[at(to)];
    };
    for (const CollectedEdge& edge : collected.edges) {
        if (edge.from != edge.to)
            addArc(edge.from, edge.to);
    }
    for (const auto& [from, to] : collected.orderArcs)
        addArc(from, to);
    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    std::vector<char> isPlaced(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        if (waitingFor[i] == 0)
            ready.push(static_cast<int>(i));
    }
    for (std::size_t first = 0; order.size() < count;) {
        int box = 0;
        if (!ready.empty()) {
            box = ready.top();
            ready.pop();
        } else {
            while (isPlaced[first] != 0)
                ++first;
            box = static_cast<int>(first);
        }
        if (isPlaced[at(box)] != 0)
            continue;
        isPlaced[at(box)] = 1;
        order.push_back(box);
        for (const int to : next[at(box)]) {
            if (--waitingFor[at(to)] == 0)
                ready.push(to);
        }
    }
    return order;
}

void addNets(DrawnGraph& drawn, std::vector<CollectedEdge> edges)
{
    std::ranges::sort(edges);
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    for (std::size_t begin = 0; begin < edges.size();) {
        Net net{edges[begin].value, edges[begin].from, static_cast<int>(drawn.targets.size()), 0};
        std::size_t end = begin;
        for (; end < edges.size() && edges[end].from == net.from && edges[end].value == net.value; ++end) {
            if (edges[end].to > net.from)
                drawn.targets.push_back(edges[end].to);
            else
                drawn.backEdges.push_back({net.value, net.from, edges[end].to});
        }
        begin = end;
        net.endTarget = static_cast<int>(drawn.targets.size());
        if (net.endTarget > net.firstTarget)
            drawn.nets.push_back(net);
    }
}

/// A frame begins below what goes into it, so that frames in a row stand below each other. What comes out of a group
/// and goes into it again is left to stand beside it.
void putFramesBelowTheirInputs(DrawnGraph& drawn)
{
    for (const Net& net : drawn.nets) {
        for (const int target : drawn.targetsOf(net)) {
            for (int frame = drawn.frameOfBox[at(target)]; frame >= 0; frame = drawn.frames[at(frame)].parent) {
                // Boxes before the header are no members, nor is any member on a way to them.
                if (net.from < drawn.frames[at(frame)].header)
                    drawn.orderArcs.emplace_back(net.from, drawn.frames[at(frame)].header);
            }
        }
    }
    std::ranges::sort(drawn.orderArcs);
    const auto repeated = std::ranges::unique(drawn.orderArcs);
    drawn.orderArcs.erase(repeated.begin(), repeated.end());
}

} // namespace

DrawnGraph drawnGraph(const Graph& graph, const GroupStates& groups)
{
    CollectedBoxes collected = BoxCollector(graph, groups).collect();
    const std::vector<int> order = executionOrder(collected);
    std::vector<int> place(order.size());
    DrawnGraph drawn;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[at(order[i])] = static_cast<int>(i);
        drawn.boxes.push_back(collected.boxes[at(order[i])]);
        drawn.frameOfBox.push_back(collected.frameOfBox[at(order[i])]);
    }
    for (int& box : collected.boxOfNode)
        box = box < 0 ? -1 : place[at(box)];
    drawn.boxOfNode = std::move(collected.boxOfNode);
    for (CollectedEdge& edge : collected.edges)
        edge = {place[at(edge.from)], edge.value, place[at(edge.to)]};
    for (auto& [from, to] : collected.orderArcs) {
        if (place[at(from)] < place[at(to)])
            drawn.orderArcs.emplace_back(place[at(from)], place[at(to)]);
    }
    drawn.frames = std::move(collected.frames);
    for (DrawnFrame& frame : drawn.frames)
        frame.header = place[at(frame.header)];
    addNets(drawn, std::move(collected.edges));
    putFramesBelowTheirInputs(drawn);
    return drawn;
}

} // namespace driftscope
