// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"
#include "widgets/common/OpFamily.h"
#include "widgets/graph/NodeDecoration.h"

#include <array>

namespace driftscope {

/// What a closed group says about the nodes inside: their worst, their most, their number.
struct GroupSummary
{
    int nodes = 0; ///< as Scope::nodeCount
    OpFamily family = OpFamily::Other; ///< of most of them
    std::array<int, 5> changes{}; ///< how many, by NodeChange
    NodeDecoration worst; ///< least cosine, largest of what else is measured
    bool hasData = false; ///< `worst` says something
    Device device = Device::Unknown; ///< Cpu where any of them runs there
    DataType type = DataType::Undefined; ///< what all of them give

    [[nodiscard]] int count(NodeChange change) const { return changes[static_cast<std::size_t>(change)]; }
};

/// By box of the layout; empty for boxes that are no groups. `decorations` are those of the nodes.
[[nodiscard]] QHash<int, GroupSummary> groupSummaries(const Graph& graph, const GraphLayout& layout,
                                                      const ScopeTree& scopes,
                                                      const std::vector<NodeDecoration>& decorations);

/// `layers.0`, `Block 3 of 12`, `then_branch`.
[[nodiscard]] QString scopeTitle(const Scope& scope);
/// `24 nodes`.
[[nodiscard]] QString scopeSizeText(const Scope& scope);
/// `+3 −1 ≠2`; empty when nothing changed.
[[nodiscard]] QString changesText(const GroupSummary& summary);

} // namespace driftscope
