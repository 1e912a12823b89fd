// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Stage.h"
#include "core/stages/StageMatch.h"

#include <QJsonArray>
#include <QStringList>

namespace driftscope {

/// What a person says of nodes of two stages, by name, so that it outlives the files' next compilation.
/// Names on both sides: these belong together (confirming a match says the same of its nodes). Names on one side only:
/// these have no counterpart in the other stage.
struct MatchCorrection
{
    Stage fromStage = Stage::Float; ///< the earlier stage
    Stage toStage = Stage::Float;
    QStringList from; ///< node names in the earlier stage
    QStringList to; ///< node names in the later stage
    QString note; ///< why, in the person's words; may be empty

    [[nodiscard]] bool saysNoCounterpart() const { return from.isEmpty() != to.isEmpty(); }
    bool operator==(const MatchCorrection&) const = default;
};

/// The corrections of one project, for any pair of stages. A value type.
///
/// A view makes one with correctionOf() or fills a MatchCorrection with the names of the chosen nodes, and hands it to
/// Session::correctMatch(); Session::matchCorrections() lists them, removeMatchCorrection(index) takes one back, and
/// undoMatchCorrection()/redoMatchCorrection() step through what was done. Every change is kept in the project file,
/// matches the stages anew and ends with Session::matchesChanged(). A match made by a correction has
/// NodeMatch::isCorrected.
class MatchCorrections
{
public:
    [[nodiscard]] const QList<MatchCorrection>& list() const { return m_list; }
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    /// The corrections of a pair of stages; where none is kept for the pair, what others say cannot be carried over.
    [[nodiscard]] QList<MatchCorrection> of(Stage from, Stage to) const;

    /// Adds one at the end. Names that it claims are taken out of earlier corrections of the same pair, of which those
    /// that then say nothing are dropped: the last word counts. One without any name is ignored.
    void add(const MatchCorrection& correction);
    void remove(qsizetype index);

    /// As kept in the project file: `[{from_stage, to_stage, from: [], to: [], note}]`.
    [[nodiscard]] QJsonArray toJson() const;
    /// Reads what toJson() wrote. Entries that this version does not understand are kept and written again.
    [[nodiscard]] static MatchCorrections fromJson(const QJsonArray& array);

    bool operator==(const MatchCorrections&) const = default;

private:
    QList<MatchCorrection> m_list;
    QJsonArray m_unknown;
};

/// What confirms an existing match, or ties nodes together: names taken from the graphs. Either list may be empty.
[[nodiscard]] MatchCorrection correctionOf(const StageGraph& from, const QList<NodeId>& fromNodes, const StageGraph& to,
                                           const QList<NodeId>& toNodes, const QString& note = {});

/// Whether the nodes that a correction names are there: all of its names in the two stages it speaks of.
[[nodiscard]] bool appliesTo(const MatchCorrection& correction, const StageGraph& from, const StageGraph& to);

} // namespace driftscope
