// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A layered layout for networks, top to bottom, after Sugiyama's scheme:
//
//   drawing   A box is an operator, a graph input or a graph output. A net is one value with all of its consumers: what
//             long edges cost is paid for each value, not for each consumer. Initializers, constants and other names
//             for them are part of their consumers. (DrawnGraph)
//   ranking   A row for each box: first the longest path from a source, with sources and their own branches pulled down
//             to where they are used, then the network simplex method, until no edge can be made shorter without making
//             others longer by more. Several stages are ranked as one graph in which linked boxes are one vertex; a
//             node that only one stage has opens a row in all of them, also where that stage is not shown. (Ranking,
//             AlignedRows, MergeableOrder, Tightening, TightTree)
//   layering  A net that passes rows gets one dummy a row, a place that is kept free for it. Of values that go very far
//             or to very many consumers, the far edges are stubs and get none, so a value that every block uses costs
//             no more than it shows. Rows in which this graph has nothing are left out. (LayeredGraph)
//   groups    A closed group is one box. An open one is a frame: a box for its header goes before its members, rows are
//             reordered so that members stand together, and both sides are columns that never bend. (BoxCollector,
//             FrameNesting, FramePlacement, GroupLinks)
//   ordering  Rows begin in the order of execution and, once more, in its mirror image. They are sorted by the mean
//             place of their items' neighbours, down and up, while that helps. Wherever a row stands alike in two
//             orders, the parts above and below it are chosen apart. Then paths (chains of long nets, boxes that have
//             only each other) are moved to where they cross least, in all of their rows at once, by dynamic
//             programming. A box's nets leave it in the order of where they go and are counted as crossing by that.
//             (RowOrdering, RowCrossings, PathMover, GapCosts)
//   placement Chains of long nets, and the boxes that stand alone in their rows, each stand exactly above each other:
//             they are columns. Then the network simplex method again, from left to right: columns keep their order and
//             their gaps, and edges become as short, and so as straight, as they can be together; the longest path,
//             which is the trunk of a network, weighs most. (Columns, ColumnTightening, HorizontalPlacement)
//   routing   Polylines that bend only in the gaps between rows and pass rows in the places kept free for them, so that
//             none runs through a box. Lines leave and meet their boxes in the order of where they go and come from, as
//             near to it as they can; a straight one takes the middle. (Routing)
//
// Everything depends on the order of execution and on names alone; the same graph always gets the same layout. Time and
// memory grow with nodes, edges and (bounded) dummies, times a logarithm for sorting: whatever searches for something
// better (Tightening, PathMover) stops when the work exceeds what a graph of this size is worth, with what it has.
//
// Deliberately missing: cycle removal (producers come before consumers; edges of a broken file that do not are stubs),
// a search for the fewest crossings (the sweeps and moves find a local minimum), bundling of different values, and
// bends with right angles, which cannot be told apart where many edges share a gap.
#include "core/layout/GraphLayout.h"

#include "core/layout/AlignedRows.h"
#include "core/layout/FramePlacement.h"
#include "core/layout/GroupLinks.h"
#include "core/layout/HorizontalPlacement.h"
#include "core/layout/LayeredGraph.h"
#include "core/layout/ReducedGraph.h"
#include "core/layout/Routing.h"
#include "core/layout/RowOrdering.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

struct LayoutTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::GraphLayout)
};

tl::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, LayoutTexts::tr("The layout of the graph was cancelled."));
}

DrawnGraph visibleGraph(const Graph& graph, const GroupStates& groups, const LayoutOptions& options, std::size_t index)
{
    DrawnGraph drawn = drawnGraph(graph, groups);
    return index < options.hidden.size() ? withoutNodes(std::move(drawn), options.hidden[index]) : std::move(drawn);
}

/// Moves the leftmost box or frame to x = 0 and gives every box its rectangle. Returns by how much all moved left.
double placeBoxes(DrawnGraph& drawn, const LayeredGraph& layered, const FrameSides& sides,
                  HorizontalPlacement& placement, const LayoutOptions& options)
{
    double left = placement.centre.empty() ? 0 : *std::ranges::min_element(placement.centre);
    for (std::size_t i = 0; i < drawn.boxes.size(); ++i)
        left = std::min(left, placement.centre[i] - options.boxWidth / 2);
    for (const double side : sides.left)
        left = std::min(left, side);
    for (double& centre : placement.centre)
        centre -= left;
    for (std::size_t i = 0; i < drawn.boxes.size(); ++i) {
        LayoutBox& box = drawn.boxes[i];
        box.row = layered.rowNumber[static_cast<std::size_t>(layered.items[i].row)];
        box.rect = QRectF(placement.centre[i] - options.boxWidth / 2, box.row * (options.boxHeight + options.rowGap),
                          options.boxWidth, options.boxHeight);
    }
    return left;
}

QRectF boundsOf(const GraphLayout& layout)
{
    QRectF bounds;
    for (const LayoutBox& box : layout.boxes)
        bounds = bounds.isNull() ? box.rect : bounds.united(box.rect);
    for (const LayoutFrame& frame : layout.frames)
        bounds = bounds.united(frame.rect);
    double left = bounds.left();
    double right = bounds.right();
    for (const LayoutEdge& edge : layout.edges) {
        for (const QPointF& point : edge.points) {
            left = std::min(left, point.x());
            right = std::max(right, point.x());
        }
    }
    bounds.setLeft(left);
    bounds.setRight(right);
    return bounds;
}

/// Frames around boxes that stand where they belong. Of frames that end in one row the outer ones reach further down.
std::vector<LayoutFrame> framesAround(const DrawnGraph& drawn, const LayeredGraph& layered, const NestedRows& nested,
                                      const FrameSides& sides, double left, const LayoutOptions& options)
{
    const double pitch = options.boxHeight + options.rowGap;
    const auto top = [&](int row) { return layered.rowNumber[static_cast<std::size_t>(row)] * pitch; };
    std::vector<LayoutFrame> frames(drawn.frames.size());
    std::vector<int> framesEndingInside(drawn.frames.size(), 0);
    for (std::size_t i = frames.size(); i-- > 0;) {
        const DrawnFrame& frame = drawn.frames[i];
        const FrameSpan& span = nested.spans[i];
        if (frame.parent >= 0 && nested.spans[static_cast<std::size_t>(frame.parent)].bottom == span.bottom) {
            int& inside = framesEndingInside[static_cast<std::size_t>(frame.parent)];
            inside = std::max(inside, framesEndingInside[i] + 1);
        }
        const double below = options.rowGap * 0.8 * (1 - std::pow(0.6, framesEndingInside[i] + 1));
        const QPointF topLeft(sides.left[i] - left, top(span.top));
        const QPointF bottomRight(sides.right[i] - left, top(span.bottom) + options.boxHeight + below);
        frames[i] = {frame.scope, frame.parent, QRectF(topLeft, bottomRight), options.boxHeight};
    }
    return frames;
}

/// Headers have kept room for titles; they are no boxes.
void removeHeaders(GraphLayout& layout, const DrawnGraph& drawn)
{
    std::vector<int> place(layout.boxes.size(), -1);
    std::vector<LayoutBox> boxes;
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        if (drawn.isHeader(static_cast<int>(i)))
            continue;
        place[i] = static_cast<int>(boxes.size());
        boxes.push_back(layout.boxes[i]);
    }
    layout.boxes = std::move(boxes);
    for (LayoutEdge& edge : layout.edges) {
        edge.fromBox = place[static_cast<std::size_t>(edge.fromBox)];
        edge.toBox = place[static_cast<std::size_t>(edge.toBox)];
    }
    for (int& box : layout.boxOfNode)
        box = box < 0 ? -1 : place[static_cast<std::size_t>(box)];
}

Result<GraphLayout> layoutRows(DrawnGraph drawn, const std::vector<int>& rows, const LayoutOptions& options,
                               const CancelToken& cancel)
{
    LayeredGraph layered = layeredGraph(drawn, rows, options);
    if (cancel.isCancelled() || orderRows(layered, cancel) < 0)
        return cancelled();
    const bool hasFrames = !drawn.frames.empty();
    const NestedRows nested = hasFrames ? nestFrames(layered, drawn) : NestedRows();
    HorizontalPlacement placement = placeHorizontally(layered, drawn, options);
    const FrameSides sides = hasFrames ? placeFrames(nested, layered, options, placement) : FrameSides();
    if (cancel.isCancelled())
        return cancelled();
    GraphLayout layout;
    const double left = placeBoxes(drawn, layered, sides, placement, options);
    routeEdges(drawn, layered, placement, options, layout);
    layout.boxes = std::move(drawn.boxes);
    layout.boxOfNode = std::move(drawn.boxOfNode);
    if (hasFrames) {
        layout.frames = framesAround(drawn, layered, nested, sides, left, options);
        removeHeaders(layout, drawn);
    }
    layout.bounds = boundsOf(layout);
    layout.rowCount = layered.rowNumber.empty() ? 0 : layered.rowNumber.back() + 1;
    return layout;
}

/// A graph that nobody asked groups of keeps its subgraphs closed.
GroupStates withSubgraphs(const Graph& graph, const GroupStates& groups)
{
    if (groups.scopes || graph.bodies().empty())
        return groups;
    return flatStates(ScopeTree::of(graph));
}

} // namespace

Result<GraphLayout> layoutGraph(const Graph& graph, const LayoutOptions& options, const CancelToken& cancel,
                                Progress& progress)
{
    return layoutGraph(graph, GroupStates(), options, cancel, progress);
}

Result<GraphLayout> layoutGraph(const Graph& graph, const GroupStates& groups, const LayoutOptions& options,
                                const CancelToken& cancel, Progress& progress)
{
    std::vector<DrawnGraph> drawn;
    drawn.push_back(visibleGraph(graph, withSubgraphs(graph, groups), options, 0));
    const std::vector<std::vector<int>> rows = alignedRows(drawn, {}, options.widestFan, cancel);
    if (rows.empty())
        return cancelled();
    progress.report(0, 1, LayoutTexts::tr("Laying out the graph"));
    Result<GraphLayout> layout = layoutRows(std::move(drawn.front()), rows.front(), options, cancel);
    progress.report(1, 1);
    return layout;
}

Result<std::vector<GraphLayout>> layoutAligned(const std::vector<std::shared_ptr<const Graph>>& graphs,
                                               const std::vector<std::vector<RowLink>>& links,
                                               const LayoutOptions& options, const CancelToken& cancel,
                                               Progress& progress, const std::vector<bool>& isShown)
{
    return layoutAligned(graphs, std::vector<GroupStates>(graphs.size()), links, options, cancel, progress, isShown);
}

Result<std::vector<GraphLayout>> layoutAligned(const std::vector<std::shared_ptr<const Graph>>& graphs,
                                               const std::vector<GroupStates>& groups,
                                               const std::vector<std::vector<RowLink>>& links,
                                               const LayoutOptions& options, const CancelToken& cancel,
                                               Progress& progress, const std::vector<bool>& isShown)
{
    Q_ASSERT(groups.size() == graphs.size());
    std::vector<DrawnGraph> drawn;
    std::vector<GroupStates> states;
    for (std::size_t i = 0; i < graphs.size(); ++i) {
        states.push_back(withSubgraphs(*graphs[i], groups[i]));
        drawn.push_back(visibleGraph(*graphs[i], states.back(), options, i));
    }
    std::vector<std::vector<RowPair>> linksOfPair;
    for (std::size_t i = 0; i + 1 < drawn.size(); ++i) {
        const std::vector<RowLink> ofPair = i < links.size() ? links[i] : std::vector<RowLink>();
        linksOfPair.push_back(
            boxLinks(ofPair, {*graphs[i], states[i], drawn[i]}, {*graphs[i + 1], states[i + 1], drawn[i + 1]}));
    }
    const std::vector<std::vector<int>> rows = alignedRows(drawn, linksOfPair, options.widestFan, cancel);
    if (rows.size() != drawn.size())
        return cancelled();
    std::vector<GraphLayout> layouts;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        progress.report(static_cast<qint64>(i), static_cast<qint64>(drawn.size()),
                        LayoutTexts::tr("Laying out the graphs"));
        GraphLayout& layout = layouts.emplace_back();
        if (!isShown.empty() && !isShown[i])
            continue;
        Result<GraphLayout> shown = layoutRows(std::move(drawn[i]), rows[i], options, cancel);
        if (!shown)
            return forward(shown);
        layout = std::move(*shown);
    }
    progress.report(static_cast<qint64>(graphs.size()), static_cast<qint64>(graphs.size()));
    return layouts;
}

} // namespace driftscope
