// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LogRelay.h"

#include "core/process/LineSplitter.h"

#include <QFile>
#include <QMutexLocker>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

/// A line as it is shown: a text view is slow on endless ones.
QString shownLine(const QString& line)
{
    return line.size() <= LogRelay::longestLine ? line : line.first(LogRelay::longestLine) + QChar(0x2026);
}

} // namespace

LogRelay::LogRelay(QObject* receiver, std::function<void(const QStringList&)> take, QString last)
    : m_receiver(receiver)
    , m_take(std::move(take))
    , m_last(std::move(last))
{ }

void LogRelay::add(const QString& line)
{
    const QMutexLocker lock(&m_mutex);
    if (m_lines > mostLines || m_characters > mostCharacters)
        return;
    const QString shown = shownLine(line);
    ++m_lines;
    m_characters += shown.size();
    const bool isLast = m_lines > mostLines || m_characters > mostCharacters;
    m_waiting.append(isLast ? m_last : shown);
    if (m_waiting.size() == 1) {
        QMetaObject::invokeMethod(
            m_receiver, [self = shared_from_this()] { self->drain(); }, Qt::QueuedConnection);
    }
}

void LogRelay::stop()
{
    const QMutexLocker lock(&m_mutex);
    m_take = {};
    m_waiting.clear();
    m_lines = mostLines + 1; // and nothing is taken any more
}

QStringList LogRelay::nextPortion()
{
    QStringList lines;
    qsizetype characters = 0;
    while (!m_waiting.isEmpty() && lines.size() < portionLines && characters < portionCharacters) {
        characters += m_waiting.first().size();
        lines.append(m_waiting.takeFirst());
    }
    return lines;
}

void LogRelay::drain()
{
    QStringList lines;
    bool hasMore = false;
    {
        const QMutexLocker lock(&m_mutex);
        lines = nextPortion();
        hasMore = !m_waiting.isEmpty();
    }
    if (m_take && !lines.isEmpty())
        m_take(lines);
    // A timer, not an event: events that are posted while events are delivered are delivered with them.
    if (hasMore)
        QTimer::singleShot(0, m_receiver, [self = shared_from_this()] { self->drain(); });
}

QStringList linesToShow(const QString& logFile, const QString& last)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    LineSplitter splitter;
    QStringList lines = splitter.feed(file.read(LogRelay::mostCharacters));
    const bool isWhole = file.atEnd() && lines.size() <= LogRelay::mostLines;
    lines += splitter.flush();
    std::ranges::transform(lines, lines.begin(), shownLine);
    if (!isWhole) {
        lines.resize(std::min(lines.size(), LogRelay::mostLines));
        lines.append(last);
    }
    return lines;
}

} // namespace driftscope
