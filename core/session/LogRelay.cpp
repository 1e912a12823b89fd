// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LogRelay.h"

#include <QMutexLocker>

#include <utility>

namespace driftscope {

LogRelay::LogRelay(QObject* receiver, std::function<void(const QString&)> take, QString last)
    : m_receiver(receiver)
    , m_take(std::move(take))
    , m_last(std::move(last))
{ }

void LogRelay::add(const QString& line)
{
    const QMutexLocker lock(&m_mutex);
    if (m_lines > mostLines || m_characters > mostCharacters)
        return;
    ++m_lines;
    m_characters += line.size();
    const bool isLast = m_lines > mostLines || m_characters > mostCharacters;
    m_waiting.append(isLast ? m_last : line);
    if (m_waiting.size() == 1) {
        QMetaObject::invokeMethod(
            m_receiver, [self = shared_from_this()] { self->drain(); }, Qt::QueuedConnection);
    }
}

void LogRelay::drain()
{
    QStringList lines;
    {
        const QMutexLocker lock(&m_mutex);
        lines.swap(m_waiting);
    }
    for (const QString& line : std::as_const(lines))
        m_take(line);
}

} // namespace driftscope
