// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/AlignedRows.h"

namespace driftscope {

/// One side of a comparison.
struct LinkedGraph
{
    const Graph& graph;
    const GroupStates& groups;
    const DrawnGraph& drawn;
};

/// Boxes that belong on one row: those of linked nodes (a closed group with the box that most of its nodes went to),
/// inputs and outputs of one name, headers of frames that are each other's counterpart.
[[nodiscard]] std::vector<RowPair> boxLinks(const std::vector<RowLink>& links, const LinkedGraph& left,
                                            const LinkedGraph& right);

} // namespace driftscope
