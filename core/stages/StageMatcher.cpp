// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageMatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

StageMatcher::StageMatcher(const Graph& from, const Graph& to, QList<MatchCorrection> corrections)
    : m_from(from)
    , m_to(to)
    , m_corrections(std::move(corrections))
{ }

StageMatch StageMatcher::match()
{
    m_nodeNames = nodeNamesAgree();
    m_valueNames = valueNamesAgree();
    applyCorrections();
    spread(Likeness::Strict);
    matchNames();
    matchOutputNames();
    matchFirmNodes();
    matchSoftNodes();
    matchConstants();
    dropContradictions();
    foldIntoNeighbours();
    foldCalibration();
    collectParts();
    foldIntoPackedCode();
    StageMatch result;
    finish(result);
    return result;
}

void StageMatcher::pair(NodeId from, NodeId to, const QString& reason, double confidence)
{
    const auto index = static_cast<int>(m_matches.size());
    m_from.matchOf[from.position()] = index;
    m_to.matchOf[to.position()] = index;
    m_matches.append({{from}, {to}, MatchKind::Same, reason, confidence});
}

void StageMatcher::join(MatchSide& side, NodeId node, int match, const QString& reason, double confidence)
{
    side.matchOf[node.position()] = match;
    NodeMatch& joined = m_matches[match];
    (&side == &m_from ? joined.from : joined.to).append(node);
    if (joined.isCorrected)
        return;
    joined.reason = reason;
    joined.confidence = std::min(joined.confidence, confidence);
}

void StageMatcher::applyCorrections()
{
    const auto freeNodes = [](const MatchSide& side, const QStringList& names) {
        QList<NodeId> nodes;
        for (const QString& name : names) {
            if (const NodeId node = side.freeNode(name); node.isValid() && !nodes.contains(node))
                nodes.append(node);
        }
        return nodes;
    };
    for (const MatchCorrection& correction : m_corrections) {
        const QList<NodeId> from = freeNodes(m_from, correction.from);
        const QList<NodeId> to = freeNodes(m_to, correction.to);
        const bool isTie = !correction.saysNoCounterpart();
        if (isTie && (from.isEmpty() || to.isEmpty()))
            continue; // made for files with other nodes
        const int match = isTie ? static_cast<int>(m_matches.size()) : MatchSide::alone;
        for (const NodeId node : from)
            m_from.matchOf[node.position()] = match;
        for (const NodeId node : to)
            m_to.matchOf[node.position()] = match;
        if (isTie)
            m_matches.append({from, to, MatchKind::Same, tr("Corrected by you."), 1.0, true});
    }
}

void StageMatcher::matchFirmNodes()
{
    matchBorders();
    matchEqualWeights();
    spread(Likeness::Strict);
    matchSamePlaces();
    spread(Likeness::Strict);
    // Shapes help where both files say them; where one does not, or not everywhere, the second round goes without.
    for (const Likeness likeness : {Likeness::Strict, Likeness::Medium}) {
        if (!anyFirmFree())
            return;
        constexpr int radius = 6;
        findNeighbourhoods(likeness);
        matchNeighbourhoods(radius, 2);
        spread(likeness);
        if (likeness == Likeness::Strict) {
            matchAlikeWeights();
            spread(likeness);
        }
        matchNeighbourhoods(1, 0);
        spread(likeness);
    }
    for (const Likeness likeness : {Likeness::Strict, Likeness::Medium}) {
        alignBetweenAnchors(likeness);
        spread(likeness);
    }
    pairTwins();
    spread(Likeness::Loose);
}

bool StageMatcher::anyFirmFree() const
{
    const auto isAny = [](const MatchSide& side) {
        for (qsizetype i = 0; i < side.graph.nodeCount(); ++i) {
            if (side.isFirm(NodeId(i)) && side.isFree(NodeId(i)))
                return true;
        }
        return false;
    };
    return isAny(m_from) && isAny(m_to);
}

void StageMatcher::classify(NodeMatch& match) const
{
    if (match.from.size() > 1) {
        match.kind = MatchKind::Fused;
    } else if (match.to.size() > 1) {
        match.kind = MatchKind::Decomposed;
    } else {
        const Node& from = m_from.graph.node(match.from.front());
        const Node& to = m_to.graph.node(match.to.front());
        bool isSame = from.opType == to.opType && from.domain == to.domain && from.outputs.size() == to.outputs.size();
        for (std::size_t i = 0; isSame && i < from.outputs.size(); ++i) {
            if (!from.outputs[i].isValid() || !to.outputs[i].isValid())
                continue;
            const Value& before = m_from.graph.value(from.outputs[i]);
            const Value& after = m_to.graph.value(to.outputs[i]);
            const bool typesKnown = before.type != DataType::Undefined && after.type != DataType::Undefined;
            isSame = (!typesKnown || before.type == after.type)
                && (!before.shape || !after.shape || before.shape == after.shape);
        }
        match.kind = isSame ? MatchKind::Same : MatchKind::Changed;
    }
}

void StageMatcher::finish(StageMatch& result)
{
    for (NodeMatch& match : m_matches) {
        std::ranges::sort(match.from, {}, [&](NodeId node) { return m_from.place[node.position()]; });
        std::ranges::sort(match.to, {}, [&](NodeId node) { return m_to.place[node.position()]; });
        classify(match);
    }
    std::ranges::stable_sort(m_matches, {}, [&](const NodeMatch& match) {
        return std::pair(m_from.place[match.from.front().position()], m_to.place[match.to.front().position()]);
    });
    result.matches = std::move(m_matches);
    for (const NodeId node : m_from.graph.topologicalOrder()) {
        if (!m_from.isMatched(node))
            result.removed.append(node);
    }
    for (const NodeId node : m_to.graph.topologicalOrder()) {
        if (!m_to.isMatched(node))
            result.added.append(node);
    }
    result.buildIndex();
}

} // namespace driftscope
