// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GroupPainter.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace driftscope {

namespace {

constexpr std::size_t mostBoxesDrawnWhole = 20000;

/// Vector pictures are looked at at any size, so they hold the texts at every zoom.
bool isVector(const QPainter& painter)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf);
}

} // namespace

DetailLevel detailLevel(double boxHeightOnScreen, std::size_t visibleBoxes)
{
    if (boxHeightOnScreen < 2 || visibleBoxes > mostBoxesDrawnWhole) {
        return DetailLevel::Density;
    }
    if (boxHeightOnScreen < 8) {
        return DetailLevel::Filled;
    }
    if (boxHeightOnScreen < 18) {
        return DetailLevel::Outlined;
    }
    return boxHeightOnScreen > 60 ? DetailLevel::Full : DetailLevel::Labelled;
}

namespace {

quint64 placeOf(int box, int line)
{
    return (static_cast<quint64>(box) << 24) | (static_cast<quint64>(line) << 20);
}

} // namespace

double PaintCache::wholeWidth(int box, int line, const QFont& font, const QString& text)
{
    const quint64 place = placeOf(box, line);
    const auto found = m_wholeWidths.constFind(place);
    return found != m_wholeWidths.cend() ? *found
                                         : *m_wholeWidths.insert(place, QFontMetricsF(font).horizontalAdvance(text));
}

QString PaintCache::elided(int box, int line, double width, const QFont& font, Qt::TextElideMode mode,
                           const QString& text)
{
    constexpr qsizetype mostTexts = 50000;
    if (m_texts.size() + m_wholeWidths.size() >= mostTexts) {
        m_texts.clear();
        m_wholeWidths.clear();
    }
    if (wholeWidth(box, line, font, text) <= width) {
        return text;
    }
    const int bucket = std::clamp(static_cast<int>(width / 8), 0, (1 << 20) - 1);
    const quint64 key = placeOf(box, line) | static_cast<quint64>(bucket);
    if (const auto found = m_texts.constFind(key); found != m_texts.cend()) {
        return *found;
    }
    const QString shortened = QFontMetricsF(font).elidedText(text, mode, bucket * 8.0);
    m_texts.insert(key, shortened);
    return shortened;
}

const QStaticText& PaintCache::laidOut(const QString& text, const QFont& font)
{
    constexpr qsizetype mostTexts = 2000;
    if (const auto found = m_laidOut.constFind(text); found != m_laidOut.cend()) {
        return *found;
    }
    if (m_laidOut.size() >= mostTexts) {
        m_laidOut.clear();
    }
    QStaticText laidOut(text);
    laidOut.setTextFormat(Qt::PlainText);
    laidOut.prepare({}, font);
    return *m_laidOut.insert(text, laidOut);
}

const FarMarks& PaintCache::marks(const GraphScene& scene, const GraphAppearance& appearance,
                                  const GraphEmphasis& emphasis)
{
    if (!m_marks) {
        m_marks.emplace(scene, appearance, emphasis);
    }
    return *m_marks;
}

const EdgePieces& PaintCache::pieces(const GraphScene& scene)
{
    if (!m_pieces) {
        m_pieces.emplace(scene);
    }
    return *m_pieces;
}

EdgeLabels& PaintCache::edgeLabels(const GraphScene& scene, const Theme& theme)
{
    if (!m_edgeLabels) {
        m_edgeLabels.emplace(scene, theme);
    }
    return *m_edgeLabels;
}

void PaintCache::clear()
{
    m_texts.clear();
    m_wholeWidths.clear();
    m_laidOut.clear();
    m_marks.reset();
    m_pieces.reset();
    m_edgeLabels.reset();
}

const GraphEmphasis& GraphPaintJob::emphasisOrNone() const
{
    static const GraphEmphasis none;
    return emphasis != nullptr ? *emphasis : none;
}

BoxLook GraphPaintJob::look(int box) const
{
    const BoxLook whole = boxLook(scene, box, appearance);
    return emphasisOf(box) == Emphasis::Dimmed ? dimmedLook(whole, appearance.theme) : whole;
}

QColor emphasisColor(const Theme& theme, Emphasis emphasis)
{
    switch (emphasis) {
    case Emphasis::Dimmed:
        return mixed(theme.color(ThemeColor::Canvas), theme.color(ThemeColor::Edge), 0.3);
    case Emphasis::Upstream:
        return theme.color(ThemeColor::Upstream);
    case Emphasis::Downstream:
        return theme.color(ThemeColor::Downstream);
    case Emphasis::Between:
        return theme.color(ThemeColor::Accent);
    case Emphasis::Normal:
        break;
    }
    return theme.color(ThemeColor::Edge);
}

QRectF boxRectOnScreen(const GraphPaintJob& job, int box)
{
    const QRectF rect = job.view.toView(job.scene.box(box).rect);
    const auto snapped
        = [&job](double coordinate) { return std::round(coordinate * job.deviceRatio) / job.deviceRatio; };
    return {QPointF(snapped(rect.left()), snapped(rect.top())), QPointF(snapped(rect.right()), snapped(rect.bottom()))};
}

void paintGraph(QPainter& painter, const GraphPaintJob& job)
{
    if (job.scene.boxCount() == 0) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, !job.isDraft);
    paintFrames(painter, job);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double height = job.scene.box(0).rect.height() * job.view.scale;
    DetailLevel level = detailLevel(height, 0);
    if (level < DetailLevel::Labelled && !isVector(painter)) {
        paintFar(painter, job, level);
        painter.restore();
        return;
    }
    // Badges, outlines and arrow heads reach a little over their boxes.
    constexpr double overhang = 4.0;
    const QRectF wanted = job.target.adjusted(-overhang, -overhang, overhang, overhang);
    const std::vector<int> boxes = job.scene.index().boxesIn(job.view.toWorld(wanted));
    level = std::max(detailLevel(height, boxes.size()), DetailLevel::Labelled);
    constexpr std::size_t fewBoxes = 60; // that can be painted whole within a frame
    if (job.isDraft && boxes.size() > fewBoxes) {
        paintDraft(painter, job, boxes);
        painter.restore();
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, !job.isDraft);
    paintEdges(painter, job);
    paintBoxes(painter, job, level, boxes);
    paintEdgeTexts(painter, job);
    painter.restore();
}

} // namespace driftscope
