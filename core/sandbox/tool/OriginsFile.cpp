// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/OriginsFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Nodes made from the same ones stand together.
QJsonArray groupsJson(const QStringList& later, const OriginsByNode& origins)
{
    QList<std::pair<QStringList, QStringList>> groups;
    QHash<QStringList, qsizetype> places;
    for (const QString& node : later) {
        QStringList from = origins.value(node);
        if (from.isEmpty())
            continue;
        from.sort();
        const auto place = places.constFind(from);
        if (place != places.constEnd()) {
            groups[*place].second.append(node);
        } else {
            places.insert(from, groups.size());
            groups.append({from, {node}});
        }
    }
    QJsonArray array;
    for (const auto& [from, to] : groups)
        array.append(
            QJsonObject{{u"from"_s, QJsonArray::fromStringList(from)}, {u"to"_s, QJsonArray::fromStringList(to)}});
    return array;
}

QJsonArray namesWhere(const QStringList& names, const auto& condition)
{
    QStringList result;
    std::ranges::copy_if(names, std::back_inserter(result), condition);
    return QJsonArray::fromStringList(result);
}

} // namespace

void OriginsFile::addStage(Stage stage, const GraphDraft& draft)
{
    QStringList& names = m_nodes[stage];
    for (const NodeDraft& node : draft.nodes)
        names.append(node.name);
}

void OriginsFile::addPair(Stage from, Stage to, const OriginsByNode& origins)
{
    m_pairs.append({from, to, origins});
}

OriginsByNode OriginsFile::origins(Stage from, Stage to) const
{
    const auto found
        = std::ranges::find_if(m_pairs, [from, to](const Pair& pair) { return pair.from == from && pair.to == to; });
    return found == m_pairs.end() ? OriginsByNode() : found->origins;
}

QByteArray OriginsFile::toJson() const
{
    QJsonArray pairs;
    for (const Pair& pair : m_pairs) {
        QSet<QString> used;
        for (const QStringList& from : pair.origins)
            used.unite({from.begin(), from.end()});
        pairs.append(QJsonObject{
            {u"from"_s, stageKey(pair.from)},
            {u"to"_s, stageKey(pair.to)},
            {u"groups"_s, groupsJson(m_nodes.value(pair.to), pair.origins)},
            {u"added"_s,
             namesWhere(m_nodes.value(pair.to), [&](const QString& name) { return !pair.origins.contains(name); })},
            {u"removed"_s,
             namesWhere(m_nodes.value(pair.from), [&](const QString& name) { return !used.contains(name); })}});
    }
    const OriginsByNode fromFloat = origins(Stage::Float, Stage::Quantized);
    QJsonArray parts;
    for (const PackedPart& part : m_parts) {
        QStringList floats;
        for (const QString& node : part.nodes)
            floats.append(fromFloat.value(node));
        floats.removeDuplicates();
        parts.append(QJsonObject{{u"part"_s, part.name},
                                 {u"quantized"_s, QJsonArray::fromStringList(part.nodes)},
                                 {u"float"_s, QJsonArray::fromStringList(floats)}});
    }
    return QJsonDocument(QJsonObject{{u"driftscope_origins"_s, 1}, {u"pairs"_s, pairs}, {u"parts"_s, parts}}).toJson();
}

OriginsByNode optimizedToQuantized(const QuantizedModel& quantized)
{
    OriginsByNode result;
    for (auto made = quantized.madeFor.cbegin(); made != quantized.madeFor.cend(); ++made) {
        for (const QString& node : made.value())
            result[node].append(made.key());
    }
    return result;
}

OriginsByNode calibratedToQuantized(const GraphDraft& optimized, const Calibration& calibration,
                                    const QuantizedModel& quantized)
{
    QHash<QString, QString> producer;
    for (const NodeDraft& node : optimized.nodes) {
        for (const QString& output : node.outputs)
            producer.insert(output, node.name);
    }
    OriginsByNode result;
    for (const NodeDraft& node : calibration.model.nodes) {
        QStringList becomes = quantized.madeFor.value(node.name);
        if (const auto value = calibration.pairs.valueOf.constFind(node.name);
            value != calibration.pairs.valueOf.constEnd()) {
            // The value enters the integers by a node of its own, or its scale is that of the operator that makes it.
            const auto entry = quantized.entryOf.constFind(*value);
            becomes = entry != quantized.entryOf.constEnd() ? QStringList{*entry}
                                                            : quantized.madeFor.value(producer.value(*value));
        }
        for (const QString& user : calibration.pairs.weightUsers.value(node.name))
            becomes.append(quantized.madeFor.value(user));
        for (const QString& each : becomes)
            result[each].append(node.name);
    }
    return result;
}

} // namespace driftscope
