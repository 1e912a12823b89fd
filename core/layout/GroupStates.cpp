// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/GroupStates.h"

#include <algorithm>

namespace driftscope {

namespace {

bool isBody(const Scope& scope)
{
    return scope.kind == Scope::Kind::Subgraph || scope.kind == Scope::Kind::Function;
}

/// The branches of an If open together with it.
bool isBranch(const ScopeTree& scopes, const Scope& scope)
{
    return isBody(scope) && scope.parent.isValid() && scopes.scope(scope.parent).owner == scope.owner;
}

template <typename Choose> GroupStates chosen(std::shared_ptr<const ScopeTree> scopes, Choose choose)
{
    GroupStates result;
    for (int i = 0; i < scopes->count(); ++i)
        result.states.push_back(choose(ScopeId(i)));
    result.scopes = std::move(scopes);
    return result;
}

} // namespace

ScopeId GroupStates::closedAround(NodeId node) const
{
    ScopeId closed;
    if (!scopes)
        return closed;
    for (ScopeId id = scopes->scopeOf(node); id.isValid(); id = scopes->scope(id).parent) {
        if (of(id) == GroupState::Closed)
            closed = id;
    }
    return closed;
}

bool GroupStates::reveal(NodeId node)
{
    bool hasChanged = false;
    for (ScopeId id = closedAround(node); id.isValid(); id = closedAround(node)) {
        if (scopes->scope(id).owner == node && scopes->ownedScope(node) == id)
            break; // the closed group stands for its owner
        of(id) = GroupState::Open;
        hasChanged = true;
    }
    return hasChanged;
}

void GroupStates::openOneLevel()
{
    if (std::ranges::find(states, GroupState::Flat) != states.end()) {
        std::ranges::replace(states, GroupState::Flat, GroupState::Closed);
        return;
    }
    std::vector<ScopeId> shown;
    for (int i = 0; i < scopes->count(); ++i) {
        bool isHidden = isBody(scopes->scope(ScopeId(i))) || of(ScopeId(i)) == GroupState::Open;
        for (ScopeId id = scopes->scope(ScopeId(i)).parent; id.isValid() && !isHidden; id = scopes->scope(id).parent)
            isHidden = of(id) != GroupState::Open;
        if (!isHidden)
            shown.emplace_back(i);
    }
    for (const ScopeId id : shown)
        of(id) = GroupState::Open;
}

void GroupStates::closeOneLevel()
{
    std::vector<char> holdsOpen(states.size(), 0);
    for (int i = scopes->count() - 1; i >= 0; --i) {
        const Scope& scope = scopes->scope(ScopeId(i));
        const bool isOpen = of(ScopeId(i)) == GroupState::Open && !isBranch(*scopes, scope);
        if (scope.parent.isValid() && (isOpen || holdsOpen[static_cast<std::size_t>(i)] != 0))
            holdsOpen[scope.parent.position()] = 1;
        if (isOpen && holdsOpen[static_cast<std::size_t>(i)] == 0)
            of(ScopeId(i)) = GroupState::Closed;
    }
}

GroupStates flatStates(std::shared_ptr<const ScopeTree> scopes)
{
    const ScopeTree& tree = *scopes;
    return chosen(std::move(scopes), [&tree](ScopeId id) {
        const Scope& scope = tree.scope(id);
        if (!isBody(scope))
            return GroupState::Flat;
        return isBranch(tree, scope) ? GroupState::Open : GroupState::Closed;
    });
}

GroupStates statesToLevel(std::shared_ptr<const ScopeTree> scopes, int level)
{
    const ScopeTree& tree = *scopes;
    return chosen(std::move(scopes), [&tree, level](ScopeId id) {
        const Scope& scope = tree.scope(id);
        const bool isOpen = isBranch(tree, scope) || (!isBody(scope) && tree.depth(id) < level);
        return isOpen ? GroupState::Open : GroupState::Closed;
    });
}

GroupStates allOpen(std::shared_ptr<const ScopeTree> scopes)
{
    return chosen(std::move(scopes), [](ScopeId) { return GroupState::Open; });
}

} // namespace driftscope
