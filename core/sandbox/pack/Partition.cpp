// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/pack/Partition.h"

#include <algorithm>

namespace driftscope {

namespace {

/// How often the path to each node returned from the CPU to the BPU (the longest such path).
struct Depths
{
    QList<int> depth;
    QList<bool> onBpu;
};

Depths depthsOf(const QuantizedModel& model)
{
    const DraftIndex index(model.draft);
    Depths result;
    for (const NodeDraft& node : model.draft.nodes) {
        const bool bpu = model.bpuNodes.contains(node.name);
        int depth = 0;
        for (const QString& input : node.inputs) {
            const qsizetype producer = index.producer(input);
            if (producer >= 0)
                depth = std::max(depth, result.depth[producer] + (bpu && !result.onBpu[producer] ? 1 : 0));
        }
        result.depth.append(depth);
        result.onBpu.append(bpu);
    }
    return result;
}

} // namespace

QList<BoardStep> partition(const QuantizedModel& model)
{
    const Depths depths = depthsOf(model);
    const int deepest = depths.depth.isEmpty() ? 0 : *std::ranges::max_element(depths.depth);
    QList<BoardStep> steps;
    int subgraph = 0;
    for (int level = 0; level <= deepest; ++level) {
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
