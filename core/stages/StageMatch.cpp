// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageMatch.h"

#include "core/stages/MatchCorrections.h"
#include "core/stages/StageMatcher.h"

using namespace Qt::StringLiterals;

namespace driftscope {

QString matchKindName(MatchKind kind)
{
    switch (kind) {
    case MatchKind::Same:
        return u"same"_s;
    case MatchKind::Changed:
        return u"changed"_s;
    case MatchKind::Fused:
        return u"fused"_s;
    case MatchKind::Decomposed:
        return u"decomposed"_s;
    }
    Q_UNREACHABLE();
}

const NodeMatch* StageMatch::matchOfFrom(NodeId node) const
{
    const auto found = m_byFrom.constFind(node);
    return found == m_byFrom.constEnd() ? nullptr : &matches[*found];
}

const NodeMatch* StageMatch::matchOfTo(NodeId node) const
{
    const auto found = m_byTo.constFind(node);
    return found == m_byTo.constEnd() ? nullptr : &matches[*found];
}

void StageMatch::buildIndex()
{
    m_byFrom.clear();
    m_byTo.clear();
    for (qsizetype i = 0; i < matches.size(); ++i) {
        for (const NodeId node : matches[i].from)
            m_byFrom.insert(node, i);
        for (const NodeId node : matches[i].to)
            m_byTo.insert(node, i);
    }
}

StageMatch matchStages(const StageGraph& from, const StageGraph& to)
{
    return matchStages(from, to, {});
}

StageMatch matchStages(const StageGraph& from, const StageGraph& to, const MatchCorrections& corrections)
{
    Q_ASSERT(from.graph && to.graph);
    StageMatch match = StageMatcher(*from.graph, *to.graph, corrections.of(from.stage, to.stage)).match();
    match.fromStage = from.stage;
    match.toStage = to.stage;
    return match;
}

} // namespace driftscope
