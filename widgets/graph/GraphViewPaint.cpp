// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphView.h"

#include "widgets/graph/PixelCanvas.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace driftscope {

void GraphView::paintEvent(QPaintEvent* /*event*/)
{
    const QColor canvas = m_appearance.theme.color(ThemeColor::Canvas);
    QPainter painter(viewport());
    if (!m_scene) {
        painter.fillRect(viewport()->rect(), canvas);
        return;
    }
    const double ratio = viewport()->devicePixelRatioF();
    const bool isDraft = m_crispTimer.isActive();
    const auto job = [&](const QRectF& target) {
        return GraphPaintJob{*m_scene, m_view, target, m_appearance, m_paintCache, ratio, isDraft, m_emphasis.get()};
    };
    const FrameCache::Key key{viewport()->size(), ratio, m_view, m_revision, isDraft};
    const QPixmap& frame = m_cache.frame(key, [&](QPainter& cached, const QRectF& target) {
        cached.fillRect(target, canvas);
        paintGraph(cached, job(target));
    });
    painter.drawPixmap(QPointF(0, 0), frame);
    paintOnTop(painter, job(QRectF(viewport()->rect())));
}

void GraphView::paintOutline(QPainter& painter, const GraphPaintJob& job, int box, ThemeColor role, double width) const
{
    const double reach = width / 2 + 0.5;
    const QRectF rect = boxRectOnScreen(job, box).adjusted(-reach, -reach, reach, reach);
    if (!rect.intersects(job.target)) {
        return;
    }
    const bool isNode = m_scene->isOperator(box);
    const double radius = isNode ? 4 * std::min(m_view.scale, 1.5) + reach : rect.height() / 2;
    painter.setPen(QPen(m_appearance.theme.color(role), width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, radius, radius);
}

/// Outlines of thousands of small boxes would cost more than the graph.
void GraphView::paintFarMatches(QPainter& painter, const std::vector<int>& boxes) const
{
    PixelCanvas canvas(QRectF(viewport()->rect()), viewport()->devicePixelRatioF());
    const QRgb color = m_appearance.theme.color(ThemeColor::SearchMatch).rgb();
    for (const int box : boxes) {
        const QRectF rect = boxRectInViewport(box);
        if (rect.height() < 4) {
            canvas.fillRect(rect.adjusted(-1, -1, 1, 1), color);
        } else {
            canvas.frameRect(rect.adjusted(-1, -1, 1, 1), color);
        }
    }
    canvas.drawOnto(painter);
    if (m_currentMatch >= 0) {
        painter.setPen(QPen(QColor::fromRgb(color), 3.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(boxRectInViewport(m_currentMatch).adjusted(-3, -3, 3, 3));
    }
}

/// A flag over the box's upper left corner, as large at every zoom; a dot where the boxes are too small for it.
void GraphView::paintMark(QPainter& painter, const GraphPaintJob& job, const BoxFlag& mark) const
{
    const QRectF rect = boxRectOnScreen(job, mark.box);
    const bool isSmall = rect.height() < 12;
    const QSizeF size = isSmall ? QSizeF(7, 7) : QSizeF(15, 15);
    const QRectF flag(rect.topLeft() - QPointF(size.width(), size.height()) / 2, size);
    if (!flag.intersects(job.target)) {
        return;
    }
    painter.setPen(QPen(m_appearance.theme.color(ThemeColor::Canvas), 1));
    painter.setBrush(m_appearance.theme.color(ThemeColor::Accent));
    painter.drawRoundedRect(flag, isSmall ? 3.5 : 4, isSmall ? 3.5 : 4);
    if (!isSmall) {
        QFont font = m_appearance.theme.bodyFont();
        font.setPixelSize(10);
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(m_appearance.theme.color(ThemeColor::PillText));
        painter.drawText(flag, Qt::AlignCenter, mark.label.isEmpty() ? QStringLiteral("\u2605") : mark.label);
    }
}

void GraphView::paintOnTop(QPainter& painter, const GraphPaintJob& job) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool showsPaths = m_emphasis && m_emphasis->hasPaths(); // which colour the edges already
    if (m_selected >= 0 && !showsPaths) {
        const QColor accent = m_appearance.theme.color(ThemeColor::Accent);
        paintHighlightedEdges(painter, job, m_scene->edgesIn(m_selected), accent);
        paintHighlightedEdges(painter, job, m_scene->edgesOut(m_selected), accent);
    }
    if (m_hoveredEdge >= 0) {
        paintHighlightedEdges(painter, job, edgesOfValue(m_hoveredEdge), m_appearance.theme.color(ThemeColor::Hover));
    }
    if (!m_searchMatches.empty()) {
        const std::vector<int> visible = m_scene->index().boxesIn(m_view.toWorld(job.target));
        std::vector<int> shown;
        std::set_intersection(visible.cbegin(), visible.cend(), m_searchMatches.cbegin(), m_searchMatches.cend(),
                              std::back_inserter(shown));
        if (detailLevel(m_scene->box(0).rect.height() * m_view.scale, 0) < DetailLevel::Labelled) {
            paintFarMatches(painter, shown);
            shown.clear();
        }
        for (const int box : shown) {
            paintOutline(painter, job, box, ThemeColor::SearchMatch, box == m_currentMatch ? 3.0 : 1.5);
        }
    }
    for (const int box : m_related) {
        paintOutline(painter, job, box, ThemeColor::Hover, 2.0);
    }
    if (m_hovered >= 0 && m_hovered != m_selected) {
        paintOutline(painter, job, m_hovered, ThemeColor::Hover, 1.5);
    }
    if (m_selected >= 0) {
        paintOutline(painter, job, m_selected, ThemeColor::Accent, 2.0);
    }
    for (const BoxFlag& mark : m_marks) {
        paintMark(painter, job, mark);
    }
    if (hasFocus() || m_isPicking) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_appearance.theme.color(ThemeColor::Accent), m_isPicking ? 5 : 0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0, 0, -1, -1));
    }
}

} // namespace driftscope
