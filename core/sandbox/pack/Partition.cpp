// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/pack/Partition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Where each node runs.
struct Depths
{
    QList<int> depth; ///< how often the longest path to it returned from the CPU to the BPU; -1: the CPU in front
    QList<bool> onBpu;
};

/// A BPU part must hold a whole group from DequantizeLinear to QuantizeLinear: only integers cross its border.
void moveToConsumers(const QuantizedModel& model, const DraftIndex& index, Depths& depths)
{
    for (qsizetype i = model.draft.nodes.size() - 1; i >= 0; --i) {
        const NodeDraft& node = model.draft.nodes[i];
        if (!depths.onBpu[i] || node.opType != "DequantizeLinear"_L1)
            continue;
        const QList<qsizetype> users = index.consumers(node.outputs.value(0));
        if (!users.isEmpty()) {
            const qsizetype first = *std::ranges::min_element(users, {}, [&](qsizetype k) { return depths.depth[k]; });
            depths.depth[i] = std::max(depths.depth[i], depths.depth[first]);
        }
    }
}

Depths depthsOf(const QuantizedModel& model)
{
    const DraftIndex index(model.draft);
    Depths result;
    for (const NodeDraft& node : model.draft.nodes) {
        const bool bpu = model.bpuNodes.contains(node.name);
        int depth = bpu ? 0 : -1;
        for (const QString& input : node.inputs) {
            const qsizetype producer = index.producer(input);
            if (producer >= 0)
                depth = std::max(depth, result.depth[producer] + (bpu && !result.onBpu[producer] ? 1 : 0));
        }
        result.depth.append(depth);
        result.onBpu.append(bpu);
    }
    moveToConsumers(model, index, result);
    return result;
}

} // namespace

QList<BoardStep> partition(const QuantizedModel& model)
{
    const Depths depths = depthsOf(model);
    const int deepest = depths.depth.isEmpty() ? 0 : *std::ranges::max_element(depths.depth);
    QList<BoardStep> steps;
    int subgraph = 0;
    for (int level = -1; level <= deepest; ++level) {
        BoardStep part;
        part.isBpu = true;
        QList<BoardStep> cpu;
        for (qsizetype i = 0; i < model.draft.nodes.size(); ++i) {
            if (depths.depth[i] != level)
                continue;
            if (depths.onBpu[i])
                part.nodes.append(i);
            else
                cpu.append(BoardStep{false, -1, {i}});
        }
        if (!part.nodes.isEmpty()) {
            part.subgraph = subgraph++;
            steps.append(part);
        }
        steps.append(cpu);
    }
    return steps;
}

} // namespace driftscope
