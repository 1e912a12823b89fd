// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/BodyBuilder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Functions multiply: ten that call each other twice are a thousand bodies. More nodes than this nobody looks at.
constexpr qsizetype mostBodyNodes = 200'000;
constexpr int deepestNesting = 64;

struct BodyTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::BodyBuilder)
};

using SubgraphPointer = std::shared_ptr<const GraphDraft>;

} // namespace

struct BodyBuilder::Content
{
    const QList<NodeDraft>& nodes;
    const QList<ValueDraft>& values;
    QList<Attribute> given; ///< to a function: what its attributes are here
};

BodyBuilder::BodyBuilder(Graph& graph, std::vector<NodeLinks>& nodeLinks)
    : m_graph(graph)
    , m_nodeLinks(nodeLinks)
{ }

void BodyBuilder::build()
{
    for (std::size_t i = 0; i < m_graph.m_nodes.size(); ++i) // grows meanwhile
        addBodiesOf(NodeId(static_cast<qsizetype>(i)));
}

void BodyBuilder::addBodiesOf(NodeId owner)
{
    int depth = 0;
    for (BodyId inside = m_graph.bodyOf(owner); inside.isValid(); inside = m_graph.body(inside).parent)
        ++depth;
    if (depth >= deepestNesting)
        return;
    const QList<Attribute> attributes = m_graph.node(owner).attributes;
    for (const Attribute& attribute : attributes) {
        if (const auto* one = std::get_if<SubgraphPointer>(&attribute.value); one != nullptr && *one != nullptr)
            addGraph(owner, attribute.name, **one);
        const auto* several = std::get_if<QList<SubgraphPointer>>(&attribute.value);
        for (qsizetype i = 0; several != nullptr && i < several->size(); ++i) {
            if (several->at(i) != nullptr)
                addGraph(owner, u"%1[%2]"_s.arg(attribute.name).arg(i), *several->at(i));
        }
    }
    if (!m_graph.functions().isEmpty())
        addFunction(owner);
}

bool BodyBuilder::hasRoomFor(qsizetype nodes)
{
    if (m_graph.totalNodeCount() - m_graph.nodeCount() + nodes <= mostBodyNodes)
        return true;
    m_graph.m_bodiesLeftOut
        = BodyTexts::tr("The subgraphs and functions of this model hold more than %L1 operators altogether; those "
                        "beyond are shown as one node each.")
              .arg(mostBodyNodes);
    return false;
}

bool BodyBuilder::isInside(BodyId id, const void* function) const
{
    for (; id.isValid(); id = m_graph.body(id).parent) {
        if (m_function[id.position()] == function)
            return true;
    }
    return false;
}

BodyId BodyBuilder::startBody(NodeId owner, const QString& attribute, const void* function)
{
    const BodyId id(static_cast<qsizetype>(m_graph.m_bodies.size()));
    GraphBody body;
    body.owner = owner;
    body.parent = m_graph.bodyOf(owner);
    body.attribute = attribute;
    body.firstNode = m_graph.totalNodeCount();
    body.firstValue = m_graph.totalValueCount();
    m_graph.m_bodies.push_back(std::move(body));
    m_names.emplace_back();
    m_function.push_back(function);
    return id;
}

ValueId BodyBuilder::addValue(BodyId id, const QString& name)
{
    const ValueId value(m_graph.totalValueCount());
    m_graph.m_values.emplace_back().name = name;
    ++m_graph.m_bodies[id.position()].valueCount;
    m_names[id.position()].insert(name, value);
    return value;
}

ValueId BodyBuilder::declare(BodyId id, const ValueDraft& draft)
{
    if (draft.name.isEmpty())
        return {};
    const Names& names = m_names[id.position()];
    const auto found = names.constFind(draft.name);
    const ValueId own = found != names.cend() ? *found : addValue(id, draft.name);
    if (!own.isValid() || m_graph.bodyOf(own) != id)
        return own; // the caller's, which knows its own type
    Value& value = m_graph.m_values[own.position()];
    if (draft.type != DataType::Undefined)
        value.type = draft.type;
    if (draft.shape)
        value.shape = draft.shape;
    if (draft.composite)
        value.composite = draft.composite;
    return own;
}

/// From the inside out; what nobody makes is a value of the body that reads it.
ValueId BodyBuilder::resolve(BodyId id, const QString& name)
{
    if (name.isEmpty())
        return {};
    BodyId inside = id;
    for (; inside.isValid(); inside = m_graph.body(inside).parent) {
        const Names& names = m_names[inside.position()];
        if (const auto found = names.constFind(name); found != names.cend())
            return *found;
        if (m_graph.body(inside).isFunction())
            return addValue(id, name); // functions see nothing around them
    }
    const ValueId outer = m_graph.findValue(name);
    return outer.isValid() ? outer : addValue(id, name);
}

void BodyBuilder::addGraph(NodeId owner, const QString& attribute, const GraphDraft& draft)
{
    if (!hasRoomFor(draft.nodes.size()))
        return;
    const BodyId id = startBody(owner, attribute, nullptr);
    for (const NamedTensor& initializer : draft.initializers) {
        const ValueId value
            = declare(id, {initializer.name, initializer.tensor.dataType(), initializer.tensor.shape()});
        if (!value.isValid())
            continue;
        m_graph.m_values[value.position()].isInitializer = true;
        m_graph.m_initializerOf.insert(value.index(), static_cast<qint32>(m_graph.m_initializers.size()));
        m_graph.m_initializers.push_back(initializer.tensor);
    }
    for (const SparseTensor& sparse : draft.sparseInitializers) {
        const ValueId value = declare(id, {sparse.name, sparse.values.dataType(), sparse.shape});
        if (value.isValid())
            m_graph.m_values[value.position()].isInitializer = true;
    }
    for (const ValueDraft& input : draft.inputs)
        m_graph.m_bodies[id.position()].inputs.push_back(declare(id, input));
    addContent(id, {draft.nodes, draft.values, {}});
    for (const ValueDraft& output : draft.outputs) {
        const ValueId value = resolve(id, output.name);
        if (value.isValid() && m_graph.bodyOf(value) == id)
            declare(id, output);
        m_graph.m_bodies[id.position()].outputs.push_back(value);
    }
}

void BodyBuilder::addFunction(NodeId owner)
{
    const FunctionDraft* function = m_graph.function(owner);
    if (function == nullptr || function->nodes.isEmpty())
        return;
    if (isInside(m_graph.bodyOf(owner), function)) {
        m_graph.m_bodiesLeftOut
            = BodyTexts::tr("The function “%1” of this model calls itself, which ONNX forbids; the inner call is "
                            "shown as one node.")
                  .arg(function->name);
        return;
    }
    if (!hasRoomFor(function->nodes.size()))
        return;
    const NodeLinks links = m_nodeLinks[owner.position()];
    const BodyId id = startBody(owner, {}, function);
    const auto bind = [&](const QStringList& names, std::size_t first, qsizetype count, std::vector<ValueId>& ends) {
        for (qsizetype i = 0; i < names.size(); ++i) {
            const ValueId value = i < count ? m_graph.m_links[first + static_cast<std::size_t>(i)] : ValueId();
            if (!m_names[id.position()].contains(names[i]))
                m_names[id.position()].insert(names[i], value);
            ends.push_back(value);
        }
    };
    bind(function->inputs, links.start, links.inputCount, m_graph.m_bodies[id.position()].inputs);
    bind(function->outputs, links.start + static_cast<std::size_t>(links.inputCount), links.outputCount,
         m_graph.m_bodies[id.position()].outputs);
    addContent(id, {function->nodes, function->values, function->defaults + m_graph.node(owner).attributes});
}

/// All that the nodes make is known before any of them is linked: files need not be sorted.
void BodyBuilder::addContent(BodyId id, const Content& content)
{
    for (const NodeDraft& node : content.nodes) {
        for (const QString& output : node.outputs)
            declare(id, {output, DataType::Undefined, {}});
    }
    for (const ValueDraft& value : content.values) {
        if (m_names[id.position()].contains(value.name))
            declare(id, value);
    }
    for (const NodeDraft& node : content.nodes)
        addNode(id, node, content);
}

void BodyBuilder::addNode(BodyId id, const NodeDraft& draft, const Content& content)
{
    const NodeId nodeId(m_graph.totalNodeCount());
    GraphBody& body = m_graph.m_bodies[id.position()];
    Node node;
    node.name = draft.name.isEmpty() ? u"%1_%2"_s.arg(draft.opType).arg(body.nodeCount) : draft.name;
    node.opType = draft.opType;
    node.domain = draft.domain;
    node.overload = draft.overload;
    node.doc = draft.doc;
    node.metadata = draft.metadata;
    for (Attribute attribute : draft.attributes) {
        // The last one of the name: what the caller gives stands behind the defaults.
        const auto given = std::find_if(content.given.crbegin(), content.given.crend(), [&](const Attribute& each) {
            return !attribute.reference.isEmpty() && each.name == attribute.reference;
        });
        if (given != content.given.crend())
            attribute.value = given->value;
        node.attributes.append(std::move(attribute));
    }
    ++body.nodeCount;
    NodeLinks links{m_graph.m_links.size(), draft.inputs.size(), draft.outputs.size()};
    for (const QString& input : draft.inputs) {
        const ValueId value = resolve(id, input); // may add one
        m_graph.m_links.push_back(value);
    }
    for (const QString& output : draft.outputs) {
        const ValueId value = m_names[id.position()].value(output);
        m_graph.m_links.push_back(value);
        if (value.isValid() && m_graph.bodyOf(value) == id && !m_graph.value(value).producer.isValid())
            m_graph.m_values[value.position()].producer = nodeId;
    }
    m_nodeLinks.push_back(links);
    m_graph.m_nodes.push_back(std::move(node));
}

} // namespace driftscope
