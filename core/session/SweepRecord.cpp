// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SweepRecord.h"

#include "core/base/Files.h"
#include "core/process/ProcessIdentity.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 largestRecord = qint64{16} << 20;

struct SweepRecords
{
    Q_DECLARE_TR_FUNCTIONS(SweepRecords)
};

constexpr std::array rowStates{SweepRowState::Waiting, SweepRowState::Running,   SweepRowState::Succeeded,
                               SweepRowState::Failed,  SweepRowState::Cancelled, SweepRowState::NotRun,
                               SweepRowState::Refused};

QString fileOf(const QString& runsFolder, const QString& id)
{
    return QDir(runsFolder).filePath(sweepsFolder + u'/' + id + u".json"_s);
}

QJsonArray keysJson(const QList<SweepKey>& keys)
{
    QJsonArray array;
    for (const SweepKey& each : keys)
        array.append(QJsonObject{{u"key"_s, each.key}, {u"values"_s, QJsonArray::fromStringList(each.values)}});
    return array;
}

QJsonArray rowsJson(const QList<SweepRow>& rows)
{
    QJsonArray array;
    for (const SweepRow& row : rows) {
        array.append(QJsonObject{{u"values"_s, QJsonArray::fromStringList(row.values)},
                                 {u"state"_s, sweepRowStateName(row.state)},
                                 {u"run_id"_s, row.runId},
                                 {u"message"_s, row.message},
                                 {u"reused"_s, row.isReused}});
    }
    return array;
}

QStringList textsOf(const QJsonValue& value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const auto& each : array)
        texts.append(each.toString());
    return texts;
}

SweepRow rowFromJson(const QJsonValue& value)
{
    SweepRow row;
    row.values = textsOf(value[u"values"]);
    const QString state = value[u"state"].toString();
    const auto found
        = std::ranges::find_if(rowStates, [&](SweepRowState each) { return sweepRowStateName(each) == state; });
    row.state = found == rowStates.end() ? SweepRowState::NotRun : *found;
    // A run's id names a folder: what would lead out of the folder of the runs is none.
    const QString id = value[u"run_id"].toString();
    row.runId = id == QFileInfo(id).fileName() ? id : QString();
    row.message = value[u"message"].toString();
    row.isReused = value[u"reused"].toBool();
    return row;
}

/// A program that was killed could not say what became of its sweep.
void settle(Sweep& sweep)
{
    sweep.state = SweepState::Cancelled;
    for (SweepRow& row : sweep.rows) {
        if (row.state == SweepRowState::Waiting)
            row.state = SweepRowState::NotRun;
        if (row.state == SweepRowState::Running)
            row.state = SweepRowState::Cancelled;
    }
}

void readRuns(const QString& runsFolder, Sweep& sweep)
{
    for (SweepRow& row : sweep.rows) {
        if (row.runId.isEmpty())
            continue;
        if (auto summary = summarizeRun(QDir(runsFolder).absoluteFilePath(row.runId)))
            row.run = std::move(*summary);
        else
            row.message = SweepRecords::tr("The run %1 was removed.").arg(row.runId);
    }
}

} // namespace

QString sweepRowStateName(SweepRowState state)
{
    switch (state) {
    case SweepRowState::Waiting:
        return u"waiting"_s;
    case SweepRowState::Running:
        return u"running"_s;
    case SweepRowState::Succeeded:
        return u"succeeded"_s;
    case SweepRowState::Failed:
        return u"failed"_s;
    case SweepRowState::Cancelled:
        return u"cancelled"_s;
    case SweepRowState::NotRun:
        return u"not_run"_s;
    case SweepRowState::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

QString sweepStateName(SweepState state)
{
    switch (state) {
    case SweepState::Running:
        return u"running"_s;
    case SweepState::Finished:
        return u"finished"_s;
    case SweepState::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

Result<void> createSweepRecord(const QString& runsFolder, Sweep& sweep)
{
    if (auto made = makeFolder(QDir(runsFolder).filePath(sweepsFolder)); !made)
        return made;
    sweep.startedAt = QDateTime::currentDateTime();
    const QString stamp = u"sweep-"_s + sweep.startedAt.toString(u"yyyyMMdd-HHmmss-zzz"_s);
    constexpr int attempts = 1000;
    for (int n = 1; n <= attempts; ++n) {
        sweep.id = u"%1-%2"_s.arg(stamp).arg(n);
        QFile file(fileOf(runsFolder, sweep.id));
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) // whoever made it owns the id
            return writeSweepRecord(runsFolder, sweep);
    }
    return failure(ErrorKind::Unreadable,
                   SweepRecords::tr("No record of the sweep can be made in “%1”; check that it may be written to.")
                       .arg(runsFolder));
}

Result<void> writeSweepRecord(const QString& runsFolder, const Sweep& sweep)
{
    QJsonObject record{{u"format"_s, 1},
                       {u"sweep_id"_s, sweep.id},
                       {u"started_at"_s, sweep.startedAt.toString(Qt::ISODateWithMs)},
                       {u"state"_s, sweepStateName(sweep.state)},
                       {u"config"_s, sweep.configFile},
                       {u"toolchain"_s, sweep.toolchain},
                       {u"data"_s, sweep.dataFolder},
                       {u"keys"_s, keysJson(sweep.keys)},
                       {u"rows"_s, rowsJson(sweep.rows)}};
    if (sweep.state == SweepState::Running)
        record.insert(u"owner"_s, processIdentity(QCoreApplication::applicationPid()));
    return writeFileAtomically(fileOf(runsFolder, sweep.id), QJsonDocument(record).toJson());
}

Result<Sweep> readSweepRecord(const QString& runsFolder, const QString& id)
{
    const QString file = fileOf(runsFolder, QFileInfo(id).fileName());
    const auto content = readFile(file, largestRecord);
    if (!content)
        return forward(content);
    QJsonParseError problem;
    const QJsonObject record = QJsonDocument::fromJson(*content, &problem).object();
    Sweep sweep;
    sweep.id = QFileInfo(id).fileName();
    sweep.startedAt = QDateTime::fromString(record[u"started_at"].toString(), Qt::ISODateWithMs);
    sweep.configFile = record[u"config"].toString();
    sweep.toolchain = record[u"toolchain"].toString();
    sweep.dataFolder = record[u"data"].toString();
    const QJsonArray keys = record[u"keys"].toArray();
    for (const auto& each : keys)
        sweep.keys.append({each[u"key"].toString(), textsOf(each[u"values"])});
    const QJsonArray rows = record[u"rows"].toArray();
    for (const auto& each : rows)
        sweep.rows.append(rowFromJson(each));
    const auto fits = [&](const SweepRow& row) { return row.values.size() == sweep.keys.size(); };
    if (sweep.keys.isEmpty() || !std::ranges::all_of(sweep.rows, fits)) {
        return failure(ErrorKind::Malformed,
                       SweepRecords::tr("The record of the sweep, “%1”, is damaged (%2); its runs are kept.")
                           .arg(file, problem.errorString()));
    }
    const QString state = record[u"state"].toString();
    sweep.state = state == sweepStateName(SweepState::Finished) ? SweepState::Finished : SweepState::Running;
    if (sweep.state == SweepState::Running && !isProcessAlive(record[u"owner"].toString()))
        settle(sweep);
    return sweep;
}

Result<Sweep> readSweep(const QString& runsFolder, const QString& id)
{
    auto sweep = readSweepRecord(runsFolder, id);
    if (sweep)
        readRuns(runsFolder, *sweep);
    return sweep;
}

QStringList listSweeps(const QString& runsFolder)
{
    QStringList ids;
    const QDir folder(QDir(runsFolder).filePath(sweepsFolder));
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& file : files)
        ids.append(QFileInfo(file).completeBaseName());
    return ids;
}

void removeSweepRecord(const QString& runsFolder, const QString& id)
{
    QFile::remove(fileOf(runsFolder, id));
    QDir(runsFolder).rmdir(sweepsFolder); // where it was the only one
}

} // namespace driftscope
