// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxTensor.h"

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

void fillValue(onnx::ValueInfoProto& proto, const ValueDraft& value)
{
    proto.set_name(value.name.toStdString());
    if (value.type == DataType::Undefined && !value.shape)
        return;
    onnx::TypeProto_Tensor* type = proto.mutable_type()->mutable_tensor_type();
    type->set_elem_type(onnxTypeOf(value.type));
    if (!value.shape)
        return;
    onnx::TensorShapeProto* shape = type->mutable_shape();
    for (const qint64 size : value.shape->sizes()) {
        onnx::TensorShapeProto_Dimension* dimension = shape->add_dim();
        if (size >= 0)
            dimension->set_dim_value(size);
    }
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
                                                   "written, such as a type or a list of graphs.")
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
        fillTensorProto(*proto.mutable_t(), value, context.content);
        return {};
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
};

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
        if (optional && std::holds_alternative<std::monostate>(attribute.value))
            continue;
        onnx::AttributeProto* target = proto.add_attribute();
        target->set_name(attribute.name.toStdString());
        if (auto filled = std::visit(AttributeFiller{*target, context}, attribute.value); !filled)
            return filled;
    }
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
        fillTensorProto(*tensor, initializer.tensor, context.content);
        if (context.initializersAreInputs)
            fillValue(*proto.add_input(),
                      {initializer.name, initializer.tensor.dataType(), initializer.tensor.shape()});
    }
    for (const NodeDraft& node : draft.nodes) {
        if (auto filled = fillNode(*proto.add_node(), node, context); !filled)
            return filled;
    }
    return {};
}

} // namespace

Result<onnx::ModelProto> protoFromDraft(const GraphDraft& draft, TensorContent content)
{
    onnx::ModelProto model;
    const qint64 irVersion = draft.irVersion > 0 ? draft.irVersion : defaultIrVersion;
    model.set_ir_version(irVersion);
    if (!draft.producer.isEmpty())
        model.set_producer_name(draft.producer.toStdString());
    if (!draft.producerVersion.isEmpty())
        model.set_producer_version(draft.producerVersion.toStdString());
    for (const OpsetImport& opset : draft.opsets) {
        onnx::OperatorSetIdProto* import = model.add_opset_import();
        import->set_domain(opset.domain.toStdString());
        import->set_version(opset.version);
    }
    if (draft.opsets.isEmpty() && draft.irVersion <= 0)
        model.add_opset_import()->set_version(defaultOpset);
    for (const auto& [key, value] : draft.metadata) {
        onnx::StringStringEntryProto* entry = model.add_metadata_props();
        entry->set_key(key.toStdString());
        entry->set_value(value.toStdString());
    }
    const Context context{content, irVersion <= lastIrWithInitializersAsInputs};
    if (auto filled = fillGraph(*model.mutable_graph(), draft, context); !filled)
        return forward(filled);
    return model;
}

} // namespace driftscope
