// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/MatchCorrections.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QStringList namesIn(const QJsonValue& value)
{
    QStringList names;
    for (const QJsonValue& name : value.toArray()) {
        if (name.isString() && !name.toString().isEmpty())
            names.append(name.toString());
    }
    return names;
}

QStringList namesOf(const Graph& graph, const QList<NodeId>& nodes)
{
    QStringList names;
    for (const NodeId node : nodes)
        names.append(graph.node(node).name);
    return names;
}

bool areIn(const QStringList& names, const Graph& graph)
{
    return std::ranges::all_of(names, [&](const QString& name) { return graph.findNode(name).isValid(); });
}

} // namespace

QList<MatchCorrection> MatchCorrections::of(Stage from, Stage to) const
{
    QList<MatchCorrection> result;
    std::ranges::copy_if(m_list, std::back_inserter(result), [&](const MatchCorrection& correction) {
        return correction.fromStage == from && correction.toStage == to;
    });
    return result;
}

void MatchCorrections::add(const MatchCorrection& correction)
{
    if (correction.from.isEmpty() && correction.to.isEmpty())
        return;
    for (MatchCorrection& earlier : m_list) {
        if (earlier.fromStage != correction.fromStage || earlier.toStage != correction.toStage)
            continue;
        const bool tiedBoth = !earlier.saysNoCounterpart();
        earlier.from.removeIf([&](const QString& name) { return correction.from.contains(name); });
        earlier.to.removeIf([&](const QString& name) { return correction.to.contains(name); });
        // What is left of a tie must not turn into the word that there is no counterpart.
        if (tiedBoth && earlier.saysNoCounterpart())
            earlier.from = earlier.to = {};
    }
    m_list.removeIf([](const MatchCorrection& each) { return each.from.isEmpty() && each.to.isEmpty(); });
    m_list.append(correction);
}

void MatchCorrections::remove(qsizetype index)
{
    if (index >= 0 && index < m_list.size())
        m_list.removeAt(index);
}

QJsonArray MatchCorrections::toJson() const
{
    QJsonArray array;
    for (const MatchCorrection& correction : m_list) {
        QJsonObject object{{u"from_stage"_s, stageKey(correction.fromStage)},
                           {u"to_stage"_s, stageKey(correction.toStage)},
                           {u"from"_s, QJsonArray::fromStringList(correction.from)},
                           {u"to"_s, QJsonArray::fromStringList(correction.to)}};
        if (!correction.note.isEmpty())
            object.insert("note"_L1, correction.note);
        array.append(object);
    }
    for (const QJsonValue& unknown : m_unknown)
        array.append(unknown);
    return array;
}

MatchCorrections MatchCorrections::fromJson(const QJsonArray& array)
{
    MatchCorrections result;
    for (const QJsonValue& value : array) {
        const auto from = stageFromKey(value["from_stage"_L1].toString());
        const auto to = stageFromKey(value["to_stage"_L1].toString());
        const QStringList before = namesIn(value["from"_L1]);
        const QStringList after = namesIn(value["to"_L1]);
        if (!from || !to || *from >= *to || (before.isEmpty() && after.isEmpty()))
            result.m_unknown.append(value);
        else
            result.add({*from, *to, before, after, value["note"_L1].toString()});
    }
    return result;
}

MatchCorrection correctionOf(const StageGraph& from, const QList<NodeId>& fromNodes, const StageGraph& to,
                             const QList<NodeId>& toNodes, const QString& note)
{
    return {from.stage, to.stage, namesOf(*from.graph, fromNodes), namesOf(*to.graph, toNodes), note};
}

bool appliesTo(const MatchCorrection& correction, const StageGraph& from, const StageGraph& to)
{
    return correction.fromStage == from.stage && correction.toStage == to.stage && areIn(correction.from, *from.graph)
        && areIn(correction.to, *to.graph);
}

} // namespace driftscope
