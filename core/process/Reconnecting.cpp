// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Reconnecting.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

struct Reconnects
{
    Q_DECLARE_TR_FUNCTIONS(RemoteRun)
};

constexpr int longestPauseSeconds = 30;
constexpr int pollMilliseconds = 50;

qint64 patienceMilliseconds()
{
    constexpr int fiveMinutes = 300;
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("DRIFTSCOPE_RECONNECT_SECONDS", &isNumber);
    return qint64(isNumber ? seconds : fiveMinutes) * 1000;
}

} // namespace

Reconnecting::Reconnecting(std::function<void(const QString&)> onWait)
    : m_onWait(std::move(onWait))
{
    m_silent.start();
}

void Reconnecting::noteSignOfLife()
{
    m_attempt = 0;
    m_silent.restart();
}

bool Reconnecting::wait(const CancelToken& cancel)
{
    const int pause = std::min(1 << std::min(m_attempt, 10), longestPauseSeconds);
    ++m_attempt;
    if (cancel.isCancelled() || m_silent.elapsed() + pause * 1000 > patienceMilliseconds())
        return false;
    m_onWait(Reconnects::tr("The connection was lost; attempt %1 to take the run up again follows in %2 s")
                 .arg(m_attempt)
                 .arg(pause));
    for (int slept = 0; slept < pause * 1000 && !cancel.isCancelled(); slept += pollMilliseconds)
        QThread::msleep(pollMilliseconds);
    return !cancel.isCancelled();
}

} // namespace driftscope
