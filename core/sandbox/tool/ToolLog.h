// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QFile>
#include <QString>

#include <functional>

namespace driftscope {

enum class ToolLevel
{
    Info,
    Warning,
    Error
};

/// Which file of the vendor's tool a message imitates: stem and line number, as the log of its 1.24 generation prints
/// them.
struct LogOrigin
{
    const char* file;
    int line;
};

/// Writes each message twice: to the console as `YYYY-MM-DD HH:MM:SS,mmm LEVEL message`, and to the log file as
/// `… file: X.py func: X line No: N message` without a level. Formats as observed in published logs of the real tool.
class ToolLog
{
public:
    using Console = std::function<void(const QByteArray&)>;

    explicit ToolLog(Console console);
    /// Starts the log file anew. Without it messages go to the console only.
    [[nodiscard]] Result<void> openFile(const QString& path);

    void info(LogOrigin origin, const QString& message) { write(ToolLevel::Info, origin, message); }
    void warning(LogOrigin origin, const QString& message) { write(ToolLevel::Warning, origin, message); }
    void error(LogOrigin origin, const QString& message) { write(ToolLevel::Error, origin, message); }

private:
    void write(ToolLevel level, LogOrigin origin, const QString& message);

    Console m_console;
    QFile m_file;
};

} // namespace driftscope
