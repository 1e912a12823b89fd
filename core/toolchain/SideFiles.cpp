// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/SideFiles.h"

#include "core/graph/Stage.h"
#include "core/toolchain/PerfGraph.h"
#include "core/toolchain/RunFolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 headBytes = 512;
constexpr qint64 largestLog = 64 * 1024 * 1024;

bool isPerfGraph(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && looksLikePerfGraph(file.read(headBytes));
}

bool names(const QString& logFile, const QString& prefix)
{
    QFile file(logFile);
    return file.open(QIODevice::ReadOnly) && file.size() <= largestLog && file.readAll().contains(prefix.toUtf8());
}

QString logOf(const QDir& folder, const QString& prefix)
{
    for (const QString& place : {folder.path(), folder.filePath(u".."_s)}) {
        for (const QString& name : {u"hb_mapper_makertbin.log"_s, QString(runLogFile)}) {
            const QString path = QDir::cleanPath(QDir(place).absoluteFilePath(name));
            if (QFileInfo(path).isFile() && names(path, prefix))
                return path;
        }
    }
    return {};
}

/// A profile says of which model it is, in its log alone; that of another model is left out.
template <typename Existing> QString profileIn(const Existing& existing, const QString& prefix)
{
    const QString log = existing(u"profiler.log"_s);
    if (!log.isEmpty())
        return names(log, prefix) ? log : QString();
    return existing(u"profiler.csv"_s);
}

void lookIn(const QDir& folder, const QString& prefix, SideFiles& found)
{
    const auto existing = [&folder](const QString& name) {
        return QFileInfo(folder.filePath(name)).isFile() ? folder.absoluteFilePath(name) : QString();
    };
    if (found.quantInfo.isEmpty())
        found.quantInfo = existing(prefix + u"_quant_info.json"_s);
    if (found.perfGraph.isEmpty()) {
        if (const QString path = existing(prefix); !path.isEmpty() && isPerfGraph(path))
            found.perfGraph = path;
    }
    for (const QString& name : folder.entryList({u"*_subgraph_*.json"_s}, QDir::Files, QDir::Name)) {
        if (const QString path = folder.absoluteFilePath(name); !found.subgraphReports.contains(path))
            found.subgraphReports.append(path);
    }
    if (found.log.isEmpty())
        found.log = logOf(folder, prefix);
    if (found.profile.isEmpty())
        found.profile = profileIn(existing, prefix);
}

} // namespace

SideFiles findSideFiles(const QStringList& stageFiles)
{
    SideFiles found;
    for (const QString& file : stageFiles) {
        const QFileInfo info(file);
        const Stage stage = stageFromFileName(info.fileName());
        if (stage == Stage::Float || !info.isFile())
            continue;
        const QString prefix
            = stage == Stage::Board ? info.completeBaseName() : info.fileName().chopped(stageFileSuffix(stage).size());
        if (!prefix.isEmpty())
            lookIn(info.absoluteDir(), prefix, found);
    }
    return found;
}

} // namespace driftscope
