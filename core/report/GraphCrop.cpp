// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/GraphCrop.h"

#include "core/session/StageRows.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr QSizeF paneSize(452, 400);
constexpr double margin = 12;

/// A centre from which a view of that extent does not show what lies outside, as far as that can be.
double within(double centre, double extent, double least, double most)
{
    const double low = least - margin + extent / 2;
    const double high = most + margin - extent / 2;
    return low > high ? (least + most) / 2 : std::clamp(centre, low, high);
}

/// The stages of a crop with their layouts; the focus is in one of them.
class Cropper
{
public:
    Cropper(const LoadedChain& chain, const CropRequest& request)
        : m_chain(chain)
        , m_request(request)
    {
        for (qsizetype i = 0; i < chain.stages.size(); ++i) {
            const Stage stage = chain.stages[i].stage;
            if (stage == request.stage || stage == request.beside)
                m_positions.append(i);
        }
        for (const InsertedNode& node : chain.inserted)
            m_inserted[node.stage].insert(node.node);
    }

    Result<std::optional<GraphCrop>> crop(const CancelToken& cancel, Progress& progress)
    {
        if (auto done = layOut(cancel, progress); !done)
            return forward(done);
        const qsizetype focusPane = paneOf(m_request.stage);
        const int box = focusPane < 0 ? -1 : boxOf(focusPane, m_request.node);
        if (box < 0)
            return std::nullopt;
        const QPointF focus = layout(focusPane).boxes[static_cast<std::size_t>(box)].rect.center();
        QRectF all;
        for (const GraphLayout& each : m_layouts)
            all |= each.bounds;
        const double y = within(focus.y(), paneSize.height(), all.top(), all.bottom());
        GraphCrop crop;
        crop.caption = m_request.caption;
        for (qsizetype pane = 0; pane < m_positions.size(); ++pane) {
            const double x = pane == focusPane ? focus.x() : counterpartX(pane, focusPane, focus.y());
            crop.panes.append(cut(pane, {x, y}, pane == focusPane ? box : -1));
        }
        return crop;
    }

private:
    Result<void> layOut(const CancelToken& cancel, Progress& progress)
    {
        std::vector<std::shared_ptr<const Graph>> graphs;
        QList<StageGraph> stages;
        for (const qsizetype position : m_positions) {
            graphs.push_back(m_chain.stages[position].graph);
            stages.append(m_chain.stages[position].stageGraph());
        }
        QList<StageMatch> matches;
        if (stages.size() == 2)
            matches.append(m_chain.matchBetween(m_positions[0], m_positions[1]));
        auto layouts = layoutAligned(graphs, rowLinks(stages, matches), {}, cancel, progress);
        if (!layouts)
            return forward(layouts);
        m_layouts = std::move(*layouts);
        return {};
    }

    [[nodiscard]] qsizetype paneOf(Stage stage) const
    {
        for (qsizetype pane = 0; pane < m_positions.size(); ++pane) {
            if (loaded(pane).stage == stage)
                return pane;
        }
        return -1;
    }
    [[nodiscard]] const LoadedStage& loaded(qsizetype pane) const { return m_chain.stages[m_positions[pane]]; }
    [[nodiscard]] const GraphLayout& layout(qsizetype pane) const { return m_layouts[static_cast<std::size_t>(pane)]; }
    [[nodiscard]] int boxOf(qsizetype pane, NodeId node) const
    {
        const std::vector<int>& boxes = layout(pane).boxOfNode;
        return node.isValid() && node.position() < boxes.size() ? boxes[node.position()] : -1;
    }

    /// Where the other stage has something at the height of the focus: its counterpart where there is one.
    [[nodiscard]] double counterpartX(qsizetype pane, qsizetype focusPane, double y) const
    {
        const StageMatch match = m_chain.matchBetween(m_positions.first(), m_positions.last());
        const NodeMatch* found = pane > focusPane ? match.matchOfFrom(m_request.node) : match.matchOfTo(m_request.node);
        if (found != nullptr) {
            const QList<NodeId>& nodes = pane > focusPane ? found->to : found->from;
            const int box = nodes.isEmpty() ? -1 : boxOf(pane, nodes.last());
            if (box >= 0)
                return layout(pane).boxes[static_cast<std::size_t>(box)].rect.center().x();
        }
        const auto& boxes = layout(pane).boxes;
        const auto nearest = std::ranges::min_element(
            boxes, {}, [y](const LayoutBox& box) { return std::abs(box.rect.center().y() - y); });
        return nearest == boxes.end() ? 0.0 : nearest->rect.center().x();
    }

    [[nodiscard]] CropPane cut(qsizetype pane, QPointF centre, int focusBox) const
    {
        CropPane cropped;
        cropped.stage = loaded(pane).stage;
        const GraphLayout& whole = layout(pane);
        const double x = within(centre.x(), paneSize.width(), whole.bounds.left(), whole.bounds.right());
        cropped.view = QRectF(QPointF(x - paneSize.width() / 2, centre.y() - paneSize.height() / 2), paneSize);
        for (std::size_t i = 0; i < whole.boxes.size(); ++i) {
            if (whole.boxes[i].rect.intersects(cropped.view))
                cropped.boxes.append(boxOf(loaded(pane), whole.boxes[i], static_cast<int>(i) == focusBox));
        }
        for (const LayoutEdge& edge : whole.edges)
            addLines(edge, cropped);
        return cropped;
    }

    [[nodiscard]] CropBox boxOf(const LoadedStage& stage, const LayoutBox& box, bool isFocus) const
    {
        CropBox cropped{box.rect, {}, {}, box.kind, CropMark::None, isFocus};
        if (box.kind == LayoutBox::Kind::Input || box.kind == LayoutBox::Kind::Output) {
            cropped.name = stage.graph->value(box.value).name;
            return cropped;
        }
        const Node& node = stage.graph->node(box.node);
        cropped.title = node.opType;
        cropped.name = node.name;
        if (m_request.drifting.contains(node.name))
            cropped.mark = CropMark::Drifting;
        else if (m_inserted.value(stage.stage).contains(box.node))
            cropped.mark = CropMark::Inserted;
        return cropped;
    }

    static void addLines(const LayoutEdge& edge, CropPane& pane)
    {
        const auto add = [&](std::span<const QPointF> points) {
            QList<QPointF> line(points.begin(), points.end());
            const auto [left, right] = std::ranges::minmax(line, {}, &QPointF::x);
            const auto [top, bottom] = std::ranges::minmax(line, {}, &QPointF::y);
            const QRectF extent(QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y()));
            if (extent.adjusted(-1, -1, 1, 1).intersects(pane.view))
                pane.lines.append(std::move(line));
        };
        constexpr std::size_t stubPoints = 4;
        if (edge.isStub && edge.points.size() == stubPoints) {
            add(edge.points.first(2));
            add(edge.points.last(2));
        } else if (!edge.points.empty()) {
            add(edge.points);
        }
    }

    const LoadedChain& m_chain;
    const CropRequest& m_request;
    QList<qsizetype> m_positions; ///< in the chain, by pane
    QMap<Stage, QSet<NodeId>> m_inserted;
    std::vector<GraphLayout> m_layouts;
};

} // namespace

Result<std::optional<GraphCrop>> cropAround(const LoadedChain& chain, const CropRequest& request,
                                            const CancelToken& cancel, Progress& progress)
{
    return Cropper(chain, request).crop(cancel, progress);
}

} // namespace driftscope
