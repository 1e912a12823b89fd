// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"
#include "core/graph/Stage.h"

#include <QHash>
#include <QList>

namespace driftscope {

/// One model of a conversion, loaded.
struct StageGraph
{
    Stage stage = Stage::Float;
    QString file;
    std::shared_ptr<const Graph> graph;
};

enum class MatchKind
{
    Same, ///< same operator, same shape
    Changed, ///< 1-1, but the operator or its arithmetic changed (Conv → QLinearConv)
    Fused, ///< n-1: several nodes became one
    Decomposed ///< 1-n: one node became several
};

[[nodiscard]] QString matchKindName(MatchKind kind); ///< `same`, `changed`, `fused`, `decomposed`: used in JSON

/// Nodes of one stage and what became of them in the next. Both lists are in execution order: the last of `to` computes
/// what the last of `from` computed.
struct NodeMatch
{
    QList<NodeId> from;
    QList<NodeId> to;
    MatchKind kind = MatchKind::Same;
    QString reason; ///< why we think so, a short sentence
    double confidence = 1.0; ///< 0…1
    bool isCorrected = false; ///< a person said so
};

struct StageMatch
{
    Stage fromStage = Stage::Float;
    Stage toStage = Stage::Float;
    QList<NodeMatch> matches;
    QList<NodeId> added; ///< nodes of the later stage without an origin
    QList<NodeId> removed; ///< nodes of the earlier stage without a successor

    [[nodiscard]] const NodeMatch* matchOfFrom(NodeId node) const;
    [[nodiscard]] const NodeMatch* matchOfTo(NodeId node) const;
    /// Makes the two above quick; call again after changing `matches`.
    void buildIndex();

private:
    QHash<NodeId, qsizetype> m_byFrom;
    QHash<NodeId, qsizetype> m_byTo;
};

class MatchCorrections;

/// Matches two stages: what a person said comes first, then names with the toolchain's renaming patterns, then
/// structure, weights and shapes around what is already matched.
[[nodiscard]] StageMatch matchStages(const StageGraph& from, const StageGraph& to);
[[nodiscard]] StageMatch matchStages(const StageGraph& from, const StageGraph& to, const MatchCorrections& corrections);

} // namespace driftscope
