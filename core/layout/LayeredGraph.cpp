// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/LayeredGraph.h"

#include <algorithm>
#include <numeric>

namespace driftscope {

namespace {

/// Edges that are this short are drawn whole in any graph.
constexpr int shortEdge = 40;
constexpr std::ptrdiff_t freeDummies = 20'000;
constexpr std::ptrdiff_t dummiesPerBox = 8;
/// Of a value with very many consumers, the nearest ones are drawn.
constexpr std::ptrdiff_t drawnOfWideFan = 8;

class LayerBuilder
{
public:
    LayerBuilder(const DrawnGraph& drawn, std::span<const int> rowOfBox, const LayoutOptions& options)
        : m_drawn(drawn)
    {
        setDenseRows(rowOfBox);
        setReach(options);
    }

    LayeredGraph build()
    {
        m_layered.firstDummy.reserve(m_drawn.nets.size());
        for (std::size_t net = 0; net < m_drawn.nets.size(); ++net)
            addChain(net);
        sortSegments();
        fillRows();
        return std::move(m_layered);
    }

private:
    /// Leaves out the rows in which this graph has no box.
    void setDenseRows(std::span<const int> rowOfBox)
    {
        const int rows = rowOfBox.empty() ? 0 : 1 + *std::ranges::max_element(rowOfBox);
        std::vector<int> dense(static_cast<std::size_t>(rows), -1);
        for (const int row : rowOfBox)
            dense[static_cast<std::size_t>(row)] = 0;
        for (std::size_t row = 0; row < dense.size(); ++row) {
            if (dense[row] < 0)
                continue;
            dense[row] = m_layered.rowCount();
            m_layered.rowNumber.push_back(static_cast<int>(row));
        }
        m_layered.items.reserve(rowOfBox.size() * 2);
        for (std::size_t box = 0; box < rowOfBox.size(); ++box)
            m_layered.items.push_back({static_cast<int>(box), -1, dense[static_cast<std::size_t>(rowOfBox[box])]});
    }

    [[nodiscard]] int spanOf(const Net& net, int target) const
    {
        return m_layered.rowOf(target) - m_layered.rowOf(net.from);
    }

    /// The longest span of the net's edges that is not above `limit`.
    [[nodiscard]] int reachWithin(const Net& net, int limit) const
    {
        int reach = 0;
        for (const int target : m_drawn.targetsOf(net)) {
            if (const int span = spanOf(net, target); span <= limit)
                reach = std::max(reach, span);
        }
        return reach;
    }

    /// Of a wide fan, rows that hold no more than a few of the nearest consumers.
    [[nodiscard]] int reachOfWideFan(const Net& net)
    {
        m_spans.clear();
        for (const int target : m_drawn.targetsOf(net))
            m_spans.push_back(spanOf(net, target));
        std::nth_element(m_spans.begin(), m_spans.begin() + drawnOfWideFan, m_spans.end());
        return m_spans[drawnOfWideFan] - 1;
    }

    void setReach(const LayoutOptions& options)
    {
        const int longest = std::max(options.longestEdge, 1);
        m_layered.reach.assign(m_drawn.nets.size(), longest);
        for (std::size_t i = 0; i < m_drawn.nets.size(); ++i) {
            const Net& net = m_drawn.nets[i];
            if (net.endTarget - net.firstTarget > std::max<std::ptrdiff_t>(options.widestFan, drawnOfWideFan))
                m_layered.reach[i] = std::min(longest, reachOfWideFan(net));
        }
        const auto budget = freeDummies + dummiesPerBox * static_cast<std::ptrdiff_t>(m_drawn.boxes.size());
        int limit = longest;
        while (limit > shortEdge && dummiesWithin(limit) > budget)
            limit = std::max(shortEdge, limit - limit / 3);
        for (int& reach : m_layered.reach)
            reach = std::min(reach, limit);
    }

    [[nodiscard]] std::ptrdiff_t dummiesWithin(int limit) const
    {
        std::ptrdiff_t dummies = 0;
        for (std::size_t i = 0; i < m_drawn.nets.size(); ++i)
            dummies += std::max(0, reachWithin(m_drawn.nets[i], std::min(limit, m_layered.reach[i])) - 1);
        return dummies;
    }

    /// One chain for the whole net, down to the row above its lowest target that is not a stub.
    void addChain(std::size_t netIndex)
    {
        const Net& net = m_drawn.nets[netIndex];
        const int fromRow = m_layered.rowOf(net.from);
        const int lowest = fromRow + reachWithin(net, m_layered.reach[netIndex]);
        m_layered.firstDummy.push_back(lowest - fromRow > 1 ? static_cast<int>(m_layered.items.size()) : -1);
        int above = net.from;
        for (int row = fromRow + 1; row < lowest; ++row) {
            const int dummy = static_cast<int>(m_layered.items.size());
            m_layered.items.push_back({-1, static_cast<int>(netIndex), row});
            m_unsorted.push_back({above, dummy, static_cast<int>(netIndex)});
            above = dummy;
        }
        for (const int target : m_drawn.targetsOf(net)) {
            if (!m_layered.isStub(netIndex, net, target))
                m_unsorted.push_back(
                    {m_layered.lastItemBefore(netIndex, net, target), target, static_cast<int>(netIndex)});
        }
    }

    /// Offsets of rows, from the number of things in each.
    template <typename Things, typename RowOf> std::vector<int> offsets(const Things& things, RowOf rowOf) const
    {
        std::vector<int> start(m_layered.rowNumber.size() + 1, 0);
        for (const auto& thing : things)
            ++start[static_cast<std::size_t>(rowOf(thing)) + 1];
        std::partial_sum(start.begin(), start.end(), start.begin());
        return start;
    }

    void sortSegments()
    {
        const auto rowOf = [&](const RowSegment& segment) { return m_layered.rowOf(segment.upper); };
        m_layered.segmentStart = offsets(m_unsorted, rowOf);
        m_layered.segments.resize(m_unsorted.size());
        std::vector<int> next = m_layered.segmentStart;
        for (const RowSegment& segment : m_unsorted)
            m_layered.segments[static_cast<std::size_t>(next[static_cast<std::size_t>(rowOf(segment))]++)] = segment;
    }

    /// The file's order: a box counts by its place in the execution, a dummy by that of its producer, left of it.
    void fillRows()
    {
        m_layered.rowStart = offsets(m_layered.items, [](const RowItem& item) { return item.row; });
        m_layered.order.resize(m_layered.items.size());
        std::vector<int> next = m_layered.rowStart;
        // Boxes and nets both come in the order of execution: merged, they need no sorting.
        const auto put = [&](int item) {
            const auto row = static_cast<std::size_t>(m_layered.rowOf(item));
            m_layered.order[static_cast<std::size_t>(next[row]++)] = item;
        };
        std::size_t net = 0;
        std::size_t dummy = m_drawn.boxes.size();
        for (std::size_t box = 0; box < m_drawn.boxes.size(); ++box) {
            for (; net < m_drawn.nets.size() && m_drawn.nets[net].from == static_cast<int>(box); ++net) {
                for (; dummy < m_layered.items.size() && m_layered.items[dummy].net == static_cast<int>(net); ++dummy)
                    put(static_cast<int>(dummy));
            }
            put(static_cast<int>(box));
        }
    }

    const DrawnGraph& m_drawn;
    LayeredGraph m_layered;
    std::vector<RowSegment> m_unsorted;
    std::vector<int> m_spans;
};

} // namespace

LayeredGraph layeredGraph(const DrawnGraph& drawn, std::span<const int> rowOfBox, const LayoutOptions& options)
{
    return LayerBuilder(drawn, rowOfBox, options).build();
}

} // namespace driftscope
