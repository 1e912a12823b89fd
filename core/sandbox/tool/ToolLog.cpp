// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/ToolLog.h"

#include <QDateTime>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

QString levelName(ToolLevel level)
{
    switch (level) {
    case ToolLevel::Info:
        return u"INFO"_s;
    case ToolLevel::Warning:
        return u"WARNING"_s;
    case ToolLevel::Error:
        return u"ERROR"_s;
    }
    return u"INFO"_s;
}

} // namespace

ToolLog::ToolLog(Console console)
    : m_console(std::move(console))
{ }

Result<void> ToolLog::openFile(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return failure(ErrorKind::Unreadable,
                       u"the log file %1 cannot be written: %2"_s.arg(path, m_file.errorString()));
    }
    return {};
}

void ToolLog::write(ToolLevel level, LogOrigin origin, const QString& message)
{
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s);
    m_console(u"%1 %2 %3\n"_s.arg(time, levelName(level), message).toUtf8());
    if (!m_file.isOpen())
        return;
    const QString stem = QString::fromLatin1(origin.file);
    m_file.write(u"%1 file: %2.py func: %2 line No: %3 "_s.arg(time, stem).arg(origin.line).toUtf8());
    m_file.write(message.toUtf8() + '\n');
    m_file.flush();
}

} // namespace driftscope
