// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ClippedLine.h"
#include "widgets/graph/GraphPainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSet>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double arrowLength = 6.0;
constexpr double arrowHalfWidth = 3.5;

/// What is collected before anything is drawn: one call for all lines, one for all stubs.
struct EdgeBatch
{
    QVector<QLineF> lines;
    QVector<QLineF> stubs;
    QVector<QPointF> arrows; ///< tips
};

void collect(const GraphPaintJob& job, const LayoutEdge& edge, const QRectF& clip, double shortest, EdgeBatch& batch)
{
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
        if (edge.isStub && i == 2) {
            continue; // the gap between the two ends
        }
        const QLineF line(job.view.toView(edge.points[i - 1]), job.view.toView(edge.points[i]));
        if (std::abs(line.dx()) < shortest && std::abs(line.dy()) < shortest) {
            continue;
        }
        if (const auto visible = clippedLine(line, clip); visible) {
            (edge.isStub ? batch.stubs : batch.lines).append(*visible);
        }
    }
    if (!edge.points.empty()) {
        const QPointF tip = job.view.toView(edge.points.back());
        if (clip.contains(tip)) {
            batch.arrows.append(tip);
        }
    }
}

void drawBatch(QPainter& painter, const GraphPaintJob& job, const EdgeBatch& batch, const QColor& color, double width,
               bool withArrows)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width));
    painter.drawLines(batch.lines);
    painter.setPen(QPen(color, width, Qt::DotLine));
    painter.drawLines(batch.stubs);
    if (!withArrows) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double size = std::clamp(job.view.scale, 0.6, 1.4);
    for (const QPointF& tip : batch.arrows) {
        const QPointF head[] = {tip, tip + QPointF(-arrowHalfWidth, -arrowLength) * size,
                                tip + QPointF(arrowHalfWidth, -arrowLength) * size};
        painter.drawConvexPolygon(head, 3);
    }
}

QString stubText(const GraphScene& scene, int box, int others, bool isStart)
{
    if (others > 1 && isStart) {
        //: A value that far nodes use, too; the number is at least two
        return u"→ "_s + QCoreApplication::translate("driftscope::EdgePainter", "%n more nodes", nullptr, others);
    }
    return (isStart ? u"→ %1"_s : u"← %1"_s)
        .arg(boxName(scene, box).isEmpty() ? boxTitle(scene, box) : boxName(scene, box));
}

int stubCount(const GraphScene& scene, std::span<const int> edges)
{
    return static_cast<int>(
        std::count_if(edges.begin(), edges.end(), [&scene](int edge) { return scene.edge(edge).isStub; }));
}

/// One label for all stubs of a box's end; a value used by thousands must not write thousands of names.
void paintStubLabels(QPainter& painter, const GraphPaintJob& job, const std::vector<int>& edges, const QRectF& clip)
{
    const QFont font = job.appearance.theme.fontOfPixels(10, false);
    painter.setFont(font);
    painter.setPen(job.appearance.theme.color(ThemeColor::MutedText));
    const double scale = std::min(job.view.scale, 1.2);
    QSet<int> starts;
    const auto label = [&](QPointF at, int box, int line, const QString& text) {
        painter.save();
        painter.translate(at);
        painter.scale(scale, scale);
        painter.drawText(QPointF(0, 3.5), job.labels.elided(box, line, 96, font, Qt::ElideLeft, text));
        painter.restore();
    };
    for (const int index : edges) {
        const LayoutEdge& edge = job.scene.edge(index);
        if (!edge.isStub || edge.points.size() < 4) {
            continue;
        }
        const QPointF start = job.view.toView(edge.points[1]);
        const QPointF end = job.view.toView(edge.points[2]);
        if (clip.contains(start) && !starts.contains(edge.fromBox)) {
            starts.insert(edge.fromBox);
            const int others = stubCount(job.scene, job.scene.edgesOut(edge.fromBox));
            label(start + QPointF(4, 0), edge.fromBox, 8, stubText(job.scene, edge.toBox, others, true));
        }
        if (clip.contains(end)) {
            label(end + QPointF(4, 0), edge.toBox, 9, stubText(job.scene, edge.fromBox, 1, false));
        }
    }
}

} // namespace

void paintEdges(QPainter& painter, const GraphPaintJob& job, DetailLevel level)
{
    constexpr double overhang = 8.0;
    const QRectF clip = job.target.adjusted(-overhang, -overhang, overhang, overhang);
    const std::vector<int> edges = job.scene.index().edgesIn(job.view.toWorld(clip));
    const double shortest = level == DetailLevel::Filled ? 1.0 : 0.0;
    EdgeBatch batch;
    for (const int edge : edges) {
        collect(job, job.scene.edge(edge), clip, shortest, batch);
    }
    const bool hasTexts = level >= DetailLevel::Labelled;
    const double width = hasTexts ? std::clamp(job.view.scale, 1.0, 1.5) : 0.0;
    drawBatch(painter, job, batch, job.appearance.theme.color(ThemeColor::Edge), width, hasTexts);
    if (hasTexts) {
        paintStubLabels(painter, job, edges, clip);
    }
}

void paintEdgesOf(QPainter& painter, const GraphPaintJob& job, int box, const QColor& color)
{
    EdgeBatch batch;
    for (const auto& edges : {job.scene.edgesIn(box), job.scene.edgesOut(box)}) {
        for (const int edge : edges) {
            collect(job, job.scene.edge(edge), job.target, 0.0, batch);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, !job.isDraft);
    const bool hasArrows = job.scene.box(box).rect.height() * job.view.scale >= 18;
    drawBatch(painter, job, batch, color, std::clamp(1.6 * job.view.scale, 1.0, 2.2), hasArrows);
}

} // namespace driftscope
