// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"

#include <QElapsedTimer>
#include <QString>

#include <functional>

namespace driftscope {

/// How long, and with which pauses, work on another machine is tried again after its connection was lost: for five
/// minutes after the last sign of life ($DRIFTSCOPE_RECONNECT_SECONDS for another time), with growing pauses.
class Reconnecting
{
public:
    /// `onWait` is told in a phrase for people.
    explicit Reconnecting(std::function<void(const QString&)> onWait);

    /// Pauses before the next attempt; false where there is none, or when cancelled.
    [[nodiscard]] bool wait(const CancelToken& cancel);
    /// The other side answered.
    void noteSignOfLife();
    [[nodiscard]] bool isTryingAgain() const { return m_attempt > 0; }

private:
    std::function<void(const QString&)> m_onWait;
    int m_attempt = 0; ///< since the last sign of life
    QElapsedTimer m_silent; ///< since then
};

} // namespace driftscope
