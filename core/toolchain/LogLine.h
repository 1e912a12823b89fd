// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace driftscope {

/// One line of a log with its envelope taken off. Two envelopes are known: the console's
/// `2021-04-20 15:30:28,644 INFO message` and the log file's `… file: X.py func: X line No: 77 message`, which has no
/// level. Older versions put a second stamp (`[Tue Apr 20 15:30:28 2021]`) in front of the message.
struct LogLine
{
    int number = 0; ///< from one
    bool hasEnvelope = false;
    QDateTime time;
    QString level; ///< `INFO`, `WARNING`, `ERROR`, `CRITICAL`; empty in log files
    QString file; ///< stem of the Python file; empty on the console
    QString message;
    QString text; ///< the whole line
};

[[nodiscard]] LogLine readLogLine(const QString& text, int number);

} // namespace driftscope
