// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/layout/DrawnGraph.h"

namespace driftscope {

/// Two boxes of neighbouring graphs that belong on one row.
struct RowPair
{
    int left = -1;
    int right = -1;
};

/// Rows for several graphs at once, by graph and box: linked boxes get one row, every net goes down in its own graph.
/// `links[i]` links graphs[i] to graphs[i + 1]. Links that would turn the order of execution around, and second links
/// of one box, are left out; which ones depends on the input alone. Edges are as short as they can be together, not
/// counting those of values with more than `widestFan` consumers. Empty when cancelled.
[[nodiscard]] std::vector<std::vector<int>> alignedRows(const std::vector<DrawnGraph>& graphs,
                                                        const std::vector<std::vector<RowPair>>& links, int widestFan,
                                                        const CancelToken& cancel);

} // namespace driftscope
