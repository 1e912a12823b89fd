// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/ComparePane.h"
#include "widgets/graph/GraphView.h"

#include <map>

namespace driftscope {

/// Where a person is in the panes, said by names, so that it can be found again when stages are shown or hidden, laid
/// out anew or compiled anew: the node in the middle of each pane stays under the same point of the screen.
class PanePlaces
{
public:
    PanePlaces() = default;
    /// `leader` is the pane that the person looks at: where rows moved differently in several panes, its own stay put.
    PanePlaces(const std::vector<ComparePane>& panes, const std::vector<GraphView*>& views, int leader);

    [[nodiscard]] bool isEmpty() const { return m_places.empty(); }
    [[nodiscard]] bool contains(Stage stage) const { return m_places.count(stage) > 0; }
    /// Puts the new panes where the old ones were. A pane that was not there before takes the others' height and zoom
    /// and shows the middle of its row. False when no pane was found again; nothing is moved then.
    bool restore(const std::vector<ComparePane>& panes, const std::vector<GraphView*>& views,
                 const std::vector<bool>& isLinked) const;

private:
    struct Place
    {
        QString name; ///< of the node or tensor in the middle; empty when the pane showed none
        QPointF inView; ///< where its box's centre was, in viewport pixels
        double scale = 1;
        QSize size; ///< of the viewport
    };
    struct Found
    {
        bool isFound = false;
        ViewTransform transform;
    };
    [[nodiscard]] Found find(const ComparePane& pane, const GraphView& view) const;

    std::map<Stage, Place> m_places;
    Stage m_leader = Stage::Float;
};

/// The box of a node or tensor of that name; -1 for none.
[[nodiscard]] int boxNamed(const GraphScene& scene, const QString& name);

} // namespace driftscope

Q_DECLARE_METATYPE(driftscope::PanePlaces)
