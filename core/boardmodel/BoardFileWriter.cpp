// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/BoardFileTypes.h"
#include "core/boardmodel/BoardModel.h"

#include <boardfile.pb.h>

#include <QCoreApplication>

#include <limits>

namespace driftscope {

namespace {

struct BoardFileWriter
{
    Q_DECLARE_TR_FUNCTIONS(BoardFileWriter)
};

/// The toolchain leaves out numbers that are zero.
struct AttributeFiller
{
    boardfile::Attribute& proto;

    bool operator()(qint64 value) const
    {
        proto.set_type(2);
        if (value != 0)
            proto.set_i(value);
        return true;
    }
    bool operator()(float value) const
    {
        proto.set_type(1);
        if (value != 0.0F)
            proto.set_f(value);
        return true;
    }
    bool operator()(const QString& value) const
    {
        proto.set_type(3);
        proto.set_s(value.toStdString());
        return true;
    }
    bool operator()(const QList<qint64>& values) const
    {
        proto.set_type(7);
        for (const qint64 value : values)
            proto.add_ints(value);
        return true;
    }
    bool operator()(const QList<float>& values) const
    {
        proto.set_type(6);
        for (const float value : values)
            proto.add_floats(value);
        return true;
    }
    bool operator()(const QStringList& values) const
    {
        proto.set_type(8);
        for (const QString& value : values)
            proto.add_strings(value.toStdString());
        return true;
    }
    template <typename Other> bool operator()(const Other& /*value*/) const { return false; }
};

Result<void> fillNode(boardfile::Node& proto, const NodeDraft& node)
{
    for (const QString& input : node.inputs)
        proto.add_input(input.toStdString());
    for (const QString& output : node.outputs)
        proto.add_output(output.toStdString());
    proto.set_name(node.name.toStdString());
    proto.set_op_type(node.opType.toStdString());
    for (const Attribute& attribute : node.attributes) {
        boardfile::Attribute* target = proto.add_attribute();
        target->set_name(attribute.name.toStdString());
        if (!std::visit(AttributeFiller{*target}, attribute.value)) {
            return failure(ErrorKind::Unsupported,
                           BoardFileWriter::tr("The attribute “%1” of “%2” has a kind of value that a board model "
                                               "cannot hold.")
                               .arg(attribute.name, node.name));
        }
    }
    return {};
}

void fillType(boardfile::TensorType& proto, DataType type, const Shape& shape)
{
    proto.set_element_type(boardFileTypeOf(type));
    for (const qint64 size : shape.sizes())
        proto.add_dims(size);
}

void fillConstant(boardfile::Constant& proto, const NamedTensor& constant)
{
    const Tensor& tensor = constant.tensor;
    proto.set_name(constant.name.toStdString());
    if (constant.name.startsWith(packedModelConstant)) {
        proto.mutable_type()->set_element_type(boardFileBytes);
        proto.set_raw(tensor.bytes().toStdString());
        return;
    }
    fillType(*proto.mutable_type(), tensor.dataType(), tensor.shape());
    if (tensor.dataType() == DataType::Float32) {
        const auto values = tensor.values<float>();
        proto.mutable_floats()->Add(values.begin(), values.end());
    } else if (tensor.dataType() == DataType::Int64) {
        const auto values = tensor.values<qint64>();
        proto.mutable_int64s()->Add(values.begin(), values.end());
    } else {
        proto.set_raw(tensor.bytes().toStdString());
    }
}

void fillValue(boardfile::Value& proto, const QString& name, DataType type, const Shape& shape)
{
    proto.set_name(name.toStdString());
    fillType(*proto.mutable_type(), type, shape);
}

void fillInputsAndOutputs(boardfile::Graph& proto, const BoardModel& model)
{
    for (const BoardTensorInfo& input : model.inputs) {
        fillValue(*proto.add_input(), input.name, input.type, input.shape);
        const bool coded = input.inputTypeCode != 0;
        proto.add_input_type(coded ? input.inputTypeCode : boardFileInputTypeOf(input.inputType));
        proto.add_input_layout(coded ? input.layoutCode : boardFileLayoutOf(input.layout));
    }
    for (const BoardTensorInfo& output : model.outputs)
        fillValue(*proto.add_output(), output.name, output.type, output.shape);
    for (const ValueDraft& value : model.graph.values)
        fillValue(*proto.add_value(), value.name, value.type, value.shape.value_or(Shape()));
}

} // namespace

Result<QByteArray> toBoardFile(const BoardModel& model)
{
    boardfile::Model proto;
    proto.set_format_version(model.formatVersion);
    proto.set_model_version(model.modelVersion);
    boardfile::Graph* graph = proto.mutable_graph();
    for (const NodeDraft& node : model.graph.nodes) {
        if (auto filled = fillNode(*graph->add_node(), node); !filled)
            return forward(filled);
    }
    graph->set_name(model.name.toStdString());
    for (const NamedTensor& constant : model.graph.initializers)
        fillConstant(*graph->add_constant(), constant);
    fillInputsAndOutputs(*graph, model);
    for (const auto& [key, value] : model.metadata.entries()) {
        boardfile::Entry* entry = proto.mutable_metadata()->add_entry();
        entry->set_key(key.toStdString());
        entry->set_value(value.toStdString());
    }
    proto.mutable_unknown_fields()->ParseFromString(model.unknownFields.toStdString());
    graph->mutable_unknown_fields()->ParseFromString(model.unknownGraphFields.toStdString());
    const std::size_t size = proto.ByteSizeLong();
    QByteArray content(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (size > static_cast<std::size_t>(std::numeric_limits<int>::max())
        || !proto.SerializeToArray(content.data(), static_cast<int>(size))) {
        return failure(
            ErrorKind::Unsupported,
            BoardFileWriter::tr("The board model needs %1 bytes, more than the 2 GB a file may have.").arg(size));
    }
    return content;
}

} // namespace driftscope
