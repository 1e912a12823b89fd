// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/pack/LayerDump.h"

#include "core/sandbox/draft/DraftEdit.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

bool isLayer(const NodeDraft& node, const QuantizedModel& model)
{
    const bool isConv = node.opType == "QLinearConv"_L1 || node.opType == "ConvInteger"_L1;
    return isConv && model.bpuNodes.contains(node.name) && !node.name.startsWith("HZ_PREPROCESS_FOR_"_L1);
}

/// The int8 value with a layer's result: what the Conv makes, or what a table makes of its sums.
QString resultOf(const NodeDraft& layer, const GraphDraft& draft, const DraftIndex& index)
{
    const NodeDraft* node = &layer;
    while (node->opType != "QLinearConv"_L1 && node->opType != "QuantizeLinear"_L1) {
        const QList<qsizetype> users = index.consumers(node->outputs.value(0));
        if (users.isEmpty())
            return {};
        node = &draft.nodes[users.first()];
    }
    return node->outputs.value(0);
}

NodeDraft dequantization(GraphDraft& draft, const NodeDraft& conv, const QString& value,
                         const Quantization& quantization, const QString& output)
{
    const auto [scales, zeroPoints] = operandsOf(quantization);
    const QString name = conv.name + u"_LayerDump_HzDequantize"_s;
    const QString scale = addConstant(draft, name + u"_scale"_s, scales);
    const QString zero = addConstant(draft, name + u"_zero_point"_s, zeroPoints);
    return makeNode(u"DequantizeLinear"_s, name, {value, scale, zero}, {output}, {{u"axis"_s, qint64(1)}});
}

} // namespace

LayerDump withLayerOutputs(QuantizedModel model)
{
    LayerDump dump{std::move(model), {}};
    GraphDraft& draft = dump.model.draft;
    const DraftIndex index(draft);
    QList<NodeDraft> added;
    for (const NodeDraft& node : std::as_const(draft.nodes)) {
        if (!isLayer(node, dump.model))
            continue;
        const QString value = resultOf(node, draft, index);
        const Quantization scales = dump.model.scales.value(value);
        if (scales.scales.empty())
            continue;
        const QString output = node.name + u"_layer_out"_s;
        added.append(dequantization(draft, node, value, scales, output));
        draft.outputs.append({output, DataType::Float32, std::nullopt});
        dump.outputs.append({node.name, output});
    }
    draft.nodes.append(added);
    return dump;
}

QByteArray convOutputMap(const LayerDump& dump)
{
    QJsonObject map;
    for (const auto& [node, output] : dump.outputs)
        map.insert(node, output);
    return QJsonDocument(map).toJson();
}

} // namespace driftscope
