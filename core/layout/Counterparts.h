// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

#include <map>

namespace driftscope {

/// By scope of `left`: the group of `right` that holds what became of its nodes, invalid where there is none. Groups of
/// one path are each other's; else the one that shares the most, if at least half of both together is shared. Both ways
/// the same.
[[nodiscard]] std::vector<ScopeId> counterpartScopes(const ScopeTree& left, const ScopeTree& right,
                                                     const std::vector<RowLink>& links);

/// How much two things, one of either side, have in common.
using PairWeights = std::map<std::pair<int, int>, double>;

/// Each thing of either side once: the pairs that weigh most first.
[[nodiscard]] std::vector<std::pair<int, int>> bestPairs(const PairWeights& weights);

} // namespace driftscope
