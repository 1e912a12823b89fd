// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/RowCrossings.h"

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
    struct Neighbour
    {
        int item = -1;
        int net = -1; ///< that joins the two
    };
    [[nodiscard]] std::span<const Neighbour> of(int item) const
    {
        const auto begin = static_cast<std::size_t>(m_start[static_cast<std::size_t>(item)]);
        const auto end = static_cast<std::size_t>(m_start[static_cast<std::size_t>(item) + 1]);
        return std::span(m_items).subspan(begin, end - begin);
    }

private:
    std::vector<int> m_start;
    std::vector<Neighbour> m_items;
};

/// Reorders the rows so that fewer edges cross: sweeps down and up, each row sorted by the mean place of its items'
/// neighbours, from the order of the file and from its mirror image. Between two rows that stand alike in both, the
/// better of two orders is taken, so that each part of a long network gets the best that any sweep found for it. Then
/// whole paths are moved to where they cross least (PathMover). Returns the number of crossings, or -1 when cancelled.
qint64 orderRows(LayeredGraph& layered, const CancelToken& cancel);

} // namespace driftscope
