// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/AlignedRows.h"

#include "core/layout/MergeableOrder.h"
#include "core/layout/Tightening.h"

#include <algorithm>
#include <iterator>

namespace driftscope {

namespace {

/// What making edges short may cost, in vertices and arcs looked at.
constexpr std::ptrdiff_t freeWork = 5'000'000;
constexpr std::ptrdiff_t workPerBox = 100;

/// Splits links of one pair of graphs into those that keep the order of the files (a longest increasing subsequence)
/// and the rest.
struct SplitLinks
{
    std::vector<RowPair> inOrder;
    std::vector<RowPair> rest;
};

SplitLinks splitLinks(std::vector<RowPair> links)
{
    // Equal left ends in descending order of right ends: no box is taken twice.
    std::ranges::stable_sort(links, {}, [](const RowPair& link) { return std::pair(link.left, -link.right); });
    std::vector<std::size_t> tails; // by length - 1: the link with the smallest right end that ends such a sequence
    std::vector<std::ptrdiff_t> before(links.size(), -1);
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto tail = std::ranges::lower_bound(tails, links[i].right, {},
                                                   [&](std::size_t index) { return links[index].right; });
        if (tail != tails.begin())
            before[i] = static_cast<std::ptrdiff_t>(*std::prev(tail));
        if (tail == tails.end())
            tails.push_back(i);
        else
            *tail = i;
    }
    std::vector<char> isTaken(links.size(), 0);
    for (std::ptrdiff_t i = tails.empty() ? -1 : static_cast<std::ptrdiff_t>(tails.back()); i >= 0;
         i = before[static_cast<std::size_t>(i)])
        isTaken[static_cast<std::size_t>(i)] = 1;
    SplitLinks split;
    for (std::size_t i = 0; i < links.size(); ++i)
        (isTaken[i] != 0 ? split.inOrder : split.rest).push_back(links[i]);
    return split;
}

/// Boxes of all graphs, grown together by links into classes that share a row. A class holds at most one box of each
/// graph, because a box has at most one link to either side.
class RowClasses
{
public:
    RowClasses(const std::vector<DrawnGraph>& graphs, const std::vector<std::vector<RowPair>>& links, int widestFan,
               const CancelToken& cancel)
        : m_graphs(graphs)
        , m_widestFan(widestFan)
    {
        for (const DrawnGraph& graph : graphs) {
            m_firstBox.push_back(m_boxCount);
            m_boxCount += static_cast<int>(graph.boxes.size());
        }
        m_left.assign(static_cast<std::size_t>(m_boxCount), -1);
        m_right.assign(static_cast<std::size_t>(m_boxCount), -1);
        collectArcs();
        std::vector<std::pair<int, int>> rest;
        for (std::size_t g = 0; g + 1 < graphs.size() && g < links.size(); ++g) {
            const SplitLinks split = splitLinks(links[g]);
            for (const RowPair& link : split.inOrder)
                join(m_firstBox[g] + link.left, m_firstBox[g + 1] + link.right);
            for (const RowPair& link : split.rest)
                rest.emplace_back(m_firstBox[g] + link.left, m_firstBox[g + 1] + link.right);
        }
        joinOutOfOrder(rest, cancel);
    }

    [[nodiscard]] std::vector<std::vector<int>> rows() const
    {
        const auto [classOf, dag] = contracted();
        std::vector<char> isAnchor(static_cast<std::size_t>(dag.count()), 0);
        for (std::size_t g = 0; g < m_graphs.size(); ++g) {
            for (const DrawnFrame& frame : m_graphs[g].frames)
                isAnchor[static_cast<std::size_t>(classOf[static_cast<std::size_t>(m_firstBox[g] + frame.header)])] = 1;
        }
        std::vector<int> row = rankRows(dag, topologicalOrder(dag), isAnchor);
        tighten(dag, pulls(classOf, dag.count()), freeWork + workPerBox * m_boxCount, row);
        std::vector<std::vector<int>> rows;
        for (std::size_t g = 0; g < m_graphs.size(); ++g) {
            std::vector<int>& ofGraph = rows.emplace_back();
            for (std::size_t box = 0; box < m_graphs[g].boxes.size(); ++box)
                ofGraph.push_back(
                    row[static_cast<std::size_t>(classOf[static_cast<std::size_t>(m_firstBox[g]) + box])]);
        }
        return rows;
    }

private:
    void collectArcs()
    {
        for (std::size_t g = 0; g < m_graphs.size(); ++g) {
            for (const Net& net : m_graphs[g].nets) {
                for (const int target : m_graphs[g].targetsOf(net))
                    m_arcs.emplace_back(m_firstBox[g] + net.from, m_firstBox[g] + target);
            }
            for (const auto& [above, below] : m_graphs[g].orderArcs)
                m_arcs.emplace_back(m_firstBox[g] + above, m_firstBox[g] + below);
        }
        std::ranges::sort(m_arcs);
        const auto repeated = std::ranges::unique(m_arcs);
        m_arcs.erase(repeated.begin(), repeated.end());
    }

    /// Edges drawn below less those drawn above, by class. Of values with very many consumers nearly all edges are
    /// stubs, whose length is nothing that one sees.
    [[nodiscard]] std::vector<int> pulls(const std::vector<int>& classOf, int count) const
    {
        std::vector<int> pulls(static_cast<std::size_t>(count), 0);
        for (std::size_t g = 0; g < m_graphs.size(); ++g) {
            const auto pullOf = [&](int box) -> int& {
                const int ofBox = classOf[static_cast<std::size_t>(m_firstBox[g]) + static_cast<std::size_t>(box)];
                return pulls[static_cast<std::size_t>(ofBox)];
            };
            for (const Net& net : m_graphs[g].nets) {
                const auto targets = m_graphs[g].targetsOf(net);
                if (std::ssize(targets) > m_widestFan)
                    continue;
                pullOf(net.from) += static_cast<int>(targets.size());
                for (const int target : targets)
                    --pullOf(target);
            }
            // A header wants to stand right above the first of what its frame holds.
            for (const DrawnFrame& frame : m_graphs[g].frames) {
                int first = -1;
                for (const auto& [above, below] : m_graphs[g].arcsBelow(frame.header))
                    first = first < 0 ? below : std::min(first, below);
                if (first >= 0) {
                    ++pullOf(frame.header);
                    --pullOf(first);
                }
            }
        }
        return pulls;
    }

    void join(int left, int right)
    {
        m_right[static_cast<std::size_t>(left)] = right;
        m_left[static_cast<std::size_t>(right)] = left;
    }

    /// The class of each box and the arcs between classes. A class is a run of links through neighbouring graphs.
    [[nodiscard]] std::pair<std::vector<int>, Dag> contracted() const
    {
        std::vector<int> classOf(static_cast<std::size_t>(m_boxCount), -1);
        int count = 0;
        for (std::size_t box = 0; box < classOf.size(); ++box)
            classOf[box] = m_left[box] >= 0 ? classOf[static_cast<std::size_t>(m_left[box])] : count++;
        std::vector<Dag::Arc> arcs;
        arcs.reserve(m_arcs.size());
        for (const auto& [from, to] : m_arcs)
            arcs.emplace_back(classOf[static_cast<std::size_t>(from)], classOf[static_cast<std::size_t>(to)]);
        std::ranges::sort(arcs);
        const auto repeated = std::ranges::unique(arcs);
        arcs.erase(repeated.begin(), repeated.end());
        return {std::move(classOf), Dag(count, arcs)};
    }

    /// Links between branches that two files list in different order: each is taken if no path leads from one end to
    /// the other. Where files differ so much that testing would no longer be near linear, the rest is left out.
    void joinOutOfOrder(const std::vector<std::pair<int, int>>& links, const CancelToken& cancel)
    {
        if (links.empty())
            return;
        const auto [classOf, dag] = contracted();
        MergeableOrder order(dag, std::ptrdiff_t{256} * m_boxCount);
        for (const auto& [left, right] : links) {
            if (cancel.isCancelled())
                return;
            if (m_right[static_cast<std::size_t>(left)] >= 0 || m_left[static_cast<std::size_t>(right)] >= 0)
                continue;
            if (order.merge(classOf[static_cast<std::size_t>(left)], classOf[static_cast<std::size_t>(right)]))
                join(left, right);
        }
    }

    const std::vector<DrawnGraph>& m_graphs;
    int m_widestFan = 0;
    int m_boxCount = 0;
    std::vector<int> m_firstBox; ///< by graph
    std::vector<Dag::Arc> m_arcs;
    std::vector<int> m_left; ///< the linked box in the graph before, or -1
    std::vector<int> m_right;
};

} // namespace

std::vector<std::vector<int>> alignedRows(const std::vector<DrawnGraph>& graphs,
                                          const std::vector<std::vector<RowPair>>& links, int widestFan,
                                          const CancelToken& cancel)
{
    const RowClasses classes(graphs, links, widestFan, cancel);
    if (cancel.isCancelled())
        return {};
    return classes.rows();
}

} // namespace driftscope
