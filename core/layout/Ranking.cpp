// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Ranking.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <ranges>

namespace driftscope {

Dag::Dag(int count, std::span<const Arc> arcs, std::span<const int> lengths)
    : m_count(count)
    , m_successorStart(static_cast<std::size_t>(count) + 1, 0)
    , m_successors(arcs.size())
    , m_predecessorStart(static_cast<std::size_t>(count) + 1, 0)
    , m_predecessors(arcs.size())
    , m_successorLengths(lengths.size())
    , m_predecessorLengths(lengths.size())
{
    for (const auto& [from, to] : arcs) {
        ++m_successorStart[static_cast<std::size_t>(from) + 1];
        ++m_predecessorStart[static_cast<std::size_t>(to) + 1];
    }
    for (std::size_t i = 1; i < m_successorStart.size(); ++i) {
        m_successorStart[i] += m_successorStart[i - 1];
        m_predecessorStart[i] += m_predecessorStart[i - 1];
    }
    std::vector<int> nextSuccessor = m_successorStart;
    std::vector<int> nextPredecessor = m_predecessorStart;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        const auto [from, to] = arcs[i];
        const auto below = static_cast<std::size_t>(nextSuccessor[static_cast<std::size_t>(from)]++);
        const auto above = static_cast<std::size_t>(nextPredecessor[static_cast<std::size_t>(to)]++);
        m_successors[below] = to;
        m_predecessors[above] = from;
        if (!lengths.empty()) {
            m_successorLengths[below] = lengths[i];
            m_predecessorLengths[above] = lengths[i];
        }
    }
}

std::vector<int> topologicalOrder(const Dag& dag)
{
    std::vector<int> waitingFor(static_cast<std::size_t>(dag.count()));
    std::priority_queue<int, std::vector<int>, std::greater<>> ready;
    for (int v = 0; v < dag.count(); ++v) {
        waitingFor[static_cast<std::size_t>(v)] = static_cast<int>(dag.predecessors(v).size());
        if (dag.predecessors(v).empty())
            ready.push(v);
    }
    std::vector<int> order;
    order.reserve(waitingFor.size());
    while (!ready.empty()) {
        const int vertex = ready.top();
        ready.pop();
        order.push_back(vertex);
        for (const int successor : dag.successors(vertex)) {
            if (--waitingFor[static_cast<std::size_t>(successor)] == 0)
                ready.push(successor);
        }
    }
    return order;
}

std::vector<int> rankRows(const Dag& dag, std::span<const int> order, std::span<const char> isAnchor)
{
    const auto isHook = [&](int vertex) { return isAnchor.empty() || isAnchor[static_cast<std::size_t>(vertex)] == 0; };
    std::vector<int> row(static_cast<std::size_t>(dag.count()), 0);
    // Below a fork a branch is held by what it branches from; above the first fork it may slide.
    std::vector<char> isHeld(static_cast<std::size_t>(dag.count()), 0);
    for (const int vertex : order) {
        for (const int before : dag.predecessors(vertex)) {
            const auto p = static_cast<std::size_t>(before);
            const auto v = static_cast<std::size_t>(vertex);
            row[v] = std::max(row[v], row[p] + 1);
            if (isHook(before) && (isHeld[p] != 0 || dag.successors(before).size() > 1))
                isHeld[v] = 1;
        }
    }
    for (const int vertex : std::views::reverse(order)) {
        const auto v = static_cast<std::size_t>(vertex);
        const auto in = static_cast<std::size_t>(std::ranges::count_if(dag.predecessors(vertex), isHook));
        const std::size_t out = dag.successors(vertex).size();
        if (out == 0 || in > out || (in == out && isHeld[v] != 0))
            continue;
        int lowest = std::numeric_limits<int>::max();
        for (const int successor : dag.successors(vertex))
            lowest = std::min(lowest, row[static_cast<std::size_t>(successor)] - 1);
        row[v] = lowest;
    }
    return row;
}

} // namespace driftscope
