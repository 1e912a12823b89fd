// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/graph/ComparePane.h"
#include "widgets/graph/GraphEmphasis.h"
#include "widgets/graph/ViewTransform.h"

#include <QLineF>

class QPainter;

namespace driftscope {

/// A line that leads further up or down, in pixels, is left out: it says nothing that a person could follow.
inline constexpr double farthestLink = 2000;

/// One pane as the link lines see it.
struct LinkWindow
{
    const GraphScene* scene = nullptr;
    ViewTransform view;
    QRectF viewport; ///< where the pane's view lies, in the painter's coordinates
    int selected = -1;
    const GraphEmphasis* emphasis = nullptr; ///< may be null

    [[nodiscard]] bool isDimmed(int box) const
    {
        return emphasis != nullptr && emphasis->ofBox(box) == Emphasis::Dimmed;
    }
};

/// Both ends of a line: on the right edge of the left box and the left edge of the right box, or where these lie
/// outside of their viewports, on the viewports' edges.
[[nodiscard]] QLineF linkEnds(const LinkWindow& left, const LinkWindow& right, const BoxLink& link);

/// Paints the links between two neighbouring panes of which either end is in view: straight where rows meet, curved
/// else; several into one meet at its edge. Of many into one (all nodes that a subgraph of the board stands for) only
/// those along the row are drawn, and none between nodes that are dimmed, until one of them is selected. Where boxes
/// are too small to tell lines apart, only the selection's. With `aroundBoxes` the lines stay between the two
/// viewports and leave out the boxes they cross, for painting over finished views; without, paint links first and boxes
/// over them.
void paintLinks(QPainter& painter, const LinkWindow& left, const LinkWindow& right, const PaneLinks& links,
                const Theme& theme, bool aroundBoxes);

/// The link whose line passes within a few pixels of a point; -1 for none.
[[nodiscard]] int linkAt(const LinkWindow& left, const LinkWindow& right, const PaneLinks& links, QPointF point);

} // namespace driftscope
