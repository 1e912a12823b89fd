// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QRectF>

namespace driftscope {

/// Rectangles and thin lines straight into the pixels of a picture that is laid over what is there. For the tens of
/// thousands of them that a graph seen from afar consists of: QPainter takes microseconds for each, this nanoseconds.
class PixelCanvas
{
public:
    /// `target` in the painter's logical pixels; `ratio` device pixels for each of them.
    PixelCanvas(const QRectF& target, double ratio);

    /// Covers every device pixel of which it covers half, and at least one in each direction.
    void fillRect(const QRectF& rect, QRgb color);
    /// A frame one device pixel wide, just inside the rectangle.
    void frameRect(const QRectF& rect, QRgb color);
    /// Diagonal lines, as noDataBrush paints them.
    void hatchRect(const QRectF& rect, QRgb color);
    /// One device pixel wide.
    void line(const QLineF& line, QRgb color, bool isSmooth);
    void drawOnto(QPainter& painter) const;
    [[nodiscard]] const QImage& image() const { return m_image; }
    /// For what QPainter does better, in the painter's logical pixels.
    template <typename Paint> void paint(Paint paint);
    /// Makes transparent again what was drawn there.
    void eraseRect(const QRectF& rect) { fillCells(cellsOf(rect), 0); }

private:
    struct Cells
    {
        int left, top, right, bottom; ///< the last two excluded
    };
    [[nodiscard]] Cells cellsOf(const QRectF& rect) const;
    void fillCells(Cells cells, QRgb color);
    void smoothLine(double x1, double y1, double x2, double y2, QRgb color);
    void plainLine(double x1, double y1, double x2, double y2, QRgb color);
    void blend(int x, int y, QRgb color, int alpha);
    [[nodiscard]] QRgb* row(int y) { return m_pixels + static_cast<qsizetype>(y) * m_stride; }

    QPointF m_corner;
    double m_ratio = 1.0;
    QImage m_image; ///< premultiplied, transparent where nothing was drawn
    QRgb* m_pixels = nullptr;
    qsizetype m_stride = 0; ///< in pixels
};

template <typename Paint> void PixelCanvas::paint(Paint paint)
{
    QPainter painter(&m_image);
    painter.translate(-m_corner);
    paint(painter);
}

} // namespace driftscope
