// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CapturePlan.h"

#include "core/graph/Graph.h"

#include <QSet>

#include <algorithm>

namespace driftscope {

namespace {

qint64 knownBytes(const Value& value)
{
    if (!value.shape || !value.shape->isKnown())
        return 0;
    return value.shape->elementCount() * elementSize(value.type);
}

/// Indices of the nodes on which the values depend, not looking behind what is known.
QSet<qsizetype> ancestors(const GraphDraft& model, const QList<PlannedValue>& values,
                          const QHash<QString, ValueDraft>& known)
{
    QHash<QString, qsizetype> producer;
    for (qsizetype i = 0; i < model.nodes.size(); ++i) {
        for (const QString& output : model.nodes[i].outputs)
            producer.insert(output, i);
    }
    QStringList open;
    for (const PlannedValue& value : values)
        open.append(value.name);
    QSet<qsizetype> nodes;
    while (!open.isEmpty()) {
        const auto found = producer.constFind(open.takeLast());
        if (found == producer.cend() || nodes.contains(*found))
            continue;
        nodes.insert(*found);
        QSet<QString> reads;
        collectReads(model.nodes[*found], reads);
        for (const QString& read : std::as_const(reads)) {
            if (!known.contains(read))
                open.append(read);
        }
    }
    return nodes;
}

} // namespace

void collectReads(const NodeDraft& node, QSet<QString>& reads)
{
    for (const QString& input : node.inputs)
        reads.insert(input);
    for (const Attribute& attribute : node.attributes) {
        const auto* body = std::get_if<std::shared_ptr<const GraphDraft>>(&attribute.value);
        if (body == nullptr || *body == nullptr)
            continue;
        for (const NodeDraft& inner : (*body)->nodes)
            collectReads(inner, reads);
        for (const ValueDraft& output : (*body)->outputs)
            reads.insert(output.name);
    }
}

qsizetype CapturePlan::valueCount() const
{
    qsizetype count = 0;
    for (const QList<PlannedValue>& chunk : chunks)
        count += chunk.size();
    return count;
}

CapturePlan planCapture(const GraphDraft& model, const QStringList& only, qsizetype valuesPerChunk,
                        qint64 bytesPerChunk)
{
    const auto graph = Graph::fromDraft(model);
    QSet<QString> wanted(only.cbegin(), only.cend());
    CapturePlan plan;
    qint64 bytes = 0;
    for (const NodeId nodeId : graph->topologicalOrder()) {
        const Node& node = graph->node(nodeId);
        for (const ValueId valueId : node.outputs) {
            if (!valueId.isValid() || graph->value(valueId).producer != nodeId)
                continue;
            const Value& value = graph->value(valueId);
            if (!only.isEmpty() && !wanted.remove(value.name))
                continue;
            const qint64 size = knownBytes(value);
            if (plan.chunks.isEmpty() || plan.chunks.back().size() >= std::max<qsizetype>(valuesPerChunk, 1)
                || (!plan.chunks.back().isEmpty() && bytes + size > bytesPerChunk)) {
                plan.chunks.append(QList<PlannedValue>{});
                bytes = 0;
            }
            plan.chunks.back().append({value.name, node.name});
            bytes += size;
        }
    }
    for (const ValueId input : graph->inputs())
        wanted.remove(graph->value(input).name); // inputs are captured anyway
    plan.unknown = wanted.values();
    plan.unknown.sort();
    return plan;
}

GraphDraft modelComputing(const GraphDraft& model, const QList<PlannedValue>& values,
                          const QHash<QString, ValueDraft>& known)
{
    const QSet<qsizetype> needed = ancestors(model, values, known);
    GraphDraft part = model;
    part.nodes.clear();
    part.initializers.clear();
    part.outputs.clear();
    QSet<QString> reads;
    QSet<QString> made;
    for (qsizetype i = 0; i < model.nodes.size(); ++i) {
        if (!needed.contains(i))
            continue;
        part.nodes.append(model.nodes[i]);
        collectReads(model.nodes[i], reads);
        made.unite({model.nodes[i].outputs.cbegin(), model.nodes[i].outputs.cend()});
    }
    for (const NamedTensor& initializer : model.initializers) {
        if (reads.contains(initializer.name))
            part.initializers.append(initializer);
    }
    for (const ValueDraft& input : model.inputs)
        made.insert(input.name);
    for (const QString& read : std::as_const(reads)) {
        if (!made.contains(read) && known.contains(read))
            part.inputs.append(known.value(read));
    }
    QHash<QString, ValueDraft> declared;
    for (const ValueDraft& value : model.values + model.outputs)
        declared.insert(value.name, value);
    for (const PlannedValue& value : values) // the declared shape may be wrong: let ONNX Runtime find out
        part.outputs.append({value.name, declared.value(value.name).type, {}});
    part.values.clear();
    return part;
}

} // namespace driftscope
