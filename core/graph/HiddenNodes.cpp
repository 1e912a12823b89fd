// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/HiddenNodes.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

bool isQuantize(const Node& node)
{
    return node.opType == u"QuantizeLinear"_s || node.opType == u"HzQuantize"_s;
}

bool isDequantize(const Node& node)
{
    return node.opType == u"DequantizeLinear"_s || node.opType == u"HzDequantize"_s;
}

/// One node that stands for a pair.
bool isFakeQuantize(const Node& node)
{
    return node.opType == u"HzCalibration"_s || node.opType.startsWith(u"FakeQuant"_s);
}

/// The value is read by DequantizeLinear only, and by one at least.
bool isReadByDequantizeOnly(const Graph& graph, ValueId value)
{
    const auto consumers = graph.consumers(value);
    return value.isValid() && !graph.value(value).isOutput && !consumers.empty()
        && std::ranges::all_of(consumers, [&](NodeId each) { return isDequantize(graph.node(each)); });
}

std::vector<NodeId> marked(const std::vector<char>& marks)
{
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i] != 0)
            nodes.emplace_back(static_cast<qsizetype>(i));
    }
    return nodes;
}

} // namespace

std::vector<NodeId> quantizePairs(const Graph& graph)
{
    std::vector<char> marks(static_cast<std::size_t>(graph.nodeCount()), 0);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Node& node = graph.nodes()[i];
        if (isFakeQuantize(node)) {
            marks[i] = 1;
        } else if (isDequantize(node) && !node.inputs.empty() && node.inputs.front().isValid()
                   && graph.value(node.inputs.front()).isInitializer) {
            marks[i] = 1;
        } else if (isQuantize(node) && node.outputs.size() == 1
                   && isReadByDequantizeOnly(graph, node.outputs.front())) {
            marks[i] = 1;
            for (const NodeId reader : graph.consumers(node.outputs.front()))
                marks[reader.position()] = 1;
        }
    }
    return marked(marks);
}

std::vector<NodeId> constantNodes(const Graph& graph)
{
    std::vector<char> marks(static_cast<std::size_t>(graph.nodeCount()), 0);
    const auto isConstant = [&](ValueId id) {
        if (!id.isValid())
            return true;
        const Value& value = graph.value(id);
        return value.isInitializer || (value.producer.isValid() && marks[value.producer.position()] != 0);
    };
    for (const NodeId id : graph.topologicalOrder())
        marks[id.position()] = std::ranges::all_of(graph.node(id).inputs, isConstant) ? 1 : 0;
    return marked(marks);
}

} // namespace driftscope
