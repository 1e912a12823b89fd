// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RunList.h"

#include "core/base/Files.h"
#include "core/process/ProcessIdentity.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

CompileStatus statusOf(const QJsonObject& record)
{
    const QString status = record.value("status"_L1).toString();
    if (status == "running"_L1) // whoever wrote that may be gone
        return isProcessAlive(record.value("owner"_L1).toString()) ? CompileStatus::Running
                                                                   : CompileStatus::Interrupted;
    for (const CompileStatus each : {CompileStatus::Succeeded, CompileStatus::Cancelled, CompileStatus::Interrupted}) {
        if (status == compileStatusName(each))
            return each;
    }
    return CompileStatus::Failed;
}

} // namespace

QList<RunEntry> listRuns(const QString& runsFolder)
{
    QList<RunEntry> runs;
    const QDir folder(runsFolder);
    if (runsFolder.isEmpty() || !folder.exists())
        return runs;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const auto content = readFile(QDir(folder.filePath(name)).filePath(u"run.json"_s), qint64{16} << 20);
        if (!content)
            continue;
        const QJsonObject record = QJsonDocument::fromJson(*content).object();
        runs.append({folder.absoluteFilePath(name), name, statusOf(record), record.value("seconds"_L1).toDouble()});
    }
    return runs;
}

} // namespace driftscope
