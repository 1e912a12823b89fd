// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

LogNode rowOf(const char* name, const char* type, double cosine, double threshold, const char* dataType = "int8")
{
    LogNode row;
    row.name = QString::fromLatin1(name);
    row.device = u"BPU"_s;
    row.subgraph = u"id(0)"_s;
    row.type = QString::fromLatin1(type);
    row.cosine = cosine;
    row.threshold = threshold;
    row.dataType = QString::fromLatin1(dataType);
    row.line = 7;
    return row;
}

/// A log of the clean config in which everything is right.
MakertbinLog goodLog()
{
    MakertbinLog log;
    log.tool = u"hb_mapper makertbin"_s;
    log.nodes = {rowOf("HZ_PREPROCESS_FOR_x", "HzSQuantizedPreprocess", 0.9999, 127),
                 rowOf("conv", "HzSQuantizedConv", 0.999, 2.64)};
    log.outputs = {{u"y"_s, 0.998, 0.1, 0.1, 0.2}};
    log.parameters = {{u"calibration_type"_s, u"default"_s}};
    LogInput input;
    input.name = u"x"_s;
    input.expectedType = u"RGB_128"_s;
    input.buildLine = 3;
    input.sampleNumbers = 100;
    input.samplesLeast = -128;
    input.samplesMost = 127;
    log.inputs = {input};
    return log;
}

SubjectChange withLog(const std::function<void(MakertbinLog&)>& change)
{
    return [change](LintSubject& subject) {
        MakertbinLog log = goodLog();
        change(log);
        subject.log = std::make_shared<const MakertbinLog>(log);
    };
}

SubjectChange threshold(double value)
{
    return withLog([value](MakertbinLog& log) { log.nodes[1].threshold = value; });
}

SubjectChange parameter(const QString& key, const QString& value)
{
    return withLog([key, value](MakertbinLog& log) { log.parameters.append({key, value}); });
}

SubjectChange trailer(const QString& typeRt, const QString& scale)
{
    return withLog([typeRt, scale](MakertbinLog& log) {
        log.inputs[0].typeRt = typeRt;
        log.inputs[0].scaleValue = scale;
    });
}

SubjectChange similarity(double cosine)
{
    return withLog([cosine](MakertbinLog& log) { log.outputs[0].cosine = cosine; });
}

SubjectChange samples(double least, double most)
{
    return withLog([least, most](MakertbinLog& log) {
        log.inputs[0].samplesLeast = least;
        log.inputs[0].samplesMost = most;
    });
}

/// As many subgraphs, with a CPU node between them.
SubjectChange pieces(int count)
{
    return withLog([count](MakertbinLog& log) {
        LogNode cpu = rowOf("softmax", "Softmax", 1, 1, "float");
        cpu.device = u"CPU"_s;
        cpu.subgraph.clear();
        log.nodes.append(cpu);
        LogNode last = rowOf("last", "HzSQuantizedConv", 1, 1);
        last.subgraph = u"id(%1)"_s.arg(count - 1);
        log.nodes.append(last);
    });
}

SubjectChange dataType(const char* type)
{
    return withLog([type](MakertbinLog& log) { log.nodes[1].dataType = QString::fromLatin1(type); });
}

} // namespace

QList<LintCase> logCases()
{
    const QString sameScale = u"0.01712475,0.017507,0.01742919,"_s;
    return {
        {"log-of-other-march", "", "", warning, parameter(u"BPU march"_s, u"nash"_s),
         parameter(u"BPU march"_s, u"bayes-e"_s)},
        {"log-config-changed", "", "", warning, trailer(u"nv12"_s, sameScale), trailer(u"rgb"_s, sameScale)},
        {"log-config-changed", "", "", warning, trailer(u"rgb"_s, u"0.0039,"_s), trailer(u"rgb"_s, sameScale)},
        {"log-config-changed", "", "", info, parameter(u"compile_mode"_s, u"bandwidth"_s),
         parameter(u"compile_mode"_s, u"latency"_s)},
        {"log-input-range-tiny", "", "", warning, threshold(0.01), threshold(0.996)},
        {"log-input-range-raw", "", "", warning, threshold(253.9), threshold(4.88)},
        {"log-input-range-raw", "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-",
         "i.norm_type=no_preprocess|i.mean_value=-|i.scale_value=-", info, threshold(253.9), threshold(1)},
        {"log-preprocessing-loss", "", "", warning, withLog([](MakertbinLog& log) { log.nodes[0].cosine = 0.98; }),
         withLog([](MakertbinLog& log) { log.nodes[0].cosine = 1.00002; })},
        {"log-samples-normalised", "", "", error, samples(-128, -127), samples(-128, 127)},
        {"log-output-similarity", "", "", warning, similarity(0.7), similarity(0.99)},
        {"log-output-similarity", "", "", info, similarity(0.97), similarity(0.995)},
        {"log-int16-not-honoured", "m.node_info=conv:int16", "m.node_info=conv:int16", warning, dataType("int8"),
         dataType("int16")},
        {"log-cpu-nodes", "", "", info, pieces(2), pieces(1)},
        {"log-without-calibration", "", "", info, parameter(u"calibration_type"_s, u"skip"_s),
         parameter(u"calibration_type"_s, u"kl"_s)},
        {"log-without-calibration", "", "", info, withLog([](MakertbinLog& log) { log.tool = u"hb_mapper checker"_s; }),
         parameter(u"calibration_type"_s, u"mix"_s)},
    };
}

} // namespace driftscope::test
