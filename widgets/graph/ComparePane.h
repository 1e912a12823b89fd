// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"
#include "core/layout/GroupStates.h"
#include "core/stages/StageMatch.h"
#include "widgets/graph/BoxLook.h"
#include "widgets/graph/GraphScene.h"

namespace driftscope {

/// One stage of a comparison, laid out.
struct ComparePane
{
    Stage stage = Stage::Float;
    QString title; ///< the stage's name in the interface's language
    QString subtitle; ///< file and number of nodes
    std::shared_ptr<const Graph> graph;
    GraphLayout layout;
    GroupStates groups; ///< with which it was laid out
    std::vector<RowLink> rowsToNext; ///< which nodes stand on one row with those of the next pane
    std::vector<NodeDecoration> decorations;
};

/// A line between two neighbouring panes.
struct BoxLink
{
    int fromBox = -1; ///< of the left pane
    int toBox = -1; ///< of the right pane
    MatchKind kind = MatchKind::Same;
};

/// All lines between two neighbouring panes, to be asked from both sides.
class PaneLinks
{
public:
    PaneLinks() = default;
    /// Matched nodes, and inputs and outputs of the same name (or the only ones).
    PaneLinks(const GraphScene& left, const GraphScene& right, const StageMatch& match);

    [[nodiscard]] const std::vector<BoxLink>& links() const { return m_links; }
    [[nodiscard]] const QList<int>& ofLeft(int box) const; ///< indices of links
    [[nodiscard]] const QList<int>& ofRight(int box) const;

private:
    void add(int from, int to, MatchKind kind);
    void linkValues(const GraphScene& left, const GraphScene& right, LayoutBox::Kind kind);

    QSet<std::pair<int, int>> m_linked; ///< boxes: nodes of one group may be linked many times
    std::vector<BoxLink> m_links;
    QHash<int, QList<int>> m_ofLeft;
    QHash<int, QList<int>> m_ofRight;
};

/// The ranges of the overlays' numbers over all panes, so that the legend and the colours share one scale.
void measureOverlays(const std::vector<ComparePane>& panes, GraphAppearance& appearance);
/// The same match told from the other side: for panes that a person put in another order than the chain's.
[[nodiscard]] StageMatch reversed(const StageMatch& match);

/// Writes what the matches say (inserted, removed, changed, fused) into the panes' decorations, keeping what is there.
/// `matches[i]` leads from panes[i] to panes[i + 1]; where that is an earlier stage, inserted is still what the later
/// stage has and the earlier has not.
void decorateWithMatches(std::vector<ComparePane>& panes, const QList<StageMatch>& matches);

} // namespace driftscope
