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
};

/// The command under a small POSIX shell program that ends everything the tool started as soon as the tool is over, it
/// is asked to, or its standard input ends: because this program cancels or is killed, or a connection is lost.
[[nodiscard]] Command guarded(const Command& command, const GuardOptions& options);

/// Reads what a guard says of itself among the lines on standard error.
class GuardReport
{
public:
    enum class Missing
    {
        Nothing,
        Folder,
        Program,
        SetSid
    };

    /// Whether the line was the guard's own, not the tool's.
    bool take(const QString& line);

    [[nodiscard]] bool hasStarted() const { return m_started; }
    [[nodiscard]] std::optional<int> exitStatus() const { return m_status; } ///< as a shell gives it: 128 + signal
    /// The same, once the tool was over by itself, maybe while what it left behind is still being ended.
    [[nodiscard]] std::optional<int> ownStatus() const { return m_ownStatus; }
    [[nodiscard]] Missing missing() const { return m_missing; }

private:
    bool m_started = false;
    std::optional<int> m_status;
    std::optional<int> m_ownStatus;
    Missing m_missing = Missing::Nothing;
};

} // namespace driftscope
