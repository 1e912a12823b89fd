// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GroupSettings.h"

#include <algorithm>

namespace driftscope {

namespace {

constexpr int largestFlatGraph = 1500; ///< nodes

/// The states of groups that are found at the same path in the other graph.
void follow(const GroupStates& other, GroupStates& states)
{
    for (int i = 0; i < states.scopes->count(); ++i) {
        const ScopeId same = other.scopes->find(states.scopes->scope(ScopeId(i)).path);
        if (same.isValid())
            states.of(ScopeId(i)) = other.of(same);
    }
}

GroupStates firstStates(std::shared_ptr<const ScopeTree> scopes, bool inGroups, int level)
{
    if (!inGroups)
        return flatStates(std::move(scopes));
    return level >= GroupSettings::allLevels ? allOpen(std::move(scopes)) : statesToLevel(std::move(scopes), level);
}

} // namespace

bool isMeaningful(const ScopeTree& scopes, const Graph& graph)
{
    int groups = 0;
    int nodes = 0;
    for (const Scope& scope : scopes.scopes()) {
        if (scope.parent.isValid() || scope.owner.isValid())
            continue;
        ++groups;
        nodes += scope.nodeCount;
    }
    const auto all = std::ranges::count_if(
        graph.nodes(), [&](const Node& node) { return node.opType != QLatin1StringView("Constant"); });
    return groups >= 2 && 2 * nodes >= all;
}

std::vector<GroupStates> GroupSettings::statesOf(const std::vector<std::shared_ptr<const Graph>>& graphs,
                                                 const std::vector<bool>& isShown) const
{
    std::vector<std::shared_ptr<const ScopeTree>> trees;
    bool inGroups = mode == GroupMode::On;
    for (const auto& graph : graphs) {
        const auto found = known.constFind(graph);
        trees.push_back(found != known.cend() ? found->scopes : ScopeTree::of(*graph));
        const bool isLarge = graph->nodeCount() > largestFlatGraph;
        inGroups = inGroups || (mode == GroupMode::Automatic && isLarge && isMeaningful(*trees.back(), *graph));
    }
    std::vector<GroupStates> states;
    for (std::size_t i = 0; i < graphs.size(); ++i) {
        const auto found = known.constFind(graphs[i]);
        states.push_back(found != known.cend() ? *found : firstStates(trees[i], inGroups, level));
    }
    // Those before the first shown one follow that; the others the last one before them.
    const auto first = std::ranges::find(isShown, true);
    int shown = first == isShown.end() ? -1 : static_cast<int>(first - isShown.begin());
    for (int i = 0; i < static_cast<int>(isShown.size()); ++i) {
        if (isShown[static_cast<std::size_t>(i)])
            shown = i;
        else if (shown >= 0)
            follow(states[static_cast<std::size_t>(shown)], states[static_cast<std::size_t>(i)]);
    }
    return states;
}

} // namespace driftscope
