// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/HorizontalPlacement.h"

#include "core/layout/Ranking.h"
#include "core/layout/RowCrossings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace driftscope {

namespace {

constexpr double dummyWidth = 4;
constexpr int pullRounds = 3;

/// Length of the longest path through each box, in boxes.
std::vector<int> pathLengths(const DrawnGraph& drawn)
{
    std::vector<int> above(drawn.boxes.size(), 1);
    std::vector<int> below(drawn.boxes.size(), 1);
    for (const Net& net : drawn.nets) {
        for (const int target : drawn.targetsOf(net)) {
            int& length = above[static_cast<std::size_t>(target)];
            length = std::max(length, above[static_cast<std::size_t>(net.from)] + 1);
        }
    }
    for (auto net = drawn.nets.rbegin(); net != drawn.nets.rend(); ++net) {
        for (const int target : drawn.targetsOf(*net)) {
            int& length = below[static_cast<std::size_t>(net->from)];
            length = std::max(length, below[static_cast<std::size_t>(target)] + 1);
        }
    }
    for (std::size_t i = 0; i < above.size(); ++i)
        above[i] += below[i] - 1;
    return above;
}

/// How much it matters that a segment is straight: kind, length of the path through it, whether it goes on where a
/// straight one ended. Larger first.
using Weight = std::tuple<int, int, bool>;

class ColumnBuilder
{
public:
    ColumnBuilder(const LayeredGraph& layered, const DrawnGraph& drawn)
        : m_layered(layered)
        , m_drawn(drawn)
        , m_length(pathLengths(drawn))
        , m_place(placesOf(layered))
        , m_above(layered.items.size(), -1)
        , m_hasBelow(layered.items.size(), 0)
        , m_isMain(layered.items.size(), 0)
    {
        if (const auto longest = std::ranges::max_element(m_length); longest != m_length.end()) {
            m_longest = *longest;
            m_isMain[static_cast<std::size_t>(longest - m_length.begin())] = 1;
        }
    }

    /// The column of each item; columns are numbered from the top.
    std::vector<int> build()
    {
        for (int row = 0; row < m_layered.rowCount(); ++row)
            joinRows(m_layered.segmentsBelow(row));
        std::vector<int> column(m_layered.items.size(), -1);
        int count = 0;
        for (const int item : m_layered.order) {
            const auto i = static_cast<std::size_t>(item);
            column[i] = m_above[i] >= 0 ? column[static_cast<std::size_t>(m_above[i])] : count++;
        }
        return column;
    }

private:
    [[nodiscard]] int lengthAt(int item) const
    {
        const RowItem& rowItem = m_layered.items[static_cast<std::size_t>(item)];
        const int box = rowItem.box >= 0 ? rowItem.box : m_drawn.nets[static_cast<std::size_t>(rowItem.net)].from;
        return m_length[static_cast<std::size_t>(box)];
    }

    [[nodiscard]] Weight weightOf(const RowSegment& segment) const
    {
        const bool fromBox = m_layered.items[static_cast<std::size_t>(segment.upper)].box >= 0;
        const bool toBox = m_layered.items[static_cast<std::size_t>(segment.lower)].box >= 0;
        const int length = std::min(lengthAt(segment.upper), lengthAt(segment.lower));
        const bool goesOn = m_isMain[static_cast<std::size_t>(segment.upper)] != 0;
        if (fromBox && toBox)
            return {length == m_longest ? 3 : 1, length, goesOn};
        return {fromBox || toBox ? 0 : 2, length, goesOn};
    }

    void joinRows(std::span<const RowSegment> segments)
    {
        m_sorted.clear();
        for (const RowSegment& segment : segments)
            m_sorted.emplace_back(weightOf(segment), segment);
        std::ranges::stable_sort(m_sorted, std::greater<>(), &std::pair<Weight, RowSegment>::first);
        m_joined.clear();
        for (const auto& [weight, segment] : m_sorted)
            join(segment);
    }

    void join(const RowSegment& segment)
    {
        const auto upper = static_cast<std::size_t>(segment.upper);
        const auto lower = static_cast<std::size_t>(segment.lower);
        if (m_hasBelow[upper] != 0 || m_above[lower] >= 0)
            return;
        const auto right = m_joined.lower_bound(m_place[upper]);
        if (right != m_joined.end() && right->second < m_place[lower])
            return;
        if (right != m_joined.begin() && std::prev(right)->second > m_place[lower])
            return;
        m_joined.emplace_hint(right, m_place[upper], m_place[lower]);
        m_hasBelow[upper] = 1;
        m_above[lower] = segment.upper;
        m_isMain[lower] = m_isMain[upper];
    }

    const LayeredGraph& m_layered;
    const DrawnGraph& m_drawn;
    std::vector<int> m_length;
    std::vector<int> m_place;
    std::vector<int> m_above; ///< the item that stands straight above
    std::vector<char> m_hasBelow;
    std::vector<char> m_isMain; ///< in the column that the longest path begins
    int m_longest = 0;
    std::vector<std::pair<Weight, RowSegment>> m_sorted;
    std::map<int, int> m_joined; ///< of the row pair at hand: places above to places below, both ascending
};

/// Two columns next to each other in some row.
struct ColumnGap
{
    int left = 0;
    int right = 0;
    double distance = 0; ///< between centres
};

class ColumnPacker
{
public:
    ColumnPacker(const LayeredGraph& layered, const std::vector<int>& column, const LayoutOptions& options)
        : m_layered(layered)
        , m_column(column)
        , m_count(column.empty() ? 0 : 1 + *std::ranges::max_element(column))
        , m_x(static_cast<std::size_t>(m_count), 0.0)
    {
        collectGaps(options);
        collectPulls();
    }

    std::vector<double> pack()
    {
        const std::vector<int> order = columnOrder();
        for (const int column : order)
            m_x[static_cast<std::size_t>(column)] = std::max(0.0, limit(column, m_gapsByRight, 1));
        for (int round = 0; round < pullRounds; ++round) {
            for (auto it = order.rbegin(); it != order.rend(); ++it)
                pullRight(*it);
            for (const int column : order)
                pullLeft(column);
        }
        return std::move(m_x);
    }

private:
    struct Slices
    {
        std::vector<int> start;
        std::vector<int> items;
        [[nodiscard]] std::span<const int> of(int column) const
        {
            const auto begin = static_cast<std::size_t>(start[static_cast<std::size_t>(column)]);
            const auto end = static_cast<std::size_t>(start[static_cast<std::size_t>(column) + 1]);
            return std::span(items).subspan(begin, end - begin);
        }
    };

    template <typename Key> Slices sliced(std::size_t count, Key key) const
    {
        Slices slices{std::vector<int>(static_cast<std::size_t>(m_count) + 1, 0), std::vector<int>(count)};
        for (std::size_t i = 0; i < count; ++i)
            ++slices.start[static_cast<std::size_t>(key(i)) + 1];
        std::partial_sum(slices.start.begin(), slices.start.end(), slices.start.begin());
        std::vector<int> next = slices.start;
        for (std::size_t i = 0; i < count; ++i)
            slices.items[static_cast<std::size_t>(next[static_cast<std::size_t>(key(i))]++)] = static_cast<int>(i);
        return slices;
    }

    void collectGaps(const LayoutOptions& options)
    {
        const auto isBox = [&](int item) { return m_layered.items[static_cast<std::size_t>(item)].box >= 0; };
        const auto width = [&](int item) { return isBox(item) ? options.boxWidth : dummyWidth; };
        for (int r = 0; r < m_layered.rowCount(); ++r) {
            const std::span<const int> row = m_layered.row(r);
            for (std::size_t i = 1; i < row.size(); ++i) {
                const double gap = isBox(row[i - 1]) && isBox(row[i]) ? options.columnGap : options.columnGap / 2;
                m_gaps.push_back({m_column[static_cast<std::size_t>(row[i - 1])],
                                  m_column[static_cast<std::size_t>(row[i])],
                                  (width(row[i - 1]) + width(row[i])) / 2 + gap});
            }
        }
        m_gapsByLeft = sliced(m_gaps.size(), [&](std::size_t i) { return m_gaps[i].left; });
        m_gapsByRight = sliced(m_gaps.size(), [&](std::size_t i) { return m_gaps[i].right; });
    }

    void collectPulls()
    {
        for (const RowSegment& segment : m_layered.segments) {
            const int a = m_column[static_cast<std::size_t>(segment.upper)];
            const int b = m_column[static_cast<std::size_t>(segment.lower)];
            if (a != b) {
                m_pulls.emplace_back(a, b);
                m_pulls.emplace_back(b, a);
            }
        }
        m_pullsBy = sliced(m_pulls.size(), [&](std::size_t i) { return m_pulls[i].first; });
    }

    /// Columns from left to right. Columns never cross, so "left of" has no cycles.
    [[nodiscard]] std::vector<int> columnOrder() const
    {
        std::vector<Dag::Arc> arcs;
        arcs.reserve(m_gaps.size());
        for (const ColumnGap& gap : m_gaps)
            arcs.emplace_back(gap.left, gap.right);
        std::vector<int> order = topologicalOrder(Dag(m_count, arcs));
        Q_ASSERT(order.size() == static_cast<std::size_t>(m_count));
        return order;
    }

    /// How far left (sign 1) or right (sign -1) the neighbours let a column stand.
    [[nodiscard]] double limit(int column, const Slices& gaps, int sign) const
    {
        double limit = -std::numeric_limits<double>::infinity();
        for (const int index : gaps.of(column)) {
            const ColumnGap& gap = m_gaps[static_cast<std::size_t>(index)];
            const int neighbour = sign > 0 ? gap.left : gap.right;
            limit = std::max(limit, sign * m_x[static_cast<std::size_t>(neighbour)] + gap.distance);
        }
        return sign * limit;
    }

    /// Where the neighbours above and below would like a column to stand.
    [[nodiscard]] double wish(int column) const
    {
        const std::span<const int> pulls = m_pullsBy.of(column);
        double sum = 0;
        for (const int pull : pulls)
            sum += m_x[static_cast<std::size_t>(m_pulls[static_cast<std::size_t>(pull)].second)];
        return pulls.empty() ? m_x[static_cast<std::size_t>(column)] : sum / static_cast<double>(pulls.size());
    }

    void pullRight(int column)
    {
        double& x = m_x[static_cast<std::size_t>(column)];
        x = std::max(x, std::min(wish(column), limit(column, m_gapsByLeft, -1)));
    }

    void pullLeft(int column)
    {
        double& x = m_x[static_cast<std::size_t>(column)];
        x = std::min(x, std::max(wish(column), limit(column, m_gapsByRight, 1)));
    }

    const LayeredGraph& m_layered;
    const std::vector<int>& m_column;
    int m_count = 0;
    std::vector<double> m_x;
    std::vector<ColumnGap> m_gaps;
    Slices m_gapsByLeft;
    Slices m_gapsByRight;
    std::vector<std::pair<int, int>> m_pulls; ///< column, the column that pulls it
    Slices m_pullsBy;
};

} // namespace

HorizontalPlacement placeHorizontally(const LayeredGraph& layered, const DrawnGraph& drawn,
                                      const LayoutOptions& options)
{
    HorizontalPlacement placement;
    placement.column = ColumnBuilder(layered, drawn).build();
    const std::vector<double> x = ColumnPacker(layered, placement.column, options).pack();
    placement.centre.reserve(placement.column.size());
    for (const int column : placement.column)
        placement.centre.push_back(std::round(x[static_cast<std::size_t>(column)]));
    return placement;
}

} // namespace driftscope
