// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// Neighbours of each item in the row above (or below), flat.
class ItemNeighbours
{
public:
    enum class Side
    {
        Above,
        Below
    };
    ItemNeighbours(const LayeredGraph& layered, Side side);
    [[nodiscard]] std::span<const int> of(int item) const
    {
        const auto begin = static_cast<std::size_t>(m_start[static_cast<std::size_t>(item)]);
        const auto end = static_cast<std::size_t>(m_start[static_cast<std::size_t>(item) + 1]);
        return std::span(m_items).subspan(begin, end - begin);
    }

private:
    std::vector<int> m_start;
    std::vector<int> m_items;
};

/// Reorders the rows so that fewer edges cross: sweeps down and up, each row sorted by the mean place of its items'
/// neighbours, equal ones left as they stand. Keeps the best order met. Returns its number of crossings, or -1 when
/// cancelled.
qint64 orderRows(LayeredGraph& layered, const CancelToken& cancel);

/// Crossings between neighbouring rows.
[[nodiscard]] qint64 countCrossings(const LayeredGraph& layered);

} // namespace driftscope
