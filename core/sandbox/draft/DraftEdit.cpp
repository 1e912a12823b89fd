// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/draft/DraftEdit.h"

#include "core/sandbox/draft/DraftIndex.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

void markRemoved(NodeDraft& node)
{
    node.opType.clear();
    node.inputs.clear();
    node.outputs.clear();
}

void removeMarkedNodes(GraphDraft& draft)
{
    draft.nodes.removeIf([](const NodeDraft& node) { return node.opType.isEmpty(); });
}

void redirectUsers(GraphDraft& draft, const QString& from, const QString& to)
{
    for (NodeDraft& node : draft.nodes) {
        for (QString& input : node.inputs) {
            if (input == from)
                input = to;
        }
    }
}

void removeUnused(GraphDraft& draft)
{
    QSet<QString> needed;
    for (const ValueDraft& output : draft.outputs)
        needed.insert(output.name);
    // From the back: the draft is sorted, so a node's users have been seen when its turn comes.
    for (qsizetype i = draft.nodes.size() - 1; i >= 0; --i) {
        NodeDraft& node = draft.nodes[i];
        const bool used
            = std::ranges::any_of(node.outputs, [&](const QString& output) { return needed.contains(output); });
        if (!used) {
            markRemoved(node);
            continue;
        }
        for (const QString& input : node.inputs)
            needed.insert(input);
    }
    removeMarkedNodes(draft);
    draft.initializers.removeIf([&](const NamedTensor& constant) { return !needed.contains(constant.name); });
}

bool sortTopologically(GraphDraft& draft)
{
    const DraftIndex index(draft);
    QList<int> missing(draft.nodes.size(), 0);
    QList<qsizetype> ready;
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        QSet<QString> waiting;
        for (const QString& input : draft.nodes[i].inputs) {
            if (index.producer(input) >= 0)
                waiting.insert(input);
        }
        missing[i] = static_cast<int>(waiting.size());
        if (missing[i] == 0)
            ready.append(i);
    }
    // The smallest ready index goes first, which keeps an order that already is one.
    std::ranges::make_heap(ready, std::ranges::greater{});
    QList<NodeDraft> sorted;
    sorted.reserve(draft.nodes.size());
    while (!ready.isEmpty()) {
        std::ranges::pop_heap(ready, std::ranges::greater{});
        const qsizetype next = ready.takeLast();
        sorted.append(draft.nodes[next]);
        for (const QString& output : draft.nodes[next].outputs) {
            for (const qsizetype user : index.consumers(output)) {
                if (--missing[user] == 0) {
                    ready.append(user);
                    std::ranges::push_heap(ready, std::ranges::greater{});
                }
            }
        }
    }
    if (sorted.size() != draft.nodes.size())
        return false;
    draft.nodes = sorted;
    return true;
}

void nameNodes(GraphDraft& draft)
{
    QSet<QString> taken;
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        NodeDraft& node = draft.nodes[i];
        if (node.name.isEmpty())
            node.name = u"%1_%2"_s.arg(node.opType).arg(i);
        const QString wanted = node.name;
        for (int copy = 1; taken.contains(node.name); ++copy)
            node.name = u"%1_%2"_s.arg(wanted).arg(copy);
        taken.insert(node.name);
    }
}

QString addConstant(GraphDraft& draft, const QString& name, Tensor tensor)
{
    const auto found = std::ranges::find(draft.initializers, name, &NamedTensor::name);
    if (found != draft.initializers.end())
        found->tensor = std::move(tensor);
    else
        draft.initializers.append({name, std::move(tensor)});
    return name;
}

QString addIntegers(GraphDraft& draft, const QString& name, const QList<qint64>& values)
{
    return addConstant(
        draft, name,
        Tensor::fromValues<qint64>(Shape{values.size()},
                                   std::span(values.constData(), static_cast<std::size_t>(values.size()))));
}

NodeDraft makeNode(const QString& type, const QString& name, const QStringList& inputs, const QStringList& outputs,
                   const QList<Attribute>& attributes)
{
    NodeDraft node;
    node.opType = type;
    node.name = name;
    node.inputs = inputs;
    node.outputs = outputs;
    node.attributes = attributes;
    return node;
}

QStringList namesOf(const QList<NodeDraft>& nodes)
{
    QStringList names;
    for (const NodeDraft& node : nodes)
        names.append(node.name);
    return names;
}

QSet<QString> usedNames(const GraphDraft& draft)
{
    QSet<QString> names;
    for (const NodeDraft& node : draft.nodes) {
        names.insert(node.name);
        names.unite(QSet<QString>(node.inputs.begin(), node.inputs.end()));
        names.unite(QSet<QString>(node.outputs.begin(), node.outputs.end()));
    }
    for (const NamedTensor& constant : draft.initializers)
        names.insert(constant.name);
    return names;
}

QList<qint64> toList(const Shape& shape)
{
    return {shape.sizes().begin(), shape.sizes().end()};
}

} // namespace driftscope
