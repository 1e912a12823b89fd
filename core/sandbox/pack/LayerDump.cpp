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

NodeDraft dequantization(GraphDraft& draft, const NodeDraft& conv, const Quantization& quantization,
                         const QString& output)
{
    const auto [scales, zeroPoints] = operandsOf(quantization);
    const QString name = conv.name + u"_LayerDump_HzDequantize"_s;
    const QString scale = addConstant(draft, name + u"_scale"_s, scales);
    const QString zero = addConstant(draft, name + u"_zero_point"_s, zeroPoints);
    return makeNode(u"DequantizeLinear"_s, name, {conv.outputs.value(0), scale, zero}, {output},
                    {{u"axis"_s, qint64(1)}});
}

} // namespace

LayerDump withLayerOutputs(QuantizedModel model)
{
    LayerDump dump{std::move(model), {}};
    GraphDraft& draft = dump.model.draft;
    QList<NodeDraft> added;
    for (const NodeDraft& node : std::as_const(draft.nodes)) {
        const bool isLayer = node.opType == "QLinearConv"_L1 && !node.name.startsWith("HZ_PREPROCESS_FOR_"_L1);
        const Quantization scales = dump.model.scales.value(node.outputs.value(0));
        if (!isLayer || scales.scales.empty())
            continue;
        const QString output = node.name + u"_layer_out"_s;
        added.append(dequantization(draft, node, scales, output));
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
