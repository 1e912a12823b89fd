// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Guard.h"
#include "core/process/LineSplitter.h"
#include "core/process/Reconnecting.h"

namespace driftscope {

/// Follows a run on another machine until it is over, across connections that break: each time it goes on from the byte
/// where the one before broke off. How long it tries again, Reconnecting says.
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
    void deliver(const QStringList& lines) const;

    Tender m_tender;
    LineListener m_onLine;
    std::function<void(const QString&)> m_onWait;
    LineSplitter m_lines; ///< over all connections
    qint64 m_offset = 0;
    End m_end;
    Reconnecting m_reconnecting;
};

} // namespace driftscope
