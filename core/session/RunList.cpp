// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RunList.h"

#include "core/base/Files.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

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
        const QString status = record.value("status"_L1).toString();
        runs.append({folder.absoluteFilePath(name), name,
                     status == "succeeded"_L1       ? CompileStatus::Succeeded
                         : status == "cancelled"_L1 ? CompileStatus::Cancelled
                                                    : CompileStatus::Failed,
                     record.value("seconds"_L1).toDouble()});
    }
    return runs;
}

} // namespace driftscope
