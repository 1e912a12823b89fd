// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GapCosts.h"
#include "core/layout/RowOrdering.h"

namespace driftscope {

/// The places in every row of a path at once at which it crosses least, all other items staying in their order.
class PathPlan
{
public:
    PathPlan(const LayeredGraph& layered, const std::vector<int>& place)
        : m_layered(layered)
        , m_place(place)
        , m_costs(layered, place)
    { }

    /// Plans a path, items from top to bottom. Returns how many crossings it would lose.
    qint64 make(std::span<const int> path);
    /// By item of the path planned last: how many of its row's other items should stand left of it.
    [[nodiscard]] const std::vector<int>& places(std::size_t length);
    /// Done so far, in units of about a segment looked at.
    [[nodiscard]] std::ptrdiff_t work() const { return m_costs.work(); }

private:
    void step(std::size_t i, bool hasCosts);

    const LayeredGraph& m_layered;
    const std::vector<int>& m_place;
    GapCosts m_costs;
    std::vector<PlaceWindow> m_windows;
    std::vector<std::vector<int>> m_from; ///< by row of the path and place in its window: the one above on the best way
    std::vector<qint64> m_cost; ///< of the best way to each place in the window of the row at hand
    std::vector<qint64> m_next;
    std::vector<int> m_places;
    qint64 m_costOfStaying = 0;
    int m_last = 0;
};

/// Moves whole paths (the chain of a long net, or boxes that have nothing but each other) to where they cross least.
/// Takes moves only that remove crossings, until there are none or the work is done that a graph of this size is worth.
class PathMover
{
public:
    explicit PathMover(LayeredGraph& layered);

    /// Reorders the rows. Returns the number of crossings left, or -1 when cancelled.
    qint64 run(const CancelToken& cancel);

private:
    void collectPaths();
    void countBelow(int row);
    [[nodiscard]] bool joins(const RowSegment& segment) const;
    [[nodiscard]] bool isWorthATry(std::span<const int> path, qint64 triedAt) const;
    void move(std::span<const int> path, const std::vector<int>& places);

    LayeredGraph& m_layered;
    ItemNeighbours m_above;
    ItemNeighbours m_below;
    std::vector<int> m_place;
    NetPorts m_ports;
    std::vector<qint64> m_crossings; ///< below each row
    std::vector<char> m_isCrossedBelow; ///< by item: whether one of its segments to the row below crosses something
    std::vector<char> m_isCrossedAbove;
    std::vector<qint64> m_changedAt; ///< by row, in moves
    std::vector<int> m_paths; ///< items of all paths, one after the other, each from top to bottom
    std::vector<int> m_pathStart;
    PathPlan m_plan;
    CrossingCounter m_counter;
    qint64 m_moves = 0;
    std::ptrdiff_t m_countingWork = 0;
    std::ptrdiff_t m_budget = 0;
};

} // namespace driftscope
