// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunSweep.h"

#include "core/base/Files.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 largestFile = qint64{1} << 20;

} // namespace

QJsonArray sweepSettingsJson(const QList<SweepSetting>& settings)
{
    QJsonArray array;
    for (const SweepSetting& each : settings)
        array.append(QJsonObject{{u"key"_s, each.key}, {u"value"_s, each.value}});
    return array;
}

QList<SweepSetting> sweepSettingsFromJson(const QJsonArray& array)
{
    QList<SweepSetting> settings;
    for (const auto& each : array) {
        if (const QString key = each[u"key"].toString(); !key.isEmpty())
            settings.append({key, each[u"value"].toString()});
    }
    return settings;
}

QString sweepSettingsText(const QList<SweepSetting>& settings)
{
    QStringList words;
    for (const SweepSetting& each : settings)
        words.append(each.key.section(u'.', -1) + u'=' + each.value);
    return words.join(u' ');
}

QByteArray runSweepText(const RunSweep& sweep)
{
    const QJsonObject object{{u"format"_s, 1},
                             {u"sweeps"_s, QJsonArray::fromStringList(sweep.sweeps)},
                             {u"settings"_s, sweepSettingsJson(sweep.settings)},
                             {u"fingerprint"_s, sweep.fingerprint}};
    return QJsonDocument(object).toJson();
}

Result<void> writeRunSweep(const QString& runFolder, const RunSweep& sweep)
{
    return writeFileAtomically(QDir(runFolder).filePath(runSweepFile), runSweepText(sweep));
}

RunSweep readRunSweep(const QString& runFolder)
{
    const auto content = readFile(QDir(runFolder).filePath(runSweepFile), largestFile);
    if (!content)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    RunSweep sweep;
    const QJsonArray ids = object[u"sweeps"].toArray();
    for (const auto& id : ids) {
        if (!id.toString().isEmpty())
            sweep.sweeps.append(id.toString());
    }
    sweep.settings = sweepSettingsFromJson(object[u"settings"].toArray());
    sweep.fingerprint = object[u"fingerprint"].toString();
    return sweep;
}

} // namespace driftscope
