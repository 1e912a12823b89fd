// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// Where the links of one node lie in the graph's array: inputs, then outputs.
struct NodeLinks
{
    std::size_t start = 0;
    qsizetype inputCount = 0;
    qsizetype outputCount = 0;
};

/// Appends what lies inside the nodes of a Graph: subgraphs of attributes and bodies of functions, level by level.
/// Names are looked up from the inside out, as ONNX has it: a body may hide names from around it, two branches may use
/// the same ones, and a function sees its caller's values under its own names for them.
class BodyBuilder
{
public:
    BodyBuilder(Graph& graph, std::vector<NodeLinks>& nodeLinks);
    /// Functions that call themselves, and more than a bounded number of nodes altogether, are left out and said.
    void build();

private:
    struct Content; ///< what of a body's draft is used, whichever kind it is
    using Names = QHash<QString, ValueId>;

    void addBodiesOf(NodeId owner);
    void addGraph(NodeId owner, const QString& attribute, const GraphDraft& draft);
    void addFunction(NodeId owner);
    void addContent(BodyId id, const Content& content);
    void addNode(BodyId id, const NodeDraft& draft, const Content& content);
    [[nodiscard]] bool hasRoomFor(qsizetype nodes);
    [[nodiscard]] bool isInside(BodyId id, const void* function) const;
    BodyId startBody(NodeId owner, const QString& attribute, const void* function);
    ValueId addValue(BodyId id, const QString& name);
    ValueId declare(BodyId id, const ValueDraft& draft);
    ValueId resolve(BodyId id, const QString& name);

    Graph& m_graph;
    std::vector<NodeLinks>& m_nodeLinks;
    std::vector<Names> m_names; ///< by body
    std::vector<const void*> m_function; ///< by body: the function that it is the body of, or null
};

} // namespace driftscope
