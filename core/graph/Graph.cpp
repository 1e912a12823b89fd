// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/Graph.h"

#include "core/graph/GraphBuilder.h"

namespace driftscope {

Graph::Graph() = default;
Graph::~Graph() = default;

std::shared_ptr<const Graph> Graph::fromDraft(const GraphDraft& draft)
{
    return buildGraph(draft, {});
}

std::shared_ptr<const Graph> buildGraph(const GraphDraft& draft, const GraphAnnotations& annotations)
{
    return GraphBuilder(draft, annotations).build();
}

std::span<const NodeId> Graph::consumers(ValueId id) const
{
    const auto begin = static_cast<std::size_t>(m_consumerStart[id.position()]);
    const auto end = static_cast<std::size_t>(m_consumerStart[id.position() + 1]);
    return std::span(m_consumers).subspan(begin, end - begin);
}

NodeId Graph::findNode(const QString& name) const
{
    return m_nodeByName.value(name);
}

ValueId Graph::findValue(const QString& name) const
{
    return m_valueByName.value(name);
}

const Tensor* Graph::initializer(ValueId id) const
{
    const auto found = m_initializerOf.constFind(id.index());
    return found == m_initializerOf.constEnd() ? nullptr : &m_initializers[static_cast<std::size_t>(*found)];
}

const FunctionDraft* Graph::function(NodeId id) const
{
    const Node& called = node(id);
    return findFunction(m_functions, called.domain, called.opType, called.overload);
}

} // namespace driftscope
