// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/PathMover.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace driftscope {

namespace {

constexpr std::ptrdiff_t freeWork = 30'000'000;
constexpr std::ptrdiff_t workPerItem = 300;
constexpr std::ptrdiff_t workOfCounting = 16; ///< crossings, for each segment
constexpr int windowReach = 12; ///< places to either side that an item may move in one go
/// Crossings count first; among equal ways the one with the shortest moves is taken.
constexpr qint64 crossingCost = qint64{1} << 20;

} // namespace

qint64 PathPlan::make(std::span<const int> path)
{
    m_windows.clear();
    for (const int item : path) {
        const int others = static_cast<int>(m_layered.row(m_layered.rowOf(item)).size()) - 1;
        const int first = std::max(0, m_place[static_cast<std::size_t>(item)] - windowReach);
        const int last = std::min(others, m_place[static_cast<std::size_t>(item)] + windowReach);
        m_windows.push_back({item, first, last - first + 1});
    }
    m_from.resize(std::max(m_from.size(), path.size()));
    m_cost.assign(1, 0);
    m_costOfStaying = 0;
    const int top = m_layered.rowOf(path.front());
    if (top > 0)
        m_costs.compute(top - 1, {}, m_windows.front());
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i > 0)
            m_costs.compute(top + static_cast<int>(i) - 1, m_windows[i - 1], m_windows[i]);
        step(i, i > 0 || top > 0);
    }
    const int bottom = m_layered.rowOf(path.back());
    if (bottom + 1 < m_layered.rowCount()) {
        m_costs.compute(bottom, m_windows.back(), {});
        for (std::size_t p = 0; p < m_cost.size(); ++p)
            m_cost[p] += crossingCost * m_costs.at(static_cast<int>(p), 0);
        m_costOfStaying += m_costs.at(m_windows.back().placeOf(m_place), 0);
    }
    const auto cheapest = std::ranges::min_element(m_cost);
    m_last = static_cast<int>(cheapest - m_cost.begin());
    return m_costOfStaying - *cheapest / crossingCost;
}

/// From the places of the row above (or the only one there is, above a path) to those of row i of the path.
void PathPlan::step(std::size_t i, bool hasCosts)
{
    const PlaceWindow& window = m_windows[i];
    const int stay = window.placeOf(m_place);
    if (hasCosts)
        m_costOfStaying += m_costs.at(i > 0 ? m_windows[i - 1].placeOf(m_place) : 0, stay);
    m_next.assign(static_cast<std::size_t>(window.count), std::numeric_limits<qint64>::max());
    std::vector<int>& from = m_from[i];
    from.assign(static_cast<std::size_t>(window.count), 0);
    for (int above = 0; above < static_cast<int>(m_cost.size()); ++above) {
        const qint64 costAbove = m_cost[static_cast<std::size_t>(above)];
        for (int p = 0; p < window.count; ++p) {
            const auto index = static_cast<std::size_t>(p);
            const qint64 cost = costAbove + (hasCosts ? crossingCost * m_costs.at(above, p) : 0);
            from[index] = cost < m_next[index] ? above : from[index];
            m_next[index] = std::min(cost, m_next[index]);
        }
    }
    for (int p = 0; p < window.count; ++p)
        m_next[static_cast<std::size_t>(p)] += std::abs(p - stay);
    m_cost.swap(m_next);
}

const std::vector<int>& PathPlan::places(std::size_t length)
{
    m_places.resize(length);
    int at = m_last;
    for (std::size_t i = length; i-- > 0;) {
        m_places[i] = m_windows[i].first + at;
        at = m_from[i][static_cast<std::size_t>(at)];
    }
    return m_places;
}

PathMover::PathMover(LayeredGraph& layered)
    : m_layered(layered)
    , m_above(layered, ItemNeighbours::Side::Above)
    , m_below(layered, ItemNeighbours::Side::Below)
    , m_place(placesOf(layered))
    , m_ports(layered)
    , m_crossings(static_cast<std::size_t>(layered.rowCount()), 0)
    , m_isCrossedBelow(layered.items.size(), 0)
    , m_isCrossedAbove(layered.items.size(), 0)
    , m_changedAt(static_cast<std::size_t>(layered.rowCount()), 0)
    , m_plan(layered, m_place)
    , m_budget(freeWork + workPerItem * std::ssize(layered.items))
{
    m_ports.update(m_place);
    for (int row = 0; row + 1 < layered.rowCount(); ++row)
        countBelow(row);
    collectPaths();
}

void PathMover::countBelow(int row)
{
    qint64& crossings = m_crossings[static_cast<std::size_t>(row)];
    const qint64 before = crossings;
    crossings = m_counter.count(m_layered, m_place, m_ports, row);
    m_countingWork += workOfCounting * std::ssize(m_layered.segmentsBelow(row));
    if (before > 0 || crossings > 0)
        m_counter.markCrossed(m_layered, m_place, m_ports, row, m_isCrossedBelow, m_isCrossedAbove);
}

/// Whether two items are of one path: a net that goes on, or boxes and chains that have only each other.
bool PathMover::joins(const RowSegment& segment) const
{
    const RowItem& upper = m_layered.items[static_cast<std::size_t>(segment.upper)];
    const RowItem& lower = m_layered.items[static_cast<std::size_t>(segment.lower)];
    if (upper.box < 0 && lower.box < 0)
        return true;
    return m_below.of(segment.upper).size() == 1 && m_above.of(segment.lower).size() == 1;
}

void PathMover::collectPaths()
{
    std::vector<int> next(m_layered.items.size(), -1);
    std::vector<char> isFirst(m_layered.items.size(), 1);
    for (const RowSegment& segment : m_layered.segments) {
        if (joins(segment)) {
            next[static_cast<std::size_t>(segment.upper)] = segment.lower;
            isFirst[static_cast<std::size_t>(segment.lower)] = 0;
        }
    }
    m_paths.reserve(m_layered.items.size());
    for (const int first : m_layered.order) {
        if (isFirst[static_cast<std::size_t>(first)] == 0)
            continue;
        m_pathStart.push_back(static_cast<int>(m_paths.size()));
        for (int item = first; item >= 0; item = next[static_cast<std::size_t>(item)])
            m_paths.push_back(item);
    }
    m_pathStart.push_back(static_cast<int>(m_paths.size()));
}

qint64 PathMover::run(const CancelToken& cancel)
{
    std::vector<qint64> triedAt(m_pathStart.size(), -1);
    for (bool isBetter = true; isBetter;) {
        isBetter = false;
        for (std::size_t i = 0; i + 1 < m_pathStart.size() && m_plan.work() + m_countingWork < m_budget; ++i) {
            const auto path = std::span(m_paths).subspan(static_cast<std::size_t>(m_pathStart[i]),
                                                         static_cast<std::size_t>(m_pathStart[i + 1] - m_pathStart[i]));
            if (!isWorthATry(path, triedAt[i]))
                continue;
            if (cancel.isCancelled())
                return -1;
            triedAt[i] = m_moves;
            if (m_plan.make(path) > 0) {
                move(path, m_plan.places(path.size()));
                isBetter = true;
            }
        }
    }
    return std::reduce(m_crossings.begin(), m_crossings.end(), qint64{0});
}

/// Whether something crosses the path and something beside it has moved since it was tried.
bool PathMover::isWorthATry(std::span<const int> path, qint64 triedAt) const
{
    const bool isCrossed = std::ranges::any_of(path, [&](int item) {
        const auto i = static_cast<std::size_t>(item);
        return m_isCrossedBelow[i] != 0 || m_isCrossedAbove[i] != 0;
    });
    if (!isCrossed)
        return false;
    const int top = std::max(0, m_layered.rowOf(path.front()) - 1);
    const int bottom = std::min(m_layered.rowCount() - 1, m_layered.rowOf(path.back()) + 1);
    return std::any_of(m_changedAt.begin() + top, m_changedAt.begin() + bottom + 1,
                       [&](qint64 changedAt) { return changedAt > triedAt; });
}

void PathMover::move(std::span<const int> path, const std::vector<int>& places)
{
    ++m_moves;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const int row = m_layered.rowOf(path[i]);
        const std::span<int> items = m_layered.row(row);
        const auto from = items.begin() + m_place[static_cast<std::size_t>(path[i])];
        const auto to = items.begin() + places[i];
        if (from < to)
            std::rotate(from, from + 1, to + 1);
        else
            std::rotate(to, from, from + 1);
        for (std::size_t p = 0; p < items.size(); ++p)
            m_place[static_cast<std::size_t>(items[p])] = static_cast<int>(p);
        m_changedAt[static_cast<std::size_t>(row)] = m_moves;
    }
    const int top = std::max(0, m_layered.rowOf(path.front()) - 1);
    const int bottom = std::min(m_layered.rowCount() - 1, m_layered.rowOf(path.back()) + 1);
    for (int row = top; row < bottom; ++row)
        countBelow(row);
}

} // namespace driftscope
