// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageAnnotations.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The producers behind `outputs`, back to `borders` (names of values).
QSet<NodeId> nodesBetween(const Graph& graph, const std::vector<ValueId>& outputs, const QSet<QString>& borders)
{
    QSet<NodeId> found;
    std::vector<ValueId> open = outputs;
    while (!open.empty()) {
        const ValueId value = open.back();
        open.pop_back();
        if (!value.isValid() || borders.contains(graph.value(value).name))
            continue;
        const NodeId node = graph.value(value).producer;
        if (!node.isValid() || found.contains(node))
            continue;
        found.insert(node);
        open.insert(open.end(), graph.node(node).inputs.begin(), graph.node(node).inputs.end());
    }
    return found;
}

} // namespace

QHash<NodeId, NodeId> boardNodesOf(const Graph& quantized, const Graph& board)
{
    QHash<NodeId, NodeId> owners;
    for (int i = 0; i < quantized.nodeCount(); ++i) {
        if (const NodeId same = board.findNode(quantized.node(NodeId(i)).name); same.isValid())
            owners.insert(NodeId(i), same);
    }
    for (int i = 0; i < board.nodeCount(); ++i) {
        const Node& packed = board.node(NodeId(i));
        if (packed.opType != "BPU"_L1)
            continue;
        QSet<QString> borders;
        for (const ValueId input : packed.inputs) {
            if (input.isValid())
                borders.insert(board.value(input).name);
        }
        std::vector<ValueId> outputs;
        for (const ValueId output : packed.outputs) {
            if (output.isValid())
                outputs.push_back(quantized.findValue(board.value(output).name));
        }
        for (const NodeId node : nodesBetween(quantized, outputs, borders)) {
            if (!owners.contains(node))
                owners.insert(node, NodeId(i));
        }
    }
    return owners;
}

} // namespace driftscope
