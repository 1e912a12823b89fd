// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GroupPainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int titlePixels = 12;
constexpr double titleHeight = 20;
constexpr double smallestFrame = 56; ///< narrower ones on the screen have no title

double titleScale(const ViewTransform& view)
{
    return std::clamp(view.scale, 0.75, 1.15);
}

QString titleOf(const GraphPaintJob& job, const LayoutFrame& frame)
{
    const Scope& scope = job.scene.scopes()->scope(frame.scope);
    const bool isOwner = scope.owner.isValid() && job.scene.scopes()->ownedScope(scope.owner) == frame.scope;
    if (isOwner && scope.kind == Scope::Kind::Subgraph)
        return u"%1  %2"_s.arg(job.scene.graph().node(scope.owner).opType, scopeTitle(scope));
    return scopeTitle(scope);
}

/// In view pixels: at the frame's top left, inside the window as long as the frame is.
QRectF titleRect(const GraphPaintJob& job, const LayoutFrame& frame, const QRectF& window)
{
    const QRectF rect = job.view.toView(frame.rect);
    const double scale = titleScale(job.view);
    if (!rect.intersects(window) || rect.width() < smallestFrame)
        return {};
    const QFontMetricsF metrics(job.appearance.theme.fontOfPixels(titlePixels, true));
    const double wanted = (metrics.horizontalAdvance(titleOf(job, frame)) + 34) * scale;
    // Titles of frames inside each other stand below each other where all are at the window's edge.
    int depth = 0;
    for (int above = frame.parent; above >= 0;
         above = job.scene.layout().frames[static_cast<std::size_t>(above)].parent)
        ++depth;
    const double height = titleHeight * scale;
    const double top = std::max(rect.top() + 4, window.top() + 4 + depth * (height + 2));
    const double left = std::max(rect.left() + 6, window.left() + 4);
    const double width = std::min(wanted, std::min(rect.right(), window.right()) - left - 6);
    if (top + height > rect.bottom() || width < 30 * scale)
        return {};
    return {left, top, width, height};
}

void paintSign(QPainter& painter, const QRectF& where, bool isPlus)
{
    const QPointF middle = where.center();
    const double reach = where.width() * 0.28;
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0));
    if (isPlus)
        painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach));
}

void paintTitle(QPainter& painter, const GraphPaintJob& job, const LayoutFrame& frame, const QRectF& rect)
{
    const Theme& theme = job.appearance.theme;
    const double scale = titleScale(job.view);
    painter.setPen(QPen(theme.color(ThemeColor::Border), 1));
    painter.setBrush(mixed(theme.color(ThemeColor::Canvas), theme.color(ThemeColor::Surface), 0.85));
    painter.drawRoundedRect(rect, 4 * scale, 4 * scale);
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(scale, scale);
    painter.setPen(QPen(theme.color(ThemeColor::MutedText), 1.4));
    paintSign(painter, QRectF(5, 4, 12, 12), false);
    const QFont font = theme.fontOfPixels(titlePixels, true);
    painter.setFont(font);
    painter.setPen(theme.color(ThemeColor::Text));
    const QRectF text(22, 0, rect.width() / scale - 28, titleHeight);
    painter.drawText(text, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(titleOf(job, frame), Qt::ElideMiddle, text.width()));
    painter.restore();
}

} // namespace

void paintFrames(QPainter& painter, const GraphPaintJob& job)
{
    const Theme& theme = job.appearance.theme;
    QColor fill = theme.color(ThemeColor::Text);
    fill.setAlphaF(theme.isDark() ? 0.045F : 0.028F); // deeper ones get darker, because they lie on each other
    const double radius = std::min(6.0, 6 * job.view.scale);
    painter.setPen(QPen(theme.color(ThemeColor::Border), 1));
    painter.setBrush(fill);
    for (const LayoutFrame& frame : job.scene.layout().frames) {
        const QRectF rect = job.view.toView(frame.rect);
        if (!rect.intersects(job.target.adjusted(-2, -2, 2, 2)))
            continue;
        const auto snapped = [&job](double at) { return (std::floor(at * job.deviceRatio) + 0.5) / job.deviceRatio; };
        painter.drawRoundedRect(QRectF(QPointF(snapped(rect.left()), snapped(rect.top())),
                                       QPointF(snapped(rect.right()), snapped(rect.bottom()))),
                                radius, radius);
    }
}

void paintFrameTitles(QPainter& painter, const GraphPaintJob& job, const QRectF& window)
{
    if (!job.scene.scopes())
        return;
    for (const LayoutFrame& frame : job.scene.layout().frames) {
        if (const QRectF rect = titleRect(job, frame, window); !rect.isEmpty())
            paintTitle(painter, job, frame, rect);
    }
}

int frameTitleAt(const GraphPaintJob& job, const QRectF& window, QPointF point)
{
    const std::vector<LayoutFrame>& frames = job.scene.layout().frames;
    for (int i = static_cast<int>(frames.size()) - 1; i >= 0 && job.scene.scopes(); --i) { // inner ones lie on top
        if (titleRect(job, frames[static_cast<std::size_t>(i)], window).contains(point))
            return i;
    }
    return -1;
}

QRectF groupHandleRect(const ViewTransform& view, const QRectF& box)
{
    const QRectF rect = view.toView(box);
    if (rect.height() < 18)
        return {};
    const double size = std::min(rect.height() * 0.4, 18.0);
    return {rect.right() - size - 6 * std::min(view.scale, 1.2), rect.center().y() - size / 2, size, size};
}

void paintStack(QPainter& painter, const GraphPaintJob& job, const QRectF& rect, const BoxLook& look, double radius)
{
    const double step = std::clamp(3 * job.view.scale, 1.0, 4.0);
    const QColor canvas = job.appearance.theme.color(ThemeColor::Canvas);
    for (const int below : {2, 1}) {
        painter.setPen(QPen(QColor::fromRgb(look.border), 1));
        painter.setBrush(mixed(canvas, QColor::fromRgb(look.fill), below == 1 ? 0.9 : 0.7));
        painter.drawRoundedRect(rect.translated(below * step, below * step), radius, radius);
    }
}

void paintGroupHandle(QPainter& painter, const GraphPaintJob& job, int box)
{
    const QRectF handle = groupHandleRect(job.view, job.scene.box(box).rect);
    if (handle.isEmpty())
        return;
    const Theme& theme = job.appearance.theme;
    painter.setPen(QPen(theme.color(ThemeColor::MutedText), 1));
    painter.setBrush(mixed(theme.color(ThemeColor::Surface), theme.color(ThemeColor::Border), 0.25));
    painter.drawEllipse(handle);
    painter.setPen(QPen(theme.color(ThemeColor::Text), std::max(1.0, 1.4 * std::min(job.view.scale, 1.2))));
    paintSign(painter, handle, true);
}

} // namespace driftscope
