// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>

namespace driftscope {

/// One line of a log with its envelope taken off. Known are the console's `2021-04-20 15:30:28,644 INFO message`, the
/// log file's `… file: X.py func: X line No: 77 message`, which has no level, and the two of the board's tool and its
/// library. Older versions put a second stamp (`[Tue Apr 20 15:30:28 2021]`) in front of the message.
struct LogLine
{
    int number = 0; ///< from one
    bool hasEnvelope = false;
    bool isOfBoard = false; ///< an envelope of hrt_model_exec or its library
    QDateTime time; ///< invalid for lines of the board
    QString level; ///< `INFO`, `WARNING`, `ERROR`, `CRITICAL`; empty in log files
    QString file; ///< stem of the Python file; empty on the console
    QString message;
    QString text; ///< the whole line
};

[[nodiscard]] LogLine readLogLine(const QString& text, int number);

/// The line without the progress bars in front of it; empty where there was nothing else.
[[nodiscard]] QString withoutProgressBars(const QString& text);
/// Whether the line is a bar with a count behind it, as Python's tools draw them.
[[nodiscard]] bool isProgressBar(QStringView text);

} // namespace driftscope
