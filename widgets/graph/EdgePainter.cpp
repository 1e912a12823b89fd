// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ClippedLine.h"
#include "widgets/graph/GraphPainter.h"

#include <QPainter>
#include <QPainterPath>

#include <array>

namespace driftscope {

namespace {

constexpr double overhang = 24.0; ///< how far arrow heads and round corners may reach into the target from outside
constexpr double arrowLength = 6.0;
constexpr double arrowHalfWidth = 3.5;

/// Lines of one kind: straight pieces, and the round corners between them.
struct EdgeLines
{
    QVector<QLineF> pieces;
    QPainterPath corners;
};

/// What is collected before anything is drawn: one call for all lines of a kind.
struct EdgeBatch
{
    EdgeLines lines;
    EdgeLines stubs;
    EdgeLines bridges; ///< past hidden nodes
    QVector<QPointF> arrows; ///< tips
};

struct EdgeStyle
{
    QColor color;
    double width = 1;
    Qt::PenStyle line = Qt::SolidLine;
};

QPointF along(QPointF from, QPointF to, double way)
{
    const QLineF line(from, to);
    return line.length() > 0 ? line.pointAt(std::min(0.5, way / line.length())) : from;
}

void addPieces(const GraphPaintJob& job, const LayoutEdge& edge, const QRectF& clip, EdgeLines& lines)
{
    const double radius = edge.isStub || job.isDraft ? 0.0 : std::min(8 * job.view.scale, 10.0);
    const std::size_t last = edge.points.size() - 1;
    for (std::size_t i = 1; i <= last; ++i) {
        if (edge.isStub && i == 2) {
            continue; // the gap between the two ends
        }
        const QPointF start = job.view.toView(edge.points[i - 1]);
        const QPointF end = job.view.toView(edge.points[i]);
        const QPointF straightStart = i > 1 ? along(start, end, radius) : start;
        const QPointF straightEnd = i < last ? along(end, start, radius) : end;
        if (const auto visible = clippedLine({straightStart, straightEnd}, clip); visible) {
            lines.pieces.append(*visible);
        }
        if (radius > 0 && i < last && clip.contains(end)) {
            lines.corners.moveTo(straightEnd);
            lines.corners.quadTo(end, along(end, job.view.toView(edge.points[i + 1]), radius));
        }
    }
}

void collect(const GraphPaintJob& job, int index, const QRectF& clip, EdgeBatch& batch)
{
    const LayoutEdge& edge = job.scene.edge(index);
    if (edge.points.size() < 2) {
        return;
    }
    addPieces(job, edge, clip, edge.isStub ? batch.stubs : (job.scene.isBridge(index) ? batch.bridges : batch.lines));
    const QPointF tip = job.view.toView(edge.points.back());
    if (clip.contains(tip)) {
        batch.arrows.append(tip);
    }
}

void drawLines(QPainter& painter, const EdgeLines& lines, const EdgeStyle& style, Qt::PenStyle pattern)
{
    if (lines.pieces.isEmpty()) {
        return;
    }
    QPen pen(style.color, style.width, pattern, Qt::FlatCap);
    if (pattern == Qt::DashLine) {
        pen.setDashPattern({5, 3});
    }
    painter.setPen(pen);
    painter.drawLines(lines.pieces);
    pen.setStyle(Qt::SolidLine); // a corner is shorter than a dash
    painter.setPen(pen);
    painter.drawPath(lines.corners);
}

void drawBatch(QPainter& painter, const GraphPaintJob& job, const EdgeBatch& batch, const EdgeStyle& style,
               bool withArrows)
{
    painter.setBrush(Qt::NoBrush);
    drawLines(painter, batch.lines, style, style.line);
    drawLines(painter, batch.bridges, style, Qt::DashLine);
    drawLines(painter, batch.stubs, style, Qt::DotLine);
    if (!withArrows) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.color);
    const double size = std::clamp(job.view.scale, 0.6, 1.4);
    const bool isSideways = job.scene.layout().isSideways;
    const QPointF along = isSideways ? QPointF(-arrowLength, 0) : QPointF(0, -arrowLength);
    const QPointF across = isSideways ? QPointF(0, arrowHalfWidth) : QPointF(arrowHalfWidth, 0);
    for (const QPointF& tip : batch.arrows) {
        const QPointF head[] = {tip, tip + (along - across) * size, tip + (along + across) * size};
        painter.drawConvexPolygon(head, 3);
    }
}

EdgeStyle styleOf(const GraphPaintJob& job, Emphasis emphasis)
{
    const double width = std::clamp(job.view.scale, 1.0, 1.5);
    const bool isHighlight = emphasis > Emphasis::Dimmed;
    return {emphasisColor(job.appearance.theme, emphasis), isHighlight ? 1.5 * width : width,
            emphasis == Emphasis::Upstream ? Qt::DashLine : Qt::SolidLine};
}

} // namespace

void paintEdges(QPainter& painter, const GraphPaintJob& job)
{
    const QRectF clip = job.target.adjusted(-overhang, -overhang, overhang, overhang);
    // Dimmed ones first, highlights last.
    constexpr std::array order{Emphasis::Dimmed, Emphasis::Normal, Emphasis::Upstream, Emphasis::Downstream,
                               Emphasis::Between};
    std::array<EdgeBatch, order.size()> batches;
    for (const int edge : job.scene.index().edgesIn(job.view.toWorld(clip))) {
        collect(job, edge, clip, batches[static_cast<std::size_t>(job.emphasisOrNone().ofEdge(edge))]);
    }
    for (const Emphasis emphasis : order) {
        drawBatch(painter, job, batches[static_cast<std::size_t>(emphasis)], styleOf(job, emphasis), true);
    }
}

void paintHighlightedEdges(QPainter& painter, const GraphPaintJob& job, std::span<const int> edges, const QColor& color)
{
    const QRectF clip = job.target.adjusted(-overhang, -overhang, overhang, overhang);
    EdgeBatch batch;
    for (const int edge : edges) {
        collect(job, edge, clip, batch);
    }
    painter.setRenderHint(QPainter::Antialiasing, !job.isDraft);
    const bool hasArrows = job.scene.box(0).rect.height() * job.view.scale >= 18;
    drawBatch(painter, job, batch, {color, std::clamp(1.6 * job.view.scale, 1.0, 2.2), Qt::SolidLine}, hasArrows);
}

void paintEdgeTexts(QPainter& painter, const GraphPaintJob& job)
{
    const Theme& theme = job.appearance.theme;
    EdgeLabels& labels = job.cache.edgeLabels(job.scene, theme);
    painter.setFont(labels.font());
    painter.setPen(theme.color(ThemeColor::MutedText));
    const double scale = edgeTextScale(job.view);
    // Texts reach far to the side of their box.
    const QRectF wanted = job.target.adjusted(-300 * scale, -30 * scale, 300 * scale, 30 * scale);
    for (const int box : job.scene.index().boxesIn(job.view.toWorld(wanted))) {
        if (job.emphasisOf(box) == Emphasis::Dimmed) {
            continue;
        }
        for (const EdgeLabel& label : labels.of(box)) {
            const QRectF rect = edgeTextRect(job.view, label);
            const bool isShown = label.kind != EdgeLabel::Kind::Value
                || (job.appearance.text.showEdgeTexts && job.view.scale >= EdgeLabels::smallestScale);
            if (!isShown || !rect.intersects(job.target)) {
                continue;
            }
            painter.save();
            painter.translate(rect.topLeft());
            painter.scale(scale, scale);
            painter.drawText(QRectF(QPointF(0, 0), label.rect.size()), Qt::AlignVCenter | Qt::TextSingleLine,
                             label.text);
            painter.restore();
        }
    }
}

double edgeTextScale(const ViewTransform& view)
{
    return std::min(view.scale, 1.2);
}

QRectF edgeTextRect(const ViewTransform& view, const EdgeLabel& label)
{
    // Fixed at the end that touches the edge; the text grows less than the world does.
    const double scale = edgeTextScale(view);
    const QSizeF size = label.rect.size() * scale;
    const QPointF corner = view.toView(label.isLeft ? label.rect.topRight() : label.rect.topLeft());
    return {label.isLeft ? corner - QPointF(size.width(), 0) : corner, size};
}

} // namespace driftscope
