// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/MatchComposition.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Composition
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::StageMatch)
};

/// Sets of matches that share nodes of the stage in between.
class MatchSets
{
public:
    explicit MatchSets(std::size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }

    std::size_t rootOf(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

    void unite(std::size_t a, std::size_t b) { m_parent[rootOf(b)] = rootOf(a); }

private:
    std::vector<std::size_t> m_parent;
};

std::vector<int> placesOf(const Graph& graph)
{
    std::vector<int> places(static_cast<std::size_t>(graph.nodeCount()));
    for (std::size_t i = 0; i < places.size(); ++i)
        places[graph.topologicalOrder()[i].position()] = static_cast<int>(i);
    return places;
}

void addReason(NodeMatch& match, const NodeMatch& part)
{
    match.confidence = std::min(match.confidence, part.confidence);
    match.isCorrected = match.isCorrected || part.isCorrected;
    if (match.reason.isEmpty() || part.confidence < 1.0) {
        if (match.reason.isEmpty() || match.confidence == part.confidence)
            match.reason = part.reason;
    }
}

void classify(NodeMatch& match, const Graph& from, const Graph& to)
{
    if (match.from.size() > 1) {
        match.kind = MatchKind::Fused;
    } else if (match.to.size() > 1) {
        match.kind = MatchKind::Decomposed;
    } else {
        const Node& before = from.node(match.from.front());
        const Node& after = to.node(match.to.front());
        match.kind
            = before.opType == after.opType && before.domain == after.domain ? MatchKind::Same : MatchKind::Changed;
    }
}

/// Sorts, and lists what is in no match.
void complete(StageMatch& match, const Graph& from, const Graph& to)
{
    const std::vector<int> fromPlace = placesOf(from);
    const std::vector<int> toPlace = placesOf(to);
    for (NodeMatch& each : match.matches) {
        std::ranges::sort(each.from, {}, [&](NodeId node) { return fromPlace[node.position()]; });
        std::ranges::sort(each.to, {}, [&](NodeId node) { return toPlace[node.position()]; });
        classify(each, from, to);
    }
    std::ranges::stable_sort(match.matches, {},
                             [&](const NodeMatch& each) { return fromPlace[each.from.front().position()]; });
    match.buildIndex();
    match.added.clear();
    match.removed.clear();
    for (const NodeId node : from.topologicalOrder()) {
        if (match.matchOfFrom(node) == nullptr)
            match.removed.append(node);
    }
    for (const NodeId node : to.topologicalOrder()) {
        if (match.matchOfTo(node) == nullptr)
            match.added.append(node);
    }
}

QList<NodeId> nodesNamed(const Graph& graph, const QStringList& names)
{
    QList<NodeId> nodes;
    for (const QString& name : names) {
        if (const NodeId node = graph.findNode(name); node.isValid())
            nodes.append(node);
    }
    return nodes;
}

void correct(StageMatch& match, const MatchCorrection& correction, const StageGraph& from, const StageGraph& to)
{
    const QList<NodeId> before = nodesNamed(*from.graph, correction.from);
    const QList<NodeId> after = nodesNamed(*to.graph, correction.to);
    if (!correction.saysNoCounterpart() && (before.isEmpty() || after.isEmpty()))
        return;
    for (NodeMatch& each : match.matches) {
        each.from.removeIf([&](NodeId node) { return before.contains(node); });
        each.to.removeIf([&](NodeId node) { return after.contains(node); });
    }
    match.matches.removeIf([](const NodeMatch& each) { return each.from.isEmpty() || each.to.isEmpty(); });
    if (!correction.saysNoCounterpart())
        match.matches.append({before, after, MatchKind::Same, Composition::tr("Corrected by you."), 1.0, true});
}

} // namespace

StageMatch composedMatches(const StageMatch& first, const StageMatch& second, const Graph& from, const Graph& to)
{
    const auto offset = static_cast<std::size_t>(first.matches.size());
    MatchSets sets(offset + static_cast<std::size_t>(second.matches.size()));
    for (std::size_t i = 0; i < offset; ++i) {
        for (const NodeId between : first.matches[static_cast<qsizetype>(i)].to) {
            if (const NodeMatch* next = second.matchOfFrom(between))
                sets.unite(i, offset + static_cast<std::size_t>(next - second.matches.constData()));
        }
    }
    StageMatch result;
    result.fromStage = first.fromStage;
    result.toStage = second.toStage;
    QHash<std::size_t, qsizetype> places;
    const auto matchOf = [&](std::size_t i) -> NodeMatch& {
        const std::size_t root = sets.rootOf(i);
        if (!places.contains(root)) {
            places.insert(root, result.matches.size());
            result.matches.emplaceBack();
        }
        return result.matches[places.value(root)];
    };
    for (qsizetype i = 0; i < first.matches.size(); ++i) {
        NodeMatch& match = matchOf(static_cast<std::size_t>(i));
        match.from.append(first.matches[i].from);
        addReason(match, first.matches[i]);
    }
    for (qsizetype i = 0; i < second.matches.size(); ++i) {
        NodeMatch& match = matchOf(offset + static_cast<std::size_t>(i));
        match.to.append(second.matches[i].to);
        addReason(match, second.matches[i]);
    }
    result.matches.removeIf([](const NodeMatch& each) { return each.from.isEmpty() || each.to.isEmpty(); });
    complete(result, from, to);
    return result;
}

StageMatch matchBetween(const QList<StageGraph>& stages, const QList<StageMatch>& neighbours, qsizetype left,
                        qsizetype right, const MatchCorrections& corrections)
{
    Q_ASSERT(left < right && right < stages.size());
    if (right > neighbours.size())
        return matchStages(stages[left], stages[right], corrections);
    StageMatch match = neighbours[left];
    for (qsizetype i = left + 1; i < right; ++i)
        match = composedMatches(match, neighbours[i], *stages[left].graph, *stages[i + 1].graph);
    const QList<MatchCorrection> own = corrections.of(stages[left].stage, stages[right].stage);
    if (right == left + 1 || own.isEmpty())
        return match;
    for (const MatchCorrection& correction : own)
        correct(match, correction, stages[left], stages[right]);
    complete(match, *stages[left].graph, *stages[right].graph);
    return match;
}

} // namespace driftscope
