// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/LayerReport.h"
#include "core/sandbox/tool/TextTable.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Longer names are cut on the left and marked, as in the real table.
constexpr qsizetype longestName = 50;

QString shortName(const QString& name)
{
    return name.size() <= longestName ? name : u"..."_s + name.right(longestName - 3);
}

QString cosineText(const std::optional<double>& cosine)
{
    return cosine ? QString::number(*cosine, 'f', 6) : u"--"_s;
}

QString escaped(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString nameList(const QStringList& names)
{
    QStringList lines;
    for (const QString& name : names)
        lines.append(QString(12, u' ') + escaped(name));
    return lines.isEmpty() ? u"[]"_s : u"[\n%1\n        ]"_s.arg(lines.join(u",\n"_s));
}

QString thresholdList(const LayerRow& row)
{
    QStringList items;
    const auto list = [](const std::vector<float>& values) {
        QStringList numbers;
        for (const float value : values)
            numbers.append(QString(16, u' ') + QString::number(static_cast<double>(value), 'f', 6));
        return numbers.isEmpty() ? QString(12, u' ') + u"[]"_s
                                 : u"            [\n%1\n            ]"_s.arg(numbers.join(u",\n"_s));
    };
    if (row.isBpu)
        items.append(list({row.threshold}));
    if (!row.weightThresholds.empty())
        items.append(list(row.weightThresholds));
    return items.isEmpty() ? u"[]"_s : u"[\n%1\n        ]"_s.arg(items.join(u",\n"_s));
}

} // namespace

QString nodeTable(const LayerReport& report)
{
    QList<QStringList> rows;
    for (const LayerRow& row : report.layers) {
        rows.append({shortName(row.name), row.isBpu ? u"BPU"_s : u"CPU"_s,
                     row.isBpu ? u"id(%1)"_s.arg(row.subgraph) : u"--"_s, row.type, cosineText(row.cosine),
                     row.isBpu ? thresholdText(row.threshold) : u"--"_s, row.isBpu ? u"int8"_s : u"float"_s});
    }
    return textTable(
        {u"Node"_s, u"ON"_s, u"Subgraph"_s, u"Type"_s, u"Cosine Similarity"_s, u"Threshold"_s, u"DataType"_s}, rows);
}

QString outputTable(const LayerReport& report)
{
    QList<QStringList> rows;
    for (const OutputRow& row : report.outputs) {
        rows.append({row.name, QString::number(row.cosine, 'f', 6), QString::number(row.l1, 'f', 6),
                     QString::number(row.l2, 'f', 6), QString::number(row.chebyshev, 'f', 6)});
    }
    return textTable({u"Output"_s, u"Cosine Similarity"_s, u"L1 Distance"_s, u"L2 Distance"_s, u"Chebyshev Distance"_s},
                     rows);
}

QByteArray quantInfo(const LayerReport& report)
{
    QStringList entries;
    for (const LayerRow& row : report.layers) {
        entries.append(u"    %1: {\n        \"type\": %2,\n        \"inputs\": %3,\n        \"outputs\": %4,\n"
                       "        \"thresholds\": %5,\n        \"cosine_similarity\": %6\n    }"_s.arg(
                           escaped(row.name), escaped(row.floatType), nameList(row.inputs), nameList(row.outputs),
                           thresholdList(row), escaped(cosineText(row.cosine))));
    }
    return u"{\n%1\n}\n"_s.arg(entries.join(u",\n"_s)).toUtf8();
}

} // namespace driftscope
