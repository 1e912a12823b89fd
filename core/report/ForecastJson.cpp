// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/Json.h"

#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonObject tensorJson(const ForecastTensor& tensor)
{
    const StageInputFormat& format = tensor.format;
    return {{u"stage"_s, stageKey(tensor.stage)},
            {u"dtype"_s, dataTypeName(format.type)},
            {u"layout"_s, layoutName(format.layout)},
            {u"colour"_s, inputTypeName(format.colour)},
            {u"range"_s, format.range},
            {u"shape"_s, format.shape.rank() > 0 ? QJsonValue(shapeJson(format.shape)) : QJsonValue::Null},
            {u"bytes"_s, tensor.bytes >= 0 ? QJsonValue(tensor.bytes) : QJsonValue::Null}};
}

QJsonObject nodeJson(const ForecastNode& node)
{
    QStringList stages;
    for (const Stage stage : node.stages)
        stages.append(stageKey(stage));
    return {{u"node"_s, node.name},
            {u"type"_s, node.type},
            {u"kind"_s, insertedKindName(node.kind)},
            {u"stages"_s, stringsJson(stages)},
            {u"where"_s, node.where},
            {u"why"_s, node.why},
            {u"computes"_s, node.computes},
            {u"sandbox_only"_s, node.isSandboxOnly},
            {u"caused_by"_s,
             QJsonObject{{u"key"_s, node.cause.key},
                         {u"value"_s, node.cause.value},
                         {u"is_default"_s, node.cause.isDefault},
                         {u"line"_s, node.cause.line}}}};
}

QJsonObject inputJson(const InputForecast& input)
{
    QJsonObject object{{u"name"_s, input.input}, {u"inserted"_s, QJsonArray()}, {u"refused"_s, QJsonValue::Null}};
    if (!input.refusal.isEmpty()) {
        object.insert("refused"_L1, QJsonObject{{u"reason"_s, input.refusal}, {u"key"_s, input.refusalKey}});
        object.insert("board_feeds"_L1, QJsonValue::Null);
        return object;
    }
    QJsonArray inserted;
    for (const ForecastNode& node : input.inserted)
        inserted.append(nodeJson(node));
    QJsonArray stages;
    for (const ForecastTensor& stage : input.stages)
        stages.append(tensorJson(stage));
    QJsonObject feeds = tensorJson(input.boardFeeds);
    feeds.insert("frames"_L1, input.frames);
    object.insert("inserted"_L1, inserted);
    object.insert("stages"_L1, stages);
    object.insert("board_file"_L1, tensorJson(input.boardFile));
    object.insert("board_feeds"_L1, feeds);
    object.insert("input_source"_L1, input.source);
    object.insert("input_source_is_default"_L1, input.isDefaultSource);
    object.insert("duties"_L1, stringsJson(input.duties));
    object.insert("notes"_L1, stringsJson(input.notes));
    return object;
}

} // namespace

QJsonObject forecastJson(const ConversionForecast& forecast)
{
    QJsonArray inputs;
    for (const InputForecast& input : forecast.inputs)
        inputs.append(inputJson(input));
    QJsonObject object{{u"inputs"_s, inputs}, {u"refused"_s, QJsonValue::Null}};
    if (!forecast.refusal.isEmpty())
        object.insert("refused"_L1, QJsonObject{{u"reason"_s, forecast.refusal}, {u"key"_s, forecast.refusalKey}});
    return object;
}

QJsonArray changesJson(const QList<ForecastChange>& changes)
{
    QJsonArray array;
    for (const ForecastChange& change : changes)
        array.append(QJsonObject{{u"input"_s, change.input},
                                 {u"place"_s, change.place},
                                 {u"what"_s, change.what},
                                 {u"before"_s, change.before},
                                 {u"after"_s, change.after},
                                 {u"text"_s, change.text}});
    return array;
}

} // namespace driftscope
