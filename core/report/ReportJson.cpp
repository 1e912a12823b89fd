// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportWriters.h"

#include "core/report/Json.h"
#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonObject stageJson(const ReportedStage& stage)
{
    const auto orNull = [](bool isKnown, const QJsonValue& value) { return isKnown ? value : QJsonValue(); };
    return {{u"stage"_s, stageKey(stage.stage)},
            {u"file"_s, stage.file},
            {u"nodes"_s, stage.nodes},
            {u"bytes"_s, orNull(stage.bytes >= 0, stage.bytes)},
            {u"sha256"_s, orNull(!stage.sha256.isEmpty(), stage.sha256)}};
}

QJsonObject factsJson(const ReportFacts& facts)
{
    QJsonArray stages;
    for (const ReportedStage& stage : facts.stages)
        stages.append(stageJson(stage));
    QJsonObject versions;
    for (const auto& [key, value] : facts.versions)
        versions.insert(key, value);
    return {{u"title"_s, facts.title},
            {u"written_at"_s,
             facts.writtenAt.isValid() ? QJsonValue(facts.writtenAt.toUTC().toString(Qt::ISODate)) : QJsonValue()},
            {u"program"_s, facts.program},
            {u"march"_s, facts.march},
            {u"toolchain"_s, facts.toolchain},
            {u"board"_s, facts.board},
            {u"run"_s, facts.run},
            {u"versions"_s, versions},
            {u"stages"_s, stages}};
}

QString lineKindName(TextLine::Kind kind)
{
    switch (kind) {
    case TextLine::Kind::Context:
        return u"context"_s;
    case TextLine::Kind::Marked:
        return u"marked"_s;
    case TextLine::Kind::Removed:
        return u"removed"_s;
    case TextLine::Kind::Added:
        return u"added"_s;
    case TextLine::Kind::Gap:
        break;
    }
    return u"gap"_s;
}

QJsonArray linesJson(const TextDifference& lines)
{
    QJsonArray array;
    for (const TextLine& line : lines) {
        array.append(QJsonObject{{u"kind"_s, lineKindName(line.kind)},
                                 {u"before"_s, line.before > 0 ? QJsonValue(line.before) : QJsonValue()},
                                 {u"after"_s, line.after > 0 ? QJsonValue(line.after) : QJsonValue()},
                                 {u"text"_s, line.text}});
    }
    return array;
}

QJsonValue sinceCompiledJson(const Reported<QList<ConfigDifference>>& differences)
{
    if (!differences.content)
        return {};
    QJsonArray array;
    for (const ConfigDifference& each : *differences.content) {
        array.append(QJsonObject{{u"key"_s, each.key},
                                 {u"before"_s, each.before},
                                 {u"after"_s, each.after},
                                 {u"before_written"_s, each.isBeforeWritten},
                                 {u"after_written"_s, each.isAfterWritten}});
    }
    return array;
}

QJsonObject configJson(const ReportedConfig& config)
{
    return {{u"file"_s, config.file},
            {u"text"_s, config.text},
            {u"relevant"_s, linesJson(config.relevant)},
            {u"fix"_s, linesJson(config.fix)},
            {u"since_compiled"_s, sinceCompiledJson(config.sinceCompiled)},
            {u"since_compiled_missing"_s, config.sinceCompiled.missing}};
}

QJsonArray insertedJson(const QList<InsertedNode>& nodes)
{
    QJsonArray array;
    for (const InsertedNode& node : nodes) {
        array.append(QJsonObject{
            {u"stage"_s, stageKey(node.stage)},
            {u"node"_s, node.name},
            {u"kind"_s, insertedKindName(node.kind)},
            {u"caused_by"_s,
             QJsonObject{{u"key"_s, node.cause.key}, {u"value"_s, node.cause.value}, {u"line"_s, node.cause.line}}},
            {u"why"_s, node.why},
            {u"computes"_s, node.computes},
            {u"board_must_feed"_s, node.boardMustFeed},
            {u"costs"_s, node.costs},
            {u"how_to_avoid"_s, node.howToAvoid},
            {u"contradiction"_s, node.contradiction}});
    }
    return array;
}

QJsonObject layersJson(const ReportedLayers& layers)
{
    QJsonObject object = comparisonJson(layers.comparison);
    object.insert("reference"_L1, stageKey(layers.reference));
    object.insert("candidate"_L1, stageKey(layers.candidate));
    object.insert("pictures"_L1, stringsJson(layers.pictures));
    QJsonObject tolerances;
    for (const ToleranceKind kind : allToleranceKinds) {
        const ComparisonTolerance& bound = layers.tolerances.of(kind);
        tolerances.insert(
            toleranceKindName(kind),
            QJsonObject{{u"cosine"_s, bound.cosine},
                        {u"sqnr_db"_s, bound.sqnrDb},
                        {u"max_abs"_s, bound.maximumError > 0 ? QJsonValue(bound.maximumError) : QJsonValue()}});
    }
    object.insert("tolerances"_L1, tolerances);
    return object;
}

QJsonObject evaluationJson(const ReportedEvaluation& evaluation)
{
    QJsonArray stages;
    for (const StageEvaluation& stage : evaluation.stages)
        stages.append(driftscope::evaluationJson(stage));
    return {{u"stages"_s, stages}, {u"classes"_s, stringsJson(evaluation.classes)}};
}

/// Puts a part into the document, or null and its sentence into `missing`.
template <typename T, typename ToJson>
void insertPart(QJsonObject& document, QJsonObject& missing, const QString& key, const Reported<T>& part, ToJson toJson)
{
    if (part.content) {
        document.insert(key, QJsonValue(toJson(*part.content)));
    } else {
        document.insert(key, QJsonValue());
        missing.insert(key, part.missing);
    }
}

QJsonValue redacted(const QJsonValue& value, const Redaction& redaction)
{
    if (value.isString())
        return redaction.text(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& each : value.toArray())
            array.append(redacted(each, redaction));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject all = value.toObject();
    for (auto it = all.begin(); it != all.end(); ++it)
        object.insert(redaction.text(it.key()), redacted(it.value(), redaction));
    return object;
}

} // namespace

QJsonObject reportJson(const Report& report, const ReportOptions& options)
{
    QJsonObject document;
    QJsonObject missing;
    document.insert("facts"_L1, factsJson(report.facts));
    document.insert("notes"_L1, stringsJson(report.notes));
    document.insert("redacted"_L1, !options.keepPrivate);
    insertPart(document, missing, u"verdict"_s, report.verdict, verdictJson);
    insertPart(document, missing, u"comparison"_s, report.layers, layersJson);
    insertPart(document, missing, u"evaluation"_s, report.evaluation,
               [](const ReportedEvaluation& evaluation) { return evaluationJson(evaluation); });
    insertPart(document, missing, u"contract"_s, report.contracts,
               [](const QList<InputContract>& contracts) { return contractJson(contracts, {}); });
    insertPart(document, missing, u"findings"_s, report.findings, findingsJson);
    insertPart(document, missing, u"inserted"_s, report.inserted, insertedJson);
    insertPart(document, missing, u"config"_s, report.config, configJson);
    document.insert("missing"_L1, missing);
    return options.keepPrivate ? document : redacted(document, Redaction(report.privacy)).toObject();
}

} // namespace driftscope
