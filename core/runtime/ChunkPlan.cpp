// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/ChunkPlan.h"

#include "core/graph/Graph.h"
#include "core/onnx/OnnxWriter.h"

#include <algorithm>

namespace driftscope {

namespace {

/// Few kernels for processors compute in 16-bit floats: ONNX Runtime then makes a copy in 32 bits of what goes in and
/// comes out.
qint64 bytesInMemory(DataType type, const Shape& shape)
{
    if (!shape.isKnown() || elementSize(type) == 0)
        return 0;
    const bool isHalf = type == DataType::Float16 || type == DataType::BFloat16;
    return shape.elementCount() * elementSize(type) * (isHalf ? 3 : 1);
}

/// Serialized, parsed and as the session's own.
constexpr qint64 copiesOfWeights = 3;

} // namespace

ChunkPlanner::ChunkPlanner(const GraphDraft& model, const QStringList& only, const QList<NamedTensor>& inputs)
{
    learnShapes(model, inputs);
    QHash<QString, qint64> weights;
    for (const NamedTensor& initializer : model.initializers)
        weights.insert(initializer.name, initializer.tensor.byteCount());
    const QSet<QString> wanted(only.cbegin(), only.cend());
    const auto graph = Graph::fromDraft(model);
    for (const NodeId id : graph->topologicalOrder()) {
        const auto index = static_cast<qsizetype>(id.index());
        guessSizes(model.nodes[index]);
        addStep(model.nodes[index], graph->node(id).name, wanted, weights);
    }
    QSet<QString> left = wanted;
    for (const PlannedValue& value : std::as_const(m_values))
        left.remove(value.name);
    for (const ValueDraft& input : model.inputs)
        left.remove(input.name); // captured anyway
    m_unknown = left.values();
    m_unknown.sort();
}

void ChunkPlanner::learnShapes(const GraphDraft& model, const QList<NamedTensor>& inputs)
{
    GraphDraft fixed = model;
    for (ValueDraft& input : fixed.inputs) {
        for (const NamedTensor& given : inputs) {
            if (given.name == input.name || (inputs.size() == 1 && fixed.inputs.size() == 1))
                input.shape = given.tensor.shape();
        }
    }
    fixed.values.removeIf([](const ValueDraft& value) { return !value.shape || !value.shape->isKnown(); });
    inferShapes(fixed);
    for (const ValueDraft& value : fixed.values + fixed.outputs + fixed.inputs) {
        m_types.insert(value.name, value.type);
        if (value.shape)
            learn(value.name, value.type, *value.shape);
    }
}

void ChunkPlanner::learn(const QString& value, DataType type, const Shape& shape)
{
    if (shape.isKnown())
        m_bytes.insert(value, bytesInMemory(type, shape));
}

/// A result of unknown size is taken to be as large as the largest thing that its node reads.
void ChunkPlanner::guessSizes(const NodeDraft& node)
{
    qint64 largest = 0;
    for (const QString& input : node.inputs)
        largest = std::max(largest, m_bytes.value(input));
    for (const QString& output : node.outputs) {
        if (!m_bytes.contains(output))
            m_bytes.insert(output, largest);
    }
}

void ChunkPlanner::addStep(const NodeDraft& node, const QString& name, const QSet<QString>& wanted,
                           const QHash<QString, qint64>& weights)
{
    Step step;
    for (const QString& output : node.outputs) {
        if (!output.isEmpty() && (wanted.isEmpty() || wanted.contains(output)))
            step.values.append({output, name});
    }
    if (step.values.isEmpty())
        return;
    QSet<QString> reads;
    collectReads(node, reads);
    step.reads = reads.values();
    for (const QString& read : std::as_const(step.reads))
        step.weightBytes += weights.value(read) * copiesOfWeights;
    m_values += step.values;
    m_steps.append(step);
}

qint64 ChunkPlanner::costOf(const Step& step, const QSet<QString>& done, QSet<QString>& fed) const
{
    qint64 bytes = step.weightBytes;
    for (const PlannedValue& value : step.values)
        bytes += m_bytes.value(value.name);
    for (const QString& read : step.reads) {
        if (!done.contains(read) || fed.contains(read))
            continue;
        fed.insert(read);
        bytes += m_bytes.value(read);
    }
    return bytes;
}

CaptureChunk ChunkPlanner::next(const QSet<QString>& done, qint64 budget, qsizetype valuesPerChunk) const
{
    CaptureChunk chunk;
    QSet<QString> fed;
    for (const Step& step : m_steps) {
        QList<PlannedValue> left;
        std::ranges::copy_if(step.values, std::back_inserter(left),
                             [&done](const PlannedValue& value) { return !done.contains(value.name); });
        if (left.isEmpty())
            continue;
        const qint64 cost = costOf(step, done, fed);
        const bool isFull
            = chunk.bytes + cost > budget || chunk.values.size() + left.size() > std::max<qsizetype>(valuesPerChunk, 1);
        if (!chunk.values.isEmpty() && isFull)
            break;
        chunk.values += left;
        chunk.bytes += cost;
    }
    return chunk;
}

} // namespace driftscope
