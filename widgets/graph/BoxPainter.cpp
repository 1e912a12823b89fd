// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GroupPainter.h"

#include <QPainter>
#include <QPainterPath>

namespace driftscope {

namespace {

QPen borderPen(const GraphPaintJob& job, const BoxLook& look)
{
    QPen pen(QColor::fromRgb(look.border), look.isDashed ? 1.5 : 1.0 / job.deviceRatio * std::round(job.deviceRatio));
    if (look.isDashed) {
        pen.setDashPattern({4, 3});
    }
    return pen;
}

/// Qt's dashes move where a line leaves the device, and would not meet where parts are painted one by one.
void paintBorder(QPainter& painter, const GraphPaintJob& job, const BoxLook& look, const QRectF& outline, double radius)
{
    const QPen pen = borderPen(job, look);
    if (look.isDashed) {
        QPainterPath whole;
        whole.addRoundedRect(outline, radius, radius);
        painter.fillPath(QPainterPathStroker(pen).createStroke(whole), pen.color());
        return;
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, radius, radius);
}

void paintStripe(QPainter& painter, const QRectF& rect, double radius, double width, const QColor& color)
{
    // The stripe has the box's round corners at its left and straight ones at its right.
    QPainterPath stripe;
    stripe.moveTo(rect.left() + width, rect.top());
    stripe.lineTo(rect.left() + radius, rect.top());
    stripe.quadTo(rect.topLeft(), QPointF(rect.left(), rect.top() + radius));
    stripe.lineTo(rect.left(), rect.bottom() - radius);
    stripe.quadTo(rect.bottomLeft(), QPointF(rect.left() + radius, rect.bottom()));
    stripe.lineTo(rect.left() + width, rect.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(stripe);
}

void paintWhole(QPainter& painter, const GraphPaintJob& job, DetailLevel level, int box)
{
    const BoxLook look = job.look(box);
    const QRectF rect = boxRectOnScreen(job, box);
    const bool isNode = job.scene.isOperator(box);
    const double scale = std::min(job.view.scale, 1.5);
    const double radius = isNode ? 4 * scale : rect.height() / 2;
    const double half = 0.5 / job.deviceRatio;
    const QRectF outline = rect.adjusted(half, half, -half, -half);
    if (job.scene.isGroup(box)) {
        paintStack(painter, job, outline, look, radius);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(look.fill));
    painter.drawRoundedRect(rect, radius, radius);
    if (look.isHatched) {
        painter.setBrushOrigin(rect.topLeft()); // else the lines would not meet where parts are painted one by one
        painter.setBrush(noDataBrush(job.appearance.theme));
        painter.setOpacity(0.35); // the hatching lies under the text
        painter.drawRoundedRect(rect, radius, radius);
        painter.setOpacity(1.0);
    }
    if (isNode) {
        paintStripe(painter, rect, radius, (job.appearance.overlay == Overlay::OpFamily ? 5 : 7) * scale,
                    QColor::fromRgb(look.stripe));
    }
    paintBorder(painter, job, look, outline, radius);
    if (job.emphasisOf(box) == Emphasis::Dimmed) {
        painter.setOpacity(0.45);
    }
    if (job.scene.isGroup(box)) {
        paintGroupHandle(painter, job, box);
    }
    paintBoxTexts(painter, job, level, box);
    painter.setOpacity(1.0);
}

} // namespace

void paintBoxes(QPainter& painter, const GraphPaintJob& job, DetailLevel level, const std::vector<int>& boxes)
{
    for (const int box : boxes) {
        paintWhole(painter, job, level, box);
    }
}

} // namespace driftscope
