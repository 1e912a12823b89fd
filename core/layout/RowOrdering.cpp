// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/RowOrdering.h"

#include "core/layout/PathMover.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace driftscope {

namespace {

constexpr int sweepsFromEachStart = 8;

class RowSorter
{
public:
    explicit RowSorter(LayeredGraph& layered)
        : m_layered(layered)
        , m_above(layered, ItemNeighbours::Side::Above)
        , m_below(layered, ItemNeighbours::Side::Below)
        , m_place(placesOf(layered))
        , m_ports(layered)
        , m_best(layered.order)
        , m_crossings(static_cast<std::size_t>(layered.rowCount()), 0)
        , m_mean(layered.items.size())
    {
        m_ports.update(m_place);
        for (int row = 0; row + 1 < layered.rowCount(); ++row)
            m_crossings[static_cast<std::size_t>(row)] = m_counter.count(layered, m_place, m_ports, row);
        m_fewest = m_crossings;
    }

    [[nodiscard]] qint64 fewest() const { return std::reduce(m_fewest.begin(), m_fewest.end(), qint64{0}); }

    /// False when cancelled.
    bool run(const CancelToken& cancel)
    {
        const std::vector<int> first = m_layered.order;
        for (const bool isMirrored : {false, true}) {
            m_layered.order = first;
            if (isMirrored) {
                for (int row = 0; row < m_layered.rowCount(); ++row)
                    std::ranges::reverse(m_layered.row(row));
            }
            m_place = placesOf(m_layered);
            m_ports.update(m_place);
            for (int sweep = 0; sweep < sweepsFromEachStart && fewest() > 0; ++sweep) {
                if (cancel.isCancelled())
                    return false;
                m_prefersRight = sweep % 4 >= 2;
                if (sweep % 2 == 0)
                    sweepDown();
                else
                    sweepUp();
                m_ports.update(m_place);
                keepBetterParts();
            }
        }
        m_layered.order = m_best;
        return true;
    }

private:
    void sweepDown()
    {
        for (int row = 0; row < m_layered.rowCount(); ++row)
            sortByMeanPlace(m_layered.row(row), m_above);
    }

    void sweepUp()
    {
        for (int row = m_layered.rowCount() - 1; row >= 0; --row)
            sortByMeanPlace(m_layered.row(row), m_below);
    }

    void sortByMeanPlace(std::span<int> row, const ItemNeighbours& neighbours)
    {
        if (row.size() < 2)
            return;
        for (const int item : row) {
            const std::span<const ItemNeighbours::Neighbour> others = neighbours.of(item);
            double sum = 0;
            for (const ItemNeighbours::Neighbour& other : others) {
                sum += m_place[static_cast<std::size_t>(other.item)];
                if (&neighbours == &m_above && m_ports.most() > 1)
                    sum += static_cast<double>(m_ports.rankOf(other.net)) / m_ports.most();
            }
            // Nothing pulls an item without neighbours: it stays about where it is.
            m_mean[static_cast<std::size_t>(item)]
                = others.empty() ? m_place[static_cast<std::size_t>(item)] : sum / static_cast<double>(others.size());
        }
        const auto mean = [&](int item) { return m_mean[static_cast<std::size_t>(item)]; };
        if (std::ranges::is_sorted(row, {}, mean) && !m_prefersRight)
            return;
        if (m_prefersRight)
            std::ranges::reverse(row);
        std::ranges::stable_sort(row, {}, mean);
        for (std::size_t i = 0; i < row.size(); ++i)
            m_place[static_cast<std::size_t>(row[i])] = static_cast<int>(i);
    }

    /// Where a row stands as in the best order so far, what is above it and what is below can be chosen apart.
    void keepBetterParts()
    {
        int begin = 0;
        qint64 now = 0;
        qint64 before = 0;
        for (int row = 0; row < m_layered.rowCount(); ++row) {
            if (isAsBest(row) || row + 1 == m_layered.rowCount()) {
                if (now < before)
                    take(begin, row);
                begin = row;
                now = 0;
                before = 0;
            }
            if (row + 1 < m_layered.rowCount()) {
                m_crossings[static_cast<std::size_t>(row)] = m_counter.count(m_layered, m_place, m_ports, row);
                now += m_crossings[static_cast<std::size_t>(row)];
                before += m_fewest[static_cast<std::size_t>(row)];
            }
        }
    }

    [[nodiscard]] bool isAsBest(int row) const
    {
        const auto begin = m_layered.rowStart[static_cast<std::size_t>(row)];
        return std::ranges::equal(
            std::as_const(m_layered).row(row),
            std::span(m_best).subspan(static_cast<std::size_t>(begin), std::as_const(m_layered).row(row).size()));
    }

    /// Rows from `begin` to `end`, both included, and the crossings between them.
    void take(int begin, int end)
    {
        const auto from = m_layered.rowStart[static_cast<std::size_t>(begin)];
        const auto to = m_layered.rowStart[static_cast<std::size_t>(end) + 1];
        std::copy(m_layered.order.begin() + from, m_layered.order.begin() + to, m_best.begin() + from);
        std::copy(m_crossings.begin() + begin, m_crossings.begin() + end, m_fewest.begin() + begin);
    }

    LayeredGraph& m_layered;
    ItemNeighbours m_above;
    ItemNeighbours m_below;
    std::vector<int> m_place;
    NetPorts m_ports;
    std::vector<int> m_best; ///< as LayeredGraph::order
    std::vector<qint64> m_crossings; ///< below each row
    std::vector<qint64> m_fewest; ///< the same for m_best
    std::vector<double> m_mean;
    CrossingCounter m_counter;
    bool m_prefersRight = false; ///< which of two items with the same mean goes first
};

} // namespace

ItemNeighbours::ItemNeighbours(const LayeredGraph& layered, Side side)
    : m_start(layered.items.size() + 1, 0)
    , m_items(layered.segments.size())
{
    const auto key = [&](const RowSegment& segment) {
        return static_cast<std::size_t>(side == Side::Above ? segment.lower : segment.upper);
    };
    for (const RowSegment& segment : layered.segments)
        ++m_start[key(segment) + 1];
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    std::vector<int> next = m_start;
    for (const RowSegment& segment : layered.segments)
        m_items[static_cast<std::size_t>(next[key(segment)]++)]
            = {side == Side::Above ? segment.upper : segment.lower, segment.net};
}

qint64 orderRows(LayeredGraph& layered, const CancelToken& cancel)
{
    RowSorter sorter(layered);
    if (sorter.fewest() == 0)
        return 0;
    if (!sorter.run(cancel))
        return -1;
    if (sorter.fewest() == 0)
        return 0;
    return PathMover(layered).run(cancel);
}

} // namespace driftscope
