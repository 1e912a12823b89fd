// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphPainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace driftscope {

namespace {

constexpr std::size_t mostBoxesDrawnWhole = 20000;

/// What wins where several boxes share a pixel: the worst error, else what was inserted or removed.
int urgencyOf(const GraphPaintJob& job, int box)
{
    const NodeDecoration* decoration = job.scene.decoration(box);
    if (job.appearance.overlay == Overlay::Error && decoration != nullptr && decoration->cosine) {
        return 2 + static_cast<int>(100 * errorPosition(*decoration->cosine));
    }
    const NodeChange change = job.scene.change(box);
    return change == NodeChange::Inserted || change == NodeChange::Removed ? 1 : 0;
}

/// Boxes smaller than pixels: the pixels they cover, one colour each, the most urgent colour where several meet.
void paintDensity(QPainter& painter, const GraphPaintJob& job, const std::vector<int>& boxes)
{
    constexpr double cell = 2.0;
    const int columns = std::max(1, static_cast<int>(std::ceil(job.target.width() / cell)));
    const int rows = std::max(1, static_cast<int>(std::ceil(job.target.height() / cell)));
    struct Cell
    {
        QRgb color = 0;
        int urgency = -1;
    };
    std::vector<Cell> grid(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (const int box : boxes) {
        const QRectF rect = job.view.toView(job.scene.box(box).rect).translated(-job.target.topLeft());
        const int left = std::clamp(static_cast<int>(rect.left() / cell), 0, columns - 1);
        const int right = std::clamp(static_cast<int>(rect.right() / cell), 0, columns - 1);
        const int row = std::clamp(static_cast<int>(rect.center().y() / cell), 0, rows - 1);
        const int urgency = urgencyOf(job, box);
        const QRgb mark = boxLook(job.scene, box, job.appearance).mark;
        for (int column = left; column <= right; ++column) {
            Cell& each = grid[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
                              + static_cast<std::size_t>(column)];
            if (urgency > each.urgency) {
                each = {mark, urgency};
            }
        }
    }
    QHash<QRgb, QVector<QRectF>> marks;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        if (grid[i].urgency >= 0) {
            const auto column = static_cast<double>(i % static_cast<std::size_t>(columns));
            const auto row = static_cast<double>(i / static_cast<std::size_t>(columns));
            marks[grid[i].color].append(
                QRectF(job.target.left() + column * cell, job.target.top() + row * cell, cell, cell));
        }
    }
    painter.setPen(Qt::NoPen);
    for (auto it = marks.cbegin(); it != marks.cend(); ++it) {
        painter.setBrush(QColor::fromRgb(it.key()));
        painter.drawRects(it.value());
    }
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

QString LabelCache::elided(int box, int line, double width, const QFont& font, Qt::TextElideMode mode,
                           const QString& text)
{
    constexpr qsizetype mostTexts = 50000;
    const int bucket = std::max(0, static_cast<int>(width / 8));
    const quint64 key = (static_cast<quint64>(box) << 24) | (static_cast<quint64>(line) << 20)
        | static_cast<quint64>(std::min(bucket, (1 << 20) - 1));
    if (const auto found = m_texts.constFind(key); found != m_texts.cend()) {
        return *found;
    }
    if (m_texts.size() >= mostTexts) {
        m_texts.clear();
    }
    const QString shortened = QFontMetricsF(font).elidedText(text, mode, bucket * 8.0);
    m_texts.insert(key, shortened);
    return shortened;
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
    // Badges, outlines and arrow heads reach a little over their boxes.
    constexpr double overhang = 4.0;
    const QRectF wanted = job.target.adjusted(-overhang, -overhang, overhang, overhang);
    const std::vector<int> boxes = job.scene.index().boxesIn(job.view.toWorld(wanted));
    const double typicalHeight = boxes.empty() ? 40.0 : job.scene.box(boxes.front()).rect.height();
    const DetailLevel level = detailLevel(typicalHeight * job.view.scale, boxes.size());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, !job.isDraft && level >= DetailLevel::Outlined);
    if (level == DetailLevel::Density) {
        paintDensity(painter, job, boxes);
    } else {
        paintEdges(painter, job, level);
        paintBoxes(painter, job, level, boxes);
    }
    painter.restore();
}

} // namespace driftscope
