// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/NodePlaces.h"

#include "core/sandbox/quantize/OperatorSupport.h"

namespace driftscope {

void placeNodes(const GraphDraft& draft, const DraftIndex& index, const ValueShapes& shapes, const NodePlaces& places,
                QList<NodeRole>& roles)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if (places.onCpu.contains(node.name))
            roles[i] = NodeRole::Cpu;
        else if (roles[i] == NodeRole::Cpu && places.onBpu.contains(node.name))
            roles[i] = roleOnBpu(node, index, shapes);
    }
}

void keepActivationsOnCpu(const GraphDraft& draft, const NodePlaces& places, OperatorPlan& plan)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if (plan.roles[i] != NodeRole::FusedActivation || !places.onCpu.contains(node.name))
            continue;
        plan.roles[i] = NodeRole::Cpu;
        plan.fused.remove(node.inputs.value(0));
    }
}

} // namespace driftscope
