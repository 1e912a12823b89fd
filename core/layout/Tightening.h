// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/Ranking.h"

#include <cstddef>

namespace driftscope {

/// Moves vertices along a line, arcs going forward by their length at least, until no edge can be made shorter without
/// making others longer by more: the network simplex method (Gansner, Koutsofios, North and Vo, 1993) from the
/// positions given. `pull` holds for each vertex the weight of the edges that leave it forwards less that of those that
/// come in; arcs may have no weight. Stops early, with valid positions, when about `budget` vertices and arcs have been
/// looked at. Every connected part begins at 0.
void tighten(const Dag& dag, std::span<const int> pull, std::ptrdiff_t budget, std::vector<int>& position);

} // namespace driftscope
