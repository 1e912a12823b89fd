// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/BoardFacts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const Shape* shapeOf(const GraphDraft& graph, const QString& value)
{
    for (const QList<ValueDraft>* values : {&graph.values, &graph.outputs, &graph.inputs}) {
        const auto found = std::ranges::find(*values, value, &ValueDraft::name);
        if (found != values->end() && found->shape)
            return &*found->shape;
    }
    return nullptr;
}

/// The axis that is as long as there are scales: files that do not write it leave no other.
int axisOf(const BoardModel& model, const NodeDraft& node, std::size_t scales)
{
    if (scales <= 1)
        return -1;
    if (const AttributeValue* written = node.attribute(u"axis"_s); written != nullptr)
        return static_cast<int>(node.integer(u"axis"_s, -1));
    for (const QString& value : node.outputs + node.inputs) {
        const Shape* shape = shapeOf(model.graph, value);
        for (int axis = 0; shape != nullptr && axis < shape->rank(); ++axis) {
            if ((*shape)[axis] == static_cast<qint64>(scales))
                return axis;
        }
    }
    return -1;
}

std::optional<Quantization> quantizationOf(const BoardModel& model, const NodeDraft& node)
{
    const bool isScaling = node.opType == "Quantize"_L1 || node.opType == "Dequantize"_L1;
    const Tensor* scales = isScaling && node.inputs.size() > 1 ? model.graph.initializer(node.inputs[1]) : nullptr;
    if (scales == nullptr || scales->dataType() != DataType::Float32)
        return std::nullopt;
    Quantization quantization;
    quantization.scales = scales->toFloats();
    quantization.axis = axisOf(model, node, quantization.scales.size());
    const Tensor* zeroPoints = node.inputs.size() > 2 ? model.graph.initializer(node.inputs[2]) : nullptr;
    if (zeroPoints != nullptr) {
        for (const qint64 zeroPoint : zeroPoints->toIntegers())
            quantization.zeroPoints.push_back(static_cast<qint32>(zeroPoint));
    }
    return quantization;
}

QStringList namesIn(const BuildMetadata& metadata, const QString& key)
{
    return metadata.value(key).split(u' ', Qt::SkipEmptyParts);
}

/// The lists stand there as Python writes them: `['Dequantize', 'Reshape']`.
QString causeOf(const RemovedNode& node, const BuildMetadata& metadata)
{
    if (metadata.value(u"REMOVE_NODE_NAME"_s).contains(node.name))
        return u"model_parameters.remove_node_name"_s;
    const bool isOfType = !node.type.isEmpty() && metadata.value(u"REMOVE_NODE_TYPE"_s).contains(node.type);
    return isOfType ? u"model_parameters.remove_node_type"_s : QString();
}

/// `DN_M_<output>` names what stands at the output since its node was taken out.
void addOutput(RemovedNode& removed, const BoardModel& model)
{
    for (const BoardTensorInfo& output : model.outputs) {
        const QString value = model.metadata.value(u"DN_M_"_s + output.name);
        const QString stem = QString(removed.name).remove(u"_HzDequantize"_s);
        const bool isOnly = model.outputs.size() == 1;
        if (value.isEmpty() || (!isOnly && !value.startsWith(stem)))
            continue;
        removed.output = output.name;
        removed.replacedBy = value;
        if (removed.type == "Dequantize"_L1)
            removed.quantization = output.quantization;
        return;
    }
}

} // namespace

QList<BoardOperator> boardOperators(const BoardModel& model)
{
    QSet<QString> constants;
    for (const NamedTensor& constant : model.graph.initializers)
        constants.insert(constant.name);
    QList<BoardOperator> operators;
    for (const NodeDraft& node : model.graph.nodes) {
        BoardOperator each;
        each.name = node.name;
        each.type = node.opType;
        each.device = node.opType == "BPU"_L1 ? Device::Bpu : Device::Cpu;
        std::ranges::copy_if(node.inputs, std::back_inserter(each.inputs),
                             [&](const QString& input) { return !constants.contains(input); });
        each.outputs = node.outputs;
        each.quantization = quantizationOf(model, node);
        each.bits = static_cast<int>(node.integer(u"bits"_s, 0));
        each.outputLayout = layoutFromName(node.text(u"output_data_format"_s)).value_or(TensorLayout::Unknown);
        operators.append(each);
    }
    return operators;
}

QList<RemovedNode> removedNodes(const BoardModel& model)
{
    const QJsonObject types = QJsonDocument::fromJson(model.metadata.value(u"DELETED_NODE_INFO"_s).toUtf8()).object();
    // Names with spaces are only whole in the map of types.
    QStringList names = namesIn(model.metadata, u"DELETED_NODES"_s);
    for (const QString& name : namesIn(model.metadata, u"DELETED_NODES_IN_BUILD"_s)) {
        if (!names.contains(name))
            names.append(name);
    }
    for (const QString& name : types.keys()) {
        if (!names.contains(name)) {
            for (const QString& part : name.split(u' ', Qt::SkipEmptyParts))
                names.removeOne(part);
            names.append(name);
        }
    }
    QList<RemovedNode> removed;
    for (const QString& name : std::as_const(names)) {
        RemovedNode node;
        node.name = name;
        node.type = types[name].toString();
        if (node.type.isEmpty() && name.endsWith("_HzDequantize"_L1))
            node.type = u"Dequantize"_s;
        node.causedBy = causeOf(node, model.metadata);
        addOutput(node, model);
        removed.append(node);
    }
    return removed;
}

QList<std::pair<QString, QString>> buildVersions(const BuildMetadata& metadata)
{
    QList<std::pair<QString, QString>> versions;
    for (const QString& key :
         {u"BUILDER_VERSION"_s, u"HBDK_VERSION"_s, u"HBDK_RUNTIME_VERSION"_s, u"HORIZON_NN_VERSION"_s}) {
        if (const QString value = metadata.value(key).trimmed(); !value.isEmpty())
            versions.append({key, value});
    }
    return versions;
}

} // namespace driftscope
