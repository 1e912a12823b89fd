// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardSession.h"

#include "core/base/Files.h"
#include "core/sandbox/execution/BoardProfile.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

double millisecondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Calls work(i) on several threads until it returns false or fails; the first error is the result.
Result<void> runOnThreads(int threads, const std::function<Result<bool>(qsizetype)>& work)
{
    std::atomic<qsizetype> next = 0;
    std::atomic<bool> stop = false;
    std::mutex mutex;
    Result<void> result;
    const auto loop = [&] {
        while (!stop) {
            const Result<bool> more = work(next++);
            if (more && *more)
                continue;
            stop = stop || !more;
            const std::scoped_lock lock(mutex);
            if (!more && result)
                result = forward(more);
            return;
        }
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i)
        others.emplace_back(loop);
    loop();
    for (std::thread& thread : others)
        thread.join();
    return result;
}

QString bestClasses(const Tensor& tensor)
{
    const std::vector<float> values = tensor.toRealValues();
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto count = static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, order.size()));
    std::ranges::partial_sort(order, order.begin() + count,
                              [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    QString text;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const std::size_t label = order[static_cast<std::size_t>(i)];
        text += u"label %1, prob %2\n"_s.arg(label, 3).arg(static_cast<double>(values[label]), 0, 'f', 5);
    }
    return text;
}

} // namespace

BoardSession::BoardSession(BoardExecutor executor, const BoardOptions& options, const BoardConsole& console)
    : m_executor(std::move(executor))
    , m_options(options)
    , m_console(console)
{ }

Result<BoardSession> BoardSession::open(const BoardModel& model, const BoardOptions& options,
                                        const BoardConsole& console)
{
    Result<BoardExecutor> executor = BoardExecutor::load(model);
    if (!executor)
        return forward(executor);
    Result<QList<BoardInputSpec>> specs = boardInputSpecs(model);
    if (!specs)
        return forward(specs);
    BoardSession session(std::move(*executor), options, console);
    session.m_modelName = model.name;
    session.m_specs = std::move(*specs);
    for (const BoardTensorInfo& output : model.outputs) {
        session.m_outputNames.append(output.name);
        QString producer;
        for (const NodeDraft& node : model.graph.nodes) {
            if (node.outputs.contains(output.name))
                producer = node.name;
        }
        session.m_outputNodes.append(producer);
    }
    if (const Result<void> read = session.readFrames(); !read)
        return forward(read);
    return session;
}

Result<void> BoardSession::readFrames()
{
    if (m_options.inputList.isEmpty()) {
        if (!m_options.inputFiles.isEmpty())
            m_frames.append(m_options.inputFiles);
    } else {
        const Result<QByteArray> content = readFile(m_options.inputList);
        if (!content)
            return forward(content);
        for (const QString& line : QString::fromUtf8(*content).split(u'\n')) {
            if (!line.trimmed().isEmpty())
                m_frames.append(line.trimmed().split(u',', Qt::SkipEmptyParts));
        }
    }
    for (const QStringList& frame : m_frames) {
        if (frame.size() != m_specs.size()) {
            return failure(ErrorKind::InvalidArgument,
                           u"The model has %1 inputs, but %2 input files were given (%3)."_s.arg(m_specs.size())
                               .arg(frame.size())
                               .arg(frame.join(u", "_s)));
        }
    }
    return {};
}

Result<std::vector<Tensor>> BoardSession::readInputs(const QStringList& files) const
{
    std::vector<Tensor> inputs;
    for (qsizetype i = 0; i < m_specs.size(); ++i) {
        Result<Tensor> input = readBoardInput(m_specs[i], files[i]);
        if (!input)
            return forward(input);
        inputs.push_back(std::move(*input));
    }
    return inputs;
}

Result<void> BoardSession::infer() const
{
    if (m_frames.isEmpty()) {
        return failure(ErrorKind::InvalidArgument,
                       u"No input was given; name one file for each input with --input_file=FILE,FILE."_s);
    }
    std::mutex console;
    const qsizetype repeats = m_options.inputList.isEmpty() ? m_options.frameCount.value_or(1) : 1;
    const qsizetype count = m_frames.size() * repeats;
    return runOnThreads(m_options.threads, [&](qsizetype index) -> Result<bool> {
        if (index >= count)
            return false;
        if (const Result<void> done = inferFrame(index % m_frames.size(), console); !done)
            return forward(done);
        return true;
    });
}

Result<void> BoardSession::inferFrame(qsizetype frame, std::mutex& console) const
{
    Result<std::vector<Tensor>> inputs = readInputs(m_frames[frame]);
    if (!inputs)
        return forward(inputs);
    QStringList inputNames;
    for (const BoardInputSpec& spec : m_specs)
        inputNames.append(spec.name);
    DumpOptions dumpOptions = m_options.dump;
    if (!m_options.inputList.isEmpty())
        dumpOptions.folder = QDir(dumpOptions.folder).filePath(u"frame_%1"_s.arg(frame));
    std::optional<BoardDump> dump;
    if (dumpOptions.isWanted())
        dump.emplace(dumpOptions, inputNames);
    StepObserver observer;
    if (dumpOptions.intermediate > 0)
        observer = [&](const PlanStep& step, std::span<const Tensor> in, std::span<const Tensor> out) {
            dump->addStep(step, in, out);
        };
    QElapsedTimer timer;
    timer.start();
    const Result<std::vector<Tensor>> outputs = m_executor.run(*inputs, observer);
    if (!outputs)
        return forward(outputs);
    QString text = u"Infer time: %1 ms\n"_s.arg(millisecondsOf(timer), 0, 'f', 3);
    if (m_options.classes)
        text += bestClasses(outputs->front());
    if (dump) {
        if (const Result<void> written = writeOutputs(*dump, *outputs); !written)
            return forward(written);
    }
    const std::scoped_lock lock(console);
    m_console.out(text);
    return {};
}

Result<void> BoardSession::writeOutputs(BoardDump& dump, const std::vector<Tensor>& outputs) const
{
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        dump.addOutput(static_cast<int>(i), m_outputNames.value(index), m_outputNodes.value(index), outputs[i]);
    }
    return dump.finish();
}

Result<std::vector<Tensor>> BoardSession::perfInputs() const
{
    if (!m_frames.isEmpty())
        return readInputs(m_frames.first());
    std::vector<Tensor> inputs;
    for (const BoardInputSpec& spec : m_specs) {
        // Any bytes will do, but floats must be numbers: zeros are.
        QByteArray bytes(spec.byteSize(), '\0');
        for (qsizetype i = 0; spec.isPicture() && i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 37 % 251);
        Result<Tensor> input = boardTensor(spec, bytes);
        if (!input)
            return forward(input);
        inputs.push_back(std::move(*input));
    }
    return inputs;
}

Result<void> BoardSession::perfFrame(std::span<const Tensor> inputs, LatencyProfile& profile) const
{
    QElapsedTimer timer;
    timer.start();
    if (m_options.profilePath.isEmpty()) {
        const Result<std::vector<Tensor>> outputs = m_executor.run(inputs);
        if (!outputs)
            return forward(outputs);
        profile.addFrame(millisecondsOf(timer));
        return {};
    }
    double before = 0.0;
    QString part;
    double partTime = 0.0;
    const auto closePart = [&] {
        if (!part.isEmpty())
            profile.addNode(u"BPU_"_s + part, partTime);
        partTime = 0.0;
    };
    const StepObserver observer = [&](const PlanStep& step, std::span<const Tensor>, std::span<const Tensor>) {
        const double now = millisecondsOf(timer);
        if (step.bpuPart != part)
            closePart();
        part = step.bpuPart;
        if (part.isEmpty())
            profile.addNode(step.opType + u'_' + step.node, now - before);
        else
            partTime += now - before;
        before = now;
    };
    const Result<std::vector<Tensor>> outputs = m_executor.run(inputs, observer);
    if (!outputs)
        return forward(outputs);
    closePart();
    profile.addFrame(millisecondsOf(timer));
    return {};
}

Result<void> BoardSession::perf() const
{
    const Result<std::vector<Tensor>> inputs = perfInputs();
    if (!inputs)
        return forward(inputs);
    const qsizetype count = m_options.frameCount.value_or(200);
    const double limit = m_options.perfMinutes * 60000.0;
    LatencyProfile profile;
    QElapsedTimer timer;
    timer.start();
    const Result<void> done = runOnThreads(m_options.threads, [&](qsizetype index) -> Result<bool> {
        if (limit > 0.0 ? millisecondsOf(timer) >= limit : index >= count)
            return false;
        if (const Result<void> ran = perfFrame(*inputs, profile); !ran)
            return forward(ran);
        return true;
    });
    if (!done)
        return forward(done);
    const PerfCondition condition{m_modelName, m_options.coreId, m_options.threads, millisecondsOf(timer)};
    m_console.out(perfText(profile, condition));
    if (!m_options.profilePath.isEmpty())
        return writeProfile(profile, condition, m_options.profilePath);
    return {};
}

} // namespace driftscope
