// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/ComparePane.h"

namespace driftscope::test {

/// A made-up small network in three stages, as a conversion leaves them: a preprocessing node and a transpose inserted,
/// a batch normalization fused, convolutions quantized, layers that drift.
struct SampleComparison
{
    std::vector<ComparePane> panes; ///< Float, OptimizedFloat, Quantized, without decorations
    QList<StageMatch> matches;
    std::vector<NodeDecoration> quantizedErrors; ///< cosines for the last pane; one node has none
};

[[nodiscard]] SampleComparison makeSampleComparison();

/// A graph of chained blocks, each `Conv Relu Conv Add` with a skip connection, laid out; at least `nodes` nodes.
[[nodiscard]] ComparePane makeChain(int nodes);

} // namespace driftscope::test
