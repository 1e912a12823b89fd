// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/NodeLinks.h"
#include "core/toolchain/ProfilerReport.h"

namespace driftscope {

/// Which node a latency of the board's profiler is of.
struct ProfilerLink
{
    NodeLink link;
    /// A layout conversion that the runtime does at the border of `link.node`, without a node of its own.
    bool isConversion = false;
};

/// One link for each entry, in their order. The profiler writes `<op type>_<node>`, the node's name alone, or
/// `<subgraph>_output_layout_convert`; some versions leave out every `/`.
[[nodiscard]] QList<ProfilerLink> linkProfile(const Graph& graph, const QList<NodeLatency>& entries);

} // namespace driftscope
