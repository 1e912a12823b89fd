// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/layout/GroupStates.h"

#include <QPointF>
#include <QRectF>

#include <memory>
#include <span>
#include <vector>

namespace driftscope {

/// One thing that is drawn: an operator, an input or output of the graph or of an open subgraph, or a closed group.
/// Initializers and constants are drawn inside their node and have no box.
struct LayoutBox
{
    enum class Kind
    {
        Operator,
        Input,
        Output,
        Group
    };
    Kind kind = Kind::Operator;
    NodeId node; ///< of groups: the one that owns them (an If, a call of a function), else their first
    ValueId value; ///< inputs and outputs only
    QRectF rect; ///< world units: one unit is one pixel at zoom 1
    int row = 0; ///< rank, top to bottom; equal rows stand at equal heights in aligned layouts
    ScopeId scope = {}; ///< groups only
};

/// The frame around an open group.
struct LayoutFrame
{
    ScopeId scope;
    int parent = -1; ///< the frame around this one
    QRectF rect;
    double headerHeight = 0; ///< at the top, free of boxes
};

/// One value on its way from its producer to one consumer.
struct LayoutEdge
{
    ValueId value;
    int fromBox = -1;
    int toBox = -1;
    /// Polyline from the bottom of `fromBox` to the top of `toBox`. Lies in the layout's `points`.
    std::span<const QPointF> points;
    /// Too long to draw whole (or against the order of execution): four points, a short piece at each end. Draw
    /// points[0]-[1] and points[2]-[3], each labelled with the other end's name.
    bool isStub = false;
};

/// Positions of everything in one graph. Boxes stand in execution order.
struct GraphLayout
{
    std::vector<LayoutBox> boxes;
    std::vector<LayoutEdge> edges;
    std::shared_ptr<const std::vector<QPointF>> points; ///< of all edges; shared by copies of the layout
    std::vector<LayoutFrame> frames; ///< outer before inner ones
    /// By NodeId::position(), also of nodes in bodies: the node's own box, or that of the closed group around it; -1
    /// for nodes that are not drawn.
    std::vector<int> boxOfNode;
    QRectF bounds;
    int rowCount = 0;
    bool isSideways = false; ///< left to right: rows are columns, and edges go from a right side to a left one
};

struct LayoutOptions
{
    double boxWidth = 208;
    double boxHeight = 40;
    double columnGap = 28;
    double rowGap = 22;
    int longestEdge = 300; ///< edges over more rows become stubs; in graphs full of long values, already shorter ones
    int widestFan = 64; ///< of a value with more consumers only the nearest are drawn, the others are stubs
    /// By graph: nodes that are not drawn. Edges lead past them and keep the value that their readers know.
    std::vector<std::vector<NodeId>> hidden;
};

/// Lays out one graph top to bottom.
[[nodiscard]] Result<GraphLayout> layoutGraph(const Graph& graph, const LayoutOptions& options,
                                              const CancelToken& cancel, Progress& progress);
/// The same with groups. Frames hold their members and nothing else, and lie inside each other or apart.
[[nodiscard]] Result<GraphLayout> layoutGraph(const Graph& graph, const GroupStates& groups,
                                              const LayoutOptions& options, const CancelToken& cancel,
                                              Progress& progress);

/// For each pair of neighbouring graphs, which nodes belong on the same row.
struct RowLink
{
    NodeId left;
    NodeId right;
};

/// Lays out several graphs together: linked nodes share a row, nodes that only one graph has open a gap in the others.
/// `links[i]` links graphs[i] to graphs[i + 1]. Links that would contradict the order of execution are ignored. Where
/// `isShown` is given, by graph, the layouts of graphs that are not shown stay empty; they keep their part in the rows,
/// so that nothing moves in the others when one of them comes into view or goes.
[[nodiscard]] Result<std::vector<GraphLayout>> layoutAligned(const std::vector<std::shared_ptr<const Graph>>& graphs,
                                                             const std::vector<std::vector<RowLink>>& links,
                                                             const LayoutOptions& options, const CancelToken& cancel,
                                                             Progress& progress, const std::vector<bool>& isShown = {});
/// The same with groups, one GroupStates for each graph. A group shares its row with its counterpart.
[[nodiscard]] Result<std::vector<GraphLayout>> layoutAligned(const std::vector<std::shared_ptr<const Graph>>& graphs,
                                                             const std::vector<GroupStates>& groups,
                                                             const std::vector<std::vector<RowLink>>& links,
                                                             const LayoutOptions& options, const CancelToken& cancel,
                                                             Progress& progress, const std::vector<bool>& isShown = {});

} // namespace driftscope
