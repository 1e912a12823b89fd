// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunSummaryJson.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonObject sweepJson(const RunSweep& sweep)
{
    if (sweep.sweeps.isEmpty())
        return {};
    return {{u"ids"_s, QJsonArray::fromStringList(sweep.sweeps)},
            {u"settings"_s, sweepSettingsJson(sweep.settings)},
            {u"fingerprint"_s, sweep.fingerprint}};
}

RunSweep sweepFromJson(const QJsonObject& object)
{
    RunSweep sweep;
    const QJsonArray ids = object.value(u"ids"_s).toArray();
    for (const auto& id : ids)
        sweep.sweeps.append(id.toString());
    sweep.settings = sweepSettingsFromJson(object.value(u"settings"_s).toArray());
    sweep.fingerprint = object.value(u"fingerprint"_s).toString();
    return sweep;
}

} // namespace

QJsonObject runSummaryJson(const RunSummary& summary)
{
    QJsonObject metrics;
    for (auto metric = summary.metrics.constBegin(); metric != summary.metrics.constEnd(); ++metric)
        metrics[metric.key()] = metric.value();
    return {{u"run_id"_s, summary.id},
            {u"started_at"_s, summary.startedAt.toString(Qt::ISODateWithMs)},
            {u"status"_s, compileStatusName(summary.status)},
            {u"message"_s, summary.message},
            {u"march"_s, summary.march},
            {u"toolchain"_s, summary.toolchain},
            {u"config"_s, QDir(summary.folder).relativeFilePath(summary.configFile)},
            {u"metrics"_s, metrics},
            {u"worst_layer"_s, summary.worstLayer},
            {u"note"_s, summary.note},
            {u"sweep"_s, sweepJson(summary.sweep)},
            {u"bytes"_s, summary.bytes}};
}

RunSummary runSummaryFromJson(const QJsonObject& object, const QString& runsFolder)
{
    const auto text = [&object](const QString& name) { return object.value(name).toString(); };
    RunSummary summary;
    summary.id = text(u"run_id"_s);
    summary.folder = QDir(runsFolder).absoluteFilePath(summary.id);
    summary.startedAt = QDateTime::fromString(text(u"started_at"_s), Qt::ISODateWithMs);
    for (const CompileStatus status : {CompileStatus::Succeeded, CompileStatus::Failed, CompileStatus::Cancelled,
                                       CompileStatus::Interrupted, CompileStatus::Running}) {
        if (text(u"status"_s) == compileStatusName(status))
            summary.status = status;
    }
    summary.message = text(u"message"_s);
    summary.march = text(u"march"_s);
    summary.toolchain = text(u"toolchain"_s);
    if (const QString config = text(u"config"_s); !config.isEmpty())
        summary.configFile = QDir(summary.folder).filePath(config);
    const QJsonObject metrics = object.value(u"metrics"_s).toObject();
    for (auto metric = metrics.constBegin(); metric != metrics.constEnd(); ++metric)
        summary.metrics[metric.key()] = metric.value().toDouble();
    summary.worstLayer = text(u"worst_layer"_s);
    summary.note = text(u"note"_s);
    summary.sweep = sweepFromJson(object.value(u"sweep"_s).toObject());
    summary.bytes = object.value(u"bytes"_s).toInteger();
    return summary;
}

} // namespace driftscope
