// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as JSON.
#include "core/report/Json.h"

#include "core/history/RunSummaryJson.h"
#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonObject rowJson(const Sweep& sweep, const SweepRow& row)
{
    QJsonObject values;
    for (qsizetype i = 0; i < sweep.keys.size(); ++i)
        values[sweep.keys[i].key] = row.values.value(i).isEmpty() ? QJsonValue() : QJsonValue(row.values[i]);
    QJsonObject metrics;
    for (const QString& figure : sweepFigures()) {
        if (const auto value = sweepFigure(row, figure))
            metrics[figure] = numberJson(*value);
    }
    return {{u"values"_s, values},
            {u"status"_s, sweepRowStateName(row.state)},
            {u"message"_s, row.message},
            {u"run_id"_s, row.runId.isEmpty() ? QJsonValue() : QJsonValue(row.runId)},
            {u"reused"_s, row.isReused},
            {u"metrics"_s, metrics},
            {u"worst_layer"_s, row.run ? row.run->worstLayer : QString()}};
}

QJsonValue bestJson(const Sweep& sweep, const std::optional<SweepBest>& best)
{
    if (!best)
        return {};
    const SweepRow& row = sweep.rows[best->row];
    return QJsonObject{{u"row"_s, best->row},
                       {u"run_id"_s, row.runId},
                       {u"figure"_s, best->figure},
                       {u"value"_s, numberJson(*sweepFigure(row, best->figure))},
                       {u"tie_break"_s, best->tieBreak},
                       {u"sentence"_s, bestRowSentence(sweep, best)}};
}

} // namespace

QJsonObject sweepJson(const Sweep& sweep)
{
    QJsonArray keys;
    for (const SweepKey& each : sweep.keys)
        keys.append(QJsonObject{{u"key"_s, each.key}, {u"values"_s, QJsonArray::fromStringList(each.values)}});
    QJsonArray rows;
    for (const SweepRow& row : sweep.rows)
        rows.append(rowJson(sweep, row));
    return {{u"sweep_id"_s, sweep.id},
            {u"started_at"_s, sweep.startedAt.toString(Qt::ISODateWithMs)},
            {u"state"_s, sweepStateName(sweep.state)},
            {u"config"_s, sweep.configFile},
            {u"toolchain"_s, sweep.toolchain},
            {u"data"_s, sweep.dataFolder},
            {u"keys"_s, keys},
            {u"rows"_s, rows},
            {u"best"_s, bestJson(sweep, bestRow(sweep))}};
}

} // namespace driftscope
