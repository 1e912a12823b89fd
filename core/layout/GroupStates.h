// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/ScopeTree.h"

namespace driftscope {

/// How a group is drawn.
enum class GroupState : quint8
{
    Flat, ///< not at all: its members stand among those of the group around it
    Closed, ///< as one box
    Open ///< as a frame around its members
};

/// The groups of one graph and how each is drawn. Without a tree the graph is flat and subgraphs stay closed.
struct GroupStates
{
    std::shared_ptr<const ScopeTree> scopes;
    std::vector<GroupState> states; ///< by scope

    [[nodiscard]] GroupState of(ScopeId id) const { return states[id.position()]; }
    [[nodiscard]] GroupState& of(ScopeId id) { return states[id.position()]; }
    /// The outermost closed group that the node lies in; invalid when the node shows.
    [[nodiscard]] ScopeId closedAround(NodeId node) const;
    /// Opens closed groups until the node shows. Whether there was one.
    bool reveal(NodeId node);
    /// Opens every closed group that shows. Subgraphs and functions stay as they are; flat groups become groups first.
    void openOneLevel();
    /// Closes the open groups that hold no other open one.
    void closeOneLevel();
};

/// Names and repeated blocks flat, subgraphs and functions closed: how a graph looks when nobody wants groups.
[[nodiscard]] GroupStates flatStates(std::shared_ptr<const ScopeTree> scopes);
/// Groups down to `level` open (0: none), the others closed. Subgraphs and functions are always closed at first.
[[nodiscard]] GroupStates statesToLevel(std::shared_ptr<const ScopeTree> scopes, int level);
[[nodiscard]] GroupStates allOpen(std::shared_ptr<const ScopeTree> scopes);

} // namespace driftscope
