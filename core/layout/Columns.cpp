// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/Columns.h"

#include "core/layout/RowCrossings.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>

namespace driftscope {

namespace {

constexpr int trunkWeight = 4;
constexpr int boxWeight = 2;
constexpr int otherWeight = 1;
/// A net that goes far and on its way to a box nearby leaves the straight line once: behind a branch that is at most
/// this many rows below its beginning, if it goes on for more than as many rows as follow.
constexpr int nearBranch = 4;
constexpr int farEnd = 8;

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

/// Joins dummies of neighbouring rows, never two pairs that cross.
class ChainJoiner
{
public:
    ChainJoiner(const LayeredGraph& layered, const DrawnGraph& drawn)
        : m_layered(layered)
        , m_place(placesOf(layered))
        , m_above(layered.items.size(), -1)
        , m_bendsBelow(layered.items.size(), 0)
        , m_chainLength(drawn.nets.size(), 0)
    {
        for (const RowItem& item : layered.items) {
            if (item.box < 0)
                ++m_chainLength[static_cast<std::size_t>(item.net)];
        }
        for (std::size_t net = 0; net < drawn.nets.size(); ++net)
            findNearBranch(net, drawn);
    }

    /// By item: the one that stands straight above, or -1.
    std::vector<int> join()
    {
        for (int row = 0; row + 1 < m_layered.rowCount(); ++row) {
            collect(row);
            if (!std::ranges::is_sorted(m_pairs, {}, &Pair::lowerPlace))
                dropCrossed();
            for (const Pair& pair : m_pairs)
                m_above[static_cast<std::size_t>(pair.lower)] = pair.upper;
        }
        return std::move(m_above);
    }

private:
    struct Pair
    {
        int upper = -1;
        int lower = -1;
        int lowerPlace = 0;
    };

    void findNearBranch(std::size_t netIndex, const DrawnGraph& drawn)
    {
        if (m_chainLength[netIndex] <= nearBranch + farEnd)
            return;
        const Net& net = drawn.nets[netIndex];
        int nearest = nearBranch + 1;
        for (const int target : drawn.targetsOf(net)) {
            const int span = m_layered.rowOf(target) - m_layered.rowOf(net.from);
            if (span > 1)
                nearest = std::min(nearest, span);
        }
        if (nearest <= nearBranch)
            m_bendsBelow[static_cast<std::size_t>(m_layered.firstDummy[netIndex] + nearest - 2)] = 1;
    }

    /// In the order of the upper row.
    void collect(int row)
    {
        m_pairs.clear();
        for (const int upper : m_layered.row(row)) {
            const RowItem& item = m_layered.items[static_cast<std::size_t>(upper)];
            const auto lower = static_cast<std::size_t>(upper) + 1;
            if (item.box < 0 && m_bendsBelow[static_cast<std::size_t>(upper)] == 0 && lower < m_layered.items.size()
                && m_layered.items[lower].net == item.net)
                m_pairs.push_back({upper, upper + 1, m_place[lower]});
        }
    }

    /// The longest chains first; whatever crosses one that is taken is bent here.
    void dropCrossed()
    {
        std::vector<std::size_t> byLength(m_pairs.size());
        std::iota(byLength.begin(), byLength.end(), std::size_t{0});
        std::ranges::stable_sort(byLength, std::greater<>(), [&](std::size_t i) {
            const RowItem& upper = m_layered.items[static_cast<std::size_t>(m_pairs[i].upper)];
            return m_chainLength[static_cast<std::size_t>(upper.net)];
        });
        std::set<std::size_t> taken;
        for (const std::size_t candidate : byLength) {
            const auto right = taken.lower_bound(candidate);
            const bool crossesRight
                = right != taken.end() && m_pairs[*right].lowerPlace < m_pairs[candidate].lowerPlace;
            const bool crossesLeft
                = right != taken.begin() && m_pairs[*std::prev(right)].lowerPlace > m_pairs[candidate].lowerPlace;
            if (!crossesRight && !crossesLeft)
                taken.insert(right, candidate);
        }
        std::vector<Pair> kept;
        kept.reserve(taken.size());
        for (const std::size_t index : taken)
            kept.push_back(m_pairs[index]);
        m_pairs = std::move(kept);
    }

    const LayeredGraph& m_layered;
    std::vector<int> m_place;
    std::vector<int> m_above;
    std::vector<char> m_bendsBelow; ///< by item
    std::vector<int> m_chainLength; ///< by net
    std::vector<Pair> m_pairs; ///< of the row at hand
};

} // namespace

Columns columnsOf(const LayeredGraph& layered, const DrawnGraph& drawn)
{
    const std::vector<int> above = ChainJoiner(layered, drawn).join();
    Columns columns{std::vector<int>(layered.items.size(), -1), 0};
    int axis = -1;
    for (int r = 0; r < layered.rowCount(); ++r) {
        const std::span<const int> row = layered.row(r);
        for (const int item : row) {
            int& column = columns.of[static_cast<std::size_t>(item)];
            const int straightAbove = above[static_cast<std::size_t>(item)];
            if (straightAbove >= 0)
                column = columns.of[static_cast<std::size_t>(straightAbove)];
            else if (row.size() == 1 && axis >= 0)
                column = axis;
            else
                column = columns.count++;
            if (row.size() == 1)
                axis = column;
        }
    }
    return columns;
}

std::vector<int> segmentWeights(const LayeredGraph& layered, const DrawnGraph& drawn)
{
    const std::vector<int> length = pathLengths(drawn);
    const int longest = length.empty() ? 0 : *std::ranges::max_element(length);
    std::vector<int> weights;
    weights.reserve(layered.segments.size());
    for (const RowSegment& segment : layered.segments) {
        const int upper = layered.items[static_cast<std::size_t>(segment.upper)].box;
        const int lower = layered.items[static_cast<std::size_t>(segment.lower)].box;
        if (upper < 0 || lower < 0)
            weights.push_back(otherWeight);
        else if (length[static_cast<std::size_t>(upper)] == longest
                 && length[static_cast<std::size_t>(lower)] == longest)
            weights.push_back(trunkWeight);
        else
            weights.push_back(boxWeight);
    }
    return weights;
}

} // namespace driftscope
