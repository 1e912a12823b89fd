// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// Places of items in their rows, from the left.
[[nodiscard]] std::vector<int> placesOf(const LayeredGraph& layered);

/// The order in which the nets of one box leave it, from the left: by the mean place of where they go.
class NetPorts
{
public:
    explicit NetPorts(const LayeredGraph& layered);
    void update(const std::vector<int>& place) { update(place, 0, static_cast<int>(m_firstOfRow.size()) - 2); }
    /// For boxes in rows `first` to `last` only.
    void update(const std::vector<int>& place, int first, int last);
    /// How many nets of the same box leave it further left.
    [[nodiscard]] int rankOf(int net) const { return m_rank.empty() ? 0 : m_rank[static_cast<std::size_t>(net)]; }
    /// Nets of the box that has the most of them.
    [[nodiscard]] int most() const { return m_most; }

private:
    struct Port
    {
        int box = -1;
        int net = -1;
        double mean = 0; ///< place where it goes
        std::vector<int> lower; ///< items
    };
    std::vector<Port> m_ports; ///< of boxes with several, by row and box
    std::vector<int> m_firstOfRow; ///< rowCount() + 1 offsets into m_ports
    std::vector<int> m_rank; ///< by net; empty where no box has several
    int m_most = 1;
};

/// Counts edges that cross between neighbouring rows.
class CrossingCounter
{
public:
    /// Between a row and the one below.
    qint64 count(const LayeredGraph& layered, const std::vector<int>& place, const NetPorts& ports, int row);
    /// Marks the items of both rows whose segments between these two cross something: `below` those of `row`, `above`
    /// those of the row below it.
    void markCrossed(const LayeredGraph& layered, const std::vector<int>& place, const NetPorts& ports, int row,
                     std::vector<char>& below, std::vector<char>& above);

private:
    struct Segment
    {
        int leaves = 0; ///< above
        int arrives = 0; ///< below
        int index = 0; ///< in segmentsBelow()
    };
    void collect(const LayeredGraph& layered, const std::vector<int>& place, const NetPorts& ports, int row);

    std::vector<Segment> m_segments; ///< from left to right
    std::vector<int> m_tree;
};

/// Crossings between all neighbouring rows.
[[nodiscard]] qint64 countCrossings(const LayeredGraph& layered);

} // namespace driftscope
