// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/Graph.h"

#include "core/graph/GraphBuilder.h"

#include <algorithm>

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

namespace {

/// The body whose run of nodes or values holds the index; runs ascend, empty ones hold nothing.
BodyId bodyAt(const std::vector<GraphBody>& bodies, qsizetype index, qsizetype GraphBody::*first,
              qsizetype GraphBody::*count)
{
    auto after = std::ranges::upper_bound(bodies, index, {}, [&](const GraphBody& body) { return body.*first; });
    while (after != bodies.begin()) {
        --after;
        if (index < (*after).*first + (*after).*count)
            return BodyId(after - bodies.begin());
        if ((*after).*count > 0)
            break;
    }
    return {};
}

} // namespace

BodyId Graph::bodyOf(NodeId id) const
{
    return id.index() < m_mainNodeCount ? BodyId()
                                        : bodyAt(m_bodies, id.index(), &GraphBody::firstNode, &GraphBody::nodeCount);
}

BodyId Graph::bodyOf(ValueId id) const
{
    return id.index() < m_mainValueCount ? BodyId()
                                         : bodyAt(m_bodies, id.index(), &GraphBody::firstValue, &GraphBody::valueCount);
}

QString Graph::pathOf(NodeId id) const
{
    QString path = node(id).name;
    for (BodyId inside = bodyOf(id); inside.isValid(); inside = body(inside).parent) {
        const GraphBody& each = body(inside);
        const Node& owner = node(each.owner);
        path = owner.name + u'/' + (each.isFunction() ? owner.opType : each.attribute) + u'/' + path;
    }
    return path;
}

NodeId Graph::findNodeAt(const QString& path) const
{
    if (const NodeId found = findNode(path); found.isValid())
        return found;
    for (qsizetype i = m_mainNodeCount; i < totalNodeCount(); ++i) {
        if (path.endsWith(node(NodeId(i)).name) && pathOf(NodeId(i)) == path)
            return NodeId(i);
    }
    return {};
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

bool Graph::isGivenOut(NodeId id) const
{
    const BodyId inside = bodyOf(id);
    return std::ranges::any_of(node(id).outputs, [&](ValueId output) {
        if (!output.isValid())
            return false;
        if (!inside.isValid())
            return value(output).isOutput;
        const std::vector<ValueId>& given = body(inside).outputs;
        return std::ranges::find(given, output) != given.end();
    });
}

bool Graph::isLooseConstant(NodeId id) const
{
    // Identities in a row; a cycle of them is none.
    constexpr int mostSteps = 16;
    for (int steps = 0; steps < mostSteps; ++steps) {
        const Node& each = node(id);
        const bool isConstant = each.opType == QLatin1StringView("Constant");
        const bool isName
            = each.opType == QLatin1StringView("Identity") && each.inputs.size() == 1 && each.inputs.front().isValid();
        if ((!isConstant && !isName) || (steps == 0 && isGivenOut(id)))
            return false;
        if (isConstant)
            return true;
        const Value& named = value(each.inputs.front());
        if (!named.producer.isValid())
            return named.isInitializer && !named.isInput;
        id = named.producer;
    }
    return false;
}

} // namespace driftscope
