// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_opening: from the start of the window's process to the moment a model is drawn, time and peak memory. The
// reference is the same program when it shows its empty window. The exit code is 1 if a target is missed.
#include "BigModel.h"
#include "ProgramRun.h"

#include "tests/bench/Targets.h"
#include "tests/support/SyntheticNetworks.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr double allowedSeconds = 1;
constexpr double allowedMegabytes = 300;

/// The fastest of several runs, with the largest of their memory.
Result<ProgramRun> measure(const QString& title, const QStringList& arguments)
{
    constexpr int repetitions = 7;
    const QString program = QCoreApplication::applicationDirPath() + u"/driftscope"_s;
    ProgramRun best;
    for (int i = 0; i < repetitions; ++i) {
        const auto run = runProgram(program, arguments);
        if (!run)
            return run;
        const qint64 peak = std::max(best.peakBytes, run->peakBytes);
        best = i == 0 || run->seconds < best.seconds ? *run : best;
        best.peakBytes = peak;
    }
    std::printf("%-28s %8.3f s  %8.3f s of processor time  %6.0f MB\n", qUtf8Printable(title), best.seconds,
                best.processorSeconds, static_cast<double>(best.peakBytes) / 1e6);
    return best;
}

Result<QString> writeSynthetic(const QString& folder, const NetworkSpec& spec)
{
    const QString path = QDir(folder).filePath(specText(spec).replace(u':', u'-') + u".onnx"_s);
    const auto written = makeFolder(folder).and_then([&] { return writeOnnx(path, syntheticNetwork(spec)); });
    if (!written)
        return forward(written);
    return path;
}

Result<void> measureModel(const QString& title, const Result<QString>& path, const ProgramRun& reference,
                          Targets& targets)
{
    if (!path)
        return forward(path);
    const auto run = measure(title, {u"--stop-after"_s, u"drawn"_s, *path});
    if (!run)
        return forward(run);
    std::printf("  %.1f of the empty window's time\n", run->seconds / reference.seconds);
    targets.atMost(u"seconds to the drawn graph"_s, run->seconds, allowedSeconds);
    targets.atMost(u"peak memory in MB"_s, static_cast<double>(run->peakBytes) / 1e6, allowedMegabytes);
    return {};
}

Result<void> measureAll(const QString& folder, Targets& targets)
{
    const auto reference = measure(u"empty window"_s, {u"--stop-after"_s, u"window"_s});
    if (!reference)
        return forward(reference);
    for (const NetworkFamily family : {NetworkFamily::Chain, NetworkFamily::Residual, NetworkFamily::Transformer}) {
        const NetworkSpec spec{family, 10'000, 0};
        const auto done = measureModel(specText(spec), writeSynthetic(folder, spec), *reference, targets);
        if (!done)
            return done;
    }
    return measureModel(u"6 GB of external data"_s, writeBigModel(folder), *reference, targets);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QString folder = QStringLiteral(DRIFTSCOPE_BINARY_DIR "/opening");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder + u"/config"_s)); // not the person's recent files
    Targets targets;
    if (const auto done = measureAll(folder, targets); !done) {
        std::fprintf(stderr, "bench_opening: %s\n", qUtf8Printable(done.error().message));
        return 2;
    }
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
