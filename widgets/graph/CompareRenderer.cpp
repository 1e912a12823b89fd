// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareRenderer.h"

#include "widgets/graph/GroupPainter.h"
#include "widgets/graph/Legend.h"
#include "widgets/graph/LinkPainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double headerHeight = 34;
constexpr double margin = 20;
constexpr double paneGap = 8;
constexpr double tallest = 4000; ///< of pictures that have their legend at the bottom

} // namespace

CompareRenderer::CompareRenderer(std::vector<ComparePane> panes, const QList<StageMatch>& matches,
                                 CompareRenderOptions options)
    : m_options(std::move(options))
{
    decorateWithMatches(panes, matches);
    measureOverlays(panes, m_options.appearance);
    for (ComparePane& pane : panes) {
        m_bounds = m_bounds.united(pane.layout.bounds);
        m_isStacked = pane.layout.isSideways;
        auto scene
            = std::make_shared<GraphScene>(pane.graph, std::move(pane.layout), pane.decorations, pane.groups.scopes);
        auto emphasis = std::make_shared<const GraphEmphasis>(m_options.presets.emphasis(*scene));
        m_panes.push_back({std::move(scene), pane.title, pane.subtitle, {}, {}, {}, std::move(emphasis)});
    }
    for (std::size_t i = 0; i + 1 < m_panes.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        m_links.emplace_back(*m_panes[i].scene, *m_panes[i + 1].scene,
                             index < matches.size() ? matches[index] : StageMatch());
    }
    // A larger scale means more pixels for the same picture, a smaller one a graph seen from afar.
    placePanes(m_options.seen.empty() ? std::min(1.0, m_options.scale) : 1.0);
}

CompareRenderer CompareRenderer::forVectors() const
{
    CompareRenderer renderer = *this;
    renderer.placePanes(1.0);
    return renderer;
}

/// All of its graph, with the rows or columns of the others beside its own.
CompareRenderer::Place CompareRenderer::wholeOf(const GraphScene& scene, double zoom) const
{
    const QRectF bounds = scene.layout().bounds;
    if (m_isStacked) {
        const QSizeF size(m_bounds.width() * zoom + 2 * margin, std::max(80.0, bounds.height() * zoom + 2 * margin));
        return {{QPointF(m_bounds.left() - margin / zoom, bounds.center().y() - size.height() / 2 / zoom), zoom}, size};
    }
    const QSizeF size(std::max(220.0, bounds.width() * zoom + 2 * margin), m_bounds.height() * zoom + 2 * margin);
    return {{QPointF(bounds.center().x() - size.width() / 2 / zoom, m_bounds.top() - margin / zoom), zoom}, size};
}

void CompareRenderer::placePanes(double zoom)
{
    m_zoom = zoom;
    m_width = 0;
    m_height = 0;
    QPointF at;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        Pane& pane = m_panes[i];
        auto [view, viewport] = wholeOf(*pane.scene, zoom);
        pane.view = view;
        if (i < m_options.seen.size()) {
            viewport = m_options.seen[i].viewport;
            pane.view = m_options.seen[i].view;
            if (m_options.seen[i].emphasis) {
                pane.emphasis = m_options.seen[i].emphasis;
            }
        }
        pane.viewport = QRectF(at + QPointF(0, headerHeight), viewport);
        pane.frame = pane.viewport.adjusted(0, -headerHeight, 0, 0);
        m_width = std::max(m_width, pane.frame.right());
        m_height = std::max(m_height, pane.frame.bottom());
        at = m_isStacked ? pane.frame.bottomLeft() + QPointF(0, paneGap) : pane.frame.topRight() + QPointF(paneGap, 0);
    }
    placeLegend();
}

void CompareRenderer::placeLegend()
{
    if (!m_options.showLegend || m_panes.empty()) {
        return;
    }
    const int height = paintLegend(nullptr, {}, static_cast<int>(m_width - 2 * margin),
                                   legendItems(m_options.appearance), m_options.appearance.theme);
    const double room = paneGap + height + paneGap;
    if (m_height > tallest) { // nobody would find it at the bottom
        for (Pane& pane : m_panes) {
            pane.frame.translate(0, room);
            pane.viewport.translate(0, room);
        }
        m_legend = QPointF(margin, paneGap);
    } else {
        m_legend = QPointF(margin, m_height + paneGap);
    }
    m_height += room;
}

QSizeF CompareRenderer::size() const
{
    const QSizeF size = placedSize() * pixelRatio();
    return {std::ceil(size.width()), std::ceil(size.height())};
}

void CompareRenderer::renderHeader(QPainter& painter, const Pane& pane) const
{
    const Theme& theme = m_options.appearance.theme;
    const QRectF header(pane.frame.topLeft(), QSizeF(pane.frame.width(), headerHeight));
    const QFont titleFont = theme.fontOfPixels(14, true);
    const QFont subtitleFont = theme.fontOfPixels(12, false);
    const double room = header.width() - 2 * spacing::wide;
    const QString title = QFontMetricsF(titleFont).elidedText(pane.title, Qt::ElideRight, room);
    const double titleWidth = QFontMetricsF(titleFont).horizontalAdvance(title);
    const QRectF text = header.adjusted(spacing::wide, 0, -spacing::wide, 0);
    painter.setFont(titleFont);
    painter.setPen(theme.color(ThemeColor::Text));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setFont(subtitleFont);
    painter.setPen(theme.color(ThemeColor::MutedText));
    painter.drawText(
        text.adjusted(titleWidth + spacing::wide, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetricsF(subtitleFont).elidedText(pane.subtitle, Qt::ElideMiddle, room - titleWidth - spacing::wide));
    painter.setPen(QPen(theme.color(ThemeColor::Border), 1));
    painter.drawLine(header.bottomLeft(), header.bottomRight());
}

void CompareRenderer::renderPane(QPainter& painter, const Pane& pane, const QRectF& part, double ratio) const
{
    const QRectF target = part.intersected(pane.viewport).translated(-pane.viewport.topLeft());
    if (target.isEmpty()) {
        return;
    }
    PaintCache cache;
    painter.save();
    painter.setClipRect(pane.viewport, Qt::IntersectClip);
    painter.translate(pane.viewport.topLeft());
    const GraphPaintJob job{*pane.scene, pane.view, target, m_options.appearance,
                            cache,       ratio,     false,  pane.emphasis.get()};
    paintGraph(painter, job);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrameTitles(painter, job, QRectF(QPointF(0, 0), pane.viewport.size()));
    painter.restore();
}

void CompareRenderer::renderLinks(QPainter& painter, const QRectF& part) const
{
    // Links lead at most that far along from their ends.
    constexpr double reach = farthestLink;
    const auto window = [&](const Pane& pane) {
        const QRectF near = m_isStacked
            ? QRectF(part.left() - reach, pane.viewport.top(), part.width() + 2 * reach, pane.viewport.height())
            : QRectF(pane.viewport.left(), part.top() - reach, pane.viewport.width(), part.height() + 2 * reach);
        const QRectF seen = pane.viewport.intersected(near);
        ViewTransform view = pane.view;
        view.origin += (seen.topLeft() - pane.viewport.topLeft()) / view.scale;
        return LinkWindow{pane.scene.get(), view, seen, -1, pane.emphasis.get()};
    };
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        paintLinks(painter, window(m_panes[i]), window(m_panes[i + 1]), m_links[i], m_options.appearance.theme, false);
    }
}

void CompareRenderer::render(QPainter& painter, QRectF part) const
{
    const Theme& theme = m_options.appearance.theme;
    const double ratio = pixelRatio();
    painter.save();
    painter.scale(ratio, ratio);
    const QRectF whole(QPointF(0, 0), size() / ratio);
    part = part.isNull() ? whole : QRectF(part.topLeft() / ratio, part.size() / ratio);
    painter.fillRect(part, theme.color(ThemeColor::Window));
    for (const Pane& pane : m_panes) {
        painter.fillRect(pane.frame.intersected(part), theme.color(ThemeColor::Canvas));
    }
    painter.save();
    if (!m_panes.empty()) {
        painter.setClipRect(
            QRectF(QPointF(0, m_panes.front().viewport.top()), QPointF(m_width, m_panes.back().viewport.bottom())),
            Qt::IntersectClip);
    }
    renderLinks(painter, part);
    painter.restore();
    for (const Pane& pane : m_panes) {
        if (part.intersects(QRectF(pane.frame.topLeft(), pane.viewport.topRight()))) {
            renderHeader(painter, pane);
        }
        renderPane(painter, pane, part, ratio);
    }
    if (m_options.showLegend && !m_panes.empty()) {
        paintLegend(&painter, m_legend, static_cast<int>(m_width - 2 * margin), legendItems(m_options.appearance),
                    theme);
    }
    painter.restore();
}

} // namespace driftscope
