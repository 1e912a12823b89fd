// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_capture: captures every tensor of large networks into a folder. Peak memory is compared with the limit that was
// given, time with a plain run of the same network in the same program, and a cancel is given at many moments. The exit
// code is 1 if a target is missed.
#include "tests/bench/Targets.h"

#include "core/onnx/OnnxReader.h"
#include "core/runtime/CaptureToFolder.h"
#include "core/runtime/InferenceSession.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <cmath>
#include <cstdio>
#include <thread>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr qint64 limitBytes = qint64(2) << 30;
constexpr double allowedMillisecondsOfCancel = 500;

double secondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// Smooth and different everywhere: pictures are like that, and constants would hide mistakes.
NamedTensor inputOf(const ValueDraft& input)
{
    std::vector<qint64> sizes = input.shape ? input.shape->sizes() : std::vector<qint64>{};
    for (qint64& size : sizes)
        size = size < 0 ? 1 : size;
    const Shape shape(sizes);
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 0.5F + 0.5F * std::sin(static_cast<float>(i % 100'003) * 0.003F);
    return {input.name, Tensor::fromValues<float>(shape, values)};
}

struct Subject
{
    QString file;
    GraphDraft model;
    QList<NamedTensor> inputs;
};

Result<Subject> subjectOf(const QString& file)
{
    auto model = readOnnx(file);
    if (!model)
        return forward(model);
    Subject subject{file, std::move(*model), {}};
    for (const ValueDraft& input : subject.model.inputs)
        subject.inputs.append(inputOf(input));
    return subject;
}

/// What a child process found; plain numbers, for a pipe.
struct Figures
{
    double seconds = 0;
    double megabytesOnDisk = 0;
    double peakMegabytes = 0;
    qint64 tensors = 0;
    bool isComplete = false;
};

Figures capture(const std::shared_ptr<const OnnxRuntime>& runtime, const Subject& subject, const QString& folder,
                int threads)
{
    QElapsedTimer timer;
    timer.start();
    Progress progress;
    CaptureLimits limits;
    limits.memory = limitBytes;
    limits.threads = threads;
    const auto captured
        = captureToFolder(runtime, subject.model, subject.inputs, {folder, u"bench"_s}, limits, {}, progress);
    Figures figures;
    figures.seconds = secondsOf(timer);
    if (!captured) {
        std::printf("  %s\n", qUtf8Printable(captured.error().message));
        return figures;
    }
    if (!captured->complete)
        std::printf("  %s\n", qUtf8Printable(captured->limit));
    for (const CapturedTensor& tensor : captured->tensors)
        figures.megabytesOnDisk += static_cast<double>(tensor.tensor.byteCount()) / 1e6;
    figures.tensors = captured->tensors.size();
    figures.isComplete = captured->complete;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    figures.peakMegabytes = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
    return figures;
}

/// The reference: the network as it is, from file to outputs, without optimizations.
Figures plainRun(const std::shared_ptr<const OnnxRuntime>& runtime, const Subject& subject, int threads)
{
    QElapsedTimer timer;
    timer.start();
    SessionOptions options;
    options.optimize = false;
    options.threads = threads;
    const auto session = InferenceSession::openDraft(runtime, subject.model, options);
    const auto results = session ? (*session)->run(subject.inputs) : Result<QList<NamedTensor>>(forward(session));
    Figures figures;
    figures.seconds = secondsOf(timer);
    figures.isComplete = results.has_value();
    return figures;
}

/// In a process of its own, whose peak memory is its alone.
template <typename Work> Figures inChild(const QString& file, Work work)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        Figures figures;
        const auto runtime = OnnxRuntime::load();
        const auto subject = subjectOf(file);
        if (runtime && subject)
            figures = work(*runtime, *subject);
        else
            std::printf("  %s\n", qUtf8Printable(runtime ? subject.error().message : runtime.error().message));
        (void)!::write(ends[1], &figures, sizeof figures);
        std::fflush(stdout);
        ::_exit(0);
    }
    ::close(ends[1]);
    Figures figures;
    (void)!::read(ends[0], &figures, sizeof figures);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return figures;
}

/// The longest wait after cancels at moments all over a capture, each continuing what the one before left.
double longestCancel(const std::shared_ptr<const OnnxRuntime>& runtime, const Subject& subject, const QString& folder,
                     int cancels, double wholeSeconds)
{
    double longest = 0;
    for (int i = 0; i < cancels; ++i) {
        const CancelToken cancel;
        QElapsedTimer since;
        std::thread canceller([&] {
            QThread::msleep(static_cast<unsigned long>(1000.0 * wholeSeconds * (0.37 + i % 3) / cancels));
            since.start();
            cancel.cancel();
        });
        Progress progress;
        CaptureLimits limits;
        limits.memory = limitBytes;
        const auto captured
            = captureToFolder(runtime, subject.model, subject.inputs, {folder, u"cancel"_s}, limits, cancel, progress);
        const bool wasCancelled = cancel.isCancelled();
        const double milliseconds = wasCancelled ? secondsOf(since) * 1000 : 0;
        canceller.join();
        longest = std::max(longest, milliseconds);
        std::printf("  cancel %2d: returned after %4.0f ms, %lld tensors kept\n", i, milliseconds,
                    static_cast<long long>(captured ? captured->tensors.size() : 0));
        if (captured && captured->complete)
            break;
    }
    return longest;
}

void measure(const QString& file, int threads, int cancels, Targets& targets)
{
    const QTemporaryDir folder;
    const QString name = QFileInfo(file).completeBaseName();
    std::printf("\n%s\n", qUtf8Printable(name));
    const Figures plain = inChild(
        file, [threads](const auto& runtime, const Subject& subject) { return plainRun(runtime, subject, threads); });
    const Figures all = inChild(file, [&](const auto& runtime, const Subject& subject) {
        return capture(runtime, subject, folder.filePath(u"all"_s), threads);
    });
    std::printf("  plain run %.1f s; capture %.1f s, %lld tensors, %.0f MB on disk, peak %.0f MB\n", plain.seconds,
                all.seconds, static_cast<long long>(all.tensors), all.megabytesOnDisk, all.peakMegabytes);
    targets.atLeast(name + u", complete"_s, all.isComplete ? 1 : 0, 1);
    targets.atMost(name + u", peak MB"_s, all.peakMegabytes, static_cast<double>(limitBytes) / 1e6);
    targets.atMost(name + u", times a plain run"_s, all.seconds / plain.seconds, 6);
    if (cancels == 0)
        return;
    const Figures cancelled = inChild(file, [&](const auto& runtime, const Subject& subject) {
        Figures figures;
        figures.seconds = longestCancel(runtime, subject, folder.filePath(u"cancelled"_s), cancels, all.seconds);
        return figures;
    });
    targets.atMost(name + u", ms until a cancel returned"_s, cancelled.seconds, allowedMillisecondsOfCancel);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    CLI::App cli("Captures of every tensor under a memory limit");
    std::vector<std::string> networks{"isnet_fp16", "isnet_uint8", "swin_t"};
    int threads = 2;
    int cancels = 12;
    cli.add_option("NETWORK", networks, "Names of .onnx files in $DRIFTSCOPE_NETWORKS");
    cli.add_option("--threads", threads);
    cli.add_option("--cancels", cancels, "How often a capture is cancelled");
    CLI11_PARSE(cli, argc, argv)
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QString folder
        = qEnvironmentVariable("DRIFTSCOPE_NETWORKS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/.cache/networks"_s);
    Targets targets;
    for (const std::string& network : networks) {
        const QString file = QDir(folder).filePath(QString::fromStdString(network) + u".onnx"_s);
        if (!QFile::exists(file)) {
            std::printf("skipped: “%s” is not there; scripts/bench/fetch gets it\n", qUtf8Printable(file));
            continue;
        }
        measure(file, threads, cancels, targets);
    }
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
