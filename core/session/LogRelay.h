// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace driftscope {

/// Hands the lines of a log from a worker thread to the thread of a receiver, many at a time, and no more of them than
/// can be shown: an endless log must not fill the memory.
class LogRelay : public std::enable_shared_from_this<LogRelay>
{
public:
    static constexpr qsizetype mostLines = 200000;
    static constexpr qsizetype mostCharacters = qsizetype(64) << 20;

    /// `take` is called on the receiver's thread for each line; `last` is the line that stands for all that are left
    /// out.
    LogRelay(QObject* receiver, std::function<void(const QString&)> take, QString last);

    void add(const QString& line); ///< from any thread

private:
    void drain();

    QObject* m_receiver;
    std::function<void(const QString&)> m_take;
    QString m_last;
    QMutex m_mutex;
    QStringList m_waiting;
    qsizetype m_lines = 0;
    qsizetype m_characters = 0;
};

} // namespace driftscope
