// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/process/ProcessIdentity.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct RunRecord
{
    Q_DECLARE_TR_FUNCTIONS(RunRecord)
};

constexpr int formatVersion = 1;
constexpr qint64 maximumRecordBytes = qint64(16) << 20;

QJsonArray artifactsToJson(const CompileResult& result)
{
    QJsonArray array;
    const QDir folder(result.folder);
    for (const Artifact& artifact : result.artifacts) {
        const bool isInside = artifact.file.startsWith(folder.absolutePath() + u'/');
        array.append(QJsonObject{{u"stage"_s, stageKey(artifact.stage)},
                                 {u"file"_s, isInside ? folder.relativeFilePath(artifact.file) : artifact.file}});
    }
    return array;
}

QJsonArray phasesToJson(const QList<LogPhase>& phases)
{
    QJsonArray array;
    for (const LogPhase& phase : phases) {
        QJsonObject object{{u"name"_s, phase.name}, {u"finished"_s, phase.finished}};
        if (phase.seconds >= 0)
            object.insert(u"seconds"_s, phase.seconds);
        array.append(object);
    }
    return array;
}

QList<Artifact> artifactsFromJson(const QJsonArray& array, const QDir& folder)
{
    QList<Artifact> artifacts;
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        const auto stage = stageFromKey(object.value(u"stage"_s).toString());
        const QString file = object.value(u"file"_s).toString();
        if (stage && !file.isEmpty())
            artifacts.append({*stage, QDir::cleanPath(folder.absoluteFilePath(file))});
    }
    return artifacts;
}

QString interruptedSentence()
{
    return RunRecord::tr("The run was interrupted before the toolchain ended.");
}

void readStatus(const QJsonObject& record, CompileResult& result)
{
    const QString status = record.value(u"status"_s).toString();
    result.message = record.value(u"message"_s).toString();
    if (status == u"succeeded") {
        result.status = CompileStatus::Succeeded;
    } else if (status == u"cancelled") {
        result.status = CompileStatus::Cancelled;
    } else if (status == u"interrupted") {
        result.status = CompileStatus::Interrupted;
    } else if (status == u"running") {
        const bool isAlive = isProcessAlive(record.value(u"owner"_s).toString());
        result.status = isAlive ? CompileStatus::Running : CompileStatus::Interrupted;
        result.message = isAlive ? RunRecord::tr("The run is not over yet.") : interruptedSentence();
    } else {
        result.status = CompileStatus::Failed;
    }
}

} // namespace

QString compileStatusName(CompileStatus status)
{
    switch (status) {
    case CompileStatus::Succeeded:
        return u"succeeded"_s;
    case CompileStatus::Failed:
        return u"failed"_s;
    case CompileStatus::Cancelled:
        return u"cancelled"_s;
    case CompileStatus::Interrupted:
        return u"interrupted"_s;
    case CompileStatus::Running:
        return u"running"_s;
    }
    Q_UNREACHABLE();
}

Result<void> writeRunRecord(const CompileResult& result, const CompileRequest& request, bool isRunning,
                            const QJsonObject& there)
{
    QJsonObject record{
        {u"format"_s, formatVersion},
        {u"run_id"_s, result.runId},
        {u"status"_s, isRunning ? u"running"_s : compileStatusName(result.status)},
        {u"message"_s, result.message},
        {u"seconds"_s, result.seconds},
        {u"toolchain"_s,
         QJsonObject{{u"name"_s, request.toolchain.name},
                     {u"program"_s, request.toolchain.program},
                     {u"place"_s, toolchainPlaceKey(request.toolchain.place)},
                     {u"target"_s, request.toolchain.target},
                     {u"sandbox"_s, request.toolchain.isSandbox},
                     {u"version"_s, result.log.version}}},
        {u"config"_s, QFileInfo(request.configFile).absoluteFilePath()},
        {u"log"_s, QString(runLogFile)},
        {u"artifacts"_s, artifactsToJson(result)},
        {u"phases"_s, phasesToJson(result.log.phases)},
    };
    if (!there.isEmpty())
        record.insert(u"there"_s, there);
    if (isRunning)
        record.insert(u"owner"_s, processIdentity(QCoreApplication::applicationPid()));
    return writeFileAtomically(QDir(result.folder).filePath(runRecordFile), QJsonDocument(record).toJson());
}

QStringList settleInterruptedRuns(const QString& runsFolder)
{
    QStringList settled;
    const QDir runs(runsFolder);
    for (const QString& name : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString file = QDir(runs.filePath(name)).filePath(runRecordFile);
        const auto content = readFile(file, maximumRecordBytes);
        if (!content)
            continue;
        QJsonObject record = QJsonDocument::fromJson(*content).object();
        if (record.value(u"status"_s) != u"running"_s || isProcessAlive(record.value(u"owner"_s).toString()))
            continue;
        setOutputAside(runs.filePath(name));
        record.insert(u"status"_s, compileStatusName(CompileStatus::Interrupted));
        record.insert(u"message"_s, interruptedSentence());
        record.remove(u"owner"_s);
        if (writeFileAtomically(file, QJsonDocument(record).toJson()))
            settled.append(name);
    }
    return settled;
}

Result<CompileResult> readRun(const QString& runFolder)
{
    const QDir folder(QFileInfo(runFolder).absoluteFilePath());
    const auto content = readFile(folder.filePath(runRecordFile), maximumRecordBytes);
    if (!content)
        return forward(content);
    QJsonParseError problem;
    const QJsonObject record = QJsonDocument::fromJson(*content, &problem).object();
    if (record.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       RunRecord::tr("The record of the run, “%1”, is damaged (%2).")
                           .arg(folder.filePath(runRecordFile), problem.errorString()));
    }
    CompileResult result;
    result.folder = folder.absolutePath();
    result.runId = record.value(u"run_id"_s).toString(folder.dirName());
    result.seconds = record.value(u"seconds"_s).toDouble();
    readStatus(record, result);
    result.artifacts = artifactsFromJson(record.value(u"artifacts"_s).toArray(), folder);
    if (auto log = readMakertbinLog(folder.filePath(record.value(u"log"_s).toString(runLogFile))))
        result.log = *std::move(log);
    return result;
}

} // namespace driftscope
