// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <utility>
#include <vector>

namespace driftscope {

/// A directed acyclic graph over 0…count-1 in flat arrays.
class Dag
{
public:
    using Arc = std::pair<int, int>; ///< from, to

    /// `lengths`: how far at least each arc goes; 1 where not given.
    Dag(int count, std::span<const Arc> arcs, std::span<const int> lengths = {});
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] std::span<const int> successors(int vertex) const
    {
        return slice(m_successors, m_successorStart, vertex);
    }
    [[nodiscard]] std::span<const int> predecessors(int vertex) const
    {
        return slice(m_predecessors, m_predecessorStart, vertex);
    }
    /// The length of the arc to successors(vertex)[index].
    [[nodiscard]] int lengthBelow(int vertex, std::size_t index) const
    {
        return m_successorLengths.empty() ? 1 : m_successorLengths[offset(m_successorStart, vertex) + index];
    }
    /// The length of the arc from predecessors(vertex)[index].
    [[nodiscard]] int lengthAbove(int vertex, std::size_t index) const
    {
        return m_predecessorLengths.empty() ? 1 : m_predecessorLengths[offset(m_predecessorStart, vertex) + index];
    }

private:
    static std::size_t offset(const std::vector<int>& start, int vertex)
    {
        return static_cast<std::size_t>(start[static_cast<std::size_t>(vertex)]);
    }
    static std::span<const int> slice(const std::vector<int>& items, const std::vector<int>& start, int vertex)
    {
        const std::size_t begin = offset(start, vertex);
        return std::span(items).subspan(begin, offset(start, vertex + 1) - begin);
    }

    int m_count = 0;
    std::vector<int> m_successorStart;
    std::vector<int> m_successors;
    std::vector<int> m_predecessorStart;
    std::vector<int> m_predecessors;
    std::vector<int> m_successorLengths; ///< empty where all are 1
    std::vector<int> m_predecessorLengths;
};

/// A topological order, smallest vertex first among those that are ready. Shorter than count() if there is a cycle.
[[nodiscard]] std::vector<int> topologicalOrder(const Dag& dag);

/// A row for each vertex so that every arc goes down at least one row: the longest path from a source. Then, from the
/// bottom up, vertices that hang on nothing (a second input, its own branch) or that feed more than they take move down
/// to just above their first consumer, where their edges are shortest. Vertices that are set in `isAnchor` (empty:
/// none) only keep what follows them below themselves; nothing hangs on them.
[[nodiscard]] std::vector<int> rankRows(const Dag& dag, std::span<const int> order,
                                        std::span<const char> isAnchor = {});

} // namespace driftscope
