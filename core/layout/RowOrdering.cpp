// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/RowOrdering.h"

#include "core/layout/PathMover.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace driftscope {

namespace {

constexpr int mostSweeps = 10; ///< from each order to start with
constexpr int mostSweepsInVain = 3;

class RowSorter
{
public:
    explicit RowSorter(LayeredGraph& layered)
        : m_layered(layered)
        , m_above(layered, ItemNeighbours::Side::Above)
        , m_below(layered, ItemNeighbours::Side::Below)
        , m_place(placesOf(layered))
        , m_ports(layered)
        , m_first(layered.order)
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
        // Rows of one item stand alike in every order: what is between two of them is a graph by itself.
        int begin = 0;
        qint64 crossings = 0;
        for (int row = 0; row < m_layered.rowCount(); ++row) {
            const bool isEnd = m_layered.row(row).size() == 1 || row + 1 == m_layered.rowCount();
            if (isEnd && crossings > 0 && !improve(begin, row, cancel))
                return false;
            if (isEnd) {
                begin = row;
                crossings = 0;
            }
            crossings += m_fewest[static_cast<std::size_t>(row)];
        }
        m_layered.order = m_best;
        return true;
    }

private:
    /// Rows from `first` to `last`. False when cancelled.
    bool improve(int first, int last, const CancelToken& cancel)
    {
        for (const bool isMirrored : {false, true}) {
            for (int row = first; row <= last; ++row) {
                const std::span<int> items = m_layered.row(row);
                const auto begin = m_first.begin() + m_layered.rowStart[static_cast<std::size_t>(row)];
                if (isMirrored)
                    std::reverse_copy(begin, begin + std::ssize(items), items.begin());
                place(items);
            }
            m_ports.update(m_place, first, last);
            int sweepsInVain = 0;
            for (int sweep = 0; sweep < mostSweeps && sweepsInVain < mostSweepsInVain; ++sweep) {
                if (cancel.isCancelled())
                    return false;
                m_prefersRight = sweep % 4 >= 2;
                if (sweep % 2 == 0)
                    sweepDown(first, last);
                else
                    sweepUp(first, last);
                m_ports.update(m_place, first, last);
                sweepsInVain = keepBetterParts(first, last) ? 0 : sweepsInVain + 1;
                if (std::accumulate(m_fewest.begin() + first, m_fewest.begin() + last, qint64{0}) == 0)
                    return true;
            }
        }
        return true;
    }

    void place(std::span<const int> row)
    {
        for (std::size_t i = 0; i < row.size(); ++i)
            m_place[static_cast<std::size_t>(row[i])] = static_cast<int>(i);
    }

    void sweepDown(int first, int last)
    {
        for (int row = first; row <= last; ++row)
            sortByMeanPlace(m_layered.row(row), m_above);
    }

    void sweepUp(int first, int last)
    {
        for (int row = last; row >= first; --row)
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
        place(row);
    }

    /// Where a row stands as in the best order so far, what is above it and what is below can be chosen apart. False if
    /// nothing is better.
    bool keepBetterParts(int first, int last)
    {
        bool isBetter = false;
        int begin = first;
        qint64 now = 0;
        qint64 before = 0;
        for (int row = first; row <= last; ++row) {
            if (row == last || isAsBest(row)) {
                if (now < before) {
                    take(begin, row);
                    isBetter = true;
                }
                begin = row;
                now = 0;
                before = 0;
            }
            if (row < last) {
                m_crossings[static_cast<std::size_t>(row)] = m_counter.count(m_layered, m_place, m_ports, row);
                now += m_crossings[static_cast<std::size_t>(row)];
                before += m_fewest[static_cast<std::size_t>(row)];
            }
        }
        return isBetter;
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
    std::vector<int> m_first; ///< as LayeredGraph::order: the order of the file
    std::vector<int> m_best;
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
