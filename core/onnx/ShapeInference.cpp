// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxProto.h"
#include "core/onnx/OnnxTypes.h"
#include "core/onnx/OnnxWriter.h"
#include "core/onnx/StandIns.h"

#include "core/graph/Graph.h"

#include <QHash>
#include <QSet>

#include <onnx/shape_inference/implementation.h>

#include <numeric>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace driftscope {

namespace {

void complete(ValueDraft& value, const QHash<QString, ValueDraft>& inferred)
{
    const auto found = inferred.constFind(value.name);
    if (found == inferred.constEnd())
        return;
    if (value.type == DataType::Undefined && !value.composite) {
        value.type = found->type;
        value.composite = found->composite;
    }
    if (value.composite && value.composite->kind != ValueType::Kind::Tensor)
        return;
    if (!value.shape || (!value.shape->isKnown() && found->shape && found->shape->rank() == value.shape->rank()))
        value.shape = found->shape;
}

/// Takes what was inferred over into the draft; node `i` of `graph` is node order[i] of the draft.
void takeInferred(GraphDraft& draft, const onnx::GraphProto& graph, const std::vector<qsizetype>& order);

/// Graphs inside a node get the shapes that were found in them. Bodies are shared, so a changed one is a new one.
void takeInferred(NodeDraft& draft, const onnx::NodeProto& node)
{
    for (const onnx::AttributeProto& proto : node.attribute()) {
        if (!proto.has_g())
            continue;
        const AttributeValue* value = draft.attribute(QString::fromStdString(proto.name()));
        const auto* body = value == nullptr ? nullptr : std::get_if<std::shared_ptr<const GraphDraft>>(value);
        if (body == nullptr || (*body)->nodes.size() != proto.g().node_size())
            continue;
        std::vector<qsizetype> asTheyStand(static_cast<std::size_t>(proto.g().node_size()));
        std::iota(asTheyStand.begin(), asTheyStand.end(), qsizetype{0});
        auto filled = std::make_shared<GraphDraft>(**body);
        takeInferred(*filled, proto.g(), asTheyStand);
        draft.setAttribute(QString::fromStdString(proto.name()), std::shared_ptr<const GraphDraft>(std::move(filled)));
    }
}

void takeInferred(GraphDraft& draft, const onnx::GraphProto& graph, const std::vector<qsizetype>& order)
{
    QHash<QString, ValueDraft> inferred;
    for (const auto* field : {&graph.value_info(), &graph.input(), &graph.output()}) {
        for (const onnx::ValueInfoProto& proto : *field) {
            const ValueDraft value = valueFromProto(proto);
            inferred.insert(value.name, value);
        }
    }
    for (QList<ValueDraft>* values : {&draft.inputs, &draft.outputs, &draft.values}) {
        for (ValueDraft& value : *values)
            complete(value, inferred);
    }
    for (const QList<ValueDraft>* values : {&draft.inputs, &draft.outputs, &draft.values}) {
        for (const ValueDraft& value : *values)
            inferred.remove(value.name);
    }
    for (const onnx::ValueInfoProto& proto : graph.value_info()) {
        if (const QString name = QString::fromStdString(proto.name()); inferred.contains(name))
            draft.values.append(inferred.take(name));
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        takeInferred(draft.nodes[order[i]], graph.node(static_cast<int>(i)));
}

/// Whether no node takes what a later one makes.
bool isSorted(const onnx::GraphProto& graph)
{
    std::unordered_set<std::string_view> used;
    for (const onnx::NodeProto& node : graph.node()) {
        used.insert(node.input().begin(), node.input().end());
        for (const std::string& output : node.output()) {
            if (!output.empty() && used.contains(output))
                return false;
        }
    }
    return true;
}

/// libonnx goes through the nodes as they stand; values that are made later are unknown to it.
std::vector<qsizetype> sortNodes(const GraphDraft& draft, onnx::GraphProto& graph)
{
    std::vector<qsizetype> order(static_cast<std::size_t>(draft.nodes.size()));
    std::iota(order.begin(), order.end(), qsizetype{0});
    if (isSorted(graph))
        return order;
    order.clear();
    const auto sorted = Graph::fromDraft(draft);
    for (const NodeId id : sorted->topologicalOrder())
        order.push_back(id.index());
    google::protobuf::RepeatedPtrField<onnx::NodeProto> nodes;
    nodes.Swap(graph.mutable_node());
    for (const qsizetype index : order)
        graph.add_node()->Swap(nodes.Mutable(static_cast<int>(index)));
    return order;
}

/// Whether every value that a node makes has its type and all of its sizes, in bodies too: toolchains write them all.
bool isComplete(const GraphDraft& draft)
{
    QSet<QString> known;
    known.reserve(draft.values.size() + draft.outputs.size());
    for (const QList<ValueDraft>* values : {&draft.values, &draft.outputs}) {
        for (const ValueDraft& value : *values) {
            if (value.type != DataType::Undefined && value.shape && value.shape->isKnown())
                known.insert(value.name);
        }
    }
    const auto isKnown = [&](const QString& name) { return name.isEmpty() || known.contains(name); };
    const auto isBodyComplete = [](const Attribute& attribute) {
        const auto* const body = std::get_if<std::shared_ptr<const GraphDraft>>(&attribute.value);
        return body == nullptr || *body == nullptr || isComplete(**body);
    };
    return std::ranges::all_of(draft.nodes, [&](const NodeDraft& node) {
        return std::ranges::all_of(node.outputs, isKnown) && std::ranges::all_of(node.attributes, isBodyComplete);
    });
}

} // namespace

void inferShapes(GraphDraft& draft)
{
    if (isComplete(draft))
        return;
    auto model = protoFromDraft(draft, TensorContent::SmallOnly);
    if (!model)
        return;
    const std::vector<qsizetype> order = sortNodes(draft, *model->mutable_graph());
    putStandIns(*model);
    try {
        onnx::shape_inference::InferShapes(*model);
    } catch (const std::exception&) {
        return; // Types and shapes are a help, not a promise.
    }
    takeInferred(draft, model->graph(), order);
}

} // namespace driftscope
