// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Launcher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace driftscope {

namespace {

QString executableIn(const QString& folder, const QString& name)
{
    const QFileInfo file(QDir(folder), name);
    return file.isFile() && file.isExecutable() ? file.absoluteFilePath() : QString();
}

} // namespace

QString findOwnTool(const QString& name)
{
    QStringList folders;
    if (QCoreApplication::instance() != nullptr)
        folders.append(QCoreApplication::applicationDirPath());
    if (const QString named = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR"); !named.isEmpty())
        folders.append(named);
    for (const QString& folder : std::as_const(folders)) {
        if (QString found = executableIn(folder, name); !found.isEmpty())
            return found;
    }
    return QStandardPaths::findExecutable(name);
}

Command LocalLauncher::prepare(const Command& command) const
{
    Command prepared = command;
    if (command.program.contains(u'/'))
        return prepared; // a path is taken as given
    if (const QString found = findOwnTool(command.program); !found.isEmpty())
        prepared.program = found;
    return prepared;
}

} // namespace driftscope
