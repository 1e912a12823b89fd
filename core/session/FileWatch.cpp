// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileWatch.h"

#include "core/base/Files.h"

#include <QFileInfo>

#include <chrono>

namespace driftscope {

using namespace std::chrono_literals;

FileWatch::FileWatch(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms); // editors write in several steps
    connect(&m_pause, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
}

void FileWatch::watch(const QString& path, const QByteArray& content)
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_pause.stop();
    m_path = path;
    m_known = content;
    follow();
}

/// A file that is replaced is another file to the system: its folder is watched for the new one.
void FileWatch::follow()
{
    if (m_path.isEmpty())
        return;
    const QFileInfo info(m_path);
    if (info.exists() && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
    if (const QString folder = info.absolutePath();
        !m_watcher.directories().contains(folder) && QFileInfo(folder).isDir())
        m_watcher.addPath(folder);
}

void FileWatch::look()
{
    follow();
    if (m_path.isEmpty() || !QFileInfo(m_path).isFile())
        return; // being replaced, or gone: saving makes it anew
    const auto content = readFile(m_path, 64 << 20);
    if (!content || *content == m_known)
        return;
    m_known = *content;
    Q_EMIT contentChanged(*content);
}

} // namespace driftscope
