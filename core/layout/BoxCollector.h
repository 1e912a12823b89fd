// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/DrawnGraph.h"

#include <QHash>

namespace driftscope {

struct CollectedEdge
{
    int from = -1; ///< boxes
    ValueId value;
    int to = -1;

    auto operator<=>(const CollectedEdge&) const = default;
};

/// What is drawn, in the order in which it was met: nearly the order of execution.
struct CollectedBoxes
{
    std::vector<LayoutBox> boxes;
    std::vector<int> frameOfBox;
    std::vector<int> boxOfNode;
    std::vector<DrawnFrame> frames;
    std::vector<CollectedEdge> edges; ///< may repeat
    std::vector<std::pair<int, int>> orderArcs;
};

/// Walks through a graph and into the groups of it that are open.
///
/// An open subgraph is a frame with the node that owns it on top. What goes into the node goes on from there to the
/// inputs of the bodies; what comes out of it starts at their outputs (of both branches, for an If). A value that a
/// body takes from around it runs straight to its readers. An open function is a frame around its nodes alone: its
/// inputs and outputs are the caller's own values.
class BoxCollector
{
public:
    BoxCollector(const Graph& graph, const GroupStates& groups);
    [[nodiscard]] CollectedBoxes collect();

private:
    void visit(NodeId node);
    void visitBodies(NodeId owner);
    void visitBody(const GraphBody& body, ScopeId scope);
    void linkBodies(NodeId owner);
    [[nodiscard]] bool isFunctionOpen(NodeId owner) const;
    /// The box of the closed group that hides what lies in the scope, else -1; meets the open groups on the way.
    int enter(ScopeId scope);
    [[nodiscard]] int frameOf(ScopeId scope) const;
    int addBox(const LayoutBox& box, int frame);
    void addFrame(ScopeId scope);
    void addSource(ValueId value, int box);
    void addEdges(ValueId value, int to);
    void addEdge(int from, ValueId value, int to);
    void addOrder();

    const Graph& m_graph;
    const GroupStates& m_groups;
    CollectedBoxes m_collected;
    std::vector<std::vector<BodyId>> m_bodies; ///< of each owner, where m_ownerIndex says
    QHash<NodeId, int> m_ownerIndex;
    std::vector<int> m_boxOfScope; ///< closed groups
    std::vector<int> m_frameOfScope; ///< open ones
    std::vector<int> m_source; ///< by value
    QHash<BodyId, std::vector<int>> m_inputBoxes; ///< of open bodies
    QHash<BodyId, std::vector<int>> m_outputBoxes;
    std::vector<int> m_ownerBox; ///< by frame: the box of the node that owns it, else -1
};

} // namespace driftscope
