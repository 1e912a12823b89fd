// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/MergeableOrder.h"

#include <algorithm>
#include <numeric>

namespace driftscope {

MergeableOrder::MergeableOrder(const Dag& dag, std::ptrdiff_t budget)
    : m_dag(dag)
    , m_budget(budget)
    , m_order(topologicalOrder(dag))
    , m_place(static_cast<std::size_t>(dag.count()))
    , m_representative(static_cast<std::size_t>(dag.count()))
    , m_isReached(static_cast<std::size_t>(dag.count()), 0)
{
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_place[static_cast<std::size_t>(m_order[i])] = static_cast<int>(i);
    std::iota(m_representative.begin(), m_representative.end(), 0);
    m_nextMember = m_representative;
}

bool MergeableOrder::merge(int a, int b)
{
    int upper = m_representative[static_cast<std::size_t>(a)];
    int lower = m_representative[static_cast<std::size_t>(b)];
    if (upper == lower)
        return true;
    if (m_place[static_cast<std::size_t>(upper)] > m_place[static_cast<std::size_t>(lower)])
        std::swap(upper, lower);
    const int begin = m_place[static_cast<std::size_t>(upper)];
    const int end = m_place[static_cast<std::size_t>(lower)];
    if (m_budget < end - begin)
        return false;
    const Region region = explore(begin, end);
    if (region.reachesEnd)
        return false;
    arrange(region, begin, end);
    std::swap(m_nextMember[static_cast<std::size_t>(upper)], m_nextMember[static_cast<std::size_t>(lower)]);
    for (int member = m_nextMember[static_cast<std::size_t>(upper)]; member != upper;
         member = m_nextMember[static_cast<std::size_t>(member)])
        m_representative[static_cast<std::size_t>(member)] = upper;
    return true;
}

MergeableOrder::Region MergeableOrder::explore(int begin, int end)
{
    Region region;
    std::vector<int> touched{m_order[static_cast<std::size_t>(begin)]};
    m_isReached[static_cast<std::size_t>(touched.front())] = 1;
    for (int i = begin; i <= end; ++i) {
        const int vertex = m_order[static_cast<std::size_t>(i)];
        --m_budget;
        if (vertex < 0)
            continue;
        if (m_isReached[static_cast<std::size_t>(vertex)] == 0) {
            region.others.push_back(vertex);
            continue;
        }
        region.reached.push_back(vertex);
        region.reachesEnd = region.reachesEnd || i == end;
        int member = vertex;
        do {
            for (const int successor : m_dag.successors(member)) {
                const int reached = m_representative[static_cast<std::size_t>(successor)];
                m_isReached[static_cast<std::size_t>(reached)] = 1;
                touched.push_back(reached);
                --m_budget;
            }
            member = m_nextMember[static_cast<std::size_t>(member)];
        } while (member != vertex);
    }
    for (const int vertex : touched)
        m_isReached[static_cast<std::size_t>(vertex)] = 0;
    return region;
}

void MergeableOrder::arrange(const Region& region, int begin, int end)
{
    // The last of the others is the lower vertex: the upper one, first of the reached, takes its place.
    int next = begin;
    const auto put = [&](int vertex) {
        m_order[static_cast<std::size_t>(next)] = vertex;
        m_place[static_cast<std::size_t>(vertex)] = next++;
    };
    std::for_each(region.others.begin(), region.others.end() - 1, put);
    std::ranges::for_each(region.reached, put);
    std::fill(m_order.begin() + next, m_order.begin() + end + 1, -1);
}

} // namespace driftscope
