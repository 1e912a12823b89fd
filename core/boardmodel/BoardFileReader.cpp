// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/boardmodel/BoardFileTypes.h"
#include "core/boardmodel/BoardModel.h"
#include "core/boardmodel/PackedCode.h"

#include <boardfile.pb.h>

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct BoardFile
{
    Q_DECLARE_TR_FUNCTIONS(BoardFile)
};

constexpr int floatAttribute = 1;
constexpr int intAttribute = 2;
constexpr int stringAttribute = 3;
constexpr int floatsAttribute = 6;
constexpr int intsAttribute = 7;
constexpr int stringsAttribute = 8;

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

template <typename T> QByteArray bytesOf(const google::protobuf::RepeatedField<T>& field)
{
    return {reinterpret_cast<const char*>(field.data()),
            static_cast<qsizetype>(field.size()) * static_cast<qsizetype>(sizeof(T))};
}

QByteArray unknownBytes(const google::protobuf::UnknownFieldSet& fields)
{
    std::string bytes;
    fields.SerializeToString(&bytes);
    return QByteArray::fromStdString(bytes);
}

/// What the container says of every input and output; codes, layouts and scales come later.
BoardTensorInfo infoOf(const ValueDraft& value)
{
    BoardTensorInfo info;
    info.name = value.name;
    info.type = value.type;
    info.shape = *value.shape;
    return info;
}

AttributeValue valueOf(const boardfile::Attribute& attribute)
{
    switch (attribute.type()) {
    case floatAttribute:
        return attribute.f();
    case intAttribute:
        return qint64{attribute.i()};
    case stringAttribute:
        return text(attribute.s());
    case floatsAttribute:
        return QList<float>(attribute.floats().begin(), attribute.floats().end());
    case intsAttribute:
        return QList<qint64>(attribute.ints().begin(), attribute.ints().end());
    case stringsAttribute: {
        QStringList strings;
        for (const std::string& string : attribute.strings())
            strings.append(text(string));
        return strings;
    }
    default:
        return {};
    }
}

NodeDraft nodeFrom(const boardfile::Node& proto)
{
    NodeDraft node;
    node.name = text(proto.name());
    node.opType = text(proto.op_type());
    for (const std::string& input : proto.input())
        node.inputs.append(text(input));
    for (const std::string& output : proto.output())
        node.outputs.append(text(output));
    for (const boardfile::Attribute& attribute : proto.attribute())
        node.attributes.append({text(attribute.name()), valueOf(attribute)});
    return node;
}

ValueDraft valueFrom(const boardfile::Value& proto)
{
    return {text(proto.name()), typeFromBoardFile(proto.type().element_type()),
            Shape(std::vector<qint64>(proto.type().dims().begin(), proto.type().dims().end()))};
}

Result<Tensor> tensorFrom(const boardfile::Constant& constant, const QString& name)
{
    const int code = constant.type().element_type();
    const DataType type = typeFromBoardFile(code);
    QByteArray bytes(constant.raw().data(), static_cast<qsizetype>(constant.raw().size()));
    if (constant.floats_size() > 0 && type == DataType::Float32)
        bytes = bytesOf(constant.floats());
    else if (constant.int64s_size() > 0 && type == DataType::Int64)
        bytes = bytesOf(constant.int64s());
    Shape shape(std::vector<qint64>(constant.type().dims().begin(), constant.type().dims().end()));
    if (code == boardFileBytes && shape.rank() == 0)
        shape = Shape{bytes.size()};
    auto tensor = Tensor::fromBytes(type, std::move(shape), std::move(bytes));
    if (tensor)
        return tensor;
    return failure(ErrorKind::Malformed,
                   BoardFile::tr("“%1” is damaged: the constant “%2” does not fit its type (%3)")
                       .arg(name, text(constant.name()), tensor.error().message));
}

Result<void> readGraph(BoardModel& model, const boardfile::Graph& proto, const QString& name)
{
    model.name = text(proto.name());
    model.graph.name = model.name;
    for (const boardfile::Node& node : proto.node())
        model.graph.nodes.append(nodeFrom(node));
    for (const boardfile::Constant& constant : proto.constant()) {
        auto tensor = tensorFrom(constant, name);
        if (!tensor)
            return forward(tensor);
        if (model.hbmMagic.isEmpty() && text(constant.name()).startsWith(packedModelConstant))
            model.hbmMagic = magicOfCode(tensor->bytes());
        model.graph.initializers.append({text(constant.name()), std::move(*tensor)});
    }
    for (const boardfile::Value& value : proto.input())
        model.graph.inputs.append(valueFrom(value));
    for (const boardfile::Value& value : proto.output())
        model.graph.outputs.append(valueFrom(value));
    for (const boardfile::Value& value : proto.value())
        model.graph.values.append(valueFrom(value));
    return {};
}

void describeInputs(BoardModel& model, const boardfile::Graph& proto)
{
    const QStringList names = model.metadata.perInput(u"INPUT_NAMES"_s);
    const QStringList types = model.metadata.perInput(u"INPUT_TYPE_RT"_s);
    for (int i = 0; i < proto.input_size(); ++i) {
        const ValueDraft& value = model.graph.inputs[i];
        BoardTensorInfo info = infoOf(value);
        if (i < proto.input_type_size()) {
            info.inputTypeCode = proto.input_type(i);
            info.inputType = inputTypeFromBoardFile(info.inputTypeCode);
        }
        if (i < proto.input_layout_size()) {
            info.layoutCode = proto.input_layout(i);
            info.layout = layoutFromBoardFile(info.layoutCode);
        }
        // The configuration is written out in words; it settles what the code does not.
        if (const qsizetype at = names.indexOf(value.name); at >= 0 && at < types.size())
            info.inputType = inputTypeFromName(types[at]).value_or(info.inputType);
        model.inputs.append(info);
    }
}

/// The modifier tool removes a Dequantize at the end and notes in the metadata which constant held its scales:
/// DN_M_<output> names the value, DN_D_<value>_scale the constant, DN_D_<value>_axis the axis.
std::optional<Quantization> removedDequantize(const BoardModel& model, const QString& output)
{
    const QString value = model.metadata.value(u"DN_M_"_s + output);
    if (value.isEmpty())
        return std::nullopt;
    const QString prefix = u"DN_D_"_s + value;
    const Tensor* scales = model.graph.initializer(model.metadata.value(prefix + u"_scale"_s));
    if (scales == nullptr || scales->dataType() != DataType::Float32 || scales->isEmpty())
        return std::nullopt;
    Quantization quantization;
    quantization.scales = scales->toFloats();
    bool ok = false;
    const int axis = model.metadata.value(prefix + u"_axis"_s).toInt(&ok);
    quantization.axis = ok && quantization.scales.size() > 1 ? axis : -1;
    if (const Tensor* zeroPoints = model.graph.initializer(model.metadata.value(prefix + u"_zeropoint"_s))) {
        for (const qint64 zeroPoint : zeroPoints->toIntegers())
            quantization.zeroPoints.push_back(static_cast<qint32>(zeroPoint));
    }
    return quantization;
}

tl::unexpected<Error> noContainer(const QByteArray& content, const QString& name)
{
    if (content.isEmpty())
        return failure(ErrorKind::Malformed, BoardFile::tr("The file “%1” is empty; copy it again.").arg(name));
    if (looksLikeBoardModel(content)) {
        return failure(
            ErrorKind::Malformed,
            BoardFile::tr("The board model “%1” is damaged or its end is missing; copy it again.").arg(name));
    }
    return failure(ErrorKind::Malformed,
                   BoardFile::tr("“%1” is not a model for the board; perhaps it is raw tensor data, which has the same "
                                 "suffix. Choose the .bin that the toolchain wrote.")
                       .arg(name));
}

} // namespace

Result<BoardModel> readBoardModel(const QString& path)
{
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    return parseBoardModel(*content, path);
}

Result<BoardModel> parseBoardModel(const QByteArray& content, const QString& name)
{
    boardfile::Model proto;
    const bool fits = content.size() <= std::numeric_limits<int>::max();
    if (!fits || !looksLikeBoardModel(content)
        || !proto.ParseFromArray(content.constData(), static_cast<int>(content.size())) || !proto.has_graph()
        || proto.graph().node_size() == 0) {
        return noContainer(content, name);
    }
    BoardModel model;
    model.formatVersion = proto.format_version();
    model.modelVersion = proto.model_version();
    for (const boardfile::Entry& entry : proto.metadata().entry())
        model.metadata.append(text(entry.key()), text(entry.value()));
    if (auto read = readGraph(model, proto.graph(), name); !read)
        return forward(read);
    model.metadata.setMarchOfCode(marchOfMagic(model.hbmMagic));
    describeInputs(model, proto.graph());
    for (const ValueDraft& value : model.graph.outputs) {
        BoardTensorInfo info = infoOf(value);
        info.quantization = removedDequantize(model, value.name);
        model.outputs.append(info);
    }
    model.unknownFields = unknownBytes(proto.unknown_fields());
    model.unknownGraphFields = unknownBytes(proto.graph().unknown_fields());
    return model;
}

bool looksLikeBoardModel(const QByteArray& head)
{
    // Two small numbers, then the graph, which begins with a node: `08 xx 10 xx 2a <length> 0a`.
    if (head.size() < 7 || head[0] != '\x08' || head[2] != '\x10' || head[4] != '\x2a')
        return false;
    qsizetype at = 5;
    while (at < head.size() && at < 10 && (static_cast<quint8>(head[at]) & 0x80U) != 0)
        ++at;
    return at + 1 < head.size() && head[at + 1] == '\x0a';
}

} // namespace driftscope
