// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs beside each other as JSON.
#include "core/report/Json.h"

#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString kindName(ConfigDifference::Kind kind)
{
    switch (kind) {
    case ConfigDifference::Kind::Changed:
        return u"changed"_s;
    case ConfigDifference::Kind::Added:
        return u"added"_s;
    case ConfigDifference::Kind::Removed:
        return u"removed"_s;
    case ConfigDifference::Kind::SameMeaning:
        break;
    }
    return u"same_meaning"_s;
}

QJsonValue written(const QString& value, bool isWritten)
{
    return isWritten ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonArray nodesJson(const QList<GraphChange::ChangedNode>& nodes)
{
    QJsonArray array;
    for (const GraphChange::ChangedNode& node : nodes)
        array.append(QJsonObject{{u"name"_s, node.name}, {u"type"_s, node.type}});
    return array;
}

QJsonValue metricJson(const std::optional<double>& value)
{
    return value ? numberJson(*value) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject runComparisonJson(const RunComparison& comparison)
{
    QJsonArray config;
    for (const ConfigDifference& each : comparison.config) {
        config.append(QJsonObject{{u"key"_s, each.key},
                                  {u"kind"_s, kindName(each.kind)},
                                  {u"before"_s, written(each.before, each.isBeforeWritten)},
                                  {u"after"_s, written(each.after, each.isAfterWritten)}});
    }
    QJsonArray metrics;
    for (const MetricChange& each : comparison.metrics) {
        metrics.append(QJsonObject{
            {u"name"_s, each.name}, {u"before"_s, metricJson(each.before)}, {u"after"_s, metricJson(each.after)}});
    }
    QJsonArray graphs;
    for (const GraphChange& each : comparison.graphs) {
        graphs.append(QJsonObject{{u"stage"_s, stageKey(each.stage)},
                                  {u"vanished"_s, nodesJson(each.vanished)},
                                  {u"appeared"_s, nodesJson(each.appeared)}});
    }
    return {{u"config"_s, config},
            {u"metrics"_s, metrics},
            {u"graphs"_s, graphs},
            {u"sentences"_s, QJsonArray::fromStringList(comparisonSentences(comparison))}};
}

} // namespace driftscope
