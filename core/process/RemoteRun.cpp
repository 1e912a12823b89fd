// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/RemoteRun.h"

#include "core/process/Streaming.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

struct RemoteRuns
{
    Q_DECLARE_TR_FUNCTIONS(RemoteRun)
};

constexpr int sshFailed = 255; // its own exit code; any other is that of the command there
constexpr qsizetype keptLines = 4;

} // namespace

RemoteRun::RemoteRun(Tender tender, LineListener onLine, std::function<void(const QString&)> onWait)
    : m_tender(std::move(tender))
    , m_onLine(std::move(onLine))
    , m_onWait(onWait)
    , m_reconnecting(std::move(onWait))
{ }

RemoteRun::End RemoteRun::follow(const CancelToken& cancel, int timeoutMilliseconds)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        const auto left = static_cast<int>(std::max<qint64>(1, timeoutMilliseconds - clock.elapsed()));
        connectOnce(cancel, timeoutMilliseconds > 0 ? left : 0);
        if (!isBroken())
            break;
        if (!m_reconnecting.wait(cancel)) {
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
        if (m_reconnecting.isTryingAgain() && m_end.report.isFollowing() && !std::exchange(isBack, true))
            m_onWait(RemoteRuns::tr("The connection is back; the run goes on"));
    };
    m_end.result = runStreaming(m_tender(m_offset), listeners, cancel, {timeoutMilliseconds, 0});
    if (m_end.report.isFollowing()) {
        m_end.wasReached = true;
        m_reconnecting.noteSignOfLife();
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

void RemoteRun::deliver(const QStringList& lines) const
{
    for (const QString& line : lines)
        m_onLine(OutputChannel::StandardOutput, line);
}

} // namespace driftscope
