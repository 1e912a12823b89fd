// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/RowCrossings.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace driftscope {

std::vector<int> placesOf(const LayeredGraph& layered)
{
    std::vector<int> place(layered.items.size(), 0);
    for (int r = 0; r < layered.rowCount(); ++r) {
        const std::span<const int> row = layered.row(r);
        for (std::size_t i = 0; i < row.size(); ++i)
            place[static_cast<std::size_t>(row[i])] = static_cast<int>(i);
    }
    return place;
}

NetPorts::NetPorts(const LayeredGraph& layered)
{
    // The segments of a box stand together, those of one net too.
    std::vector<int> lastNet(layered.items.size(), -1);
    std::vector<int> netCount(layered.items.size(), 0);
    for (const RowSegment& segment : layered.segments) {
        const auto upper = static_cast<std::size_t>(segment.upper);
        netCount[upper] += lastNet[upper] != segment.net ? 1 : 0;
        lastNet[upper] = segment.net;
        m_most = std::max(m_most, netCount[upper]);
    }
    m_firstOfRow.assign(static_cast<std::size_t>(layered.rowCount()) + 1, 0);
    if (m_most == 1)
        return;
    m_rank.assign(layered.firstDummy.size(), 0);
    for (int row = 0; row < layered.rowCount(); ++row) {
        const auto first = std::ssize(m_ports);
        m_firstOfRow[static_cast<std::size_t>(row)] = static_cast<int>(first);
        for (const RowSegment& segment : layered.segmentsBelow(row)) {
            if (netCount[static_cast<std::size_t>(segment.upper)] < 2)
                continue;
            if (std::ssize(m_ports) > first && m_ports.back().net == segment.net)
                m_ports.back().lower.push_back(segment.lower);
            else
                m_ports.push_back({segment.upper, segment.net, 0, {segment.lower}});
        }
    }
    m_firstOfRow.back() = static_cast<int>(m_ports.size());
}

void NetPorts::update(const std::vector<int>& place, int first, int last)
{
    if (m_most == 1 || first > last)
        return;
    const auto endOfRows = m_ports.begin() + m_firstOfRow[static_cast<std::size_t>(last) + 1];
    for (auto begin = m_ports.begin() + m_firstOfRow[static_cast<std::size_t>(first)]; begin != endOfRows;) {
        const auto end = std::find_if(begin, endOfRows, [&](const Port& port) { return port.box != begin->box; });
        for (auto port = begin; port != end; ++port) {
            double sum = 0;
            for (const int item : port->lower)
                sum += place[static_cast<std::size_t>(item)];
            port->mean = sum / static_cast<double>(port->lower.size());
        }
        std::sort(begin, end,
                  [](const Port& a, const Port& b) { return std::pair(a.mean, a.net) < std::pair(b.mean, b.net); });
        for (auto port = begin; port != end; ++port)
            m_rank[static_cast<std::size_t>(port->net)] = static_cast<int>(port - begin);
        begin = end;
    }
}

void CrossingCounter::collect(const LayeredGraph& layered, const std::vector<int>& place, const NetPorts& ports,
                              int row)
{
    m_segments.clear();
    for (const RowSegment& segment : layered.segmentsBelow(row)) {
        const int leaves = place[static_cast<std::size_t>(segment.upper)] * ports.most() + ports.rankOf(segment.net);
        m_segments.push_back(
            {leaves, place[static_cast<std::size_t>(segment.lower)], static_cast<int>(m_segments.size())});
    }
    std::ranges::sort(m_segments, {},
                      [](const Segment& segment) { return std::pair(segment.leaves, segment.arrives); });
}

qint64 CrossingCounter::count(const LayeredGraph& layered, const std::vector<int>& place, const NetPorts& ports,
                              int row)
{
    const std::size_t lowerCount = layered.row(row + 1).size();
    if (layered.segmentsBelow(row).size() < 2 || lowerCount < 2 || (layered.row(row).size() < 2 && ports.most() < 2))
        return 0;
    collect(layered, place, ports, row);
    if (std::ranges::is_sorted(m_segments, {}, &Segment::arrives))
        return 0;
    // Inversions of the lower places, with a binary indexed tree.
    m_tree.assign(lowerCount + 1, 0);
    qint64 crossings = 0;
    int seen = 0;
    for (const Segment& segment : m_segments) {
        int notRight = 0;
        for (int i = segment.arrives + 1; i > 0; i -= i & -i)
            notRight += m_tree[static_cast<std::size_t>(i)];
        crossings += seen - notRight;
        for (auto i = static_cast<std::size_t>(segment.arrives) + 1; i < m_tree.size(); i += i & (~i + 1))
            ++m_tree[i];
        ++seen;
    }
    return crossings;
}

void CrossingCounter::markCrossed(const LayeredGraph& layered, const std::vector<int>& place, const NetPorts& ports,
                                  int row, std::vector<char>& below, std::vector<char>& above)
{
    for (const int item : layered.row(row))
        below[static_cast<std::size_t>(item)] = 0;
    for (const int item : layered.row(row + 1))
        above[static_cast<std::size_t>(item)] = 0;
    collect(layered, place, ports, row);
    const auto mark = [&](const Segment& segment) {
        const RowSegment& crossed = layered.segmentsBelow(row)[static_cast<std::size_t>(segment.index)];
        below[static_cast<std::size_t>(crossed.upper)] = 1;
        above[static_cast<std::size_t>(crossed.lower)] = 1;
    };
    // Crossed are those with one further left that arrives further right, and those with one further right that
    // arrives further left. What leaves at one place is sorted by where it arrives.
    int farthest = -1;
    for (const Segment& segment : m_segments) {
        if (segment.arrives < farthest)
            mark(segment);
        farthest = std::max(farthest, segment.arrives);
    }
    int nearest = std::numeric_limits<int>::max();
    for (const Segment& segment : std::views::reverse(std::span(m_segments))) {
        if (segment.arrives > nearest)
            mark(segment);
        nearest = std::min(nearest, segment.arrives);
    }
}

qint64 countCrossings(const LayeredGraph& layered)
{
    const std::vector<int> place = placesOf(layered);
    NetPorts ports(layered);
    ports.update(place);
    CrossingCounter counter;
    qint64 crossings = 0;
    for (int row = 0; row + 1 < layered.rowCount(); ++row)
        crossings += counter.count(layered, place, ports, row);
    return crossings;
}

} // namespace driftscope
