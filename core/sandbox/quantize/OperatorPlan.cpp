// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/OperatorPlan.h"

#include "core/sandbox/quantize/NodePlaces.h"
#include "core/sandbox/quantize/OperatorSupport.h"
#include "core/sandbox/quantize/TableFusion.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

bool isProduct(const NodeDraft& node)
{
    return node.opType == "Conv"_L1 || node.opType == "ConvTranspose"_L1 || node.opType == "MatMul"_L1;
}

/// Nodes that are, or lead to, a Conv or MatMul that the BPU can do.
QList<bool> bodyNodes(const GraphDraft& draft, const DraftIndex& index, const ValueShapes& shapes)
{
    QList<bool> body(draft.nodes.size(), false);
    for (qsizetype i = draft.nodes.size() - 1; i >= 0; --i) {
        const NodeDraft& node = draft.nodes[i];
        bool inBody = isProduct(node) && roleOnBpu(node, index, shapes) != NodeRole::Cpu;
        for (const QString& output : node.outputs) {
            const QList<qsizetype> users = index.consumers(output);
            inBody = inBody || std::ranges::any_of(users, [&](qsizetype user) { return body[user]; });
        }
        body[i] = inBody;
    }
    return body;
}

bool hasConstantLimits(const NodeDraft& node, const DraftIndex& index)
{
    return std::ranges::all_of(
        node.inputs.mid(1), [&](const QString& limit) { return limit.isEmpty() || index.constant(limit) != nullptr; });
}

/// Activations behind nodes of the role `behind`.
void fuseActivations(const GraphDraft& draft, const DraftIndex& index, NodeRole behind, OperatorPlan& plan)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if ((node.opType != "Relu"_L1 && node.opType != "Clip"_L1) || !hasConstantLimits(node, index))
            continue;
        const QString input = node.inputs.value(0);
        const qsizetype producer = index.producer(input);
        const bool isInside = plan.inside.contains(input) || plan.inside.contains(node.outputs.value(0));
        if (producer < 0 || index.soleConsumer(input) != i || isInside)
            continue;
        if (plan.roles[producer] == behind && plan.roles[i] == NodeRole::FloatInside) {
            plan.roles[i] = NodeRole::FusedActivation;
            plan.fused.insert(input, node.outputs.value(0));
        }
    }
}

bool makesScale(NodeRole role)
{
    return role == NodeRole::Compute || role == NodeRole::FloatInside || role == NodeRole::Concat
        || role == NodeRole::FusedActivation;
}

void listMeasured(const GraphDraft& draft, const DraftIndex& index, const QSet<QString>& imageInputs,
                  OperatorPlan& plan)
{
    QSet<QString> listed;
    const auto measure = [&](const QString& value) {
        if (!listed.contains(value)) {
            listed.insert(value);
            plan.measured.append(value);
        }
    };
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        if (!plan.isBpu(i))
            continue;
        for (const QString& input : activationInputs(draft.nodes[i], index)) {
            if (!plan.isBpu(index.producer(input)) && !imageInputs.contains(input) && !plan.inside.contains(input))
                measure(input);
        }
        const QString output = draft.nodes[i].outputs.value(0);
        if (makesScale(plan.roles[i]) && !plan.fused.contains(output) && !plan.inside.contains(output))
            measure(output);
    }
}

} // namespace

QStringList activationInputs(const NodeDraft& node, const DraftIndex& index)
{
    QStringList inputs;
    for (const QString& input : node.inputs) {
        if (!input.isEmpty() && index.constant(input) == nullptr)
            inputs.append(input);
    }
    return inputs;
}

OperatorPlan planOperators(const GraphDraft& draft, const ValueShapes& shapes, const QSet<QString>& imageInputs,
                           const NodePlaces& places)
{
    const DraftIndex index(draft);
    const QList<bool> body = bodyNodes(draft, index, shapes);
    OperatorPlan plan;
    for (qsizetype i = 0; i < draft.nodes.size(); ++i)
        plan.roles.append(body[i] ? roleOnBpu(draft.nodes[i], index, shapes) : NodeRole::Cpu);
    placeNodes(draft, index, shapes, places, plan.roles);
    fuseActivations(draft, index, NodeRole::Compute, plan);
    plan.inside = valuesInsideTables(draft, index, shapes, plan.roles);
    fuseActivations(draft, index, NodeRole::FloatInside, plan);
    listMeasured(draft, index, imageInputs, plan);
    return plan;
}

} // namespace driftscope
