// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/BuildFacts.h"
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LogRules
{
    Q_DECLARE_TR_FUNCTIONS(LogRules)
};

const QString normType = u"input_parameters.norm_type"_s;
const QString calDataDir = u"calibration_parameters.cal_data_dir"_s;
const QString march = u"model_parameters.march"_s;
const QString nodeInfo = u"model_parameters.node_info"_s;

/// Rows of the last run: a log may hold several, and each starts with the preprocessing.
QList<LogNode> lastRun(const MakertbinLog& log)
{
    qsizetype start = 0;
    for (qsizetype i = 1; i < log.nodes.size(); ++i) {
        const bool again = std::any_of(log.nodes.begin() + start, log.nodes.begin() + i,
                                       [&](const LogNode& row) { return row.name == log.nodes[i].name; });
        if (again && log.nodes[i].name.contains("HZ_PREPROCESS_FOR_"_L1))
            start = i;
    }
    return log.nodes.mid(start);
}

bool isPreprocessing(const LogNode& row)
{
    return row.name.contains("HZ_PREPROCESS_FOR_"_L1) && row.type.contains("Preprocess"_L1);
}

/// The first convolution behind the only preprocessing: its threshold is the range of the normalised input.
std::optional<LogNode> firstConvolution(const MakertbinLog& log)
{
    const QList<LogNode> rows = lastRun(log);
    const auto first = std::ranges::find_if(rows, isPreprocessing);
    if (first == rows.end() || std::count_if(rows.begin(), rows.end(), isPreprocessing) != 1)
        return std::nullopt;
    const auto found = std::find_if(first, rows.end(), [](const LogNode& row) {
        return row.threshold && (row.type == "HzSQuantizedConv"_L1 || row.type == "Conv"_L1);
    });
    return found == rows.end() ? std::nullopt : std::optional(*found);
}

void checkOtherMarch(const LintContext& context)
{
    const QString now = marchName(context.config().march);
    const QString then = context.subject().log ? factsOf(*context.subject().log).march : QString();
    if (now.isEmpty() || then.isEmpty() || now == then)
        return;
    context.report(
        Severity::Warning, march,
        LogRules::tr("The log is of a run for %1, but the config now says %2.").arg(then, now),
        LogRules::tr("What it says of nodes, similarity and speed does not hold for the other march. Convert "
                     "again."),
        lintSource::publishedLogs);
}

void checkChanged(const LintContext& context)
{
    if (!context.subject().log)
        return;
    const BuildDifferences differences = differencesFrom(factsOf(*context.subject().log), context);
    const QStringList input = differences.inputs + differences.norms;
    const QStringList all = input + differences.build;
    if (all.isEmpty())
        return;
    context.report(
        input.isEmpty() ? Severity::Info : Severity::Warning, u"input_parameters"_s,
        LogRules::tr("The config has changed since the run that the log is of: %1.").arg(all.join(LogRules::tr("; "))),
        LogRules::tr("The stages and the board file of that run were built from the former values. Convert "
                     "again before comparing anything."),
        lintSource::publishedLogs);
}

void checkTinyRange(const LintContext& context)
{
    constexpr double least = 0.1;
    const auto row = context.subject().log ? firstConvolution(*context.subject().log) : std::nullopt;
    if (!row || *row->threshold >= least)
        return;
    context.report(
        Severity::Warning, calDataDir,
        LogRules::tr("The first convolution saw values up to %1 only (%2, line %3 of the log): the "
                     "calibration data were probably normalised twice.")
            .arg(*row->threshold)
            .arg(row->name)
            .arg(row->line),
        LogRules::tr("Normalised pictures reach about 1 or 2. Calibration files hold pixels of 0 to 255, and "
                     "norm_type does the rest."),
        lintSource::publishedLogs);
}

void checkRawRange(const LintContext& context)
{
    constexpr double most = 100;
    const auto row = context.subject().log ? firstConvolution(*context.subject().log) : std::nullopt;
    if (!row || *row->threshold < most)
        return;
    const bool asked = std::ranges::any_of(
        context.config().inputs, [](const InputConfig& input) { return input.norm != NormType::NoPreprocess; });
    context.report(
        asked ? Severity::Warning : Severity::Info, normType,
        LogRules::tr("The first convolution saw values up to %1 (%2, line %3 of the log): nothing was normalised.")
            .arg(*row->threshold)
            .arg(row->name)
            .arg(row->line),
        LogRules::tr("Networks are usually trained on values of about 1. If this one is, norm_type and its values are "
                     "missing or were not applied."),
        lintSource::publishedLogs);
}

void checkPreprocessing(const LintContext& context)
{
    constexpr double least = 0.999;
    if (!context.subject().log)
        return;
    for (const LogNode& row : lastRun(*context.subject().log)) {
        if (!isPreprocessing(row) || !row.cosine || *row.cosine >= least)
            continue;
        context.report(
            Severity::Warning, normType,
            LogRules::tr("The preprocessing itself loses accuracy: %1 has a similarity of %2 (line %3 of the "
                         "log).")
                .arg(row.name)
                .arg(*row.cosine)
                .arg(row.line),
            LogRules::tr("In all published runs it is above 0.9997. Lower values come from mean_value, "
                         "scale_value or calibration data that do not fit each other."),
            lintSource::publishedLogs);
    }
}

void checkSamples(const LintContext& context)
{
    constexpr double darkest = -120;
    constexpr int enough = 16;
    if (!context.subject().log)
        return;
    for (const LogInput& input : context.subject().log->inputs) {
        const bool picture = input.expectedType.endsWith("_128"_L1);
        if (!picture || input.sampleNumbers < enough || input.samplesMost > darkest)
            continue;
        context.report(
            Severity::Error, calDataDir,
            LogRules::tr("The calibration samples of “%1” lie between %2 and %3 in the log (line %4), that is "
                         "%5 to %6 before the toolchain takes off 128: they were normalised already.")
                .arg(input.name)
                .arg(input.samplesLeast)
                .arg(input.samplesMost)
                .arg(input.buildLine)
                .arg(input.samplesLeast + 128)
                .arg(input.samplesMost + 128),
            LogRules::tr("Calibration files hold pixels of 0 to 255, which show as -128 to 127 there; the "
                         "model normalises them itself."),
            lintSource::publishedLogs);
    }
}

void checkOutputs(const LintContext& context)
{
    constexpr double good = 0.99;
    constexpr double bad = 0.8;
    if (!context.subject().log || context.subject().log->outputs.isEmpty())
        return;
    const LogOutput worst = *std::ranges::min_element(context.subject().log->outputs, {}, &LogOutput::cosine);
    if (worst.cosine >= good)
        return;
    context.report(
        worst.cosine < bad ? Severity::Warning : Severity::Info, u"calibration_parameters.calibration_type"_s,
        LogRules::tr("Quantization has cost accuracy: the output %1 has a similarity of %2 and differs by %3 "
                     "at the most.")
            .arg(worst.name)
            .arg(worst.cosine)
            .arg(worst.chebyshev),
        LogRules::tr("The maker calls 0.99 normal and less than 0.8 a clear loss. Where nearly all of an "
                     "output is zero, the distances tell more than the similarity."),
        lintSource::x5Manual);
}

/// Nodes of node_info that are to have int16 somewhere.
QStringList wantedInt16(const LintContext& context)
{
    QStringList names;
    for (const QString& item : context.list(nodeInfo)) {
        if (item.section(u':', -1).trimmed() == "int16"_L1)
            names.append(item.section(u':', 0, -2).trimmed());
    }
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (!key.startsWith(nodeInfo + u'.') || context.document().scalar(key).trimmed() != "int16"_L1)
            continue;
        const QString name = key.sliced(nodeInfo.size() + 1).section(u'.', 0, -2);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

void checkInt16(const LintContext& context)
{
    if (!context.subject().log)
        return;
    const QList<LogNode> rows = lastRun(*context.subject().log);
    QStringList lost;
    for (const QString& name : wantedInt16(context)) {
        const auto row = std::ranges::find_if(
            rows, [&](const LogNode& node) { return node.truncated ? name.endsWith(node.name) : name == node.name; });
        if (row != rows.end() && row->dataType.contains("int8"_L1) && !row->dataType.contains("int16"_L1))
            lost.append(name);
    }
    if (lost.isEmpty())
        return;
    context.report(Severity::Warning, nodeInfo,
                   LogRules::tr("%1 stayed int8 in the run that the log is of.").arg(someOf(lost)),
                   LogRules::tr("A request for int16 that the BPU cannot honour is dropped with no more than a line in "
                                "the log."),
                   lintSource::x5Manual);
}

void checkCpuNodes(const LintContext& context)
{
    if (!context.subject().log)
        return;
    const QList<LogNode> rows = lastRun(*context.subject().log);
    QStringList onCpu;
    QStringList subgraphs;
    for (const LogNode& row : rows) {
        if (row.device == "CPU"_L1)
            onCpu.append(row.name);
        else if (!row.subgraph.isEmpty() && !subgraphs.contains(row.subgraph))
            subgraphs.append(row.subgraph);
    }
    if (onCpu.isEmpty() || subgraphs.size() < 2)
        return;
    context.report(
        Severity::Info, u"model_parameters.onnx_model"_s,
        LogRules::tr("The model runs in %1 pieces on the BPU, with %2 nodes on the CPU between or around them: "
                     "%3.")
            .arg(subgraphs.size())
            .arg(onCpu.size())
            .arg(someOf(onCpu)),
        LogRules::tr("Each change of place costs time for converting and copying."), lintSource::publishedLogs);
}

void checkNoCalibration(const LintContext& context)
{
    if (!context.subject().log || context.subject().log->nodes.isEmpty())
        return;
    const bool skipped = factsOf(*context.subject().log).calibration == "skip"_L1;
    const bool checker
        = context.subject().log->command == "checker"_L1 || context.subject().log->tool.contains("checker"_L1);
    if (!skipped && !checker)
        return;
    context.report(Severity::Info, u"calibration_parameters.calibration_type"_s,
                   LogRules::tr("The similarities in the log mean nothing: the run was not calibrated."),
                   LogRules::tr("The checker, fast-perf and calibration_type skip use random data."),
                   lintSource::x5Manual);
}

} // namespace

QList<NamedCheck> logRules()
{
    return {{"log-of-other-march"_L1, checkOtherMarch},
            {"log-config-changed"_L1, checkChanged},
            {"log-input-range-tiny"_L1, checkTinyRange},
            {"log-input-range-raw"_L1, checkRawRange},
            {"log-preprocessing-loss"_L1, checkPreprocessing},
            {"log-samples-normalised"_L1, checkSamples},
            {"log-output-similarity"_L1, checkOutputs},
            {"log-int16-not-honoured"_L1, checkInt16},
            {"log-cpu-nodes"_L1, checkCpuNodes},
            {"log-without-calibration"_L1, checkNoCalibration}};
}

} // namespace driftscope
