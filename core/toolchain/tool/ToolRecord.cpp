// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The record of a tool's run.
#include "core/base/Files.h"
#include "core/process/ProcessIdentity.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/tool/ToolRun.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ToolTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ToolRecord)
};

constexpr int formatVersion = 1;
constexpr qint64 maximumRecordBytes = qint64(4) << 20;
constexpr qsizetype mostFiles = 10000;

CompileStatus statusFrom(const QJsonObject& record)
{
    const QString name = record["status"_L1].toString();
    if (name == compileStatusName(CompileStatus::Running)) {
        return isProcessAlive(record["owner"_L1].toString()) ? CompileStatus::Running : CompileStatus::Interrupted;
    }
    for (const CompileStatus status :
         {CompileStatus::Succeeded, CompileStatus::Cancelled, CompileStatus::Interrupted}) {
        if (compileStatusName(status) == name)
            return status;
    }
    return CompileStatus::Failed;
}

} // namespace

QString ToolRun::outputFolder() const
{
    return QDir(folder).filePath(runOutputFolder);
}

QString toolRunsFolder(const QString& runsFolder)
{
    return QDir(runsFolder).filePath(u"tools"_s);
}

QByteArray toolRecord(const ToolRun& run, bool isRunning)
{
    QJsonObject values;
    for (auto it = run.values.cbegin(); it != run.values.cend(); ++it)
        values.insert(it.key(), QJsonArray::fromStringList(it.value()));
    QJsonObject record{
        {u"format"_s, formatVersion},
        {u"run_id"_s, run.runId},
        {u"tool"_s, run.tool},
        {u"toolchain"_s, run.toolchain},
        {u"values"_s, values},
        {u"command"_s, QJsonArray::fromStringList(run.command)},
        {u"status"_s, compileStatusName(isRunning ? CompileStatus::Running : run.status)},
        {u"message"_s, run.message},
        {u"seconds"_s, run.seconds},
        {u"log"_s, QString(runLogFile)},
    };
    if (isRunning)
        record.insert(u"owner"_s, processIdentity(QCoreApplication::applicationPid()));
    return QJsonDocument(record).toJson();
}

Result<ToolRun> parseToolRecord(const QByteArray& content, const QString& folder)
{
    QJsonParseError problem;
    const QJsonObject record = QJsonDocument::fromJson(content, &problem).object();
    ToolRun run;
    run.tool = record["tool"_L1].toString();
    if (run.tool.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       ToolTexts::tr("“%1” holds no record of a tool's run (%2).")
                           .arg(folder,
                                problem.error == QJsonParseError::NoError ? ToolTexts::tr("it names no tool")
                                                                          : problem.errorString()));
    }
    run.folder = folder;
    run.runId = record["run_id"_L1].toString(QDir(folder).dirName());
    run.toolchain = record["toolchain"_L1].toString();
    run.command = record["command"_L1].toVariant().toStringList();
    run.status = statusFrom(record);
    run.message = record["message"_L1].toString();
    run.seconds = std::max(0.0, record["seconds"_L1].toDouble());
    const QJsonObject values = record["values"_L1].toObject();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        run.values.insert(it.key(), it.value().toVariant().toStringList());
    return run;
}

Result<ToolRun> readToolRun(const QString& runFolder)
{
    const QDir folder(QFileInfo(runFolder).absoluteFilePath());
    const auto content = readFile(folder.filePath(runRecordFile), maximumRecordBytes);
    if (!content)
        return forward(content);
    auto run = parseToolRecord(*content, folder.absolutePath());
    if (!run)
        return run;
    if (const auto log = readFile(folder.filePath(runLogFile)))
        run->log = parseMakertbinLog(*log);
    QDirIterator files(run->outputFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && run->files.size() < mostFiles)
        run->files.append(files.next());
    run->files.sort();
    return run;
}

QList<ToolRun> toolRuns(const QString& folder)
{
    QList<ToolRun> runs;
    const QDir parent(folder);
    const QStringList names = parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        const QString path = parent.absoluteFilePath(name);
        const auto content = readFile(QDir(path).filePath(runRecordFile), maximumRecordBytes);
        if (!content)
            continue;
        if (auto run = parseToolRecord(*content, path))
            runs.append(*std::move(run));
    }
    return runs;
}

} // namespace driftscope
