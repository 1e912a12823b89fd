// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GroupStates.h"

#include <QHash>

namespace driftscope {

/// Whether graphs are shown in groups.
enum class GroupMode
{
    Automatic, ///< large graphs whose groups are meaningful
    Off, ///< subgraphs and functions alone can be opened
    On
};

/// What was chosen about groups, kept while stages come and go. A value: relayouts on other threads get a copy.
struct GroupSettings
{
    static constexpr int allLevels = 1000;

    GroupMode mode = GroupMode::Automatic;
    int level = 0; ///< in groups: so many levels are open at first; allLevels opens subgraphs and functions, too
    /// Groups of graphs that were shown already. The graphs are kept, so that no other takes their place in memory.
    QHash<std::shared_ptr<const Graph>, GroupStates> known;

    /// What is known of each graph, else how it is shown at first. Large graphs decide for all: stages side by side are
    /// all flat or all in groups. Graphs that are not shown (`isShown` is empty: all are) do as a shown neighbour does,
    /// so that they open no gaps in its rows.
    [[nodiscard]] std::vector<GroupStates> statesOf(const std::vector<std::shared_ptr<const Graph>>& graphs,
                                                    const std::vector<bool>& isShown = {}) const;
};

/// Half of the nodes lie in at least two groups by names or structure.
[[nodiscard]] bool isMeaningful(const ScopeTree& scopes, const Graph& graph);

} // namespace driftscope
