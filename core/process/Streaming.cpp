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

    ProcessResult run(const CancelToken& cancel, StreamLimits limits)
    {
        QEventLoop loop;
        QTimer poll;
        QElapsedTimer clock;
        clock.start();
        m_moved.start();
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &loop, [this] { deliver(); });
        QObject::connect(&m_process, &QProcess::readyReadStandardError, &loop, [this] { deliver(); });
        QObject::connect(&m_process, &QProcess::stateChanged, &loop, [&loop](QProcess::ProcessState state) {
            if (state == QProcess::NotRunning)
                loop.quit();
        });
        QObject::connect(&m_process, &QProcess::bytesWritten, &loop, [this](qint64 bytes) {
            m_moved.restart();
            if (m_listeners.onInputTaken)
                m_listeners.onInputTaken(bytes);
            feed();
        });
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (cancel.isCancelled())
                askToEnd(ProcessResult::Ending::Cancelled);
            else if (isOver(limits.totalMilliseconds, clock) || isOver(limits.stallMilliseconds, m_moved))
                askToEnd(ProcessResult::Ending::TimedOut);
            if (m_asked.isValid() && (m_listeners.nextInput || m_asked.elapsed() > graceMilliseconds))
                end();
        });
        poll.start(pollMilliseconds);
        start();
        if (m_process.state() != QProcess::NotRunning) {
            feed();
            loop.exec();
        }
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

    [[nodiscard]] static bool isOver(int milliseconds, const QElapsedTimer& clock)
    {
        return milliseconds > 0 && clock.elapsed() >= milliseconds;
    }

    /// Keeps a little ahead of what the program takes.
    void feed()
    {
        constexpr qint64 ahead = qint64(256) << 10;
        while (m_listeners.nextInput && !m_isFed && !m_asked.isValid() && m_process.bytesToWrite() < ahead) {
            const QByteArray bytes = m_listeners.nextInput();
            m_isFed = bytes.isEmpty();
            if (m_isFed)
                m_process.closeWriteChannel();
            else
                m_process.write(bytes);
        }
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
        if (const QByteArray bytes = m_process.readAllStandardOutput(); !bytes.isEmpty()) {
            m_moved.restart();
            m_listeners.onBytes(bytes);
        }
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
    QElapsedTimer m_moved; ///< since the last byte
    bool m_isFed = false; ///< all input was given
    ProcessResult m_result;
};

} // namespace

ProcessResult runStreaming(const Command& command, const StreamListeners& listeners, const CancelToken& cancel,
                           StreamLimits limits)
{
    return Stream(command, listeners).run(cancel, limits);
}

} // namespace driftscope
