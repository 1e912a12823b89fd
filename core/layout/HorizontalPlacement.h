// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// Where each item stands from left to right.
struct HorizontalPlacement
{
    std::vector<double> centre; ///< by item
    std::vector<int> column; ///< by item: items of one column stand exactly above each other
};

/// Joins items of neighbouring rows into straight columns (the longest path of the network first, then the chains of
/// long nets, then what is left, never two that cross), packs the columns from left to right and moves each towards its
/// neighbours as far as it has room. Linear in items and segments but for sorting.
[[nodiscard]] HorizontalPlacement placeHorizontally(const LayeredGraph& layered, const DrawnGraph& drawn,
                                                    const LayoutOptions& options);

} // namespace driftscope
