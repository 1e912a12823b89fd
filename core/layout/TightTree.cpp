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
    : m_vertices(position.size())
    , m_root(position.size(), -1)
{
    for (std::size_t i = 0; i < position.size(); ++i)
        m_vertices[i].pull = pull[i];
    const std::vector<Dag::Arc> arcs = TreeGrower(dag, position).grow();
    hang(arcs);
}

void TightTree::hang(std::span<const Dag::Arc> arcs)
{
    const Dag tree(count(), arcs);
    std::vector<int> order;
    order.reserve(m_vertices.size());
    for (int first = 0; first < count(); ++first) {
        if (root(first) >= 0)
            continue;
        m_root[static_cast<std::size_t>(first)] = first;
        order.push_back(first);
        for (std::size_t next = order.size() - 1; next < order.size(); ++next) {
            const int vertex = order[next];
            const auto visit = [&](int child, bool isAbove) {
                if (root(child) >= 0)
                    return;
                m_root[static_cast<std::size_t>(child)] = first;
                at(child).parent = vertex;
                at(child).isAbove = isAbove;
                addChild(vertex, child);
                order.push_back(child);
            };
            for (const int below : tree.successors(vertex))
                visit(below, false);
            for (const int above : tree.predecessors(vertex))
                visit(above, true);
        }
    }
    for (const int vertex : std::views::reverse(std::span(order))) {
        if (parent(vertex) >= 0) {
            at(parent(vertex)).pull += pullOf(vertex);
            at(parent(vertex)).size += sizeOf(vertex);
        }
    }
}

void TightTree::addChild(int parent, int child)
{
    int& first = at(parent).firstChild;
    at(child).previousSibling = -1;
    at(child).nextSibling = first;
    if (first >= 0)
        at(first).previousSibling = child;
    first = child;
}

void TightTree::removeChild(int parent, int child)
{
    const int before = at(child).previousSibling;
    const int after = at(child).nextSibling;
    if (after >= 0)
        at(after).previousSibling = before;
    if (before >= 0)
        at(before).nextSibling = after;
    else
        at(parent).firstChild = after;
}

bool TightTree::smallerPart(int vertex, std::vector<int>& part) const
{
    const bool isOwn = 2 * sizeOf(vertex) <= sizeOf(root(vertex));
    if (isOwn) {
        part.assign(1, vertex);
        for (std::size_t next = 0; next < part.size(); ++next) {
            for (int child = at(part[next]).firstChild; child >= 0; child = at(child).nextSibling)
                part.push_back(child);
        }
        return true;
    }
    // The way up from the cut comes first, then what hangs on it.
    part.clear();
    for (int above = parent(vertex); above >= 0; above = parent(above))
        part.push_back(above);
    const std::size_t wayUp = part.size();
    for (std::size_t next = 0; next < part.size(); ++next) {
        const int cameFrom = next == 0 ? vertex : next < wayUp ? part[next - 1] : -1;
        for (int child = at(part[next]).firstChild; child >= 0; child = at(child).nextSibling) {
            if (child != cameFrom)
                part.push_back(child);
        }
    }
    return false;
}

void TightTree::exchange(int vertex, int inside, int outside, bool isInsideAbove, std::vector<int>& changed)
{
    changed.clear();
    const int above = parent(vertex);
    moveSums(above, outside, pullOf(vertex), sizeOf(vertex), changed);
    removeChild(above, vertex);
    turnAround(vertex, inside, changed);
    at(inside).parent = outside;
    at(inside).isAbove = isInsideAbove;
    addChild(outside, inside);
}

/// The lowest vertex that is above both (or one of them): climbs from both in turns until one comes by where the other
/// has been.
int TightTree::meetingOf(int a, int b)
{
    const int visitOfA = ++m_climbs;
    const int visitOfB = ++m_climbs;
    while (true) {
        if (a >= 0) {
            if (at(a).visit == visitOfB)
                return a;
            at(a).visit = visitOfA;
            a = parent(a);
        }
        if (b >= 0) {
            if (at(b).visit == visitOfA)
                return b;
            at(b).visit = visitOfB;
            b = parent(b);
        }
    }
}

/// Takes a part's sums from one vertex and all above it and gives them to another; what is above both stays as it is.
void TightTree::moveSums(int from, int to, int pull, int size, std::vector<int>& changed)
{
    const int meeting = meetingOf(from, to);
    const auto add = [&](int first, int sign) {
        for (int v = first; v != meeting; v = parent(v)) {
            at(v).pull += sign * pull;
            at(v).size += sign * size;
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
    Vertex below; ///< what the vertex before was; it hung below the one at hand and now is above it
    below.pull = 0;
    below.size = 0;
    int newParent = -1;
    for (int current = inside; current >= 0;) {
        const Vertex old = at(current);
        const int oldParent = current == vertex ? -1 : old.parent;
        if (oldParent >= 0)
            removeChild(oldParent, current);
        at(current).pull = pull - below.pull;
        at(current).size = size - below.size;
        at(current).parent = newParent;
        at(current).isAbove = !below.isAbove;
        if (newParent >= 0)
            addChild(newParent, current);
        changed.push_back(current);
        below = old;
        newParent = current;
        current = oldParent;
    }
}

} // namespace driftscope
