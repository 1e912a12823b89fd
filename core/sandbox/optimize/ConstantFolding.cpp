// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/optimize/ConstantFolding.h"

#include "core/runtime/InferenceSession.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/draft/DraftIndex.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

bool isRandom(const QString& type)
{
    return type.startsWith("Random"_L1) || type == "Multinomial"_L1 || type == "Bernoulli"_L1;
}

bool hasSubgraph(const NodeDraft& node)
{
    return std::ranges::any_of(node.attributes, [](const Attribute& attribute) {
        return std::holds_alternative<std::shared_ptr<const GraphDraft>>(attribute.value);
    });
}

/// Constant nodes with a tensor, and Shape of a value whose shape is known, need no runtime.
void foldKnown(GraphDraft& draft, const ValueShapes& shapes)
{
    for (NodeDraft& node : draft.nodes) {
        const QString output = node.outputs.value(0);
        if (node.opType == "Constant"_L1) {
            if (const auto* tensor = std::get_if<Tensor>(node.attribute(u"value"_s))) {
                draft.initializers.append({output, *tensor});
                markRemoved(node);
            }
        } else if (node.opType == "Shape"_L1 && shapes.isKnown(node.inputs.value(0))) {
            addIntegers(draft, output, toList(shapes.shape(node.inputs.value(0))));
            markRemoved(node);
        }
    }
    removeMarkedNodes(draft);
}

/// Nodes that depend on constants alone, in execution order.
QList<qsizetype> constantNodes(const GraphDraft& draft, QSet<QString>& known)
{
    for (const NamedTensor& constant : draft.initializers)
        known.insert(constant.name);
    QList<qsizetype> nodes;
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const NodeDraft& node = draft.nodes[i];
        if (isRandom(node.opType) || hasSubgraph(node))
            continue;
        const bool constant = std::ranges::all_of(
            node.inputs, [&](const QString& input) { return input.isEmpty() || known.contains(input); });
        if (!constant)
            continue;
        nodes.append(i);
        for (const QString& output : node.outputs)
            known.insert(output);
    }
    return nodes;
}

} // namespace

Result<void> foldConstants(const std::shared_ptr<const OnnxRuntime>& runtime, GraphDraft& draft,
                           const ValueShapes& shapes)
{
    foldKnown(draft, shapes);
    QSet<QString> known;
    const QList<qsizetype> nodes = constantNodes(draft, known);
    if (nodes.isEmpty())
        return {};

    const DraftIndex index(draft);
    GraphDraft constantPart = draft;
    constantPart.nodes.clear();
    constantPart.inputs.clear();
    constantPart.outputs.clear();
    constantPart.values.clear();
    const QSet<qsizetype> folded(nodes.begin(), nodes.end());
    for (const qsizetype i : nodes) {
        constantPart.nodes.append(draft.nodes[i]);
        for (const QString& output : draft.nodes[i].outputs) {
            const QList<qsizetype> users = index.consumers(output);
            const bool leaves = index.isOutput(output)
                || std::ranges::any_of(users, [&](qsizetype user) { return !folded.contains(user); });
            if (!output.isEmpty() && leaves)
                constantPart.outputs.append({output, DataType::Undefined, std::nullopt});
        }
    }
    removeUnused(constantPart);
    const auto session = InferenceSession::openDraft(runtime, constantPart, {false, 1});
    if (!session)
        return forward(session);
    const auto results = (*session)->run({});
    if (!results)
        return forward(results);
    // A constant that is a graph output keeps its node: an initializer cannot be an output for every runtime.
    for (const NamedTensor& result : *results) {
        if (!index.isOutput(result.name))
            draft.initializers.append(result);
    }
    for (const qsizetype i : nodes) {
        if (!std::ranges::any_of(draft.nodes[i].outputs, [&](const QString& name) { return index.isOutput(name); }))
            markRemoved(draft.nodes[i]);
    }
    removeMarkedNodes(draft);
    removeUnused(draft);
    return {};
}

qint64 parameterCount(const GraphDraft& draft)
{
    qint64 count = 0;
    for (const NamedTensor& constant : draft.initializers)
        count += std::max<qint64>(constant.tensor.elementCount(), 0);
    return count;
}

} // namespace driftscope
