// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/OrtRun.h"

#include <QCoreApplication>

#include <chrono>
#include <thread>

namespace driftscope {

namespace {

struct OrtRuns
{
    Q_DECLARE_TR_FUNCTIONS(OrtRuns)
};

using Value = OrtHandle<OrtValue>;

constexpr std::chrono::milliseconds betweenLooks(20);
constexpr int looksAfterCancel = 10; ///< then the caller is let go

/// Shared by the caller and the thread; whoever is last frees it.
struct RunState
{
    const OrtApi& api;
    OrtRun run;
    OrtHandle<OrtRunOptions> options;
    std::vector<Value> results = {};
    QString problem = {};
    std::mutex mutex = {};
    std::condition_variable ended = {};
    bool isOver = false;
};

void runOnThisThread(RunState& state)
{
    std::vector<const char*> inputNames;
    for (const QByteArray& name : std::as_const(state.run.inputNames))
        inputNames.push_back(name.constData());
    std::vector<const char*> outputNames;
    for (const QByteArray& name : std::as_const(state.run.outputNames))
        outputNames.push_back(name.constData());
    std::vector<const OrtValue*> feeds;
    for (const Value& feed : state.run.feeds)
        feeds.push_back(feed.get());
    std::vector<OrtValue*> fetched(outputNames.size(), nullptr);
    QString problem
        = takeMessage(state.api,
                      state.api.Run(state.run.session.get(), state.options.get(), inputNames.data(), feeds.data(),
                                    feeds.size(), outputNames.data(), fetched.size(), fetched.data()));
    std::vector<Value> results;
    for (OrtValue* value : fetched)
        results.emplace_back(value, state.api.ReleaseValue);
    const std::lock_guard lock(state.mutex);
    state.problem = std::move(problem);
    state.results = std::move(results);
    state.isOver = true;
    state.ended.notify_all();
}

/// False when the run goes on after a cancel.
bool waitForEnd(RunState& state, const CancelToken& cancel)
{
    int looks = 0;
    std::unique_lock lock(state.mutex);
    while (!state.ended.wait_for(lock, betweenLooks, [&state] { return state.isOver; })) {
        if (!cancel.isCancelled())
            continue;
        if (looks == 0)
            (void)takeMessage(state.api, state.api.RunOptionsSetTerminate(state.options.get()));
        if (++looks > looksAfterCancel)
            return false;
    }
    return true;
}

} // namespace

void RunGate::enter()
{
    const std::lock_guard lock(m_mutex);
    ++m_count;
}

void RunGate::leave()
{
    const std::lock_guard lock(m_mutex);
    --m_count;
    m_isEmpty.notify_all();
}

void RunGate::waitUntilEmpty()
{
    std::unique_lock lock(m_mutex);
    m_isEmpty.wait(lock, [this] { return m_count == 0; });
}

Result<std::vector<Value>> execute(const OnnxRuntime::Private& runtime, OrtRun run, const CancelToken& cancel)
{
    const auto stopped = [] { return failure(ErrorKind::Cancelled, OrtRuns::tr("The model's run was stopped.")); };
    if (cancel.isCancelled())
        return stopped();
    OrtRunOptions* options = nullptr;
    QString problem = takeMessage(*runtime.api, runtime.api->CreateRunOptions(&options));
    auto state = std::make_shared<RunState>(*runtime.api, std::move(run),
                                            OrtHandle<OrtRunOptions>(options, runtime.api->ReleaseRunOptions));
    if (problem.isEmpty()) {
        runtime.gate->enter();
        std::thread([state, gate = runtime.gate]() mutable {
            runOnThisThread(*state);
            state.reset(); // before the gate lets the environment go
            gate->leave();
        }).detach();
        if (!waitForEnd(*state, cancel))
            return stopped();
        problem = state->problem;
    }
    if (problem.isEmpty())
        return std::move(state->results);
    if (cancel.isCancelled())
        return stopped();
    return failure(ErrorKind::ProcessFailed,
                   OrtRuns::tr("ONNX Runtime failed while running the model: %1").arg(problem));
}

} // namespace driftscope
