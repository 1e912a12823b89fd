// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/GraphBuilder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

GraphBuilder::GraphBuilder(const GraphDraft& draft, const GraphAnnotations& annotations)
    : m_draft(draft)
    , m_annotations(annotations)
    , m_graph(std::shared_ptr<Graph>(new Graph))
{ }

std::shared_ptr<const Graph> GraphBuilder::build()
{
    m_graph->m_name = m_draft.name;
    m_graph->m_opsets = m_draft.opsets;
    m_graph->m_irVersion = m_draft.irVersion;
    m_graph->m_producer = m_draft.producer;
    m_graph->m_producerVersion = m_draft.producerVersion;
    m_graph->m_metadata = m_draft.metadata;
    m_graph->m_doc = m_draft.doc.isEmpty() ? m_draft.modelDoc : m_draft.doc;
    m_graph->m_functions = m_draft.functions;
    reserve();
    addInitializers();
    addInputsAndOutputs();
    addNodes();
    for (const ValueDraft& value : m_draft.values)
        declare(value);
    for (auto it = m_annotations.layoutOfValue.cbegin(); it != m_annotations.layoutOfValue.cend(); ++it) {
        if (const ValueId id = m_graph->findValue(it.key()); id.isValid())
            m_graph->m_values[id.position()].layout = it.value();
    }
    m_graph->m_mainNodeCount = static_cast<int>(m_graph->m_nodes.size());
    m_graph->m_mainValueCount = static_cast<int>(m_graph->m_values.size());
    BodyBuilder(*m_graph, m_nodeLinks).build();
    linkNodes();
    countConsumers();
    sortTopologically();
    return std::move(m_graph);
}

/// Most nodes have one output: growing the tables step by step would hash every name several times.
void GraphBuilder::reserve()
{
    const qsizetype nodes = m_draft.nodes.size();
    const qsizetype values = nodes + m_draft.initializers.size() + m_draft.inputs.size();
    m_graph->m_nodes.reserve(static_cast<std::size_t>(nodes));
    m_graph->m_nodeByName.reserve(nodes);
    m_graph->m_values.reserve(static_cast<std::size_t>(values));
    m_graph->m_valueByName.reserve(values);
    m_graph->m_initializers.reserve(static_cast<std::size_t>(m_draft.initializers.size()));
    m_nodeLinks.reserve(static_cast<std::size_t>(nodes));
}

ValueId GraphBuilder::internValue(const QString& name)
{
    if (name.isEmpty())
        return {};
    const auto found = m_graph->m_valueByName.constFind(name);
    if (found != m_graph->m_valueByName.constEnd())
        return *found;
    const ValueId id(static_cast<qsizetype>(m_graph->m_values.size()));
    Value value;
    value.name = name;
    m_graph->m_values.push_back(std::move(value));
    m_graph->m_valueByName.insert(name, id);
    return id;
}

void GraphBuilder::declare(const ValueDraft& draft)
{
    const ValueId id = internValue(draft.name);
    if (!id.isValid())
        return;
    Value& value = m_graph->m_values[id.position()];
    if (draft.type != DataType::Undefined)
        value.type = draft.type;
    if (draft.shape)
        value.shape = draft.shape;
    if (draft.composite)
        value.composite = draft.composite;
}

void GraphBuilder::addInitializers()
{
    for (const NamedTensor& initializer : m_draft.initializers) {
        const ValueId id = internValue(initializer.name);
        if (!id.isValid())
            continue;
        Value& value = m_graph->m_values[id.position()];
        value.isInitializer = true;
        value.type = initializer.tensor.dataType();
        value.shape = initializer.tensor.shape();
        m_graph->m_initializerOf.insert(id.index(), static_cast<qint32>(m_graph->m_initializers.size()));
        m_graph->m_initializers.push_back(initializer.tensor);
    }
    for (const SparseTensor& sparse : m_draft.sparseInitializers) {
        const DataType type = sparse.values.dataType();
        const ValueType composite{ValueType::Kind::SparseTensor, type, sparse.shape};
        declare({sparse.name, type, sparse.shape, std::make_shared<const ValueType>(composite)});
        if (const ValueId id = internValue(sparse.name); id.isValid())
            m_graph->m_values[id.position()].isInitializer = true;
    }
}

void GraphBuilder::addInputsAndOutputs()
{
    for (const ValueDraft& input : m_draft.inputs) {
        declare(input);
        const ValueId id = internValue(input.name);
        if (!id.isValid() || m_graph->m_values[id.position()].isInitializer)
            continue;
        m_graph->m_values[id.position()].isInput = true;
        m_graph->m_inputs.push_back(id);
    }
    for (const ValueDraft& output : m_draft.outputs) {
        declare(output);
        const ValueId id = internValue(output.name);
        if (!id.isValid())
            continue;
        m_graph->m_values[id.position()].isOutput = true;
        m_graph->m_outputs.push_back(id);
    }
}

void GraphBuilder::addNodes()
{
    for (const NodeDraft& draft : m_draft.nodes) {
        const NodeId id(static_cast<qsizetype>(m_graph->m_nodes.size()));
        Node node;
        node.name = draft.name.isEmpty() ? u"%1_%2"_s.arg(draft.opType).arg(id.index()) : draft.name;
        node.opType = draft.opType;
        node.domain = draft.domain;
        node.attributes = draft.attributes;
        node.doc = draft.doc;
        node.overload = draft.overload;
        node.metadata = draft.metadata;
        node.device = m_annotations.deviceOfNode.value(draft.name, Device::Unknown);
        if (!m_graph->m_nodeByName.contains(node.name))
            m_graph->m_nodeByName.insert(node.name, id);
        m_nodeLinks.push_back({m_graph->m_links.size(), draft.inputs.size(), draft.outputs.size()});
        for (const QString& input : draft.inputs)
            m_graph->m_links.push_back(internValue(input));
        for (const QString& output : draft.outputs) {
            const ValueId value = internValue(output);
            m_graph->m_links.push_back(value);
            if (value.isValid() && !m_graph->m_values[value.position()].producer.isValid())
                m_graph->m_values[value.position()].producer = id;
        }
        m_graph->m_nodes.push_back(std::move(node));
    }
}

void GraphBuilder::linkNodes()
{
    const std::span<const ValueId> links = m_graph->m_links;
    for (std::size_t i = 0; i < m_graph->m_nodes.size(); ++i) {
        const NodeLinks& own = m_nodeLinks[i];
        const auto inputCount = static_cast<std::size_t>(own.inputCount);
        m_graph->m_nodes[i].inputs = links.subspan(own.start, inputCount);
        m_graph->m_nodes[i].outputs = links.subspan(own.start + inputCount, static_cast<std::size_t>(own.outputCount));
    }
}

NodeId GraphBuilder::readerBeside(ValueId value, NodeId reader) const
{
    const BodyId home = m_graph->bodyOf(value);
    for (BodyId inside = m_graph->bodyOf(reader); inside != home; inside = m_graph->bodyOf(reader)) {
        if (!inside.isValid())
            return {}; // a value of a body that a node outside of it reads: only broken files have that
        reader = m_graph->body(inside).owner;
    }
    return reader;
}

void GraphBuilder::countConsumers()
{
    std::vector<std::pair<ValueId, NodeId>> reads;
    reads.reserve(m_graph->m_links.size());
    for (std::size_t i = 0; i < m_graph->m_nodes.size(); ++i) {
        for (const ValueId id : m_graph->m_nodes[i].inputs) {
            const NodeId reader = id.isValid() ? readerBeside(id, NodeId(static_cast<qsizetype>(i))) : NodeId();
            if (reader.isValid())
                reads.emplace_back(id, reader);
        }
    }
    std::ranges::sort(reads);
    // Not std::ranges::unique: clang 14, which builds the fuzz programs, cannot compile that of libstdc++ 12.
    reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
    std::vector<qint32>& start = m_graph->m_consumerStart;
    start.assign(m_graph->m_values.size() + 1, 0);
    m_graph->m_consumers.reserve(reads.size());
    for (const auto& [value, reader] : reads) {
        ++start[value.position() + 1];
        m_graph->m_consumers.push_back(reader);
    }
    for (std::size_t i = 1; i < start.size(); ++i)
        start[i] += start[i - 1];
}

void GraphBuilder::sortTopologically()
{
    const std::size_t count = m_graph->mainNodes();
    std::vector<qint32> waitingFor(count, 0);
    for (std::size_t v = 0; v < m_graph->mainValues(); ++v) {
        if (!m_graph->m_values[v].producer.isValid())
            continue;
        for (const NodeId consumer : m_graph->consumers(ValueId(static_cast<qsizetype>(v))))
            ++waitingFor[consumer.position()];
    }
    // A heap of ready nodes, smallest index first, keeps the file's order wherever it is already a valid one.
    std::vector<NodeId> ready;
    const auto later = [](NodeId a, NodeId b) { return a > b; };
    for (std::size_t i = 0; i < count; ++i) {
        if (waitingFor[i] == 0)
            ready.emplace_back(static_cast<qsizetype>(i));
    }
    std::ranges::make_heap(ready, later);
    std::vector<NodeId>& order = m_graph->m_order;
    while (!ready.empty()) {
        std::ranges::pop_heap(ready, later);
        const NodeId id = ready.back();
        ready.pop_back();
        order.push_back(id);
        for (const ValueId output : m_graph->node(id).outputs) {
            if (!output.isValid() || m_graph->value(output).producer != id)
                continue;
            for (const NodeId consumer : m_graph->consumers(output)) {
                if (--waitingFor[consumer.position()] != 0)
                    continue;
                ready.push_back(consumer);
                std::ranges::push_heap(ready, later);
            }
        }
    }
    for (std::size_t i = 0; i < count && order.size() < count; ++i) {
        if (waitingFor[i] > 0)
            order.emplace_back(static_cast<qsizetype>(i));
    }
}

} // namespace driftscope
