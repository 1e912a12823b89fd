// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/LayeredGraph.h"

namespace driftscope {

/// Where each item stands from left to right.
struct HorizontalPlacement
{
    std::vector<double> centre; ///< by item
    std::vector<int> column; ///< by item: neighbours of one column are joined by a segment that is exactly vertical
};

/// Rows keep their order and their gaps, the items of a column (see Columns) stand exactly above each other, and the
/// edges are as short as they can be then, the more so the more it matters that they are straight.
[[nodiscard]] HorizontalPlacement placeHorizontally(const LayeredGraph& layered, const DrawnGraph& drawn,
                                                    const LayoutOptions& options);

} // namespace driftscope
