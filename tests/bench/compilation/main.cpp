// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_compilation: how long the sandbox toolchain takes to compile DenseNet121 with 100 calibration pictures, and how
// much memory. The reference is as many plain ONNX Runtime inferences with all intermediate values as outputs, in the
// same run. The exit code is 1 if a target is missed.
#include "tests/bench/Targets.h"
#include "tests/bench/opening/ProgramRun.h"

#include "core/base/Files.h"
#include "core/config/ConfigDocument.h"
#include "core/onnx/OnnxReader.h"
#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/calibrate/ValueSampling.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/tool/ConfigReading.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr double allowedForMax = 1.5;
constexpr double allowedForKl = 3.0;
constexpr double allowedMegabytes = 2000;

struct Subject
{
    QString folder; ///< laid out by scripts/networks/fetch
    QString march;
    QString work;
};

Result<QString> writeConfig(const Subject& subject, const QString& calibration)
{
    const QDir folder(subject.folder);
    auto document = ConfigDocument::load(folder.filePath(subject.march + u".yaml"_s));
    const QList<std::pair<QString, QString>> settings{
        {u"model_parameters.onnx_model"_s, folder.filePath(folder.dirName() + u".onnx"_s)},
        {u"model_parameters.working_dir"_s, QDir(subject.work).filePath(calibration)},
        {u"calibration_parameters.cal_data_dir"_s, folder.filePath(u"calibration_rgb"_s)},
        {u"calibration_parameters.calibration_type"_s, calibration}};
    for (const auto& [key, value] : settings) {
        if (document)
            document = document->with(key, value);
    }
    if (!document)
        return forward(document);
    const QString path = QDir(subject.work).filePath(calibration + u".yaml"_s);
    if (const auto written = writeFileAtomically(path, document->text()); !written)
        return forward(written);
    return path;
}

/// Seconds of one inference for each calibration sample with every value of the float model kept.
Result<double> plainInferences(const QString& config)
{
    ToolLog silent([](const QByteArray&) {});
    const auto job = readJob(config, silent);
    if (!job)
        return forward(job);
    const auto data = CalibrationData::open(job->config);
    if (!data)
        return forward(data);
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    QStringList names;
    for (const NodeDraft& node : job->model.nodes)
        names += node.outputs;
    names.removeAll(QString());
    qint64 bytes = 0;
    QElapsedTimer timer;
    timer.start();
    const auto visited = visitValues(*runtime, job->model, names, *data, data->sampleCount(),
                                     [&](qsizetype, const Tensor& value) { bytes += value.bytes().size(); });
    if (!visited)
        return forward(visited);
    const double seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    std::printf("%-28s %8.2f s  %lld pictures, %lld values, %.0f MB each\n", "plain inferences", seconds,
                static_cast<long long>(data->sampleCount()), static_cast<long long>(names.size()),
                static_cast<double>(bytes) / 1e6 / static_cast<double>(data->sampleCount()));
    return seconds;
}

Result<ProgramRun> compileWith(const QString& config, const QString& calibration)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/driftscope-mapper"_s;
    // The shell becomes the program; what it says is long.
    const auto run = runProgram(u"/bin/sh"_s,
                                {u"-c"_s, u"exec \"$0\" \"$@\" > /dev/null"_s, program, u"makertbin"_s, u"--config"_s,
                                 config, u"--model-type"_s, u"onnx"_s});
    if (run) {
        std::printf("%-28s %8.2f s  %8.2f s of processor time  %6.0f MB\n",
                    qUtf8Printable(u"compile, "_s + calibration), run->seconds, run->processorSeconds,
                    static_cast<double>(run->peakBytes) / 1e6);
    }
    return run;
}

Result<void> measure(const Subject& subject, Targets& targets)
{
    for (const auto& [calibration, allowed] : {std::pair(u"max"_s, allowedForMax), std::pair(u"kl"_s, allowedForKl)}) {
        const auto config = writeConfig(subject, calibration);
        if (!config)
            return forward(config);
        // The reference in front and behind: what else the machine does changes meanwhile.
        const auto before = plainInferences(*config);
        const auto compiled = compileWith(*config, calibration);
        const auto after = plainInferences(*config);
        if (!before || !after)
            return forward(!before ? before : after);
        if (!compiled)
            return forward(compiled);
        targets.atMost(calibration + u", times the plain inferences"_s, compiled->seconds / ((*before + *after) / 2.0),
                       allowed);
        targets.atMost(calibration + u", MB"_s, static_cast<double>(compiled->peakBytes) / 1e6, allowedMegabytes);
    }
    return {};
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    CLI::App cli("Time and memory of the sandbox toolchain");
    std::string march = "bayes-e";
    std::string network = "densenet121";
    cli.add_option("--march", march);
    cli.add_option("--network", network, "Folder below $DRIFTSCOPE_NETWORKS");
    CLI11_PARSE(cli, argc, argv)
    const QString networks
        = qEnvironmentVariable("DRIFTSCOPE_NETWORKS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/.cache/networks"_s);
    const QTemporaryDir work;
    QDir::setCurrent(work.path()); // the tool's log goes there
    Targets targets;
    const auto measured = measure(
        {QDir(networks).filePath(QString::fromStdString(network)), QString::fromStdString(march), work.path()},
        targets);
    if (!measured) {
        std::fprintf(stderr, "%s\n", qPrintable(measured.error().message));
        return 1;
    }
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
