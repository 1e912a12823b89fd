// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Streaming.h"

#include "core/process/LineSplitter.h"
#include "core/process/ProcessGroup.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>

namespace driftscope {

namespace {

constexpr int pollMilliseconds = 50;
constexpr qint64 graceMilliseconds = 8000;
constexpr int killMilliseconds = 3000;

class Stream
{
    Q_DECLARE_TR_FUNCTIONS(Stream)

public:
    Stream(const Command& command, const StreamListeners& listeners)
        : m_command(command)
        , m_listeners(listeners)
    { }

    ProcessResult run(const CancelToken& cancel, int timeoutMilliseconds)
    {
        QEventLoop loop;
        QTimer poll;
        QElapsedTimer clock;
        clock.start();
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &loop, [this] { deliver(); });
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &loop, [this] { deliver(); });
        QObject::connect(&m_process, &QProcess::stateChanged, &loop, [&loop](QProcess::ProcessState state) {
            if (state == QProcess::NotRunning)
                loop.quit();
        });
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (cancel.isCancelled())
                askToEnd(ProcessResult::Ending::Cancelled);
            else if (timeoutMilliseconds > 0 && clock.elapsed() >= timeoutMilliseconds)
                askToEnd(ProcessResult::Ending::TimedOut);
            if (m_asked.isValid() && m_asked.elapsed() > graceMilliseconds)
                end();
        });
        poll.start(pollMilliseconds);
        start();
        if (m_process.state() != QProcess::NotRunning)
            loop.exec();
        deliver();
        tellErrors(m_errors.flush());
        return conclude();
    }

private:
    void start()
    {
        m_process.setProgram(m_command.program);
        m_process.setArguments(m_command.arguments);
        m_process.setWorkingDirectory(m_command.workingDirectory);
        m_process.setChildProcessModifier([] { ProcessGroup::makeOwnGroup(); });
        m_process.start();
        m_process.waitForStarted();
        m_group = ProcessGroup(m_process.processId());
    }

    void askToEnd(ProcessResult::Ending ending)
    {
        if (m_asked.isValid())
            return;
        m_result.ending = ending;
        m_process.closeWriteChannel();
        m_asked.start();
    }

    void end()
    {
        m_group.terminate();
        if (!m_process.waitForFinished(killMilliseconds))
            m_group.kill();
        m_process.waitForFinished(killMilliseconds);
    }

    void deliver()
    {
        if (const QByteArray bytes = m_process.readAllStandardOutput(); !bytes.isEmpty())
            m_listeners.onBytes(bytes);
        tellErrors(m_errors.feed(m_process.readAllStandardError()));
    }

    void tellErrors(const QStringList& lines) const
    {
        for (const QString& line : lines)
            m_listeners.onErrorLine(line);
    }

    [[nodiscard]] ProcessResult conclude()
    {
        using Ending = ProcessResult::Ending;
        if (m_process.error() == QProcess::FailedToStart) {
            m_result.ending = Ending::FailedToStart;
            m_result.exitCode = -1;
            m_result.message
                = tr("The program “%1” could not be started (%2); check that it is installed and may be executed.")
                      .arg(m_command.program, m_process.errorString());
            return m_result;
        }
        m_result.exitCode = m_process.exitCode();
        if (m_result.ending == Ending::Exited && m_process.exitStatus() == QProcess::CrashExit)
            m_result.ending = Ending::Crashed;
        return m_result;
    }

    const Command& m_command;
    const StreamListeners& m_listeners;
    QProcess m_process;
    ProcessGroup m_group;
    LineSplitter m_errors;
    QElapsedTimer m_asked; ///< since the program was asked to end
    ProcessResult m_result;
};

} // namespace

ProcessResult runStreaming(const Command& command, const StreamListeners& listeners, const CancelToken& cancel,
                           int timeoutMilliseconds)
{
    return Stream(command, listeners).run(cancel, timeoutMilliseconds);
}

} // namespace driftscope
