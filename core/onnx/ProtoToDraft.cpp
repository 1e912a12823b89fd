// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTensor.h"
#include "core/onnx/OnnxTypes.h"
#include "core/onnx/YoungFields.h"

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

tl::unexpected<Error> stopped()
{
    return failure(ErrorKind::Cancelled, QCoreApplication::translate("OnnxReader", "Reading was stopped."));
}

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

Result<SparseTensor> sparseFromProto(const onnx::SparseTensorProto& proto, const OnnxSource& source)
{
    auto values = tensorFromProto(proto.values(), source);
    if (!values)
        return forward(values);
    auto indices = tensorFromProto(proto.indices(), source);
    if (!indices)
        return forward(indices);
    return SparseTensor{text(proto.values().name()), std::move(*values), std::move(*indices),
                        Shape(std::vector<qint64>(proto.dims().begin(), proto.dims().end()))};
}

Result<std::shared_ptr<const GraphDraft>> graphValue(const onnx::GraphProto& proto, const OnnxSource& source)
{
    auto graph = draftFromGraph(proto, source);
    if (!graph)
        return forward(graph);
    return std::make_shared<const GraphDraft>(std::move(*graph));
}

/// One value that may be refused, or a list of them.
template <typename Read, typename Proto>
Result<AttributeValue> one(Read read, const Proto& proto, const OnnxSource& source)
{
    auto value = read(proto, source);
    if (!value)
        return forward(value);
    return AttributeValue(std::move(*value));
}

template <typename Read, typename Protos>
Result<AttributeValue> all(Read read, const Protos& protos, const OnnxSource& source)
{
    QList<typename std::invoke_result_t<Read, decltype(protos.Get(0)), const OnnxSource&>::value_type> values;
    for (const auto& proto : protos) {
        auto value = read(proto, source);
        if (!value)
            return forward(value);
        values.append(std::move(*value));
    }
    return AttributeValue(std::move(values));
}

QStringList texts(const google::protobuf::RepeatedPtrField<std::string>& strings)
{
    QStringList list;
    list.reserve(strings.size());
    for (const std::string& string : strings)
        list.append(text(string));
    return list;
}

QList<ValueType> typesOf(const onnx::AttributeProto& proto)
{
    QList<ValueType> types;
    for (const onnx::TypeProto& type : proto.type_protos())
        types.append(typeFromProto(type));
    return types;
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
        return one(tensorFromProto, proto.t(), source);
    case onnx::AttributeProto_AttributeType_GRAPH:
        return one(graphValue, proto.g(), source);
    case onnx::AttributeProto_AttributeType_SPARSE_TENSOR:
        return one(sparseFromProto, proto.sparse_tensor(), source);
    case onnx::AttributeProto_AttributeType_TYPE_PROTO:
        return AttributeValue(typeFromProto(proto.tp()));
    case onnx::AttributeProto_AttributeType_TENSORS:
        return all(tensorFromProto, proto.tensors(), source);
    case onnx::AttributeProto_AttributeType_GRAPHS:
        return all(graphValue, proto.graphs(), source);
    case onnx::AttributeProto_AttributeType_SPARSE_TENSORS:
        return all(sparseFromProto, proto.sparse_tensors(), source);
    case onnx::AttributeProto_AttributeType_TYPE_PROTOS:
        return AttributeValue(typesOf(proto));
    case onnx::AttributeProto_AttributeType_FLOATS:
        return AttributeValue(QList<float>(proto.floats().begin(), proto.floats().end()));
    case onnx::AttributeProto_AttributeType_INTS:
        return AttributeValue(QList<qint64>(proto.ints().begin(), proto.ints().end()));
    case onnx::AttributeProto_AttributeType_STRINGS:
        return AttributeValue(texts(proto.strings()));
    default: // nothing says what it is: kept by name, without a value
        return AttributeValue();
    }
}

Result<Attribute> attributeFromProto(const onnx::AttributeProto& proto, const OnnxSource& source)
{
    auto value = valueOf(proto, source);
    if (!value)
        return forward(value);
    return Attribute{text(proto.name()), std::move(*value), text(proto.ref_attr_name())};
}

Result<NodeDraft> draftFromNode(const onnx::NodeProto& proto, const OnnxSource& source)
{
    NodeDraft node;
    node.name = text(proto.name());
    node.opType = text(proto.op_type());
    node.domain = text(proto.domain());
    node.doc = text(proto.doc_string());
    node.inputs = texts(proto.input());
    node.outputs = texts(proto.output());
    for (const onnx::AttributeProto& attributeProto : proto.attribute()) {
        auto attribute = attributeFromProto(attributeProto, source);
        if (!attribute)
            return forward(attribute);
        node.attributes.append(std::move(*attribute));
    }
    if (!proto.unknown_fields().empty()) {
        YoungFields fields(proto.unknown_fields());
        node.overload = fields.takeText(young::nodeOverload);
        node.metadata = fields.takePairs(young::nodeMetadata);
        node.unread = fields.rest();
    }
    return node;
}

template <typename Protos> Result<QList<NodeDraft>> readNodes(const Protos& protos, const OnnxSource& source)
{
    QList<NodeDraft> nodes;
    nodes.reserve(protos.size());
    for (const onnx::NodeProto& proto : protos) {
        if (source.cancel.isCancelled())
            return stopped();
        auto node = draftFromNode(proto, source);
        if (!node)
            return forward(node);
        nodes.append(std::move(*node));
    }
    return nodes;
}

Result<void> readInitializers(GraphDraft& graph, const onnx::GraphProto& proto, const OnnxSource& source)
{
    for (const onnx::TensorProto& initializer : proto.initializer()) {
        if (source.cancel.isCancelled())
            return stopped();
        auto tensor = tensorFromProto(initializer, source);
        if (!tensor)
            return forward(tensor);
        graph.initializers.append({text(initializer.name()), std::move(*tensor)});
    }
    for (const onnx::SparseTensorProto& initializer : proto.sparse_initializer()) {
        auto sparse = sparseFromProto(initializer, source);
        if (!sparse)
            return forward(sparse);
        graph.sparseInitializers.append(std::move(*sparse));
    }
    return {};
}

/// What a graph says that nobody here reads: annotations of quantization, metadata and what is still to be invented.
QByteArray unreadOf(const onnx::GraphProto& proto)
{
    onnx::GraphProto rest;
    *rest.mutable_quantization_annotation() = proto.quantization_annotation();
    rest.mutable_unknown_fields()->MergeFrom(proto.unknown_fields());
    return QByteArray::fromStdString(rest.SerializeAsString());
}

QByteArray unreadOf(const onnx::ModelProto& proto)
{
    onnx::ModelProto rest;
    *rest.mutable_training_info() = proto.training_info();
    rest.mutable_unknown_fields()->MergeFrom(proto.unknown_fields());
    return QByteArray::fromStdString(rest.SerializeAsString());
}

void readValues(GraphDraft& graph, const onnx::GraphProto& proto)
{
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
}

Result<GraphDraft> draftFromGraph(const onnx::GraphProto& proto, const OnnxSource& source)
{
    GraphDraft graph;
    graph.name = text(proto.name());
    graph.doc = text(proto.doc_string());
    if (auto read = readInitializers(graph, proto, source); !read)
        return forward(read);
    readValues(graph, proto);
    auto nodes = readNodes(proto.node(), source);
    if (!nodes)
        return forward(nodes);
    graph.nodes = std::move(*nodes);
    graph.unreadOfGraph = unreadOf(proto);
    return graph;
}

template <typename Protos> QList<OpsetImport> opsetsOf(const Protos& protos)
{
    QList<OpsetImport> opsets;
    for (const onnx::OperatorSetIdProto& opset : protos)
        opsets.append({text(opset.domain()), opset.version()});
    return opsets;
}

Result<FunctionDraft> functionFromProto(const onnx::FunctionProto& proto, const OnnxSource& source)
{
    FunctionDraft function{text(proto.domain()), text(proto.name())};
    function.doc = text(proto.doc_string());
    function.inputs = texts(proto.input());
    function.outputs = texts(proto.output());
    function.attributes = texts(proto.attribute());
    function.opsets = opsetsOf(proto.opset_import());
    auto nodes = readNodes(proto.node(), source);
    if (!nodes)
        return forward(nodes);
    function.nodes = std::move(*nodes);
    YoungFields fields(proto.unknown_fields());
    for (const auto& attributeProto : fields.take<onnx::AttributeProto>(young::functionDefaults)) {
        auto attribute = attributeFromProto(attributeProto, source);
        if (!attribute)
            return forward(attribute);
        function.defaults.append(std::move(*attribute));
    }
    for (const auto& value : fields.take<onnx::ValueInfoProto>(young::functionValues))
        function.values.append(valueFromProto(value));
    function.overload = fields.takeText(young::functionOverload);
    function.metadata = fields.takePairs(young::functionMetadata);
    function.unread = fields.rest();
    return function;
}

} // namespace

Result<GraphDraft> draftFromProto(const onnx::ModelProto& model, const OnnxSource& source)
{
    auto graph = draftFromGraph(model.graph(), source);
    if (!graph)
        return graph;
    graph->irVersion = model.ir_version();
    graph->producer = text(model.producer_name());
    graph->producerVersion = text(model.producer_version());
    graph->opsets = opsetsOf(model.opset_import());
    graph->modelDomain = text(model.domain());
    graph->modelVersion = model.model_version();
    graph->modelDoc = text(model.doc_string());
    graph->unreadOfModel = unreadOf(model);
    for (const onnx::StringStringEntryProto& entry : model.metadata_props())
        graph->metadata.append({text(entry.key()), text(entry.value())});
    for (const onnx::FunctionProto& proto : model.functions()) {
        auto function = functionFromProto(proto, source);
        if (!function)
            return forward(function);
        graph->functions.append(std::move(*function));
    }
    if (source.external)
        graph->externalFiles = source.external->names();
    return graph;
}

} // namespace driftscope
