// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Tightening.h"

#include "core/layout/TightTree.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace driftscope {

namespace {

class Tightener
{
public:
    Tightener(const Dag& dag, std::span<const int> pull, std::vector<int>& position)
        : m_dag(dag)
        , m_position(position)
        , m_tree(dag, pull, position)
        , m_isInPart(position.size(), 0)
        , m_isWaiting(position.size(), 1)
    { }

    void run(std::ptrdiff_t budget)
    {
        for (int vertex = 0; vertex < m_tree.count(); ++vertex)
            m_waiting.push_back(vertex);
        while (!m_waiting.empty() && m_work < budget) {
            const int vertex = m_waiting.front();
            m_waiting.pop_front();
            m_isWaiting[static_cast<std::size_t>(vertex)] = 0;
            if (wantsToLeave(vertex))
                pivot(vertex);
        }
        alignTops();
    }

private:
    /// Whether the vertex's part of the tree has more edges that pull it away from its parent than towards it.
    [[nodiscard]] bool wantsToLeave(int vertex) const
    {
        if (m_tree.parent(vertex) < 0)
            return false;
        return m_tree.isAboveParent(vertex) ? m_tree.pullOf(vertex) < 0 : m_tree.pullOf(vertex) > 0;
    }

    struct Entering
    {
        int inPart = -1;
        int outside = -1;
        int slack = std::numeric_limits<int>::max();
    };

    /// The shortest arc between the part and the rest that stops the part on its way down (or up).
    Entering nearest(bool goesDown)
    {
        Entering nearest;
        for (const int vertex : m_part) {
            const std::span<const int> others = goesDown ? m_dag.successors(vertex) : m_dag.predecessors(vertex);
            m_work += std::ssize(others) + 1;
            for (std::size_t i = 0; i < others.size(); ++i) {
                const int distance = std::abs(m_position[static_cast<std::size_t>(others[i])]
                                              - m_position[static_cast<std::size_t>(vertex)]);
                const int slack = distance - (goesDown ? m_dag.lengthBelow(vertex, i) : m_dag.lengthAbove(vertex, i));
                if (slack < nearest.slack && m_isInPart[static_cast<std::size_t>(others[i])] == 0)
                    nearest = {vertex, others[i], slack};
            }
        }
        return nearest;
    }

    void pivot(int vertex)
    {
        const bool isOwn = m_tree.smallerPart(vertex, m_part);
        for (const int member : m_part)
            m_isInPart[static_cast<std::size_t>(member)] = 1;
        const bool ownGoesDown = !m_tree.isAboveParent(vertex);
        const bool goesDown = ownGoesDown == isOwn;
        const Entering entering = nearest(goesDown);
        for (const int member : m_part)
            m_isInPart[static_cast<std::size_t>(member)] = 0;
        if (entering.inPart < 0)
            return;
        for (const int member : m_part)
            m_position[static_cast<std::size_t>(member)] += goesDown ? entering.slack : -entering.slack;
        const int inside = isOwn ? entering.inPart : entering.outside;
        const int outside = isOwn ? entering.outside : entering.inPart;
        // What stops a part on its way down is below it.
        m_tree.exchange(vertex, inside, outside, ownGoesDown, m_changed);
        m_work += std::ssize(m_changed);
        for (const int changed : m_changed) {
            if (m_isWaiting[static_cast<std::size_t>(changed)] == 0 && wantsToLeave(changed)) {
                m_isWaiting[static_cast<std::size_t>(changed)] = 1;
                m_waiting.push_back(changed);
            }
        }
    }

    void alignTops()
    {
        std::vector<int> top(m_position.size(), std::numeric_limits<int>::max());
        for (std::size_t v = 0; v < m_position.size(); ++v) {
            int& ofPart = top[static_cast<std::size_t>(m_tree.root(static_cast<int>(v)))];
            ofPart = std::min(ofPart, m_position[v]);
        }
        for (std::size_t v = 0; v < m_position.size(); ++v)
            m_position[v] -= top[static_cast<std::size_t>(m_tree.root(static_cast<int>(v)))];
    }

    const Dag& m_dag;
    std::vector<int>& m_position;
    TightTree m_tree;
    std::vector<char> m_isInPart;
    std::vector<char> m_isWaiting;
    std::deque<int> m_waiting; ///< vertices that may want to leave their parents
    std::vector<int> m_part;
    std::vector<int> m_changed;
    std::ptrdiff_t m_work = 0;
};

} // namespace

void tighten(const Dag& dag, std::span<const int> pull, std::ptrdiff_t budget, std::vector<int>& position)
{
    Tightener(dag, pull, position).run(budget);
}

} // namespace driftscope
