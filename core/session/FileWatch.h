// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace driftscope {

/// Tells when another program gave a file a new content: written in place, replaced, or moved away and back, told once
/// for a burst of changes. What this program wrote itself is not told.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(QObject* parent = nullptr);

    /// `content` is what the file is known to hold; nothing is told until it differs. An empty path watches nothing.
    void watch(const QString& path, const QByteArray& content);
    void setKnown(const QByteArray& content) { m_known = content; }
    /// Looks now, without waiting for the system to tell.
    void look();

Q_SIGNALS:
    void contentChanged(const QByteArray& content);

private:
    void follow();

    QFileSystemWatcher m_watcher;
    QTimer m_pause;
    QString m_path;
    QByteArray m_known;
};

} // namespace driftscope
