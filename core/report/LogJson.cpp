// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/LogJson.h"

#include "core/report/Json.h"
#include "core/report/JsonParts.h"
#include "core/toolchain/KnownMessages.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonValue optionalNumber(const std::optional<double>& number)
{
    return number ? numberJson(*number) : QJsonValue(QJsonValue::Null);
}

/// Negative means that it is not known.
QJsonValue knownNumber(double number)
{
    return number < 0 ? QJsonValue(QJsonValue::Null) : numberJson(number);
}

/// Of a key that is there twice the last value, which is that of the last run.
QJsonObject pairsJson(const LogPairs& pairs)
{
    QJsonObject object;
    for (const auto& [key, value] : pairs)
        object.insert(key, value);
    return object;
}

QJsonArray subgraphsJson(const QList<LogSubgraph>& subgraphs)
{
    QJsonArray array;
    for (const LogSubgraph& subgraph : subgraphs) {
        array.append(QJsonObject{{u"name"_s, subgraph.name},
                                 {u"fps"_s, numberJson(subgraph.fps)},
                                 {u"latency_us"_s, numberJson(subgraph.latencyUs)},
                                 {u"ddr_bytes"_s, subgraph.ddrBytes},
                                 {u"compile_seconds"_s, knownNumber(subgraph.compileSeconds)}});
    }
    return array;
}

QJsonValue samplesJson(const LogInput& input)
{
    if (input.sampleNumbers == 0)
        return QJsonValue::Null;
    return QJsonObject{{u"numbers"_s, input.sampleNumbers},       {u"arrays"_s, input.sampleArrays},
                       {u"fractions"_s, input.sampleFractions},   {u"min"_s, numberJson(input.samplesLeast)},
                       {u"max"_s, numberJson(input.samplesMost)}, {u"mean"_s, numberJson(input.samplesMean)}};
}

QJsonArray numbersJson(const std::vector<double>& numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(numberJson(number));
    return array;
}

QJsonArray inputsJson(const QList<LogInput>& inputs)
{
    QJsonArray array;
    for (const LogInput& input : inputs) {
        array.append(QJsonObject{{u"name"_s, input.name},
                                 {u"shape"_s, input.shape},
                                 {u"expected_type"_s, input.expectedType},
                                 {u"original_type"_s, input.originalType},
                                 {u"original_layout"_s, input.originalLayout},
                                 {u"means"_s, numbersJson(input.means)},
                                 {u"scales"_s, numbersJson(input.scales)},
                                 {u"input_type_rt"_s, input.typeRt},
                                 {u"input_layout_rt"_s, input.layoutRt},
                                 {u"input_type_train"_s, input.typeTrain},
                                 {u"input_layout_train"_s, input.layoutTrain},
                                 {u"norm_type"_s, input.normType},
                                 {u"mean_value"_s, input.meanValue},
                                 {u"scale_value"_s, input.scaleValue},
                                 {u"calibration_samples"_s, samplesJson(input)}});
    }
    return array;
}

QJsonArray tensorsJson(const QList<LogModelDescription::Tensor>& tensors)
{
    QJsonArray array;
    for (const auto& tensor : tensors)
        array.append(QJsonObject{{u"name"_s, tensor.name}, {u"shape"_s, tensor.shape}, {u"dtype"_s, tensor.dataType}});
    return array;
}

QJsonObject calibrationJson(const LogCalibration& calibration)
{
    return {{u"samples"_s, knownNumber(calibration.samples)},
            {u"method"_s, calibration.method},
            {u"selected"_s, calibration.selected},
            {u"per_channel"_s, calibration.perChannel},
            {u"asymmetric"_s, calibration.asymmetric}};
}

QJsonObject boardJson(const MakertbinLog& log)
{
    QJsonArray tensors;
    for (const LogBoardTensor& tensor : log.boardTensors) {
        tensors.append(QJsonObject{{u"model"_s, tensor.model},
                                   {u"role"_s, tensor.isOutput ? u"output"_s : u"input"_s},
                                   {u"index"_s, tensor.index},
                                   {u"properties"_s, pairsJson(tensor.properties)}});
    }
    QJsonArray perfs;
    for (const LogBoardPerf& perf : log.boardPerfs) {
        perfs.append(QJsonObject{{u"frames"_s, knownNumber(perf.frames)},
                                 {u"threads"_s, knownNumber(perf.threads)},
                                 {u"average_ms"_s, knownNumber(perf.averageMs)},
                                 {u"max_ms"_s, knownNumber(perf.longestMs)},
                                 {u"min_ms"_s, knownNumber(perf.shortestMs)},
                                 {u"fps"_s, knownNumber(perf.fps)},
                                 {u"program_ms"_s, knownNumber(perf.programMs)}});
    }
    return {{u"tensors"_s, tensors}, {u"perf"_s, perfs}};
}

QJsonObject modificationJson(const LogModification& changes)
{
    QJsonArray tensors;
    for (const LogBinTensor& tensor : changes.tensors) {
        tensors.append(QJsonObject{{u"role"_s, tensor.role},
                                   {u"name"_s, tensor.name},
                                   {u"element_type"_s, tensor.elementType},
                                   {u"dimensions"_s, stringsJson(tensor.dimensions)}});
    }
    QJsonArray nodes;
    for (const LogBinNode& node : changes.nodes) {
        nodes.append(QJsonObject{{u"name"_s, node.name},
                                 {u"type"_s, node.type},
                                 {u"inputs"_s, stringsJson(node.inputs)},
                                 {u"outputs"_s, stringsJson(node.outputs)}});
    }
    return {{u"tensors"_s, tensors},
            {u"nodes"_s, nodes},
            {u"removable"_s, stringsJson(changes.removable)},
            {u"wanted"_s, stringsJson(changes.wanted)},
            {u"removed"_s, stringsJson(changes.removed)},
            {u"removed_before"_s, stringsJson(changes.removedBefore)},
            {u"saved_as"_s, changes.savedAs}};
}

QJsonArray comparisonsJson(const QList<LogComparison>& comparisons)
{
    QJsonArray array;
    for (const LogComparison& comparison : comparisons) {
        array.append(QJsonObject{{u"sources"_s, comparison.sources},
                                 {u"output"_s, comparison.output},
                                 {u"figures"_s, pairsJson(comparison.figures)},
                                 {u"passed"_s, comparison.passed ? QJsonValue(*comparison.passed) : QJsonValue::Null}});
    }
    return array;
}

QJsonArray checksJson(const QList<MessageCheck>& checks)
{
    QJsonArray array;
    for (const MessageCheck& check : checks)
        array.append(QJsonObject{{u"cause"_s, check.cause}, {u"check"_s, check.check}, {u"tells"_s, check.tells}});
    return array;
}

/// Findings with what is known of each, part by part.
QJsonArray problemsJson(const Diagnostics& findings)
{
    QJsonArray array = findingsJson(findings);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const KnownMessage* known = messageOf(findings[i], KnownMessages::english());
        if (known == nullptr)
            continue;
        QJsonObject object = array[i].toObject();
        object.insert(u"known"_s,
                      QJsonObject{{u"id"_s, known->id},
                                  {u"tool"_s, known->tool},
                                  {u"meaning"_s, known->meaning},
                                  {u"cause"_s, known->cause},
                                  {u"action"_s, known->action},
                                  {u"checks"_s, checksJson(known->checks)},
                                  {u"keys"_s, stringsJson(known->keys)},
                                  {u"sources"_s, stringsJson(known->sources)}});
        array[i] = object;
    }
    return array;
}

QJsonArray unparsedJson(const QList<UnparsedLine>& lines)
{
    QJsonArray array;
    for (const UnparsedLine& line : lines)
        array.append(QJsonObject{{u"line"_s, line.number}, {u"text"_s, line.text}});
    return array;
}

QJsonArray latenciesJson(const QList<NodeLatency>& latencies)
{
    QJsonArray array;
    for (const NodeLatency& latency : latencies) {
        array.append(QJsonObject{{u"name"_s, latency.name},
                                 {u"average_ms"_s, knownNumber(latency.averageMs)},
                                 {u"max_ms"_s, knownNumber(latency.longestMs)},
                                 {u"min_ms"_s, knownNumber(latency.shortestMs)}});
    }
    return array;
}

} // namespace

QJsonArray logPhasesJson(const QList<LogPhase>& phases)
{
    QJsonArray array;
    for (const LogPhase& phase : phases) {
        array.append(QJsonObject{
            {u"name"_s, phase.name}, {u"seconds"_s, knownNumber(phase.seconds)}, {u"finished"_s, phase.finished}});
    }
    return array;
}

QJsonArray logNodesJson(const QList<LogNode>& nodes)
{
    QJsonArray array;
    for (const LogNode& node : nodes) {
        array.append(QJsonObject{{u"name"_s, node.name},
                                 {u"truncated"_s, node.truncated},
                                 {u"type"_s, node.type},
                                 {u"device"_s, node.device},
                                 {u"subgraph"_s, node.subgraph},
                                 {u"cosine"_s, optionalNumber(node.cosine)},
                                 {u"threshold"_s, optionalNumber(node.threshold)},
                                 {u"dtype"_s, node.dataType}});
    }
    return array;
}

QJsonArray logOutputsJson(const QList<LogOutput>& outputs)
{
    QJsonArray array;
    for (const LogOutput& output : outputs) {
        array.append(QJsonObject{{u"name"_s, output.name},
                                 {u"cosine"_s, numberJson(output.cosine)},
                                 {u"l1"_s, numberJson(output.l1)},
                                 {u"l2"_s, numberJson(output.l2)},
                                 {u"chebyshev"_s, numberJson(output.chebyshev)}});
    }
    return array;
}

QJsonObject logJson(const MakertbinLog& log)
{
    const QJsonObject model{{u"ir_version"_s, log.model.irVersion},
                            {u"opsets"_s, log.model.opsets},
                            {u"producer"_s, log.model.producer},
                            {u"inputs"_s, tensorsJson(log.model.inputs)},
                            {u"outputs"_s, tensorsJson(log.model.outputs)}};
    return {{u"tool"_s, log.tool},
            {u"command"_s, log.command},
            {u"generation"_s, logGenerationName(log.generation)},
            {u"version"_s, log.version},
            {u"versions"_s, pairsJson(log.versions)},
            {u"command_lines"_s, stringsJson(log.commandLines)},
            {u"succeeded"_s, log.succeeded},
            {u"phases"_s, logPhasesJson(log.phases)},
            {u"nodes"_s, logNodesJson(log.nodes)},
            {u"outputs"_s, logOutputsJson(log.outputs)},
            {u"parameters"_s, pairsJson(log.parameters)},
            {u"inputs"_s, inputsJson(log.inputs)},
            {u"model"_s, model},
            {u"calibration"_s, calibrationJson(log.calibration)},
            {u"saved_files"_s, stringsJson(log.savedFiles)},
            {u"compiler_flags"_s, stringsJson(log.compilerFlags)},
            {u"subgraphs"_s, subgraphsJson(log.subgraphs)},
            {u"board"_s, boardJson(log)},
            {u"modification"_s, modificationJson(log.modification)},
            {u"comparisons"_s, comparisonsJson(log.comparisons)},
            {u"diagnostics"_s, problemsJson(log.diagnostics)},
            {u"lines"_s, log.lines},
            {u"array_lines"_s, log.arrayLines},
            {u"unparsed_lines"_s, log.unparsedLines},
            {u"unparsed"_s, unparsedJson(log.unparsed)},
            {u"dropped_records"_s, log.droppedRecords}};
}

QJsonObject profilerJson(const ProfilerReport& report)
{
    return {{u"tool"_s, u"hrt_model_exec"_s},
            {u"command"_s, u"perf"_s},
            {u"model_name"_s, report.modelName},
            {u"fps"_s, knownNumber(report.fps)},
            {u"average_ms"_s, knownNumber(report.averageMs)},
            {u"frames"_s, knownNumber(report.frames)},
            {u"threads"_s, knownNumber(report.threads)},
            {u"node_latencies"_s, latenciesJson(report.nodes)},
            {u"total_latencies"_s, latenciesJson(report.totals)}};
}

} // namespace driftscope
