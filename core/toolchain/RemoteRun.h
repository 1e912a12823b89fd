// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Guard.h"
#include "core/process/LineSplitter.h"

#include <QElapsedTimer>

namespace driftscope {

/// Follows a run on another machine until it is over, across connections that break: each time it goes on from the byte
/// where the one before broke off. It tries again for five minutes after the last sign of life
/// ($DRIFTSCOPE_RECONNECT_SECONDS for another time), with growing pauses.
class RemoteRun
{
public:
    /// The command that follows from a byte on.
    using Tender = std::function<Command(qint64 offset)>;

    struct End
    {
        ProcessResult result; ///< of the last connection
        GuardReport report; ///< of that connection
        QStringList said; ///< by the connection, before the run was reached
        bool wasReached = false; ///< at least once
        bool isLost = false; ///< it was given up; the run goes on there
    };

    RemoteRun(Tender tender, LineListener onLine, std::function<void(const QString&)> onWait);

    [[nodiscard]] End follow(const CancelToken& cancel, int timeoutMilliseconds);

private:
    void connectOnce(const CancelToken& cancel, int timeoutMilliseconds);
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] bool wait(const CancelToken& cancel);
    void deliver(const QStringList& lines) const;

    Tender m_tender;
    LineListener m_onLine;
    std::function<void(const QString&)> m_onWait;
    LineSplitter m_lines; ///< over all connections
    qint64 m_offset = 0;
    End m_end;
    int m_attempt = 0; ///< since the last sign of life
    QElapsedTimer m_silent; ///< since then
};

} // namespace driftscope
