// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/ColumnTightening.h"

#include "core/layout/Tightening.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <ranges>

namespace driftscope {

namespace {

constexpr std::ptrdiff_t freeWork = 10'000'000;
constexpr std::ptrdiff_t workPerVertex = 100;
constexpr int pullRounds = 2;

/// A first placement: packed to the left, then each column pulled towards its neighbours above and below.
class ColumnPacker
{
public:
    ColumnPacker(int count, const std::vector<ColumnGap>& gaps, const std::vector<ColumnPull>& pulls)
        : m_gaps(dagOf(count, gaps))
        , m_pulls(dagOf(count, pulls))
        , m_order(topologicalOrder(m_gaps))
        , m_x(static_cast<std::size_t>(count), 0)
    { }

    std::vector<int> pack()
    {
        for (const int column : m_order)
            at(column) = std::max(0, leftLimit(column));
        for (int round = 0; round < pullRounds; ++round) {
            for (const int column : std::views::reverse(std::span(m_order)))
                at(column) = std::max(at(column), std::min(wish(column), rightLimit(column)));
            for (const int column : m_order)
                at(column) = std::min(at(column), std::max(wish(column), leftLimit(column)));
        }
        return std::move(m_x);
    }

private:
    static Dag dagOf(int count, const std::vector<ColumnGap>& gaps)
    {
        std::vector<Dag::Arc> arcs;
        std::vector<int> lengths;
        for (const ColumnGap& gap : gaps) {
            arcs.emplace_back(gap.left, gap.right);
            lengths.push_back(gap.distance);
        }
        return {count, arcs, lengths};
    }

    static Dag dagOf(int count, const std::vector<ColumnPull>& pulls)
    {
        std::vector<Dag::Arc> arcs;
        arcs.reserve(pulls.size());
        for (const ColumnPull& pull : pulls)
            arcs.emplace_back(pull.a, pull.b);
        return {count, arcs};
    }

    int& at(int column) { return m_x[static_cast<std::size_t>(column)]; }

    [[nodiscard]] int leftLimit(int column)
    {
        int limit = std::numeric_limits<int>::min();
        const std::span<const int> left = m_gaps.predecessors(column);
        for (std::size_t i = 0; i < left.size(); ++i)
            limit = std::max(limit, at(left[i]) + m_gaps.lengthAbove(column, i));
        return limit;
    }

    [[nodiscard]] int rightLimit(int column)
    {
        int limit = std::numeric_limits<int>::max();
        const std::span<const int> right = m_gaps.successors(column);
        for (std::size_t i = 0; i < right.size(); ++i)
            limit = std::min(limit, at(right[i]) - m_gaps.lengthBelow(column, i));
        return limit;
    }

    /// Where the neighbours above and below would like a column to stand.
    [[nodiscard]] int wish(int column)
    {
        qint64 sum = 0;
        for (const int other : m_pulls.predecessors(column))
            sum += at(other);
        for (const int other : m_pulls.successors(column))
            sum += at(other);
        const auto count = std::ssize(m_pulls.predecessors(column)) + std::ssize(m_pulls.successors(column));
        return count == 0 ? at(column) : static_cast<int>(sum / count);
    }

    Dag m_gaps;
    Dag m_pulls;
    std::vector<int> m_order; ///< from left to right; columns never cross, so there is one
    std::vector<int> m_x;
};

} // namespace

std::vector<int> tightColumns(int count, const std::vector<ColumnGap>& gaps, const std::vector<ColumnPull>& pulls)
{
    std::vector<int> position = ColumnPacker(count, gaps, pulls).pack();
    std::vector<Dag::Arc> arcs;
    std::vector<int> lengths;
    arcs.reserve(gaps.size() + 2 * pulls.size());
    lengths.reserve(gaps.size() + 2 * pulls.size());
    const auto addArc = [&](int from, int to, int length) {
        arcs.emplace_back(from, to);
        lengths.push_back(length);
    };
    for (const ColumnGap& gap : gaps)
        addArc(gap.left, gap.right, gap.distance);
    // An edge is a vertex left of both its ends: the nearer end touches it, the way to the other one is its length.
    std::vector<int> pullOf(position.size(), 0);
    for (const ColumnPull& pull : pulls) {
        const auto a = static_cast<std::size_t>(pull.a);
        const auto b = static_cast<std::size_t>(pull.b);
        const int edge = static_cast<int>(position.size());
        addArc(edge, pull.a, 0);
        addArc(edge, pull.b, 0);
        position.push_back(std::min(position[a], position[b]));
        pullOf.push_back(2 * pull.weight);
        pullOf[a] -= pull.weight;
        pullOf[b] -= pull.weight;
    }
    const auto budget = freeWork + workPerVertex * std::ssize(position);
    tighten(Dag(static_cast<int>(position.size()), arcs, lengths), pullOf, budget, position);
    position.resize(static_cast<std::size_t>(count));
    return position;
}

} // namespace driftscope
