// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace driftscope {

/// `count` equal blocks of `period` items, one after the other.
struct RepeatedRun
{
    int first = 0;
    int period = 0;
    int count = 0;
};

/// What counts as a block.
struct RepetitionRules
{
    int shortestPeriod = 4; ///< runs with shorter ones are passed over as a whole: they say nothing
    int seed = 3; ///< so many equal items make it worth looking
};

/// Runs of at least two equal blocks in a sequence, ascending, none overlapping. `cutCost[i]` is what a border before
/// item i would cut; blocks begin where that is least. Looks at 64 items for each one at most.
[[nodiscard]] std::vector<RepeatedRun> repeatedRuns(std::span<const quint64> items, std::span<const int> cutCost,
                                                    const RepetitionRules& rules);

} // namespace driftscope
