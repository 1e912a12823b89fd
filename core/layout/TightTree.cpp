// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/TightTree.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <ranges>

namespace driftscope {

namespace {

/// Grows trees together along tight arcs, moving the smaller ones to where they touch another.
class TreeGrower
{
public:
    TreeGrower(const Dag& dag, std::vector<int>& position)
        : m_dag(dag)
        , m_position(position)
        , m_leader(position.size())
        , m_next(position.size())
        , m_size(position.size(), 1)
    {
        std::iota(m_leader.begin(), m_leader.end(), 0);
        std::iota(m_next.begin(), m_next.end(), 0);
    }

    std::vector<Dag::Arc> grow()
    {
        for (int vertex = 0; vertex < m_dag.count(); ++vertex) {
            const std::span<const int> below = m_dag.successors(vertex);
            for (std::size_t i = 0; i < below.size(); ++i) {
                if (distance(vertex, below[i]) == m_dag.lengthBelow(vertex, i))
                    join({vertex, below[i]});
            }
        }
        joinLooseTrees();
        return std::move(m_arcs);
    }

private:
    [[nodiscard]] int distance(int upper, int lower) const
    {
        return m_position[static_cast<std::size_t>(lower)] - m_position[static_cast<std::size_t>(upper)];
    }

    int leaderOf(int vertex)
    {
        while (m_leader[static_cast<std::size_t>(vertex)] != vertex) {
            int& leader = m_leader[static_cast<std::size_t>(vertex)];
            leader = m_leader[static_cast<std::size_t>(leader)];
            vertex = leader;
        }
        return vertex;
    }

    void join(Dag::Arc arc)
    {
        auto a = static_cast<std::size_t>(leaderOf(arc.first));
        auto b = static_cast<std::size_t>(leaderOf(arc.second));
        if (a == b)
            return;
        if (m_size[a] < m_size[b])
            std::swap(a, b);
        m_leader[b] = static_cast<int>(a);
        m_size[a] += m_size[b];
        std::swap(m_next[a], m_next[b]); // two rings become one
        m_arcs.push_back(arc);
    }

    /// The smallest first, so that none is looked at more than a logarithm of times.
    void joinLooseTrees()
    {
        using Entry = std::pair<int, int>; // size, leader
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> trees;
        for (int vertex = 0; vertex < m_dag.count(); ++vertex) {
            if (leaderOf(vertex) == vertex)
                trees.emplace(m_size[static_cast<std::size_t>(vertex)], vertex);
        }
        while (trees.size() > 1) {
            const auto [size, leader] = trees.top();
            trees.pop();
            if (leaderOf(leader) != leader || m_size[static_cast<std::size_t>(leader)] != size)
                continue;
            if (joinToNearest(leader)) {
                const int joined = leaderOf(leader);
                trees.emplace(m_size[static_cast<std::size_t>(joined)], joined);
            }
        }
    }

    bool joinToNearest(int leader)
    {
        int shift = std::numeric_limits<int>::max();
        Dag::Arc nearest{-1, -1};
        const auto see = [&](Dag::Arc arc, int length, int sign) {
            const int slack = distance(arc.first, arc.second) - length;
            if (slack < std::abs(shift) && leaderOf(sign > 0 ? arc.second : arc.first) != leader) {
                shift = sign * slack;
                nearest = arc;
            }
        };
        forEachMember(leader, [&](int vertex) {
            const std::span<const int> below = m_dag.successors(vertex);
            for (std::size_t i = 0; i < below.size(); ++i)
                see({vertex, below[i]}, m_dag.lengthBelow(vertex, i), 1);
            const std::span<const int> above = m_dag.predecessors(vertex);
            for (std::size_t i = 0; i < above.size(); ++i)
                see({above[i], vertex}, m_dag.lengthAbove(vertex, i), -1);
        });
        if (nearest.first < 0)
            return false;
        forEachMember(leader, [&](int vertex) { m_position[static_cast<std::size_t>(vertex)] += shift; });
        join(nearest);
        return true;
    }

    template <typename Visit> void forEachMember(int leader, Visit visit) const
    {
        int vertex = leader;
        do {
            visit(vertex);
            vertex = m_next[static_cast<std::size_t>(vertex)];
        } while (vertex != leader);
    }

    const Dag& m_dag;
    std::vector<int>& m_position;
    std::vector<int> m_leader;
    std::vector<int> m_next; ///< rings of the members of a tree
    std::vector<int> m_size;
    std::vector<Dag::Arc> m_arcs;
};

} // namespace

TightTree::TightTree(const Dag& dag, std::span<const int> pull, std::vector<int>& position)
    : m_parent(position.size(), -1)
    , m_root(position.size(), -1)
    , m_isAbove(position.size(), 0)
    , m_pull(pull.begin(), pull.end())
    , m_size(position.size(), 1)
    , m_firstChild(position.size(), -1)
    , m_nextSibling(position.size(), -1)
    , m_previousSibling(position.size(), -1)
    , m_visit(position.size(), 0)
{
    const std::vector<Dag::Arc> arcs = TreeGrower(dag, position).grow();
    hang(arcs, pull);
}

void TightTree::hang(std::span<const Dag::Arc> arcs, std::span<const int> pull)
{
    const Dag tree(static_cast<int>(pull.size()), arcs);
    std::vector<int> order;
    order.reserve(m_parent.size());
    for (int first = 0; first < count(); ++first) {
        if (m_root[static_cast<std::size_t>(first)] >= 0)
            continue;
        m_root[static_cast<std::size_t>(first)] = first;
        order.push_back(first);
        for (std::size_t next = order.size() - 1; next < order.size(); ++next) {
            const int vertex = order[next];
            const auto visit = [&](int child, bool isAbove) {
                if (m_root[static_cast<std::size_t>(child)] >= 0)
                    return;
                m_root[static_cast<std::size_t>(child)] = first;
                m_parent[static_cast<std::size_t>(child)] = vertex;
                m_isAbove[static_cast<std::size_t>(child)] = isAbove ? 1 : 0;
                addChild(vertex, child);
                order.push_back(child);
            };
            for (const int below : tree.successors(vertex))
                visit(below, false);
            for (const int above : tree.predecessors(vertex))
                visit(above, true);
        }
    }
    for (const int vertex : std::views::reverse(order)) {
        if (const int parent = m_parent[static_cast<std::size_t>(vertex)]; parent >= 0) {
            m_pull[static_cast<std::size_t>(parent)] += pullOf(vertex);
            m_size[static_cast<std::size_t>(parent)] += sizeOf(vertex);
        }
    }
}

void TightTree::addChild(int parent, int child)
{
    int& first = m_firstChild[static_cast<std::size_t>(parent)];
    m_previousSibling[static_cast<std::size_t>(child)] = -1;
    m_nextSibling[static_cast<std::size_t>(child)] = first;
    if (first >= 0)
        m_previousSibling[static_cast<std::size_t>(first)] = child;
    first = child;
}

void TightTree::removeChild(int parent, int child)
{
    const int before = at(m_previousSibling, child);
    const int after = at(m_nextSibling, child);
    if (after >= 0)
        m_previousSibling[static_cast<std::size_t>(after)] = before;
    if (before >= 0)
        m_nextSibling[static_cast<std::size_t>(before)] = after;
    else
        m_firstChild[static_cast<std::size_t>(parent)] = after;
}

bool TightTree::smallerPart(int vertex, std::vector<int>& part) const
{
    const bool isOwn = 2 * sizeOf(vertex) <= sizeOf(root(vertex));
    const int start = isOwn ? vertex : parent(vertex);
    part.assign(1, start);
    // A tree walked from `start` on: whatever a vertex is reached from is not visited again.
    std::vector<int> from{isOwn ? parent(vertex) : vertex};
    for (std::size_t next = 0; next < part.size(); ++next) {
        const int current = part[next];
        const auto visit = [&](int neighbour) {
            if (neighbour >= 0 && neighbour != from[next]) {
                part.push_back(neighbour);
                from.push_back(current);
            }
        };
        for (int child = at(m_firstChild, current); child >= 0; child = at(m_nextSibling, child))
            visit(child);
        visit(parent(current));
    }
    return isOwn;
}

void TightTree::exchange(int vertex, int inside, int outside, bool isInsideAbove, std::vector<int>& changed)
{
    changed.clear();
    const int above = parent(vertex);
    moveSums(above, outside, pullOf(vertex), sizeOf(vertex), changed);
    removeChild(above, vertex);
    turnAround(vertex, inside, changed);
    m_parent[static_cast<std::size_t>(inside)] = outside;
    m_isAbove[static_cast<std::size_t>(inside)] = isInsideAbove ? 1 : 0;
    addChild(outside, inside);
}

/// Takes a part's sums from one vertex and all above it and gives them to another; what is above both stays as it is.
void TightTree::moveSums(int from, int to, int pull, int size, std::vector<int>& changed)
{
    // Climb from both in turns until one comes by where the other has been.
    const int visitFrom = ++m_climbs;
    const int visitTo = ++m_climbs;
    int x = from;
    int y = to;
    int meeting = -1;
    while (meeting < 0) {
        if (x >= 0) {
            if (at(m_visit, x) == visitTo)
                meeting = x;
            else
                m_visit[static_cast<std::size_t>(x)] = visitFrom;
            x = meeting < 0 ? parent(x) : x;
        }
        if (y >= 0 && meeting < 0) {
            if (at(m_visit, y) == visitFrom)
                meeting = y;
            else
                m_visit[static_cast<std::size_t>(y)] = visitTo;
            y = meeting < 0 ? parent(y) : y;
        }
    }
    const auto add = [&](int first, int sign) {
        for (int v = first; v != meeting; v = parent(v)) {
            m_pull[static_cast<std::size_t>(v)] += sign * pull;
            m_size[static_cast<std::size_t>(v)] += sign * size;
            changed.push_back(v);
        }
    };
    add(from, -1);
    add(to, 1);
}

/// Makes `inside` the top of the part that `vertex` is the top of.
void TightTree::turnAround(int vertex, int inside, std::vector<int>& changed)
{
    const int pull = pullOf(vertex);
    const int size = sizeOf(vertex);
    int child = inside;
    int pullBelow = 0; ///< of what hung below `child` and now is above it
    int sizeBelow = 0;
    bool isAbove = false;
    int newParent = -1;
    while (true) {
        const auto c = static_cast<std::size_t>(child);
        const int oldParent = child == vertex ? -1 : m_parent[c];
        const int oldPull = m_pull[c];
        const int oldSize = m_size[c];
        const bool wasAbove = m_isAbove[c] != 0;
        if (oldParent >= 0)
            removeChild(oldParent, child);
        m_pull[c] = pull - pullBelow;
        m_size[c] = size - sizeBelow;
        m_parent[c] = newParent;
        m_isAbove[c] = isAbove ? 1 : 0;
        if (newParent >= 0)
            addChild(newParent, child);
        changed.push_back(child);
        if (oldParent < 0)
            return;
        pullBelow = oldPull;
        sizeBelow = oldSize;
        isAbove = !wasAbove;
        newParent = child;
        child = oldParent;
    }
}

} // namespace driftscope
