// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTensor.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

Result<GraphDraft> draftFromGraph(const onnx::GraphProto& proto, const OnnxSource& source);

AttributeValue stringValue(const std::string& bytes)
{
    const QByteArray raw(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (raw.isValidUtf8())
        return QString::fromUtf8(raw);
    return raw;
}

/// Files of the first IR version do not say an attribute's type; the field that is set does.
onnx::AttributeProto_AttributeType typeOf(const onnx::AttributeProto& proto)
{
    if (proto.has_type() && proto.type() != onnx::AttributeProto_AttributeType_UNDEFINED)
        return proto.type();
    if (proto.has_f())
        return onnx::AttributeProto_AttributeType_FLOAT;
    if (proto.has_i())
        return onnx::AttributeProto_AttributeType_INT;
    if (proto.has_s())
        return onnx::AttributeProto_AttributeType_STRING;
    if (proto.has_t())
        return onnx::AttributeProto_AttributeType_TENSOR;
    if (proto.has_g())
        return onnx::AttributeProto_AttributeType_GRAPH;
    if (proto.floats_size() > 0)
        return onnx::AttributeProto_AttributeType_FLOATS;
    if (proto.strings_size() > 0)
        return onnx::AttributeProto_AttributeType_STRINGS;
    return proto.ints_size() > 0 ? onnx::AttributeProto_AttributeType_INTS
                                 : onnx::AttributeProto_AttributeType_UNDEFINED;
}

Result<AttributeValue> graphValue(const onnx::GraphProto& proto, const OnnxSource& source)
{
    auto graph = draftFromGraph(proto, source);
    if (!graph)
        return forward(graph);
    return AttributeValue(std::make_shared<const GraphDraft>(std::move(*graph)));
}

Result<AttributeValue> tensorValue(const onnx::TensorProto& proto, const OnnxSource& source)
{
    auto tensor = tensorFromProto(proto, source);
    if (!tensor)
        return forward(tensor);
    return AttributeValue(std::move(*tensor));
}

Result<AttributeValue> valueOf(const onnx::AttributeProto& proto, const OnnxSource& source)
{
    switch (typeOf(proto)) {
    case onnx::AttributeProto_AttributeType_FLOAT:
        return AttributeValue(proto.f());
    case onnx::AttributeProto_AttributeType_INT:
        return AttributeValue(qint64{proto.i()});
    case onnx::AttributeProto_AttributeType_STRING:
        return stringValue(proto.s());
    case onnx::AttributeProto_AttributeType_TENSOR:
        return tensorValue(proto.t(), source);
    case onnx::AttributeProto_AttributeType_GRAPH:
        return graphValue(proto.g(), source);
    case onnx::AttributeProto_AttributeType_FLOATS:
        return AttributeValue(QList<float>(proto.floats().begin(), proto.floats().end()));
    case onnx::AttributeProto_AttributeType_INTS:
        return AttributeValue(QList<qint64>(proto.ints().begin(), proto.ints().end()));
    case onnx::AttributeProto_AttributeType_STRINGS: {
        QStringList strings;
        for (const std::string& string : proto.strings())
            strings.append(text(string));
        return AttributeValue(std::move(strings));
    }
    default: // lists of tensors and graphs, sparse tensors, types: kept by name, without a value
        return AttributeValue();
    }
}

Result<NodeDraft> draftFromNode(const onnx::NodeProto& proto, const OnnxSource& source)
{
    NodeDraft node;
    node.name = text(proto.name());
    node.opType = text(proto.op_type());
    node.domain = text(proto.domain());
    node.doc = text(proto.doc_string());
    for (const std::string& input : proto.input())
        node.inputs.append(text(input));
    for (const std::string& output : proto.output())
        node.outputs.append(text(output));
    for (const onnx::AttributeProto& attribute : proto.attribute()) {
        auto value = valueOf(attribute, source);
        if (!value)
            return forward(value);
        node.attributes.append({text(attribute.name()), std::move(*value)});
    }
    return node;
}

Result<void> readInitializers(GraphDraft& graph, const onnx::GraphProto& proto, const OnnxSource& source)
{
    for (const onnx::TensorProto& initializer : proto.initializer()) {
        if (source.cancel.isCancelled())
            return failure(ErrorKind::Cancelled, QCoreApplication::translate("OnnxReader", "Reading was stopped."));
        auto tensor = tensorFromProto(initializer, source);
        if (!tensor)
            return forward(tensor);
        graph.initializers.append({text(initializer.name()), std::move(*tensor)});
    }
    return {};
}

Result<GraphDraft> draftFromGraph(const onnx::GraphProto& proto, const OnnxSource& source)
{
    GraphDraft graph;
    graph.name = text(proto.name());
    if (auto read = readInitializers(graph, proto, source); !read)
        return forward(read);
    QSet<QString> initializers;
    for (const NamedTensor& initializer : graph.initializers)
        initializers.insert(initializer.name);
    for (const onnx::ValueInfoProto& input : proto.input()) {
        // Up to IR version 3 every initializer is listed as an input too; it is none for people.
        if (ValueDraft value = valueFromProto(input); !initializers.contains(value.name))
            graph.inputs.append(std::move(value));
    }
    for (const onnx::ValueInfoProto& output : proto.output())
        graph.outputs.append(valueFromProto(output));
    for (const onnx::ValueInfoProto& value : proto.value_info())
        graph.values.append(valueFromProto(value));
    for (const onnx::NodeProto& nodeProto : proto.node()) {
        auto node = draftFromNode(nodeProto, source);
        if (!node)
            return forward(node);
        graph.nodes.append(std::move(*node));
    }
    return graph;
}

} // namespace

ValueDraft valueFromProto(const onnx::ValueInfoProto& value)
{
    ValueDraft draft;
    draft.name = text(value.name());
    if (!value.type().has_tensor_type())
        return draft;
    const onnx::TypeProto_Tensor& type = value.type().tensor_type();
    draft.type = typeFromOnnx(type.elem_type());
    if (!type.has_shape())
        return draft;
    std::vector<qint64> sizes;
    for (const onnx::TensorShapeProto_Dimension& dimension : type.shape().dim())
        sizes.push_back(dimension.has_dim_value() && dimension.dim_value() >= 0 ? dimension.dim_value() : -1);
    draft.shape = Shape(std::move(sizes));
    return draft;
}

Result<GraphDraft> draftFromProto(const onnx::ModelProto& model, const OnnxSource& source)
{
    auto graph = draftFromGraph(model.graph(), source);
    if (!graph)
        return graph;
    graph->irVersion = model.ir_version();
    graph->producer = text(model.producer_name());
    graph->producerVersion = text(model.producer_version());
    for (const onnx::OperatorSetIdProto& opset : model.opset_import())
        graph->opsets.append({text(opset.domain()), opset.version()});
    for (const onnx::StringStringEntryProto& entry : model.metadata_props())
        graph->metadata.append({text(entry.key()), text(entry.value())});
    return graph;
}

} // namespace driftscope
