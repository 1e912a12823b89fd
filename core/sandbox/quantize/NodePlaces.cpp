// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/NodePlaces.h"

#include "core/sandbox/quantize/OperatorSupport.h"

#include <algorithm>

namespace driftscope {

namespace {

/// What only moves data gains nothing on the BPU when the CPU hands it the data.
bool isIdleOnBpu(const NodeDraft& node, NodeRole role, const DraftIndex& index, const QList<NodeRole>& roles)
{
    if (role != NodeRole::PassThrough && role != NodeRole::Concat)
        return false;
    return std::ranges::any_of(activationInputs(node, index), [&](const QString& input) {
        const qsizetype producer = index.producer(input);
        return producer >= 0 && roles[producer] == NodeRole::Cpu;
    });
}

} // namespace

void placeNodes(const GraphDraft& draft, const DraftIndex& index, const ValueShapes& shapes, const NodePlaces& places,
                QList<NodeRole>& roles)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if (places.onCpu.contains(node.name))
            roles[i] = NodeRole::Cpu;
        if (roles[i] != NodeRole::Cpu || !places.onBpu.contains(node.name) || places.onCpu.contains(node.name))
            continue;
        const NodeRole role = roleOnBpu(node, index, shapes);
        if (!isIdleOnBpu(node, role, index, roles))
            roles[i] = role;
    }
}

} // namespace driftscope
