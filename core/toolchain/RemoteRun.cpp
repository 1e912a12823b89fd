// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/RemoteRun.h"

#include "core/process/Streaming.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

struct RemoteRuns
{
    Q_DECLARE_TR_FUNCTIONS(RemoteRun)
};

constexpr int sshFailed = 255; // its own exit code; any other is that of the command there
constexpr int longestPauseSeconds = 30;
constexpr int pollMilliseconds = 50;
constexpr qsizetype keptLines = 4;

qint64 patienceMilliseconds()
{
    constexpr int fiveMinutes = 300;
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("DRIFTSCOPE_RECONNECT_SECONDS", &isNumber);
    return qint64(isNumber ? seconds : fiveMinutes) * 1000;
}

} // namespace

RemoteRun::RemoteRun(Tender tender, LineListener onLine, std::function<void(const QString&)> onWait)
    : m_tender(std::move(tender))
    , m_onLine(std::move(onLine))
    , m_onWait(std::move(onWait))
{ }

RemoteRun::End RemoteRun::follow(const CancelToken& cancel, int timeoutMilliseconds)
{
    QElapsedTimer clock;
    clock.start();
    m_silent.start();
    for (;;) {
        const auto left = static_cast<int>(std::max<qint64>(1, timeoutMilliseconds - clock.elapsed()));
        connectOnce(cancel, timeoutMilliseconds > 0 ? left : 0);
        if (!isBroken())
            break;
        if (!wait(cancel)) {
            m_end.isLost = !cancel.isCancelled();
            if (cancel.isCancelled())
                m_end.result.ending = ProcessResult::Ending::Cancelled;
            break;
        }
    }
    deliver(m_lines.flush());
    return m_end;
}

void RemoteRun::connectOnce(const CancelToken& cancel, int timeoutMilliseconds)
{
    m_end.report = {};
    m_end.said.clear();
    StreamListeners listeners;
    listeners.onBytes = [this](const QByteArray& bytes) {
        m_offset += bytes.size();
        deliver(m_lines.feed(bytes));
    };
    listeners.onErrorLine = [this, isBack = false](const QString& line) mutable {
        if (!m_end.report.take(line) && m_end.said.size() < keptLines && !line.trimmed().isEmpty())
            m_end.said.append(line.trimmed());
        if (m_attempt > 0 && m_end.report.isFollowing() && !std::exchange(isBack, true))
            m_onWait(RemoteRuns::tr("The connection is back; the run goes on"));
    };
    m_end.result = runStreaming(m_tender(m_offset), listeners, cancel, timeoutMilliseconds);
    if (m_end.report.isFollowing()) {
        m_end.wasReached = true;
        m_attempt = 0;
        m_silent.restart();
    }
}

/// Whether it was the connection that ended, not what is behind it.
bool RemoteRun::isBroken() const
{
    using Ending = ProcessResult::Ending;
    if (m_end.report.hasFollowed() || m_end.report.missing() != GuardReport::Missing::Nothing)
        return false;
    return m_end.result.ending == Ending::Crashed
        || (m_end.result.ending == Ending::Exited
            && (m_end.report.isFollowing() || m_end.result.exitCode == sshFailed));
}

/// Pauses before the next attempt; false where there is none.
bool RemoteRun::wait(const CancelToken& cancel)
{
    const int pause = std::min(1 << std::min(m_attempt, 10), longestPauseSeconds);
    ++m_attempt;
    if (m_silent.elapsed() + pause * 1000 > patienceMilliseconds())
        return false;
    m_onWait(RemoteRuns::tr("The connection was lost; attempt %1 to take the run up again follows in %2 s")
                 .arg(m_attempt)
                 .arg(pause));
    for (int slept = 0; slept < pause * 1000 && !cancel.isCancelled(); slept += pollMilliseconds)
        QThread::msleep(pollMilliseconds);
    return !cancel.isCancelled();
}

void RemoteRun::deliver(const QStringList& lines) const
{
    for (const QString& line : lines)
        m_onLine(OutputChannel::StandardOutput, line);
}

} // namespace driftscope
