// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/GapCosts.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace driftscope {

std::size_t GapCosts::Side::classOf(int place) const
{
    return static_cast<std::size_t>(std::clamp(amongOthers(place) - window.first + 1, 0, window.count));
}

void GapCosts::begin(Side& side, const PlaceWindow& window, std::size_t rowSize) const
{
    side.window = window;
    side.removedPlace
        = window.item >= 0 ? m_place[static_cast<std::size_t>(window.item)] : std::numeric_limits<int>::max();
    const auto classes = static_cast<std::size_t>(window.count) + 1;
    side.ifLeft.assign(classes, 0);
    side.ifRight.assign(classes, 0);
    side.spurs.assign(classes, 0);
    side.spursBefore.assign(rowSize + 1, 0);
}

void GapCosts::compute(int row, const PlaceWindow& upper, const PlaceWindow& lower)
{
    const std::span<const RowSegment> segments = m_layered.segmentsBelow(row);
    begin(m_upper, upper, m_layered.row(row).size());
    begin(m_lower, lower, m_layered.row(row + 1).size());
    m_columns = static_cast<std::size_t>(lower.count);
    collectSpurs(segments);
    collectOthers(segments);
    sumUp();
    m_work += std::ssize(segments) * 2 + std::ssize(m_upper.spursBefore) + std::ssize(m_lower.spursBefore)
        + 2 * std::ssize(m_others);
}

/// Segments at one of the two items but not at both.
void GapCosts::collectSpurs(std::span<const RowSegment> segments)
{
    for (const RowSegment& segment : segments) {
        const bool atUpper = segment.upper == m_upper.window.item;
        const bool atLower = segment.lower == m_lower.window.item;
        if (atUpper == atLower)
            continue;
        Side& side = atUpper ? m_lower : m_upper;
        const int place = m_place[static_cast<std::size_t>(atUpper ? segment.lower : segment.upper)];
        ++side.spurs[side.classOf(place)];
        ++side.spursBefore[static_cast<std::size_t>(side.amongOthers(place)) + 1];
    }
    for (Side* side : {&m_upper, &m_lower}) {
        std::partial_sum(side->spurs.begin(), side->spurs.end(), side->spurs.begin());
        std::partial_sum(side->spursBefore.begin(), side->spursBefore.end(), side->spursBefore.begin());
    }
}

/// Segments at neither item: which spurs they cross depends on whether their end is left or right of the item.
void GapCosts::collectOthers(std::span<const RowSegment> segments)
{
    const std::size_t width = static_cast<std::size_t>(m_lower.window.count) + 1;
    m_others.assign((static_cast<std::size_t>(m_upper.window.count) + 1) * width, 0);
    for (const RowSegment& segment : segments) {
        if (segment.upper == m_upper.window.item || segment.lower == m_lower.window.item)
            continue;
        const int upperPlace = m_place[static_cast<std::size_t>(segment.upper)];
        const int lowerPlace = m_place[static_cast<std::size_t>(segment.lower)];
        const std::size_t upperClass = m_upper.classOf(upperPlace);
        const std::size_t lowerClass = m_lower.classOf(lowerPlace);
        ++m_others[upperClass * width + lowerClass];
        const auto meet = [](Side& own, std::size_t ownClass, const Side& far, int farPlace) {
            const auto at = static_cast<std::size_t>(far.amongOthers(farPlace));
            own.ifLeft[ownClass] += far.spursBefore[at];
            own.ifRight[ownClass] += far.spursBefore.back() - far.spursBefore[at + 1];
        };
        meet(m_upper, upperClass, m_lower, lowerPlace);
        meet(m_lower, lowerClass, m_upper, upperPlace);
    }
    for (Side* side : {&m_upper, &m_lower}) {
        std::partial_sum(side->ifLeft.begin(), side->ifLeft.end(), side->ifLeft.begin());
        std::partial_sum(side->ifRight.begin(), side->ifRight.end(), side->ifRight.begin());
    }
}

void GapCosts::sumUp()
{
    const auto rows = static_cast<std::size_t>(m_upper.window.count);
    const std::size_t width = m_columns + 1;
    // m_others[a][b] becomes the number of segments with both ends left of places a and b.
    for (std::size_t a = 0; a <= rows; ++a) {
        const auto row = m_others.begin() + static_cast<std::ptrdiff_t>(a * width);
        std::partial_sum(row, row + static_cast<std::ptrdiff_t>(width), row);
        for (std::size_t b = 0; a > 0 && b < width; ++b)
            m_others[a * width + b] += m_others[(a - 1) * width + b];
    }
    const bool isJoined = m_upper.window.item >= 0 && m_lower.window.item >= 0;
    m_costs.resize(rows * m_columns);
    for (std::size_t a = 0; a < rows; ++a) {
        const qint32 upperCost = m_upper.ifLeft[a] + m_upper.ifRight.back() - m_upper.ifRight[a];
        // Spurs of the two items cross each other where they leave on the same side.
        const qint32 spursLeft = m_upper.spurs[a];
        const qint32 spursRight = m_upper.spurs.back() - spursLeft;
        const qint32* others = &m_others[a * width];
        const qint32* allOthers = &m_others[rows * width];
        qint32* costs = &m_costs[a * m_columns];
        for (std::size_t b = 0; b < m_columns; ++b) {
            costs[b] = upperCost + m_lower.ifLeft[b] + m_lower.ifRight.back() - m_lower.ifRight[b]
                + spursLeft * m_lower.spurs[b] + spursRight * (m_lower.spurs.back() - m_lower.spurs[b]);
        }
        for (std::size_t b = 0; isJoined && b < m_columns; ++b)
            costs[b] += others[m_columns] + allOthers[b] - 2 * others[b];
    }
}

} // namespace driftscope
