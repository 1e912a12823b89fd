// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace driftscope {

/// Two columns next to each other in some row.
struct ColumnGap
{
    int left = 0;
    int right = 0;
    int distance = 0; ///< between centres, at least
};

/// An edge between two columns.
struct ColumnPull
{
    int a = 0;
    int b = 0;
    int weight = 1;
};

/// Places for columns at which all gaps are wide enough and the edges, by weight, as short as they can be together, by
/// the network simplex method with one more vertex for each edge. Where the work that a graph of this size is worth
/// does not suffice, edges are longer.
[[nodiscard]] std::vector<int> tightColumns(int count, const std::vector<ColumnGap>& gaps,
                                            const std::vector<ColumnPull>& pulls);

} // namespace driftscope
