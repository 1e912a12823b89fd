// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/SpatialIndex.h"
#include "core/search/GraphQuery.h"
#include "widgets/common/OpFamily.h"
#include "widgets/graph/GroupSummary.h"
#include "widgets/graph/NodeDecoration.h"

#include <span>

namespace driftscope {

/// One laid out graph, ready to be painted: layout, index, neighbours and decorations by box. No widget, so that views,
/// minimap and exported pictures share it.
class GraphScene
{
public:
    /// `scopes`: the groups that the layout was made with; null where it has none.
    GraphScene(std::shared_ptr<const Graph> graph, GraphLayout layout, const std::vector<NodeDecoration>& decorations,
               std::shared_ptr<const ScopeTree> scopes = nullptr);
    Q_DISABLE_COPY_MOVE(GraphScene)
    ~GraphScene() = default;

    [[nodiscard]] const Graph& graph() const { return *m_graph; }
    [[nodiscard]] const GraphLayout& layout() const { return m_layout; }
    [[nodiscard]] const SpatialIndex& index() const { return m_index; }
    [[nodiscard]] int boxCount() const { return static_cast<int>(m_layout.boxes.size()); }
    [[nodiscard]] const LayoutBox& box(int box) const { return m_layout.boxes[static_cast<std::size_t>(box)]; }
    [[nodiscard]] const LayoutEdge& edge(int edge) const { return m_layout.edges[static_cast<std::size_t>(edge)]; }
    [[nodiscard]] int boxOfNode(NodeId node) const; ///< -1 when it is not drawn
    [[nodiscard]] int
    boxOfValue(ValueId value) const; ///< of an input or output, else of the producer; -1 when not drawn

    [[nodiscard]] const NodeDecoration* decoration(int box) const; ///< null for none
    [[nodiscard]] NodeChange change(int box) const;
    [[nodiscard]] OpFamily family(int box) const { return m_families[static_cast<std::size_t>(box)]; }
    [[nodiscard]] Device device(int box) const;
    [[nodiscard]] DataType dataType(int box) const; ///< of the first output
    [[nodiscard]] TensorLayout tensorLayout(int box) const; ///< of the node's report, else of the first output
    /// Also of groups, which stand for their first node or the one that owns them.
    [[nodiscard]] bool isOperator(int box) const;
    [[nodiscard]] bool isGroup(int box) const { return this->box(box).kind == LayoutBox::Kind::Group; }
    /// The node that owns the subgraph or function that the box is: it is shown as that node. Invalid for other boxes.
    [[nodiscard]] NodeId groupOwner(int box) const;
    [[nodiscard]] const GroupSummary& group(int box) const; ///< of a closed group
    [[nodiscard]] const std::shared_ptr<const ScopeTree>& scopes() const { return m_scopes; }
    /// The edge leads past nodes that are hidden: its value is made by one of them.
    [[nodiscard]] bool isBridge(int edge) const;
    [[nodiscard]] QuerySubject querySubject(int box) const;
    [[nodiscard]] QuerySubject memberSubject(NodeId member) const; ///< of a node in a closed group

    [[nodiscard]] std::span<const int> edgesOut(int box) const; ///< indices of edges, in the layout's order
    [[nodiscard]] std::span<const int> edgesIn(int box) const;

private:
    void linkEdges();

    std::shared_ptr<const Graph> m_graph;
    std::shared_ptr<const ScopeTree> m_scopes;
    QHash<int, GroupSummary> m_groups; ///< by box
    GraphLayout m_layout;
    SpatialIndex m_index;
    std::vector<OpFamily> m_families; ///< by box
    std::vector<NodeDecoration> m_decorations;
    std::vector<int> m_decorationOf; ///< by box, -1 for none
    QHash<NodeId, int> m_decorationOfNode;
    QHash<ValueId, int> m_boxOfValue; ///< inputs and outputs
    std::vector<int> m_outStart; ///< boxCount() + 1 offsets into m_out
    std::vector<int> m_out;
    std::vector<int> m_inStart;
    std::vector<int> m_in;
};

/// The world's point at the top left of a view that shows the first rows at zoom 1: all of their boxes where they have
/// room, else the first box in the middle.
[[nodiscard]] QPointF startOf(const GraphScene& scene, QSizeF view, double top);

} // namespace driftscope
