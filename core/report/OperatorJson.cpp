// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/OperatorJson.h"

#include "core/boardmodel/BoardFacts.h"
#include "core/report/JsonParts.h"
#include "core/stages/HorizonOperator.h"
#include "core/stages/NodeNames.h"
#include "core/stages/RecoveredNormalization.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

template <typename List> QJsonArray numbersJson(const List& numbers)
{
    QJsonArray array;
    for (const auto number : numbers)
        array.append(numberJson(static_cast<double>(number)));
    return array;
}

QString deviceName(Device device)
{
    return device == Device::Bpu ? u"BPU"_s : device == Device::Cpu ? u"CPU"_s : QString();
}

QJsonValue optionalJson(const std::optional<double>& number)
{
    return number ? numberJson(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue sourceJson(const std::optional<FactSource>& source)
{
    if (!source)
        return QJsonValue::Null;
    return QJsonObject{
        {u"origin"_s, factOriginName(source->origin)}, {u"file"_s, source->file}, {u"line"_s, source->line}};
}

QJsonObject factsJson(const LoadedStage& stage, NodeId node, const NodeFacts& facts)
{
    QJsonArray thresholds;
    for (const std::vector<double>& ofInput : facts.inputThresholds)
        thresholds.append(numbersJson(ofInput));
    return {{u"stage"_s, stageKey(stage.stage)},
            {u"node"_s, stage.graph->node(node).name},
            {u"threshold"_s, optionalJson(facts.threshold)},
            {u"thresholds"_s, thresholds},
            {u"cosine"_s, optionalJson(facts.cosine)},
            {u"device"_s, deviceName(facts.device)},
            {u"dtype"_s, facts.dataType},
            {u"subgraph"_s, facts.subgraph},
            {u"board_node"_s, facts.boardNode},
            {u"layout"_s, layoutName(facts.layout)},
            {u"latency_us"_s, optionalJson(facts.latencyUs)},
            {u"layout_conversion_us"_s, optionalJson(facts.conversionUs)},
            {u"ddr_bytes"_s, facts.ddrBytes},
            {u"sources"_s,
             QJsonObject{{u"threshold"_s, sourceJson(facts.thresholdSource)},
                         {u"cosine"_s, sourceJson(facts.cosineSource)},
                         {u"device"_s, sourceJson(facts.deviceSource)},
                         {u"dtype"_s, sourceJson(facts.dataTypeSource)},
                         {u"latency_us"_s, sourceJson(facts.latencySource)}}}};
}

QJsonObject linksJson(const ListLinks& links)
{
    QJsonArray unlinked;
    QJsonObject ways;
    for (const ListLinks::Row& row : links.rows) {
        const QString how = linkHowName(row.link.how);
        ways.insert(how, ways[how].toInt() + 1);
        if (row.link.how == LinkHow::None)
            unlinked.append(QJsonObject{{u"name"_s, row.name}, {u"line"_s, row.line}});
    }
    return {{u"origin"_s, factOriginName(links.origin)},
            {u"file"_s, links.file},
            {u"stage"_s, stageKey(links.stage)},
            {u"rows"_s, links.rows.size()},
            {u"linked"_s, links.linkedCount()},
            {u"ways"_s, ways},
            {u"unlinked"_s, unlinked}};
}

} // namespace

QJsonArray horizonOperatorsJson(const Graph& graph)
{
    QJsonArray operators;
    for (int i = 0; i < graph.nodeCount(); ++i) {
        const auto decoded = decodeHorizonOperator(graph, NodeId(i));
        if (!decoded)
            continue;
        QJsonObject fields;
        for (const DecodedField& field : decoded->fields)
            fields.insert(field.key,
                          field.numbers.empty() ? QJsonValue(field.text) : QJsonValue(numbersJson(field.numbers)));
        operators.append(QJsonObject{{u"node"_s, graph.node(NodeId(i)).name},
                                     {u"op"_s, graph.node(NodeId(i)).opType},
                                     {u"computes"_s, decoded->summary},
                                     {u"decoded"_s, fields}});
    }
    return operators;
}

QJsonArray recoveredPreprocessingJson(const Graph& graph)
{
    QJsonArray array;
    for (int i = 0; i < graph.nodeCount(); ++i) {
        const NodeNameParts name = parseNodeName(graph.node(NodeId(i)).name);
        const auto found
            = name.pattern == NamePattern::Preprocess ? recoverNormalization(graph, NodeId(i)) : std::nullopt;
        if (!found)
            continue;
        array.append(QJsonObject{{u"input"_s, name.owner},
                                 {u"node"_s, graph.node(NodeId(i)).name},
                                 {u"mean"_s, numbersJson(found->mean)},
                                 {u"scale"_s, numbersJson(found->scale)},
                                 {u"colour_matrix"_s, numbersJson(found->matrix)},
                                 {u"offset"_s, numbersJson(found->offset)},
                                 {u"channel_order"_s, numbersJson(found->channelOrder)},
                                 {u"fed"_s, inputTypeName(found->fed)},
                                 {u"trained"_s, inputTypeName(found->trained)},
                                 {u"is_from_yuv"_s, found->isFromYuv},
                                 {u"is_video_range"_s, found->isVideoRange},
                                 {u"layout"_s, layoutName(found->layout)},
                                 {u"declared_input"_s, found->declaredInput}});
    }
    return array;
}

QJsonObject quantizationJson(const Quantization& quantization)
{
    return {{u"scales"_s, numbersJson(quantization.scales)},
            {u"zero_points"_s, numbersJson(quantization.zeroPoints)},
            {u"axis"_s, quantization.axis < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(quantization.axis)}};
}

QJsonArray boardOperatorsJson(const BoardModel& board)
{
    QJsonArray array;
    for (const BoardOperator& each : boardOperators(board)) {
        QJsonObject object{{u"name"_s, each.name},
                           {u"type"_s, each.type},
                           {u"device"_s, deviceName(each.device)},
                           {u"inputs"_s, stringsJson(each.inputs)},
                           {u"outputs"_s, stringsJson(each.outputs)}};
        if (each.quantization)
            object.insert("quantization"_L1, quantizationJson(*each.quantization));
        if (each.bits > 0)
            object.insert("bits"_L1, each.bits);
        if (each.outputLayout != TensorLayout::Unknown)
            object.insert("output_layout"_L1, layoutName(each.outputLayout));
        array.append(object);
    }
    return array;
}

QJsonArray removedNodesJson(const BoardModel& board)
{
    QJsonArray array;
    for (const RemovedNode& node : removedNodes(board)) {
        QJsonObject object{{u"name"_s, node.name},
                           {u"type"_s, node.type},
                           {u"caused_by"_s, node.causedBy},
                           {u"output"_s, node.output},
                           {u"replaced_by"_s, node.replacedBy}};
        if (node.quantization)
            object.insert("quantization"_L1, quantizationJson(*node.quantization));
        array.append(object);
    }
    return array;
}

QJsonObject annotationsJson(const LoadedChain& chain)
{
    QJsonArray nodes;
    for (const LoadedStage& stage : chain.stages) {
        for (int i = 0; i < stage.graph->nodeCount(); ++i) {
            if (const NodeFacts* facts = chain.annotations->facts(stage.stage, NodeId(i)))
                nodes.append(factsJson(stage, NodeId(i), *facts));
        }
    }
    QJsonArray links;
    for (const ListLinks& each : chain.annotations->links())
        links.append(linksJson(each));
    return {{u"nodes"_s, nodes}, {u"links"_s, links}, {u"problems"_s, stringsJson(chain.annotations->problems())}};
}

} // namespace driftscope
