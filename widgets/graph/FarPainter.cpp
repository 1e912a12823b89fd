// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphPainter.h"
#include "widgets/graph/PixelCanvas.h"

#include <QPainter>

#include <array>

namespace driftscope {

namespace {

constexpr double overhang = 4.0;

QLineF toView(const GraphPaintJob& job, const QLineF& world)
{
    return {job.view.toView(world.p1()), job.view.toView(world.p2())};
}

void paintFarEdges(PixelCanvas& canvas, const GraphPaintJob& job, DetailLevel level)
{
    const double pixel = 1 / (job.view.scale * job.deviceRatio);
    const double shortest = level == DetailLevel::Outlined ? 0.0 : pixel;
    const QRectF world = job.view.toWorld(job.target);
    const bool isSmooth = !job.isDraft && level == DetailLevel::Outlined;
    const Theme& theme = job.appearance.theme;
    // From afar the boxes carry the picture and the edges only join them.
    const double strength = level == DetailLevel::Density ? 0.5 : 0.85;
    const GraphEmphasis& emphasis = job.emphasisOrNone();
    const auto colorOf = [&](Emphasis of) {
        return mixed(theme.color(ThemeColor::Canvas), emphasisColor(theme, of), of <= Emphasis::Dimmed ? strength : 1.0)
            .rgb();
    };
    const std::array colors{colorOf(Emphasis::Normal), colorOf(Emphasis::Dimmed), colorOf(Emphasis::Upstream),
                            colorOf(Emphasis::Downstream), colorOf(Emphasis::Between)};
    const auto draw = [&](bool highlights) {
        job.cache.pieces(job.scene).forEach(world, shortest, [&](const EdgePieces::Piece& piece) {
            const Emphasis of = emphasis.ofEdge(piece.edge);
            if ((of > Emphasis::Dimmed) == highlights) {
                canvas.line(toView(job, piece.line), colors[static_cast<std::size_t>(of)], isSmooth);
            }
        });
    };
    draw(false);
    if (emphasis.hasPaths()) {
        draw(true);
    }
}

void paintMarks(PixelCanvas& canvas, const GraphPaintJob& job)
{
    const QRectF world = job.view.toWorld(job.target.adjusted(-overhang, -overhang, overhang, overhang));
    const double height = job.scene.box(0).rect.height() * job.view.scale;
    for (const FarMark* mark :
         job.cache.marks(job.scene, job.appearance, job.emphasisOrNone()).in(world, job.view.scale * job.deviceRatio)) {
        const QRectF rect = job.view.toView(mark->rect);
        if (!mark->isHatched || height < 4) {
            canvas.fillRect(rect, mark->color);
        } else {
            canvas.fillRect(rect, job.appearance.theme.color(ThemeColor::Surface).rgb());
            canvas.frameRect(rect, mark->color);
        }
    }
}

/// How boxes are filled: without texts the colour says what a box is, and fades as one comes nearer.
struct BoxStyle
{
    double tint = 0.25;
    double stripe = 3;
};

void paintOutlined(PixelCanvas& canvas, const GraphPaintJob& job, const std::vector<int>& boxes, const BoxStyle& style)
{
    for (const int box : boxes) {
        const BoxLook look = job.look(box);
        const QRectF rect = boxRectOnScreen(job, box);
        const QColor fill = QColor::fromRgb(look.fill);
        canvas.fillRect(rect, (look.isHatched ? fill : mixed(fill, QColor::fromRgb(look.stripe), style.tint)).rgb());
        if (look.isHatched) {
            canvas.hatchRect(rect, mixed(fill, job.appearance.theme.color(ThemeColor::NoData), 0.6).rgb());
        }
        canvas.fillRect({rect.left(), rect.top(), style.stripe, rect.height()}, look.stripe);
        canvas.frameRect(rect, look.border);
    }
}

std::vector<int> boxesInView(const GraphPaintJob& job)
{
    const QRectF wanted = job.target.adjusted(-overhang, -overhang, overhang, overhang);
    return job.scene.index().boxesIn(job.view.toWorld(wanted));
}

} // namespace

void paintFar(QPainter& painter, const GraphPaintJob& job, DetailLevel level)
{
    PixelCanvas canvas(job.target, job.deviceRatio);
    paintFarEdges(canvas, job, level);
    if (level == DetailLevel::Outlined) {
        paintOutlined(canvas, job, boxesInView(job), {0.25, std::max(3.0, 14 * job.view.scale)});
    } else {
        paintMarks(canvas, job);
    }
    canvas.drawOnto(painter);
}

void paintDraft(QPainter& painter, const GraphPaintJob& job, const std::vector<int>& boxes)
{
    PixelCanvas canvas(job.target, job.deviceRatio);
    paintFarEdges(canvas, job, DetailLevel::Outlined);
    paintOutlined(canvas, job, boxes, {0.0, 5 * job.view.scale});
    canvas.drawOnto(painter);
    painter.setFont(job.appearance.theme.fontOfPixels(13, true));
    painter.setPen(job.appearance.theme.color(ThemeColor::Text));
    for (const int box : boxes) {
        if (job.emphasisOf(box) != Emphasis::Dimmed) {
            paintBoxTitle(painter, job, box);
        }
    }
}

} // namespace driftscope
