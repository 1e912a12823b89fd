// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTensor.h"
#include "core/onnx/OnnxTypes.h"
#include "core/onnx/YoungFields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 defaultIrVersion = 8; ///< the newest that the installed libonnx checks
constexpr qint64 defaultOpset = 13;
constexpr qint64 lastIrWithInitializersAsInputs = 3;

struct Context
{
    TensorContent content = TensorContent::Full;
    bool initializersAreInputs = false;
};

Result<void> fillGraph(onnx::GraphProto& proto, const GraphDraft& draft, const Context& context);

Result<void> fillSparse(onnx::SparseTensorProto& proto, const SparseTensor& sparse, TensorContent content)
{
    if (auto filled = fillTensorProto(*proto.mutable_values(), sparse.values, content); !filled)
        return filled;
    if (auto filled = fillTensorProto(*proto.mutable_indices(), sparse.indices, content); !filled)
        return filled;
    if (!sparse.name.isEmpty())
        proto.mutable_values()->set_name(sparse.name.toStdString());
    for (const qint64 size : sparse.shape.sizes())
        proto.add_dims(size);
    return {};
}

/// Sets the field and type of one attribute by what its value holds.
struct AttributeFiller
{
    onnx::AttributeProto& proto;
    const Context& context;

    Result<void> operator()(std::monostate /*value*/) const
    {
        return failure(ErrorKind::Unsupported,
                       QCoreApplication::translate("OnnxWriter",
                                                   "The attribute “%1” has a kind of value that cannot be "
                                                   "written.")
                           .arg(QString::fromStdString(proto.name())));
    }
    Result<void> operator()(qint64 value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_INT);
        proto.set_i(value);
        return {};
    }
    Result<void> operator()(float value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_FLOAT);
        proto.set_f(value);
        return {};
    }
    Result<void> operator()(const QString& value) const { return (*this)(value.toUtf8()); }
    Result<void> operator()(const QByteArray& value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_STRING);
        proto.set_s(value.toStdString());
        return {};
    }
    Result<void> operator()(const Tensor& value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_TENSOR);
        return fillTensorProto(*proto.mutable_t(), value, context.content);
    }
    Result<void> operator()(const QList<qint64>& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_INTS);
        for (const qint64 value : values)
            proto.add_ints(value);
        return {};
    }
    Result<void> operator()(const QList<float>& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_FLOATS);
        for (const float value : values)
            proto.add_floats(value);
        return {};
    }
    Result<void> operator()(const QStringList& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_STRINGS);
        for (const QString& value : values)
            proto.add_strings(value.toStdString());
        return {};
    }
    Result<void> operator()(const std::shared_ptr<const GraphDraft>& value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_GRAPH);
        return value ? fillGraph(*proto.mutable_g(), *value, context) : Result<void>();
    }
    Result<void> operator()(const SparseTensor& value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_SPARSE_TENSOR);
        return fillSparse(*proto.mutable_sparse_tensor(), value, context.content);
    }
    Result<void> operator()(const ValueType& value) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_TYPE_PROTO);
        fillType(*proto.mutable_tp(), value);
        return {};
    }
    Result<void> operator()(const QList<Tensor>& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_TENSORS);
        for (const Tensor& value : values) {
            if (auto filled = fillTensorProto(*proto.add_tensors(), value, context.content); !filled)
                return filled;
        }
        return {};
    }
    Result<void> operator()(const QList<std::shared_ptr<const GraphDraft>>& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_GRAPHS);
        for (const auto& value : values) {
            if (auto filled = fillGraph(*proto.add_graphs(), *value, context); !filled)
                return filled;
        }
        return {};
    }
    Result<void> operator()(const QList<SparseTensor>& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_SPARSE_TENSORS);
        for (const SparseTensor& value : values) {
            if (auto filled = fillSparse(*proto.add_sparse_tensors(), value, context.content); !filled)
                return filled;
        }
        return {};
    }
    Result<void> operator()(const QList<ValueType>& values) const
    {
        proto.set_type(onnx::AttributeProto_AttributeType_TYPE_PROTOS);
        for (const ValueType& value : values)
            fillType(*proto.add_type_protos(), value);
        return {};
    }
};

Result<void> fillAttribute(onnx::AttributeProto& proto, const Attribute& attribute, const Context& context)
{
    proto.set_name(attribute.name.toStdString());
    if (attribute.reference.isEmpty())
        return std::visit(AttributeFiller{proto, context}, attribute.value);
    // The value only says the kind; what is written is whence the value comes.
    onnx::AttributeProto kind;
    if (!std::holds_alternative<std::monostate>(attribute.value)) {
        if (auto filled = std::visit(AttributeFiller{kind, context}, attribute.value); !filled)
            return filled;
        proto.set_type(kind.type());
    }
    proto.set_ref_attr_name(attribute.reference.toStdString());
    return {};
}

void fillOpset(onnx::OperatorSetIdProto& proto, const OpsetImport& opset)
{
    proto.set_domain(opset.domain.toStdString());
    proto.set_version(opset.version);
}

template <typename Message> void addUnread(Message& message, const QByteArray& unread)
{
    if (!unread.isEmpty())
        message.MergeFromString(unread.toStdString());
}

Result<void> fillNode(onnx::NodeProto& proto, const NodeDraft& node, const Context& context)
{
    proto.set_op_type(node.opType.toStdString());
    if (!node.name.isEmpty())
        proto.set_name(node.name.toStdString());
    if (!node.domain.isEmpty())
        proto.set_domain(node.domain.toStdString());
    if (!node.doc.isEmpty())
        proto.set_doc_string(node.doc.toStdString());
    for (const QString& input : node.inputs)
        proto.add_input(input.toStdString());
    for (const QString& output : node.outputs)
        proto.add_output(output.toStdString());
    for (const Attribute& attribute : node.attributes) {
        const bool optional = context.content == TensorContent::SmallOnly;
        if (optional && std::holds_alternative<std::monostate>(attribute.value) && attribute.reference.isEmpty())
            continue;
        if (auto filled = fillAttribute(*proto.add_attribute(), attribute, context); !filled)
            return filled;
    }
    addYoungText(*proto.mutable_unknown_fields(), young::nodeOverload, node.overload);
    addYoungPairs(*proto.mutable_unknown_fields(), young::nodeMetadata, node.metadata);
    addUnread(proto, node.unread);
    return {};
}

Result<void> fillFunction(onnx::FunctionProto& proto, const FunctionDraft& function, const Context& context)
{
    proto.set_name(function.name.toStdString());
    proto.set_domain(function.domain.toStdString());
    if (!function.doc.isEmpty())
        proto.set_doc_string(function.doc.toStdString());
    for (const QString& input : function.inputs)
        proto.add_input(input.toStdString());
    for (const QString& output : function.outputs)
        proto.add_output(output.toStdString());
    for (const QString& attribute : function.attributes)
        proto.add_attribute(attribute.toStdString());
    for (const OpsetImport& opset : function.opsets)
        fillOpset(*proto.add_opset_import(), opset);
    for (const NodeDraft& node : function.nodes) {
        if (auto filled = fillNode(*proto.add_node(), node, context); !filled)
            return filled;
    }
    google::protobuf::UnknownFieldSet& fields = *proto.mutable_unknown_fields();
    for (const Attribute& attribute : function.defaults) {
        onnx::AttributeProto message;
        if (auto filled = fillAttribute(message, attribute, context); !filled)
            return filled;
        addYoungMessage(fields, young::functionDefaults, message);
    }
    for (const ValueDraft& value : function.values) {
        onnx::ValueInfoProto message;
        fillValue(message, value);
        addYoungMessage(fields, young::functionValues, message);
    }
    addYoungText(fields, young::functionOverload, function.overload);
    addYoungPairs(fields, young::functionMetadata, function.metadata);
    addUnread(proto, function.unread);
    return {};
}

Result<void> fillGraph(onnx::GraphProto& proto, const GraphDraft& draft, const Context& context)
{
    // The checker wants a name.
    proto.set_name(draft.name.isEmpty() ? "graph" : draft.name.toStdString());
    for (const ValueDraft& input : draft.inputs)
        fillValue(*proto.add_input(), input);
    for (const ValueDraft& output : draft.outputs)
        fillValue(*proto.add_output(), output);
    for (const ValueDraft& value : draft.values)
        fillValue(*proto.add_value_info(), value);
    for (const NamedTensor& initializer : draft.initializers) {
        onnx::TensorProto* tensor = proto.add_initializer();
        tensor->set_name(initializer.name.toStdString());
        if (auto filled = fillTensorProto(*tensor, initializer.tensor, context.content); !filled)
            return filled;
        if (context.initializersAreInputs)
            fillValue(*proto.add_input(),
                      {initializer.name, initializer.tensor.dataType(), initializer.tensor.shape()});
    }
    for (const SparseTensor& sparse : draft.sparseInitializers) {
        if (auto filled = fillSparse(*proto.add_sparse_initializer(), sparse, context.content); !filled)
            return filled;
    }
    for (const NodeDraft& node : draft.nodes) {
        if (auto filled = fillNode(*proto.add_node(), node, context); !filled)
            return filled;
    }
    if (!draft.doc.isEmpty())
        proto.set_doc_string(draft.doc.toStdString());
    addUnread(proto, draft.unreadOfGraph);
    return {};
}

void fillHead(onnx::ModelProto& model, const GraphDraft& draft)
{
    if (!draft.producer.isEmpty())
        model.set_producer_name(draft.producer.toStdString());
    if (!draft.producerVersion.isEmpty())
        model.set_producer_version(draft.producerVersion.toStdString());
    if (!draft.modelDomain.isEmpty())
        model.set_domain(draft.modelDomain.toStdString());
    if (!draft.modelDoc.isEmpty())
        model.set_doc_string(draft.modelDoc.toStdString());
    if (draft.modelVersion != 0)
        model.set_model_version(draft.modelVersion);
    for (const auto& [key, value] : draft.metadata) {
        onnx::StringStringEntryProto* entry = model.add_metadata_props();
        entry->set_key(key.toStdString());
        entry->set_value(value.toStdString());
    }
}

} // namespace

Result<onnx::ModelProto> protoFromDraft(const GraphDraft& draft, TensorContent content)
{
    onnx::ModelProto model;
    const qint64 irVersion = draft.irVersion > 0 ? draft.irVersion : defaultIrVersion;
    model.set_ir_version(irVersion);
    fillHead(model, draft);
    for (const OpsetImport& opset : draft.opsets)
        fillOpset(*model.add_opset_import(), opset);
    if (draft.opsets.isEmpty() && draft.irVersion <= 0)
        model.add_opset_import()->set_version(defaultOpset);
    const Context context{content, irVersion <= lastIrWithInitializersAsInputs};
    if (auto filled = fillGraph(*model.mutable_graph(), draft, context); !filled)
        return forward(filled);
    for (const FunctionDraft& function : draft.functions) {
        if (auto filled = fillFunction(*model.add_functions(), function, context); !filled)
            return forward(filled);
    }
    addUnread(model, draft.unreadOfModel);
    return model;
}

} // namespace driftscope
