// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// Places in a row that are open to an item: how many of the row's other items stand to the left of it.
struct PlaceWindow
{
    int item = -1; ///< -1: there is none, and one place that means nothing
    int first = 0;
    int count = 1;

    /// Where the item stands now, in the window.
    [[nodiscard]] int placeOf(const std::vector<int>& place) const
    {
        return place[static_cast<std::size_t>(item)] - first;
    }
};

/// What it costs in crossings between two rows to have one item of each (joined by a segment) at other places, all
/// other items staying in their order.
class GapCosts
{
public:
    GapCosts(const LayeredGraph& layered, const std::vector<int>& place)
        : m_layered(layered)
        , m_place(place)
    { }

    /// Between `row` and the row below, for one item of each; one of the two may be missing.
    void compute(int row, const PlaceWindow& upper, const PlaceWindow& lower);
    /// Crossings of the segments at the two items, by place in their windows.
    [[nodiscard]] qint64 at(int upper, int lower) const
    {
        return m_costs[static_cast<std::size_t>(upper) * m_columns + static_cast<std::size_t>(lower)];
    }
    [[nodiscard]] std::ptrdiff_t work() const { return m_work; }

private:
    /// One side of the gap.
    struct Side
    {
        PlaceWindow window;
        int removedPlace = 0; ///< of the window's item; behind all others when there is none
        std::vector<qint32>
            ifLeft; ///< by class: crossings with segments at the window's item if the class is left of it
        std::vector<qint32> ifRight;
        std::vector<qint32> spurs; ///< by class of this side: ends of segments at the other side's item
        std::vector<int> spursBefore; ///< by place among the others: such ends further left

        /// Class c holds what is left of all places from c on: 0 is left of every place in the window, `count` of none.
        [[nodiscard]] std::size_t classOf(int place) const;
        [[nodiscard]] int amongOthers(int place) const { return place > removedPlace ? place - 1 : place; }
    };

    void begin(Side& side, const PlaceWindow& window, std::size_t rowSize) const;
    void collectSpurs(std::span<const RowSegment> segments);
    void collectOthers(std::span<const RowSegment> segments);
    void sumUp();

    const LayeredGraph& m_layered;
    const std::vector<int>& m_place;
    Side m_upper;
    Side m_lower;
    std::vector<qint32> m_others; ///< segments at neither item, by classes of both ends; summed up by sumUp()
    std::vector<qint32> m_costs;
    std::size_t m_columns = 1;
    std::ptrdiff_t m_work = 0;
};

} // namespace driftscope
