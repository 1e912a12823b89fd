// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

using ScopeId = StrongId<struct ScopeTag>;

/// A group of nodes that belong together.
struct Scope
{
    enum class Kind
    {
        Name, ///< nodes whose names begin alike
        Repeated, ///< one of several equal blocks
        Subgraph, ///< If, Loop or Scan with what lies inside, or one branch of it
        Function ///< the body of a function of the model
    };
    Kind kind = Kind::Name;
    QString label; ///< part of a name, an attribute's or a function's name; empty for Repeated
    QString path; ///< where the group is found again in another stage; unique in a tree
    int ordinal = 0; ///< Repeated: 1…siblings
    int siblings = 0;
    ScopeId parent; ///< invalid at the top
    std::vector<ScopeId> children; ///< in the order of execution
    NodeId owner; ///< Subgraph and Function: the node that it is inside of
    BodyId body; ///< whose inputs and outputs are the group's own
    int firstMember = 0; ///< offsets for ScopeTree::members()
    int endMember = 0;
    int nodeCount = 0; ///< operators, with those of groups inside; constants do not count
};

/// The groups of a Graph, outer before inner ones. Immutable.
class ScopeTree
{
public:
    /// By names and, where names say nothing, by repeated structure; subgraphs and functions always.
    [[nodiscard]] static std::shared_ptr<const ScopeTree> of(const Graph& graph);

    [[nodiscard]] int count() const { return static_cast<int>(m_scopes.size()); }
    [[nodiscard]] std::span<const Scope> scopes() const { return m_scopes; }
    [[nodiscard]] const Scope& scope(ScopeId id) const { return m_scopes[id.position()]; }
    [[nodiscard]] ScopeId scopeOf(NodeId node) const { return m_scopeOfNode[node.position()]; } ///< innermost
    /// The group in which the inputs and outputs of a body are drawn.
    [[nodiscard]] ScopeId scopeOfBody(BodyId body) const { return m_scopeOfBody[body.position()]; }
    /// The group that a node owns; invalid for nodes without subgraphs.
    [[nodiscard]] ScopeId ownedScope(NodeId node) const;
    /// All nodes of the group and of groups inside of it.
    [[nodiscard]] std::span<const NodeId> members(ScopeId id) const;
    [[nodiscard]] bool isInside(ScopeId inner, ScopeId outer) const; ///< or the same
    [[nodiscard]] int depth(ScopeId id) const; ///< 0 at the top
    [[nodiscard]] ScopeId find(const QString& path) const;

private:
    friend class ScopeTreeBuilder;
    ScopeTree() = default;

    std::vector<Scope> m_scopes;
    std::vector<ScopeId> m_scopeOfNode;
    std::vector<ScopeId> m_scopeOfBody;
    std::vector<NodeId> m_members;
    QHash<NodeId, ScopeId> m_owned;
    QHash<QString, ScopeId> m_byPath;
};

} // namespace driftscope
