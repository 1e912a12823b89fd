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
//             none runs through a box. Edges meet a box in the order of where they come from. (Routing)
//
// Everything depends on the order of execution and on names alone; the same graph always gets the same layout. Time and
// memory grow with nodes, edges and (bounded) dummies, times a logarithm for sorting: whatever searches for something
// better (Tightening, PathMover) stops when the work exceeds what a graph of this size is worth, with what it has.
//
// Deliberately missing: cycle removal (producers come before consumers; edges of a broken file that do not are stubs),
// a search for the fewest crossings (the sweeps and moves find a local minimum), bundling of different values, nested
// groups, subgraphs of If and Loop (they are attributes of their node), and bends with right angles, which cannot be
// told apart where many edges share a gap.
#include "core/layout/GraphLayout.h"

#include "core/layout/AlignedRows.h"
#include "core/layout/HorizontalPlacement.h"
#include "core/layout/LayeredGraph.h"
#include "core/layout/ReducedGraph.h"
#include "core/layout/Routing.h"
#include "core/layout/RowOrdering.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

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

DrawnGraph visibleGraph(const Graph& graph, const LayoutOptions& options, std::size_t index)
{
    DrawnGraph drawn = drawnGraph(graph);
    return index < options.hidden.size() ? withoutNodes(std::move(drawn), options.hidden[index]) : std::move(drawn);
}

/// Moves the leftmost box to x = 0 and gives every box its rectangle.
void placeBoxes(DrawnGraph& drawn, const LayeredGraph& layered, HorizontalPlacement& placement,
                const LayoutOptions& options)
{
    double left = placement.centre.empty() ? 0 : *std::ranges::min_element(placement.centre);
    for (std::size_t i = 0; i < drawn.boxes.size(); ++i)
        left = std::min(left, placement.centre[i] - options.boxWidth / 2);
    for (double& centre : placement.centre)
        centre -= left;
    for (std::size_t i = 0; i < drawn.boxes.size(); ++i) {
        LayoutBox& box = drawn.boxes[i];
        box.row = layered.rowNumber[static_cast<std::size_t>(layered.items[i].row)];
        box.rect = QRectF(placement.centre[i] - options.boxWidth / 2, box.row * (options.boxHeight + options.rowGap),
                          options.boxWidth, options.boxHeight);
    }
}

QRectF boundsOf(const GraphLayout& layout)
{
    QRectF bounds;
    for (const LayoutBox& box : layout.boxes)
        bounds = bounds.isNull() ? box.rect : bounds.united(box.rect);
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

Result<GraphLayout> layoutRows(DrawnGraph drawn, const std::vector<int>& rows, const LayoutOptions& options,
                               const CancelToken& cancel)
{
    LayeredGraph layered = layeredGraph(drawn, rows, options);
    if (cancel.isCancelled() || orderRows(layered, cancel) < 0)
        return cancelled();
    HorizontalPlacement placement = placeHorizontally(layered, drawn, options);
    if (cancel.isCancelled())
        return cancelled();
    placeBoxes(drawn, layered, placement, options);
    GraphLayout layout;
    routeEdges(drawn, layered, placement, options, layout);
    layout.boxes = std::move(drawn.boxes);
    layout.boxOfNode = std::move(drawn.boxOfNode);
    layout.bounds = boundsOf(layout);
    layout.rowCount = layered.rowNumber.empty() ? 0 : layered.rowNumber.back() + 1;
    return layout;
}

/// Graph inputs and outputs of the same name belong on one row without anybody saying so.
void linkEndsByName(const Graph& leftGraph, const DrawnGraph& left, const Graph& rightGraph, const DrawnGraph& right,
                    std::vector<BoxLink>& links)
{
    QHash<std::pair<int, QString>, int> boxes;
    for (std::size_t i = 0; i < left.boxes.size(); ++i) {
        if (left.boxes[i].kind != LayoutBox::Kind::Operator)
            boxes.insert({static_cast<int>(left.boxes[i].kind), leftGraph.value(left.boxes[i].value).name},
                         static_cast<int>(i));
    }
    for (std::size_t i = 0; i < right.boxes.size(); ++i) {
        if (right.boxes[i].kind == LayoutBox::Kind::Operator)
            continue;
        const auto found
            = boxes.constFind({static_cast<int>(right.boxes[i].kind), rightGraph.value(right.boxes[i].value).name});
        if (found != boxes.constEnd())
            links.push_back({*found, static_cast<int>(i)});
    }
}

std::vector<BoxLink> boxLinks(const std::vector<RowLink>& links, const DrawnGraph& left, const DrawnGraph& right)
{
    const auto boxOf = [](const DrawnGraph& drawn, NodeId node) {
        return node.isValid() && node.position() < drawn.boxOfNode.size() ? drawn.boxOfNode[node.position()] : -1;
    };
    std::vector<BoxLink> result;
    for (const RowLink& link : links) {
        const BoxLink boxLink{boxOf(left, link.left), boxOf(right, link.right)};
        if (boxLink.left >= 0 && boxLink.right >= 0)
            result.push_back(boxLink);
    }
    return result;
}

} // namespace

Result<GraphLayout> layoutGraph(const Graph& graph, const LayoutOptions& options, const CancelToken& cancel,
                                Progress& progress)
{
    std::vector<DrawnGraph> drawn;
    drawn.push_back(visibleGraph(graph, options, 0));
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
    std::vector<DrawnGraph> drawn;
    for (const std::shared_ptr<const Graph>& graph : graphs)
        drawn.push_back(visibleGraph(*graph, options, drawn.size()));
    std::vector<std::vector<BoxLink>> linksOfPair;
    for (std::size_t i = 0; i + 1 < drawn.size(); ++i) {
        std::vector<BoxLink>& ofPair = linksOfPair.emplace_back();
        if (i < links.size())
            ofPair = boxLinks(links[i], drawn[i], drawn[i + 1]);
        linkEndsByName(*graphs[i], drawn[i], *graphs[i + 1], drawn[i + 1], ofPair);
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
