// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Findings, runs, comparisons and verdicts as JSON.
#include "core/report/Json.h"

#include "core/report/JsonParts.h"
#include "core/report/LogJson.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonValue fixJson(const std::optional<Fix>& fix)
{
    if (!fix)
        return QJsonValue::Null;
    return QJsonObject{{u"key"_s, fix->key},
                       {u"value"_s, fix->remove ? QJsonValue(QJsonValue::Null) : QJsonValue(fix->value)},
                       {u"remove"_s, fix->remove},
                       {u"description"_s, fix->description}};
}

QJsonObject findingJson(const Diagnostic& finding)
{
    return {{u"rule"_s, finding.ruleId},     {u"severity"_s, severityName(finding.severity)},
            {u"key"_s, finding.key},         {u"file"_s, finding.range.file},
            {u"line"_s, finding.range.line}, {u"column"_s, finding.range.column},
            {u"message"_s, finding.message}, {u"why"_s, finding.why},
            {u"source"_s, finding.source},   {u"fix"_s, fixJson(finding.fix)}};
}

QJsonArray evidenceJson(const QList<Evidence>& evidence)
{
    QJsonArray array;
    for (const Evidence& item : evidence) {
        array.append(QJsonObject{{u"hypothesis"_s, item.hypothesis},
                                 {u"title"_s, item.title},
                                 {u"score"_s, numberJson(item.score)},
                                 {u"score_without"_s, numberJson(item.scoreWithout)},
                                 {u"explains"_s, item.explains},
                                 {u"input"_s, item.input},
                                 {u"distance"_s, numberJson(item.distance)},
                                 {u"note"_s, item.note}});
    }
    return array;
}

QJsonValue rangeJson(const LayerRange& range)
{
    if (range.count == 0)
        return QJsonValue::Null;
    return QJsonObject{{u"minimum"_s, numberJson(range.minimum)},
                       {u"maximum"_s, numberJson(range.maximum)},
                       {u"usual"_s, numberJson(range.usual)}};
}

QJsonValue isolatedJson(const LayerComparison& layer)
{
    if (!layer.isolated)
        return QJsonValue::Null;
    return QJsonObject{{u"cosine"_s, numberJson(layer.isolated->cosine)},
                       {u"sqnr_db"_s, numberJson(layer.isolated->sqnrDb)},
                       {u"max_abs"_s, numberJson(layer.isolated->maximumAbsoluteError)}};
}

QJsonObject layerJson(const LayerComparison& layer)
{
    const TensorMetrics& metrics = layer.metrics;
    QJsonObject object{{u"name"_s, layer.name},
                       {u"reference"_s, layer.referenceTensor},
                       {u"candidate"_s, layer.candidateTensor},
                       {u"status"_s, comparisonStatusName(layer.status)},
                       {u"reason"_s, layer.statusReason},
                       {u"drifts"_s, layer.drifts},
                       {u"layout_adjusted"_s, layer.layoutAdjusted}};
    const bool compared = layer.status == ComparisonStatus::Compared;
    const auto insert = [&](const QString& key, double value) {
        object.insert(key, compared ? numberJson(value) : QJsonValue(QJsonValue::Null));
    };
    insert(u"cosine"_s, metrics.cosine);
    insert(u"pearson"_s, metrics.pearson);
    insert(u"slope"_s, metrics.slope);
    insert(u"intercept"_s, metrics.intercept);
    insert(u"mse"_s, metrics.meanSquaredError);
    insert(u"max_abs"_s, metrics.maximumAbsoluteError);
    insert(u"sqnr_db"_s, metrics.sqnrDb);
    insert(u"saturation"_s, metrics.saturation);
    object.insert("tolerance"_L1, toleranceKindName(layer.kind));
    object.insert("samples"_L1, layer.samples.count);
    object.insert("worst_sample"_L1, layer.samples.worst);
    insert(u"mean_cosine"_s, layer.samples.meanCosine);
    object.insert("reference_range"_L1, rangeJson(layer.referenceRange));
    object.insert("candidate_range"_L1, rangeJson(layer.candidateRange));
    object.insert("isolated"_L1, isolatedJson(layer));
    object.insert("same_values"_L1, compared ? QJsonValue(metrics.sameValues) : QJsonValue(QJsonValue::Null));
    object.insert("nan"_L1, metrics.nanCount);
    object.insert("inf"_L1, metrics.infCount);
    return object;
}

} // namespace

QJsonArray findingsJson(const Diagnostics& findings)
{
    QJsonArray array;
    for (const Diagnostic& finding : findings)
        array.append(findingJson(finding));
    return array;
}

QJsonObject compileJson(const CompileResult& result)
{
    const QJsonArray phases = logPhasesJson(result.log.phases);
    QJsonArray artifacts;
    for (const Artifact& artifact : result.artifacts)
        artifacts.append(QJsonObject{{u"stage"_s, stageKey(artifact.stage)}, {u"file"_s, artifact.file}});
    return {{u"run_id"_s, result.runId},
            {u"status"_s, compileStatusName(result.status)},
            {u"message"_s, result.message},
            {u"folder"_s, result.folder},
            {u"seconds"_s, numberJson(result.seconds)},
            {u"phases"_s, phases},
            {u"artifacts"_s, artifacts},
            {u"nodes"_s, logNodesJson(result.log.nodes)},
            {u"outputs"_s, logOutputsJson(result.log.outputs)},
            {u"compiler_flags"_s, stringsJson(result.log.compilerFlags)},
            {u"diagnostics"_s, findingsJson(result.log.diagnostics)}};
}

QJsonObject captureJson(const Capture& capture, const QString& folder)
{
    QJsonArray tensors;
    const QStringList files = captureFileNames(capture);
    for (const CapturedTensor& captured : capture.tensors) {
        tensors.append(QJsonObject{{u"name"_s, captured.name},
                                   {u"node"_s, captured.node},
                                   {u"dtype"_s, dataTypeName(captured.tensor.dataType())},
                                   {u"shape"_s, shapeJson(captured.tensor.shape())},
                                   {u"layout"_s, layoutName(captured.tensor.layout())},
                                   {u"file"_s, QDir(folder).filePath(files[tensors.size()])},
                                   {u"is_input"_s, captured.isInput},
                                   {u"is_output"_s, captured.isOutput}});
    }
    return {{u"executor"_s, capture.executor}, {u"model"_s, capture.modelFile},   {u"folder"_s, folder},
            {u"tensors"_s, tensors},           {u"complete"_s, capture.complete}, {u"limit"_s, capture.limit}};
}

QJsonObject comparisonJson(const CaptureComparison& comparison)
{
    QJsonArray layers;
    for (const LayerComparison& layer : comparison.layers)
        layers.append(layerJson(layer));
    const QJsonValue first = comparison.firstDivergence < 0
        ? QJsonValue(QJsonValue::Null)
        : QJsonValue(comparison.layers[comparison.firstDivergence].name);
    return {{u"layers"_s, layers}, {u"first_divergence"_s, first}};
}

QJsonObject verdictJson(const Verdict& verdict)
{
    QJsonArray ladder;
    for (const LadderStep& step : verdict.ladder)
        ladder.append(QJsonObject{{u"step"_s, step.step},
                                  {u"status"_s, step.status},
                                  {u"detail"_s, step.detail},
                                  {u"cosine"_s, numberJson(step.cosine)}});
    return {{u"kind"_s, verdictKindName(verdict.kind)},
            {u"verdict"_s, verdict.sentence},
            {u"confidence"_s, numberJson(verdict.confidence)},
            {u"cause"_s, verdict.cause},
            {u"input"_s, verdict.input},
            {u"alternatives"_s, QJsonArray::fromStringList(verdict.alternatives)},
            {u"told_apart_by"_s, verdict.toldApartBy},
            {u"cause_key"_s, verdict.causeKey},
            {u"evidence"_s, evidenceJson(verdict.evidence)},
            {u"would_disprove"_s, verdict.wouldDisprove},
            {u"fix"_s, fixJson(verdict.fix)},
            {u"board_advice"_s, verdict.boardAdvice},
            {u"first_drift"_s, verdict.firstDrift},
            {u"ladder"_s, ladder}};
}

QJsonObject storyJson(const Story& story)
{
    QJsonArray steps;
    for (const StoryStep& step : story.steps) {
        QJsonObject top1;
        int samples = 0;
        for (const StageEvaluation& evaluation : step.evaluations) {
            top1.insert(stageKey(evaluation.stage), numberJson(evaluation.top1()));
            samples = evaluation.samples;
        }
        QJsonObject object{{u"name"_s, step.name},
                           {u"samples"_s, samples},
                           {u"top1"_s, top1},
                           {u"findings"_s, findingsJson(step.findings)},
                           {u"applied"_s, findingsJson(step.applied)},
                           {u"run_id"_s, step.compilation.runId}};
        object.insert("verdict"_L1,
                      step.verdict ? QJsonValue(verdictJson(*step.verdict)) : QJsonValue(QJsonValue::Null));
        steps.append(object);
    }
    return {{u"folder"_s, story.folder}, {u"steps"_s, steps}, {u"fix_matches_fixed_yaml"_s, story.fixMatchesFixedYaml}};
}

} // namespace driftscope
