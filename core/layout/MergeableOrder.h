// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/Ranking.h"

#include <cstddef>

namespace driftscope {

/// A topological order of a Dag whose vertices may be merged, kept up to date as Pearce and Kelly do for added arcs:
/// only what stands between the two vertices is looked at and moved.
class MergeableOrder
{
public:
    /// `dag` must outlive this. All merges together look at about `budget` vertices and arcs at most.
    MergeableOrder(const Dag& dag, std::ptrdiff_t budget);

    /// Makes one vertex of two. Changes nothing and returns false where a path leads from one to the other, so that the
    /// merge would close a cycle, and where the budget is spent.
    bool merge(int a, int b);

private:
    /// Vertices from place `begin` to `end` that can and cannot be reached from the one at `begin`, in order.
    struct Region
    {
        std::vector<int> reached;
        std::vector<int> others;
        bool reachesEnd = false;
    };
    Region explore(int begin, int end);
    void arrange(const Region& region, int begin, int end);

    const Dag& m_dag;
    std::ptrdiff_t m_budget = 0;
    std::vector<int> m_order; ///< representatives; -1 where one was merged away
    std::vector<int> m_place;
    std::vector<int> m_representative;
    std::vector<int> m_nextMember; ///< rings of merged vertices
    std::vector<char> m_isReached;
};

} // namespace driftscope
