// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OwnRulesWatch.h"

#include "core/base/Files.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <chrono>

using namespace std::chrono_literals;

namespace driftscope {

OwnRulesWatch::OwnRulesWatch(QObject* parent)
    : QObject(parent)
    , m_rules(std::make_shared<const QList<OwnRule>>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms); // editors write in several steps
    connect(&m_pause, &QTimer::timeout, this, &OwnRulesWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
}

void OwnRulesWatch::watch(const QStringList& projectFolders, const QString& personalFolder)
{
    m_projectFolders = projectFolders;
    m_projectFolders.removeAll(QString());
    m_projectFolders.removeDuplicates();
    m_personalFolder = personalFolder;
    look();
}

QStringList OwnRulesWatch::files() const
{
    QStringList all;
    for (const QString& folder : m_projectFolders)
        all += ownRuleFilesBeside(folder);
    all += ownRuleFilesIn(m_personalFolder);
    all.removeDuplicates();
    return all;
}

/// Folders are watched for files that come, files for what is written into them.
void OwnRulesWatch::follow(const QStringList& files)
{
    QStringList wanted = files;
    for (const QString& folder : m_projectFolders + QStringList{m_personalFolder}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            wanted.append(folder);
    }
    QStringList unwanted = m_watcher.files() + m_watcher.directories();
    const QStringList watched = unwanted;
    unwanted.removeIf([&](const QString& path) { return wanted.contains(path); });
    wanted.removeIf([&](const QString& path) { return watched.contains(path); });
    if (!unwanted.isEmpty())
        m_watcher.removePaths(unwanted);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void OwnRulesWatch::readAnew()
{
    m_known.clear();
    look();
}

void OwnRulesWatch::look()
{
    const QStringList all = files();
    follow(all);
    QCryptographicHash print(QCryptographicHash::Sha256);
    for (const QString& file : all) {
        print.addData(file.toUtf8());
        print.addData(readFile(file, 1 << 20).value_or(QByteArray()));
    }
    if (print.result() == m_known)
        return;
    m_known = print.result();
    OwnRuleSet set = readOwnRuleFiles(all);
    m_rules = std::make_shared<const QList<OwnRule>>(std::move(set.rules));
    m_problems = std::move(set.problems);
    Q_EMIT changed();
}

} // namespace driftscope
