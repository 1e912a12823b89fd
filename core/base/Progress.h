// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <functional>

namespace driftscope {

/// One report of how far a job is.
struct ProgressState
{
    qint64 done = 0;
    qint64 total = 0; ///< 0 while unknown
    QString what; ///< what is being done now, a short phrase for people
};

/// Where a job reports how far it is. Passes on at most one report in 50 ms, plus every change of `what` and the last
/// one. Not thread safe: one Progress belongs to one job on one thread. The listener is called on that thread.
class Progress
{
public:
    using Listener = std::function<void(const ProgressState&)>;

    Progress() = default;
    explicit Progress(Listener listener);

    void report(qint64 done, qint64 total, const QString& what = {});

private:
    Listener m_listener;
    ProgressState m_last;
    QElapsedTimer m_sinceLast;
};

} // namespace driftscope
