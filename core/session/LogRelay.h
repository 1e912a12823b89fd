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
/// can be shown: an endless log must not fill the memory. Nor must it stop the receiver's event loop: what waits is
/// handed over in portions, between which other events have their turn.
class LogRelay : public std::enable_shared_from_this<LogRelay>
{
public:
    static constexpr qsizetype mostLines = 200000;
    static constexpr qsizetype mostCharacters = qsizetype(16) << 20;
    static constexpr qsizetype longestLine = 20000; ///< characters; of a longer one the beginning is shown
    static constexpr qsizetype portionLines = 1000;
    static constexpr qsizetype portionCharacters = qsizetype(64) << 10;

    /// `take` is called on the receiver's thread; `last` is the line that stands for all that are left out.
    LogRelay(QObject* receiver, std::function<void(const QStringList&)> take, QString last);

    void add(const QString& line); ///< from any thread
    void stop(); ///< nothing is handed over any more; on the receiver's thread

private:
    void drain();
    [[nodiscard]] QStringList nextPortion();

    QObject* m_receiver;
    std::function<void(const QStringList&)> m_take;
    QString m_last;
    QMutex m_mutex;
    QList<QString> m_waiting;
    qsizetype m_lines = 0;
    qsizetype m_characters = 0;
};

/// The lines of a log file, no more of them than can be shown; `last` stands for what is left out.
[[nodiscard]] QStringList linesToShow(const QString& logFile, const QString& last);

} // namespace driftscope
