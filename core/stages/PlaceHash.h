// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/MatchSide.h"

#include <vector>

namespace driftscope {

/// By node: a hash of all that stands before and behind it, by operators, sizes of weights, slots and what is matched
/// already, never by names or by the order of the file. `borders`: the matched inputs and outputs of the graph by value
/// position, 0 where there is none. Equal hashes mean the same place of the same network, or one of several places that
/// cannot be told apart. Costs a few passes over the edges, whatever the depth of the network.
[[nodiscard]] std::vector<quint64> placeHashes(const MatchSide& side, const std::vector<int>& borders);

} // namespace driftscope
