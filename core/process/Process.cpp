// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Process.h"

#include "core/process/LineSplitter.h"
#include "core/process/ProcessGroup.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

namespace driftscope {

namespace {

constexpr int killDelayMilliseconds = 3000;
constexpr int inputEndGraceMilliseconds = 6000;
constexpr int groupPollMilliseconds = 20;

} // namespace

/// States: idle, running (the leader lives), ending (it is gone, members of its group may be left), idle again.
struct Process::Private
{
    Q_DECLARE_TR_FUNCTIONS(Process)

public:
    Process* q = nullptr;
    QProcess process;
    QTimer timeout;
    QTimer graceTimer; ///< a program told by the end of its input
    QTimer killTimer; ///< started by terminate(); kills what has not obeyed
    QTimer groupPoll; ///< after the leader's end: waits for the rest of its group
    LineSplitter output;
    LineSplitter errors;
    ProcessGroup group;
    ProcessResult result;
    Command command;
    bool isRunning = false;
    bool leaderEnded = false;
    bool wasKilled = false;

    void connectAll();
    void launch();
    void requestEnd(ProcessResult::Ending ending);
    void beginTermination();
    void terminateGroup();
    void readChannel(OutputChannel channel);
    void deliver(OutputChannel channel, const QStringList& lines) const;
    void onError(QProcess::ProcessError error);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void pollGroup();
    void report();
    [[nodiscard]] QString endMessage(int exitCode) const;
};

void Process::Private::connectAll()
{
    timeout.setSingleShot(true);
    killTimer.setSingleShot(true);
    killTimer.setTimerType(Qt::PreciseTimer); // a coarse one may come five percent early
    killTimer.setInterval(killDelayMilliseconds);
    groupPoll.setInterval(groupPollMilliseconds);
    graceTimer.setSingleShot(true);
    graceTimer.setInterval(inputEndGraceMilliseconds);
    QObject::connect(&graceTimer, &QTimer::timeout, q, [this] { terminateGroup(); });
    QObject::connect(&process, &QProcess::readyReadStandardOutput, q,
                     [this] { readChannel(OutputChannel::StandardOutput); });
    QObject::connect(&process, &QProcess::readyReadStandardError, q,
                     [this] { readChannel(OutputChannel::StandardError); });
    QObject::connect(&process, &QProcess::errorOccurred, q, [this](auto error) { onError(error); });
    QObject::connect(&process, &QProcess::finished, q, [this](int code, auto status) { onFinished(code, status); });
    QObject::connect(&timeout, &QTimer::timeout, q, [this] { requestEnd(ProcessResult::Ending::TimedOut); });
    QObject::connect(&killTimer, &QTimer::timeout, q, [this] {
        wasKilled = true;
        group.kill();
    });
    QObject::connect(&groupPoll, &QTimer::timeout, q, [this] { pollGroup(); });
}

void Process::Private::launch()
{
    process.setProgram(command.program);
    process.setArguments(command.arguments);
    process.setWorkingDirectory(command.workingDirectory);
    process.setProcessEnvironment(command.environment.isEmpty() ? QProcessEnvironment::systemEnvironment()
                                                                : command.environment);
    // A tool that asks a question must not wait for ever.
    process.setStandardInputFile(command.keepsInputOpen ? QString() : QProcess::nullDevice());
    process.setChildProcessModifier([] { ProcessGroup::makeOwnGroup(); });
    process.start();
    group = ProcessGroup(process.processId());
}

void Process::Private::requestEnd(ProcessResult::Ending ending)
{
    if (!isRunning || result.ending == ProcessResult::Ending::Cancelled
        || result.ending == ProcessResult::Ending::TimedOut)
        return;
    if (leaderEnded)
        return; // it ended by itself; only strays are being waited for
    result.ending = ending;
    beginTermination();
}

void Process::Private::beginTermination()
{
    if (command.keepsInputOpen && !leaderEnded) {
        process.closeWriteChannel();
        graceTimer.start();
        return;
    }
    terminateGroup();
}

void Process::Private::terminateGroup()
{
    group.terminate();
    if (!killTimer.isActive())
        killTimer.start();
}

void Process::Private::readChannel(OutputChannel channel)
{
    const bool isOutput = channel == OutputChannel::StandardOutput;
    const QByteArray bytes = isOutput ? process.readAllStandardOutput() : process.readAllStandardError();
    deliver(channel, (isOutput ? output : errors).feed(bytes));
}

void Process::Private::deliver(OutputChannel channel, const QStringList& lines) const
{
    for (const QString& line : lines)
        Q_EMIT q->lineReceived(channel, line);
}

void Process::Private::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart || !isRunning || leaderEnded)
        return; // every other error is followed by finished()
    leaderEnded = true;
    result.ending = ProcessResult::Ending::FailedToStart;
    result.exitCode = -1;
    result.message = tr("The program “%1” could not be started (%2); check that it is installed and may be executed.")
                         .arg(command.shownName(), process.errorString());
    // start() itself may fail: its caller must get the report after it has returned, as always.
    QMetaObject::invokeMethod(
        q, [this] { report(); }, Qt::QueuedConnection);
}

void Process::Private::onFinished(int exitCode, QProcess::ExitStatus status)
{
    if (!isRunning || leaderEnded)
        return;
    leaderEnded = true;
    timeout.stop();
    graceTimer.stop();
    readChannel(OutputChannel::StandardOutput);
    readChannel(OutputChannel::StandardError);
    result.exitCode = exitCode;
    if (result.ending == ProcessResult::Ending::Exited && status == QProcess::CrashExit)
        result.ending = ProcessResult::Ending::Crashed;
    result.message = endMessage(exitCode);
    if (!group.hasMembers()) {
        report();
        return;
    }
    beginTermination(); // nothing that the program left behind may outlive it
    groupPoll.start();
}

void Process::Private::pollGroup()
{
    if (wasKilled || !group.hasMembers())
        report();
}

QString Process::Private::endMessage(int exitCode) const
{
    switch (result.ending) {
    case ProcessResult::Ending::Crashed:
        return tr("The program “%1” crashed (signal %2).").arg(command.shownName()).arg(exitCode);
    case ProcessResult::Ending::Cancelled:
        return tr("The program “%1” was stopped on request.").arg(command.shownName());
    case ProcessResult::Ending::TimedOut:
        return tr("The program “%1” did not end within %2 seconds and was stopped.")
            .arg(command.shownName())
            .arg(timeout.interval() / 1000.0);
    case ProcessResult::Ending::Exited:
    case ProcessResult::Ending::FailedToStart:
        break;
    }
    if (exitCode == 0)
        return {};
    return tr("The program “%1” ended with exit code %2.").arg(command.shownName()).arg(exitCode);
}

void Process::Private::report()
{
    timeout.stop();
    graceTimer.stop();
    killTimer.stop();
    groupPoll.stop();
    deliver(OutputChannel::StandardOutput, output.flush());
    deliver(OutputChannel::StandardError, errors.flush());
    isRunning = false;
    const ProcessResult ended = result; // a listener may start the next run at once
    Q_EMIT q->done(ended);
}

Process::Process(QObject* parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->q = this;
    m_d->connectAll();
}

Process::~Process()
{
    if (!m_d->isRunning)
        return;
    disconnect(&m_d->process, nullptr, this, nullptr);
    if (m_d->command.keepsInputOpen) {
        m_d->process.closeWriteChannel();
        m_d->process.waitForFinished(inputEndGraceMilliseconds);
    }
    m_d->group.terminate();
    m_d->process.waitForFinished(killDelayMilliseconds);
    m_d->group.kill();
    m_d->process.waitForFinished(killDelayMilliseconds);
}

void Process::setTimeout(int milliseconds)
{
    m_d->timeout.setInterval(milliseconds);
}

void Process::start(const Command& command)
{
    Q_ASSERT(!m_d->isRunning);
    m_d->command = command;
    m_d->result = {};
    m_d->output = {};
    m_d->errors = {};
    m_d->isRunning = true;
    m_d->leaderEnded = false;
    m_d->wasKilled = false;
    if (m_d->timeout.interval() > 0)
        m_d->timeout.start();
    m_d->launch();
}

void Process::cancel()
{
    m_d->requestEnd(ProcessResult::Ending::Cancelled);
}

bool Process::isRunning() const
{
    return m_d->isRunning;
}

} // namespace driftscope
