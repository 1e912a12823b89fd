// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Process.h"

#include <optional>

namespace driftscope {

/// What a guard needs to know where it runs; paths as they are there.
struct GuardOptions
{
    QString folder; ///< working folder of the tool
    QString output; ///< folder in it that the tool writes results to; renamed to `<output>.incomplete` if cut short
    QString removed; ///< folder that goes when the run is cut short; empty: none
    QString runId; ///< marks every process of the run, also those that leave the process group
    QMap<QString, QString> environment; ///< added to what there is
    QString watch{}; ///< folder by which a run is followed that has no connection to hang on; see tended()
    int patienceMinutes = 24 * 60; ///< that a run with `watch` goes on while nobody follows it
};

/// The command under a small POSIX shell program that ends everything the tool started as soon as the tool is over, it
/// is asked to, or its standard input ends: because this program cancels or is killed, or a connection is lost.
[[nodiscard]] Command guarded(const Command& command, const GuardOptions& options);

/// Follows the output of a run that survives the connection: its guard, started in a session of its own, has folder
/// `root`/watch, where the output (both channels, as they came) is kept. What follows it hands on the output from byte
/// `offset` on, then says how the run ended. `started` begins the run unless it has begun; without it, a run must be
/// there. When the input ends while somebody still reads, the run is ended.
[[nodiscard]] Command tended(const QString& root, qint64 offset, const std::optional<Command>& started,
                             const GuardOptions& options);
/// Ends what is tended there and removes `root`.
[[nodiscard]] Command cleared(const QString& root);

/// Reads what a guard says of itself among the lines on standard error.
class GuardReport
{
public:
    enum class Missing
    {
        Nothing,
        Folder,
        Program,
        SetSid,
        Run ///< that is to be followed
    };

    /// Whether the line was the guard's own, not the tool's.
    bool take(const QString& line);

    [[nodiscard]] bool hasStarted() const { return m_started; }
    [[nodiscard]] std::optional<int> exitStatus() const { return m_status; } ///< as a shell gives it: 128 + signal
    /// The same, once the tool was over by itself, maybe while what it left behind is still being ended.
    [[nodiscard]] std::optional<int> ownStatus() const { return m_ownStatus; }
    [[nodiscard]] std::optional<int> seconds() const { return m_seconds; } ///< that the tool took
    [[nodiscard]] bool isFollowing() const { return m_following; } ///< the run there was reached
    [[nodiscard]] bool hasFollowed() const { return m_followed; } ///< to its end: all output was handed on
    [[nodiscard]] Missing missing() const { return m_missing; }

private:
    bool m_started = false;
    std::optional<int> m_status;
    std::optional<int> m_ownStatus;
    std::optional<int> m_seconds;
    bool m_following = false;
    bool m_followed = false;
    Missing m_missing = Missing::Nothing;
};

} // namespace driftscope
