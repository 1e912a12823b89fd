// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/MatchCorrections.h"

namespace driftscope {

/// What the nodes of the first stage became in the last, over the stage in between: `first` leads into the stage that
/// `second` leads out of. Nodes that meet in the middle stage end up in one match.
[[nodiscard]] StageMatch composedMatches(const StageMatch& first, const StageMatch& second, const Graph& from,
                                         const Graph& to);

/// The match of any two stages of a chain, `left` before `right`: the one of neighbours, else composed over the stages
/// between them, which are matched better than stages that lie far apart. `neighbours[i]` leads from stages[i] to
/// stages[i + 1]. What `corrections` say of these two stages themselves comes first.
[[nodiscard]] StageMatch matchBetween(const QList<StageGraph>& stages, const QList<StageMatch>& neighbours,
                                      qsizetype left, qsizetype right, const MatchCorrections& corrections = {});

} // namespace driftscope
