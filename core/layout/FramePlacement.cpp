// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/FramePlacement.h"

#include "core/layout/Ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <ranges>
#include <tuple>

namespace driftscope {

namespace {

constexpr double dummyWidth = 4;
constexpr double padding = 14; ///< between a frame's side and what stands beside it
constexpr double sideDistance = 10; ///< between sides of two frames
constexpr int pullRounds = 3;
constexpr double farAway = std::numeric_limits<double>::infinity();

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// What moves as one: a piece of a column, or a side of a frame.
struct Mover
{
    enum class Kind
    {
        Items,
        LeftSide,
        RightSide
    };
    Kind kind = Kind::Items;
    double wanted = 0;
    double x = 0;
};

struct Spacing
{
    int left = 0; ///< movers
    int right = 0;
    double distance = 0; ///< between centres
};

class FramePlacer
{
public:
    FramePlacer(const NestedRows& nested, const LayeredGraph& layered, const LayoutOptions& options,
                HorizontalPlacement& placement)
        : m_nested(nested)
        , m_layered(layered)
        , m_options(options)
        , m_placement(placement)
        , m_sideCount(static_cast<int>(2 * nested.spans.size()))
    { }

    FrameSides place()
    {
        cutColumns(true);
        if (!findOrder()) {
            cutColumns(false); // items one by one always fit
            const bool isOrdered = findOrder();
            Q_ASSERT(isOrdered);
        }
        collectPulls();
        findHeaders();
        spread();
        for (int round = 0; round < pullRounds; ++round)
            pull();
        FrameSides sides;
        for (std::size_t frame = 0; frame < m_nested.spans.size(); ++frame) {
            sides.left.push_back(std::round(m_movers[2 * frame].x));
            sides.right.push_back(std::round(m_movers[2 * frame + 1].x));
        }
        for (std::size_t item = 0; item < m_placement.centre.size(); ++item)
            m_placement.centre[item] = std::round(m_movers[at(m_moverOf[item])].x);
        m_placement.column = std::move(m_moverOf);
        return sides;
    }

private:
    [[nodiscard]] int moverOf(const RowEntry& entry) const
    {
        return entry.item >= 0 ? m_moverOf[at(entry.item)] : 2 * entry.frame + (entry.isRight ? 1 : 0);
    }

    /// How many sides of frames that also cover `other` stand left of each item of a row, by item.
    void countSides(int row, int other, std::vector<int>& count) const
    {
        int sides = 0;
        for (const RowEntry& entry : m_nested.rows[at(row)]) {
            if (entry.item >= 0)
                count[at(entry.item)] = sides;
            else if (m_nested.spans[at(entry.frame)].covers(other))
                ++sides;
        }
    }

    void cutColumns(bool keepsColumns)
    {
        m_movers.assign(at(m_sideCount), {});
        for (int side = 0; side < m_sideCount; ++side)
            m_movers[at(side)].kind = side % 2 == 0 ? Mover::Kind::LeftSide : Mover::Kind::RightSide;
        const std::size_t count = m_layered.items.size();
        m_moverOf.assign(count, -1);
        std::vector<int> sidesAbove(count, 0);
        std::vector<int> sidesBelow(count, 0);
        std::vector<int> last(count, -1); // by column: its item in the row above
        std::vector<int> itemsOf(at(m_sideCount), 0);
        for (int row = 0; row < static_cast<int>(m_nested.rows.size()); ++row) {
            countSides(row, row - 1, sidesAbove);
            countSides(row, row + 1, sidesBelow);
            for (const RowEntry& entry : m_nested.rows[at(row)]) {
                if (entry.item < 0)
                    continue;
                int& above = last[at(m_placement.column[at(entry.item)])];
                const bool goesOn = keepsColumns && above >= 0 && m_layered.items[at(above)].row == row - 1
                    && sidesBelow[at(above)] == sidesAbove[at(entry.item)];
                if (goesOn) {
                    m_moverOf[at(entry.item)] = m_moverOf[at(above)];
                } else {
                    m_moverOf[at(entry.item)] = static_cast<int>(m_movers.size());
                    m_movers.emplace_back();
                    itemsOf.push_back(0);
                }
                const int mover = m_moverOf[at(entry.item)];
                m_movers[at(mover)].wanted += m_placement.centre[at(entry.item)];
                ++itemsOf[at(mover)];
                above = entry.item;
            }
        }
        for (std::size_t i = at(m_sideCount); i < m_movers.size(); ++i)
            m_movers[i].wanted /= itemsOf[i];
    }

    [[nodiscard]] double distance(const RowEntry& left, const RowEntry& right) const
    {
        const auto isBox
            = [&](const RowEntry& entry) { return entry.item >= 0 && m_layered.items[at(entry.item)].box >= 0; };
        const auto half = [&](const RowEntry& entry) {
            if (entry.item < 0)
                return 0.0;
            return isBox(entry) ? m_options.boxWidth / 2 : dummyWidth / 2;
        };
        if (left.item < 0 && right.item < 0)
            return sideDistance;
        const double room = half(left) + half(right);
        if (left.item < 0 || right.item < 0)
            return room + padding;
        return room + (isBox(left) && isBox(right) ? m_options.columnGap : m_options.columnGap / 2);
    }

    /// False when columns that stand on both sides of each other leave no order from left to right.
    bool findOrder()
    {
        m_spacings.clear();
        std::vector<Dag::Arc> arcs;
        for (const std::vector<RowEntry>& row : m_nested.rows) {
            for (std::size_t i = 1; i < row.size(); ++i) {
                const Spacing spacing{moverOf(row[i - 1]), moverOf(row[i]), distance(row[i - 1], row[i])};
                if (spacing.left == spacing.right)
                    return false;
                m_spacings.push_back(spacing);
                arcs.emplace_back(spacing.left, spacing.right);
            }
        }
        const int count = static_cast<int>(m_movers.size());
        m_order = topologicalOrder(Dag(count, arcs));
        const auto sorted = [&](int Spacing::*end) {
            std::vector<Spacing> list = m_spacings;
            std::ranges::stable_sort(list, {}, end);
            std::vector<std::size_t> start(at(count) + 1, 0);
            for (const Spacing& spacing : list)
                ++start[at(spacing.*end) + 1];
            std::partial_sum(start.begin(), start.end(), start.begin());
            return std::pair(std::move(list), std::move(start));
        };
        std::tie(m_toLeft, m_toLeftStart) = sorted(&Spacing::right);
        std::tie(m_toRight, m_toRightStart) = sorted(&Spacing::left);
        return m_order.size() == m_movers.size();
    }

    [[nodiscard]] std::span<const Spacing> leftOf(int mover) const
    {
        return std::span(m_toLeft).subspan(m_toLeftStart[at(mover)],
                                           m_toLeftStart[at(mover) + 1] - m_toLeftStart[at(mover)]);
    }
    [[nodiscard]] std::span<const Spacing> rightOf(int mover) const
    {
        return std::span(m_toRight).subspan(m_toRightStart[at(mover)],
                                            m_toRightStart[at(mover) + 1] - m_toRightStart[at(mover)]);
    }

    /// The furthest left that the left neighbours leave, where they stand at `x`.
    [[nodiscard]] double leftLimit(int mover, const std::vector<double>& x) const
    {
        double limit = -farAway;
        for (const Spacing& spacing : leftOf(mover))
            limit = std::max(limit, x[at(spacing.left)] + spacing.distance);
        return limit;
    }
    [[nodiscard]] double rightLimit(int mover, const std::vector<double>& x) const
    {
        double limit = farAway;
        for (const Spacing& spacing : rightOf(mover))
            limit = std::min(limit, x[at(spacing.right)] - spacing.distance);
        return limit;
    }

    /// Sides want to stand just around what their frames hold.
    void wishSides(std::vector<double>& wish) const
    {
        for (const int mover : m_order) {
            if (m_movers[at(mover)].kind == Mover::Kind::RightSide)
                wish[at(mover)] = leftLimit(mover, wish);
        }
        for (const int mover : std::views::reverse(m_order)) {
            if (m_movers[at(mover)].kind == Mover::Kind::LeftSide)
                wish[at(mover)] = rightLimit(mover, wish);
        }
    }

    /// Half-way between the leftmost and the rightmost way to keep all distances, both as near to the wishes as can be.
    void spread()
    {
        std::vector<double> wish(m_movers.size());
        for (std::size_t i = 0; i < m_movers.size(); ++i)
            wish[i] = m_movers[i].wanted;
        for (const auto& [header, below] : std::views::reverse(m_headers))
            wish[at(header)] = wish[at(below)];
        setSideWishes(wish);
        std::vector<double> toRight = wish;
        for (const int mover : m_order)
            toRight[at(mover)] = std::max(wish[at(mover)], leftLimit(mover, toRight));
        std::vector<double> toLeft = wish;
        for (const int mover : std::views::reverse(m_order))
            toLeft[at(mover)] = std::min(wish[at(mover)], rightLimit(mover, toLeft));
        m_x.resize(m_movers.size());
        for (std::size_t i = 0; i < m_movers.size(); ++i)
            m_x[i] = (toRight[i] + toLeft[i]) / 2;
        store();
    }

    /// Left sides may stand beside a left neighbour that is a side itself: those have to be known first.
    void setSideWishes(std::vector<double>& wish) const
    {
        for (const int mover : m_order) {
            if (m_movers[at(mover)].kind == Mover::Kind::LeftSide)
                wish[at(mover)] = nearestWish(mover, wish);
        }
        wishSides(wish);
    }

    [[nodiscard]] double nearestWish(int mover, const std::vector<double>& wish) const
    {
        double least = farAway;
        for (const Spacing& spacing : rightOf(mover)) {
            if (m_movers[at(spacing.right)].kind == Mover::Kind::Items)
                least = std::min(least, wish[at(spacing.right)] - spacing.distance);
        }
        return least == farAway ? 0.0 : least;
    }

    /// Nothing pulls a header but what stands below it in its frame.
    void findHeaders()
    {
        const auto firstItem = [this](std::size_t frame, int row) {
            bool isInside = false;
            for (const RowEntry& entry : m_nested.rows[at(row)]) {
                if (isInside && entry.item >= 0)
                    return m_moverOf[at(entry.item)];
                isInside = isInside || (entry.item < 0 && entry.frame == static_cast<int>(frame));
            }
            return -1;
        };
        for (std::size_t frame = 0; frame < m_nested.spans.size(); ++frame) {
            const FrameSpan& span = m_nested.spans[frame];
            const int header = firstItem(frame, span.top);
            const int below = span.top < span.bottom ? firstItem(frame, span.top + 1) : -1;
            if (header >= 0 && below >= 0)
                m_headers.emplace_back(header, below);
        }
    }

    void collectPulls()
    {
        std::vector<std::pair<int, int>> pulls;
        for (const RowSegment& segment : m_layered.segments) {
            const int upper = m_moverOf[at(segment.upper)];
            const int lower = m_moverOf[at(segment.lower)];
            if (upper != lower) {
                pulls.emplace_back(upper, lower);
                pulls.emplace_back(lower, upper);
            }
        }
        std::ranges::stable_sort(pulls, {}, &std::pair<int, int>::first);
        m_pullStart.assign(m_movers.size() + 1, 0);
        for (const auto& [mover, by] : pulls) {
            ++m_pullStart[at(mover) + 1];
            m_pulledBy.push_back(by);
        }
        std::partial_sum(m_pullStart.begin(), m_pullStart.end(), m_pullStart.begin());
    }

    /// Where neighbours above and below would like each to stand.
    [[nodiscard]] std::vector<double> wishes() const
    {
        std::vector<double> wish = m_x;
        for (std::size_t i = at(m_sideCount); i < m_movers.size(); ++i) {
            double sum = 0;
            for (std::size_t k = m_pullStart[i]; k < m_pullStart[i + 1]; ++k)
                sum += m_x[at(m_pulledBy[k])];
            const std::size_t count = m_pullStart[i + 1] - m_pullStart[i];
            if (count > 0)
                wish[i] = sum / static_cast<double>(count);
        }
        for (const auto& [header, below] : m_headers)
            wish[at(header)] = m_x[at(below)];
        return wish;
    }

    void pull()
    {
        std::vector<double> wish = wishes();
        wishSides(wish);
        for (const int mover : std::views::reverse(m_order)) {
            const double limit = rightLimit(mover, m_x);
            double& x = m_x[at(mover)];
            x = m_movers[at(mover)].kind == Mover::Kind::LeftSide ? limit
                                                                  : std::max(x, std::min(wish[at(mover)], limit));
        }
        wish = wishes();
        wishSides(wish);
        for (const int mover : m_order) {
            const double limit = leftLimit(mover, m_x);
            double& x = m_x[at(mover)];
            x = m_movers[at(mover)].kind == Mover::Kind::RightSide ? limit
                                                                   : std::min(x, std::max(wish[at(mover)], limit));
        }
        // What moved left may have left room at the left sides.
        for (const int mover : std::views::reverse(m_order)) {
            if (m_movers[at(mover)].kind == Mover::Kind::LeftSide)
                m_x[at(mover)] = rightLimit(mover, m_x);
        }
        store();
    }

    void store()
    {
        for (std::size_t i = 0; i < m_movers.size(); ++i)
            m_movers[i].x = m_x[i];
    }

    const NestedRows& m_nested;
    const LayeredGraph& m_layered;
    const LayoutOptions& m_options;
    HorizontalPlacement& m_placement;
    int m_sideCount = 0;
    std::vector<Mover> m_movers; ///< sides first, two for each frame
    std::vector<int> m_moverOf; ///< by item
    std::vector<Spacing> m_spacings;
    std::vector<Spacing> m_toLeft; ///< by right end
    std::vector<std::size_t> m_toLeftStart;
    std::vector<Spacing> m_toRight; ///< by left end
    std::vector<std::size_t> m_toRightStart;
    std::vector<int> m_order; ///< from left to right
    std::vector<std::pair<int, int>> m_headers; ///< movers, and those below them; inner frames after outer ones
    std::vector<int> m_pulledBy;
    std::vector<std::size_t> m_pullStart;
    std::vector<double> m_x;
};

} // namespace

FrameSides placeFrames(const NestedRows& nested, const LayeredGraph& layered, const LayoutOptions& options,
                       HorizontalPlacement& placement)
{
    return FramePlacer(nested, layered, options, placement).place();
}

} // namespace driftscope
