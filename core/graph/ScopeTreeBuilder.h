// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/RepeatedBlocks.h"
#include "core/graph/ScopeTree.h"

namespace driftscope {

/// Builds the groups of a graph, container by container: the main graph, then each body inside the node that owns it.
/// Names are asked first; where they say nothing, and where a group holds more than anybody can overlook, equal blocks
/// become groups, and equal rows of such blocks again.
class ScopeTreeBuilder
{
public:
    explicit ScopeTreeBuilder(const Graph& graph);
    [[nodiscard]] std::shared_ptr<const ScopeTree> build();

private:
    /// A group while the tree grows; what it holds is in execution order.
    struct Draft
    {
        Scope scope;
        std::vector<int> children; ///< drafts
        std::vector<NodeId> nodes; ///< directly in it
    };
    /// A node or a group as an item of a sequence in which repetition is looked for.
    struct Unit
    {
        NodeId node; ///< invalid for groups
        std::vector<int> drafts; ///< one group, or all groups of a run
        quint64 hash = 0;
        int place = 0; ///< of its first node among the container's
        int nodeCount = 0;
    };

    void addContainer(int draft, const std::vector<NodeId>& nodes);
    void addNamed(int draft, const std::vector<NodeId>& nodes);
    void addOwned(NodeId owner);
    void findRepeats(int draft);
    [[nodiscard]] std::vector<Unit> unitsOf(int draft) const;
    Unit blocksOf(std::span<const Unit> units, const RepeatedRun& run);
    [[nodiscard]] std::vector<Unit> grouped(const std::vector<Unit>& units, int seed, bool& found);
    [[nodiscard]] std::vector<int> cutCosts(const std::vector<Unit>& units) const;
    [[nodiscard]] quint64 tokenOf(NodeId node) const;
    [[nodiscard]] quint64 originOf(ValueId input, NodeId reader) const;
    [[nodiscard]] bool isItem(int draft, NodeId node) const; ///< neither a loose constant nor the group's owner
    int addDraft(Scope scope, int parent);
    int finish(int draft, ScopeId parent); ///< moves it into the tree; its number of nodes
    [[nodiscard]] int countOf(int draft) const;
    [[nodiscard]] int placeOf(int draft) const;

    const Graph& m_graph;
    std::vector<Draft> m_drafts; ///< 0: everything
    std::vector<int> m_draftOfNode;
    std::vector<int> m_place; ///< by node: among the drawn nodes of its container
    std::vector<std::vector<BodyId>> m_bodiesOf; ///< where m_ownerIndex says
    QHash<NodeId, int> m_ownerIndex;
    std::shared_ptr<ScopeTree> m_tree;
};

} // namespace driftscope
