// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models and chains of models as JSON.
#include "core/report/Json.h"

#include "core/boardmodel/BoardFacts.h"
#include "core/report/JsonParts.h"
#include "core/report/OnnxJson.h"
#include "core/report/OperatorJson.h"
#include "core/stages/StageInput.h"

#include <QFileInfo>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Names of dynamic dimensions, null for the others.
QJsonArray dimensionNamesJson(const Shape& shape)
{
    QJsonArray names;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const QString name = shape.dimensionName(axis);
        names.append(name.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(name));
    }
    return names;
}

QJsonObject valueJson(const Value& value)
{
    QJsonObject object{{u"name"_s, value.name},
                       {u"dtype"_s, dataTypeName(value.type)},
                       {u"shape"_s, value.shape ? QJsonValue(shapeJson(*value.shape)) : QJsonValue(QJsonValue::Null)},
                       {u"layout"_s, layoutName(value.layout)}};
    if (value.shape && !value.shape->isKnown())
        object.insert("dimension_names"_L1, dimensionNamesJson(*value.shape));
    if (value.composite)
        object.insert("type"_L1, value.composite->toString());
    return object;
}

QJsonObject boardTensorJson(const BoardTensorInfo& info)
{
    QJsonObject object{{u"name"_s, info.name},
                       {u"dtype"_s, dataTypeName(info.type)},
                       {u"shape"_s, shapeJson(info.shape)},
                       {u"layout"_s, layoutName(info.layout)}};
    if (info.inputType != InputType::Unknown)
        object.insert("input_type"_L1, inputTypeName(info.inputType));
    if (info.quantization)
        object.insert("quantization"_L1, quantizationJson(*info.quantization));
    return object;
}

QJsonObject onnxValueJson(const LoadedStage& stage, ValueId id)
{
    const Value& value = stage.graph->value(id);
    QJsonObject object = valueJson(value);
    if (value.layout == TensorLayout::Unknown && value.shape) {
        const StageInputFormat format = stageInputFormat(stage.stage, {}, value.type, *value.shape);
        object.insert("layout"_L1, layoutName(format.layout));
    }
    return object;
}

QJsonObject metadataJson(const LoadedStage& stage)
{
    QJsonObject metadata;
    const auto& entries = stage.board ? stage.board->metadata.entries() : stage.graph->metadata();
    for (const auto& [key, value] : entries)
        metadata.insert(key, value);
    return metadata;
}

void addInputsAndOutputs(QJsonObject& object, const LoadedStage& stage)
{
    QJsonArray inputs;
    QJsonArray outputs;
    if (stage.board) {
        for (const BoardTensorInfo& info : stage.board->inputs)
            inputs.append(boardTensorJson(info));
        for (const BoardTensorInfo& info : stage.board->outputs)
            outputs.append(boardTensorJson(info));
    } else {
        for (const ValueId id : stage.graph->inputs())
            inputs.append(onnxValueJson(stage, id));
        for (const ValueId id : stage.graph->outputs())
            outputs.append(onnxValueJson(stage, id));
    }
    object.insert("inputs"_L1, inputs);
    object.insert("outputs"_L1, outputs);
}

/// What the board adds to the picture: how pixels become numbers, per input.
QJsonArray preprocessingJson(const BoardModel& board)
{
    QJsonArray array;
    const auto at
        = [&](const char* key, qsizetype i) { return board.metadata.perInput(QString::fromLatin1(key)).value(i); };
    for (qsizetype i = 0; i < board.inputs.size(); ++i) {
        array.append(QJsonObject{{u"input"_s, board.inputs[i].name},
                                 {u"type_train"_s, at("INPUT_TYPE_TRAIN", i)},
                                 {u"type_rt"_s, at("INPUT_TYPE_RT", i)},
                                 {u"layout_train"_s, at("INPUT_LAYOUT_TRAIN", i)},
                                 {u"layout_rt"_s, at("INPUT_LAYOUT_RT", i)},
                                 {u"norm_type"_s, at("NORM_TYPE", i)},
                                 {u"mean"_s, at("MEAN_VALUE", i)},
                                 {u"scale"_s, at("SCALE_VALUE", i)}});
    }
    return array;
}

QJsonArray nodeNames(const Graph& graph, const QList<NodeId>& nodes)
{
    QJsonArray names;
    for (const NodeId id : nodes)
        names.append(graph.node(id).name);
    return names;
}

QJsonObject pairJson(const LoadedChain& chain, qsizetype i)
{
    const StageMatch& match = chain.matches[i];
    const auto count
        = [&](MatchKind kind) { return static_cast<int>(std::ranges::count(match.matches, kind, &NodeMatch::kind)); };
    return {{u"from"_s, stageKey(match.fromStage)},
            {u"to"_s, stageKey(match.toStage)},
            {u"matched"_s, match.matches.size()},
            {u"fused"_s, count(MatchKind::Fused)},
            {u"decomposed"_s, count(MatchKind::Decomposed)},
            {u"changed"_s, count(MatchKind::Changed)},
            {u"added"_s, nodeNames(*chain.stages[i + 1].graph, match.added)},
            {u"removed"_s, nodeNames(*chain.stages[i].graph, match.removed)}};
}

QJsonObject causeJson(const InsertionCause& cause)
{
    return {{u"key"_s, cause.key},
            {u"value"_s, cause.value},
            {u"is_default"_s, cause.isDefault},
            {u"line"_s, cause.line},
            {u"log_line"_s, cause.logLine}};
}

QJsonObject differenceJson(const StageDifference& difference)
{
    QJsonArray changes;
    for (const ChangedTrait& trait : difference.traits) {
        changes.append(QJsonObject{{u"what"_s, changedTraitName(trait.kind)},
                                   {u"name"_s, trait.name},
                                   {u"before"_s, trait.before},
                                   {u"after"_s, trait.after}});
    }
    return {{u"from_stage"_s, stageKey(difference.fromStage)},
            {u"to_stage"_s, stageKey(difference.toStage)},
            {u"kind"_s, differenceKindName(difference.kind)},
            {u"topic"_s, differenceTopicName(difference.topic)},
            {u"from"_s, QJsonArray::fromStringList(difference.fromNames)},
            {u"to"_s, QJsonArray::fromStringList(difference.toNames)},
            {u"caused_by"_s, causeJson(difference.cause)},
            {u"why"_s, difference.why},
            {u"computes"_s, difference.computes},
            {u"changes"_s, changes},
            {u"board_must_feed"_s, difference.boardMustFeed},
            {u"costs"_s, difference.costs},
            {u"how_to_avoid"_s, difference.howToAvoid},
            {u"contradiction"_s, difference.contradiction},
            {u"confidence"_s, difference.confidence},
            {u"corrected"_s, difference.isCorrected}};
}

QJsonObject insertedJson(const InsertedNode& node)
{
    return {
        {u"stage"_s, stageKey(node.stage)},         {u"node"_s, node.name},   {u"kind"_s, insertedKindName(node.kind)},
        {u"caused_by"_s, causeJson(node.cause)},    {u"why"_s, node.why},     {u"computes"_s, node.computes},
        {u"board_must_feed"_s, node.boardMustFeed}, {u"costs"_s, node.costs}, {u"how_to_avoid"_s, node.howToAvoid},
        {u"contradiction"_s, node.contradiction}};
}

} // namespace

QJsonObject infoJson(const LoadedStage& stage)
{
    QMap<QString, int> counts;
    for (const Node& node : stage.graph->nodes())
        ++counts[node.domain.isEmpty() || node.domain == "ai.onnx"_L1 ? node.opType
                                                                      : node.domain % "::"_L1 % node.opType];
    QJsonObject opCounts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        opCounts.insert(it.key(), it.value());
    QJsonObject object{{u"kind"_s, stage.board ? u"board"_s : u"onnx"_s},
                       {u"file"_s, stage.file},
                       {u"stage"_s, stageKey(stage.stage)},
                       {u"name"_s, stage.graph->name()},
                       {u"producer"_s, stage.graph->producer()},
                       {u"node_count"_s, stage.graph->nodeCount()},
                       {u"op_counts"_s, opCounts},
                       {u"metadata"_s, metadataJson(stage)}};
    addInputsAndOutputs(object, stage);
    if (stage.board) {
        object.insert("march"_L1, stage.board->metadata.march());
        object.insert("producer"_L1, stage.board->metadata.value(u"BUILDER_VERSION"_s));
        object.insert("preprocessing"_L1, preprocessingJson(*stage.board));
        object.insert("operators"_L1, boardOperatorsJson(*stage.board));
        object.insert("removed_nodes"_L1, removedNodesJson(*stage.board));
        object.insert("code_magic"_L1, stage.board->hbmMagic);
        QJsonObject versions;
        for (const auto& [key, version] : buildVersions(stage.board->metadata))
            versions.insert(key.toLower(), version);
        object.insert("versions"_L1, versions);
    } else {
        object.insert("horizon_operators"_L1, horizonOperatorsJson(*stage.graph));
        object.insert("recovered_preprocessing"_L1, recoveredPreprocessingJson(*stage.graph));
        object.insert("march"_L1, QJsonValue::Null);
        object.insert("ir_version"_L1, stage.graph->irVersion());
        QJsonObject opsets;
        for (const OpsetImport& opset : stage.graph->opsets())
            opsets.insert(opset.domain.isEmpty() ? u"ai.onnx"_s : opset.domain, opset.version);
        object.insert("opsets"_L1, opsets);
        const QJsonObject content = stage.draft ? onnxContentJson(*stage.draft) : QJsonObject();
        for (auto it = content.begin(); it != content.end(); ++it)
            object.insert(it.key(), it.value());
    }
    return object;
}

QJsonObject chainJson(const LoadedChain& chain)
{
    QJsonArray stages;
    for (const LoadedStage& stage : chain.stages) {
        stages.append(QJsonObject{
            {u"stage"_s, stageKey(stage.stage)}, {u"file"_s, stage.file}, {u"node_count"_s, stage.graph->nodeCount()}});
    }
    QJsonArray pairs;
    for (qsizetype i = 0; i < chain.matches.size(); ++i)
        pairs.append(pairJson(chain, i));
    QJsonArray inserted;
    for (const InsertedNode& node : chain.inserted)
        inserted.append(insertedJson(node));
    QJsonArray differences;
    for (const StageDifference& difference : chain.differences)
        differences.append(differenceJson(difference));
    return {{u"stages"_s, stages},
            {u"pairs"_s, pairs},
            {u"inserted"_s, inserted},
            {u"differences"_s, differences},
            {u"annotations"_s, annotationsJson(chain)}};
}

} // namespace driftscope
