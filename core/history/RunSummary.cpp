// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunSummary.h"

#include "core/base/Files.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 largestRecord = qint64{16} << 20;
constexpr qint64 largestNote = qint64{1} << 20;
constexpr double microsecondsInSecond = 1e6;

struct RunSummaries
{
    Q_DECLARE_TR_FUNCTIONS(RunSummaries)
};

/// `20260411-093001-250-1`
QDateTime timeOf(const QString& id)
{
    return QDateTime::fromString(id.left(19), u"yyyyMMdd-HHmmss-zzz"_s);
}

qint64 bytesBelow(const QString& folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (!files.fileInfo().isSymLink())
            bytes += files.fileInfo().size();
    }
    return bytes;
}

void addLog(const MakertbinLog& log, RunSummary& summary)
{
    int onCpu = 0;
    const LogNode* worst = nullptr;
    for (const LogNode& node : log.nodes) {
        onCpu += node.device == u"CPU"_s ? 1 : 0;
        if (node.cosine && (worst == nullptr || *node.cosine < *worst->cosine))
            worst = &node;
    }
    if (!log.nodes.isEmpty())
        summary.metrics[u"nodes.cpu"_s] = onCpu;
    if (worst != nullptr) {
        summary.metrics[u"cosine.worst"_s] = *worst->cosine;
        summary.worstLayer = worst->name;
    }
    const auto output = std::ranges::min_element(log.outputs, {}, &LogOutput::cosine);
    if (output != log.outputs.end())
        summary.metrics[u"cosine.output"_s] = output->cosine;
    double latency = 0.0;
    for (const LogSubgraph& subgraph : log.subgraphs)
        latency += subgraph.latencyUs;
    if (latency > 0.0) {
        summary.metrics[u"latency.us"_s] = latency;
        summary.metrics[u"fps"_s] = log.subgraphs.size() == 1 && log.subgraphs.first().fps > 0.0
            ? log.subgraphs.first().fps
            : microsecondsInSecond / latency;
    }
}

void addArtifacts(const QList<Artifact>& artifacts, RunSummary& summary)
{
    for (const Artifact& artifact : artifacts) {
        const QFileInfo file(artifact.file);
        if (artifact.stage == Stage::Board && file.isFile())
            summary.metrics[u"bin.bytes"_s] = static_cast<double>(file.size());
    }
}

QString toolchainOf(const QJsonObject& record)
{
    const QJsonObject toolchain = record.value(u"toolchain"_s).toObject();
    const QString name = toolchain.value(u"name"_s).toString();
    const QString version = toolchain.value(u"version"_s).toString();
    return version.isEmpty() ? name : name + u' ' + version;
}

void addConfig(const QJsonObject& record, RunSummary& summary)
{
    const QString name = QFileInfo(record.value(u"config"_s).toString()).fileName();
    const QString file = QDir(summary.folder).filePath(name);
    if (name.isEmpty() || !QFileInfo(file).isFile())
        return;
    summary.configFile = file;
    if (const auto config = ConfigDocument::load(file))
        summary.march = config->scalar(u"model_parameters.march"_s);
}

} // namespace

Result<RunSummary> summarizeRun(const QString& runFolder)
{
    const auto run = readRun(runFolder);
    if (!run)
        return forward(run);
    const auto content = readFile(QDir(runFolder).filePath(runRecordFile), largestRecord);
    if (!content)
        return forward(content);
    const QJsonObject record = QJsonDocument::fromJson(*content).object();
    RunSummary summary;
    summary.folder = run->folder;
    summary.id = QFileInfo(run->folder).fileName();
    summary.startedAt = timeOf(summary.id);
    summary.status = run->status;
    summary.message = run->message;
    summary.toolchain = toolchainOf(record);
    summary.metrics[u"seconds"_s] = run->seconds;
    addConfig(record, summary);
    addLog(run->log, summary);
    addArtifacts(run->artifacts, summary);
    if (const auto scores = readRunEvaluation(runFolder)) {
        for (const StageScore& score : *scores)
            summary.metrics[u"top1."_s + stageKey(score.stage)] = score.top1();
    }
    if (const auto note = readFile(QDir(runFolder).filePath(runNoteFile), largestNote))
        summary.note = QString::fromUtf8(*note).trimmed();
    summary.sweep = readRunSweep(runFolder);
    summary.bytes = bytesBelow(run->folder);
    return summary;
}

QString runFolderOf(const QString& file)
{
    constexpr int levels = 3; // output/ and what the toolchain makes below it
    QDir folder = QFileInfo(file).absoluteDir();
    for (int level = 0; level < levels; ++level) {
        if (QFileInfo(folder.filePath(runRecordFile)).isFile())
            return folder.absolutePath();
        if (!folder.cdUp())
            break;
    }
    return {};
}

QString runStamp(const QString& runFolder)
{
    QString stamp;
    for (const QLatin1StringView name : {runRecordFile, runEvaluationFile, runNoteFile, runLogFile, runSweepFile}) {
        const QFileInfo file(QDir(runFolder).filePath(name));
        stamp += file.exists() ? u"%1@%2;"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()) : u"-;"_s;
    }
    return stamp;
}

Result<void> writeRunNote(const QString& runFolder, const QString& note)
{
    const QString path = QDir(runFolder).filePath(runNoteFile);
    if (note.trimmed().isEmpty()) {
        QFile::remove(path);
        return {};
    }
    return writeFileAtomically(path, note.trimmed().toUtf8() + '\n');
}

Result<void> removeRun(const QString& runFolder)
{
    QDir folder(runFolder);
    if (!QFileInfo(folder.filePath(runRecordFile)).isFile()) {
        return failure(ErrorKind::InvalidArgument,
                       RunSummaries::tr("“%1” holds no record of a run, so it is not removed.").arg(runFolder));
    }
    if (!folder.removeRecursively()) {
        return failure(ErrorKind::Unreadable,
                       RunSummaries::tr("Some files of the run “%1” could not be removed; check the permissions of the "
                                        "folder.")
                           .arg(runFolder));
    }
    return {};
}

} // namespace driftscope
