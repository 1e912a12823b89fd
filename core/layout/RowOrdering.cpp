// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/RowOrdering.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace driftscope {

namespace {

constexpr int sweepCount = 8;

std::vector<int> placesOf(const LayeredGraph& layered)
{
    std::vector<int> place(layered.items.size(), 0);
    for (const std::vector<int>& row : layered.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            place[static_cast<std::size_t>(row[i])] = static_cast<int>(i);
    }
    return place;
}

/// Counts inversions of the lower places in segments sorted by upper place, with a binary indexed tree.
qint64 crossingsOf(std::vector<std::pair<int, int>>& segments, std::size_t lowerCount)
{
    if (segments.size() < 2)
        return 0;
    std::ranges::sort(segments);
    std::vector<int> tree(lowerCount + 1, 0);
    qint64 crossings = 0;
    int seen = 0;
    for (const auto& segment : segments) {
        int notRight = 0;
        for (int i = segment.second + 1; i > 0; i -= i & -i)
            notRight += tree[static_cast<std::size_t>(i)];
        crossings += seen - notRight;
        for (auto i = static_cast<std::size_t>(segment.second) + 1; i < tree.size(); i += i & (~i + 1))
            ++tree[i];
        ++seen;
    }
    return crossings;
}

void sortByMeanPlace(std::vector<int>& row, const ItemNeighbours& neighbours, std::vector<int>& place,
                     std::vector<double>& mean)
{
    if (row.size() < 2)
        return;
    for (const int item : row) {
        const std::span<const int> others = neighbours.of(item);
        double sum = 0;
        for (const int other : others)
            sum += place[static_cast<std::size_t>(other)];
        // Nothing pulls an item without neighbours: it stays about where it is.
        mean[static_cast<std::size_t>(item)]
            = others.empty() ? place[static_cast<std::size_t>(item)] : sum / static_cast<double>(others.size());
    }
    std::ranges::stable_sort(row, {}, [&](int item) { return mean[static_cast<std::size_t>(item)]; });
    for (std::size_t i = 0; i < row.size(); ++i)
        place[static_cast<std::size_t>(row[i])] = static_cast<int>(i);
}

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
        m_items[static_cast<std::size_t>(next[key(segment)]++)] = side == Side::Above ? segment.upper : segment.lower;
}

qint64 countCrossings(const LayeredGraph& layered)
{
    const std::vector<int> place = placesOf(layered);
    qint64 crossings = 0;
    std::vector<std::pair<int, int>> segments;
    for (std::size_t i = 0; i < layered.segments.size();) {
        const int row = layered.items[static_cast<std::size_t>(layered.segments[i].upper)].row;
        segments.clear();
        for (; i < layered.segments.size(); ++i) {
            const RowSegment& segment = layered.segments[i];
            if (layered.items[static_cast<std::size_t>(segment.upper)].row != row)
                break;
            segments.emplace_back(place[static_cast<std::size_t>(segment.upper)],
                                  place[static_cast<std::size_t>(segment.lower)]);
        }
        crossings += crossingsOf(segments, layered.rows[static_cast<std::size_t>(row) + 1].size());
    }
    return crossings;
}

qint64 orderRows(LayeredGraph& layered, const CancelToken& cancel)
{
    const ItemNeighbours above(layered, ItemNeighbours::Side::Above);
    const ItemNeighbours below(layered, ItemNeighbours::Side::Below);
    std::vector<int> place = placesOf(layered);
    std::vector<double> mean(layered.items.size());
    std::vector<std::vector<int>> best = layered.rows;
    qint64 fewest = countCrossings(layered);
    for (int sweep = 0; sweep < sweepCount && fewest > 0; ++sweep) {
        if (cancel.isCancelled())
            return -1;
        if (sweep % 2 == 0) {
            for (std::vector<int>& row : layered.rows)
                sortByMeanPlace(row, above, place, mean);
        } else {
            for (std::vector<int>& row : std::views::reverse(layered.rows))
                sortByMeanPlace(row, below, place, mean);
        }
        const qint64 crossings = countCrossings(layered);
        if (crossings < fewest) {
            fewest = crossings;
            best = layered.rows;
        }
    }
    layered.rows = std::move(best);
    return fewest;
}

} // namespace driftscope
