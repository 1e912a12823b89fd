// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/PixelCanvas.h"

#include "widgets/graph/ClippedLine.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace driftscope {

PixelCanvas::PixelCanvas(const QRectF& target, double ratio)
    : m_corner(target.topLeft())
    , m_ratio(ratio)
    , m_image(std::max(1, static_cast<int>(std::ceil(target.width() * ratio - 1e-6))),
              std::max(1, static_cast<int>(std::ceil(target.height() * ratio - 1e-6))),
              QImage::Format_ARGB32_Premultiplied)
{
    m_image.fill(0);
    m_image.setDevicePixelRatio(ratio);
    m_pixels = reinterpret_cast<QRgb*>(m_image.bits());
    m_stride = m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
}

PixelCanvas::Cells PixelCanvas::cellsOf(const QRectF& rect) const
{
    const auto cell = [](double coordinate, int end) {
        return static_cast<int>(std::clamp(std::round(coordinate), -1.0, end + 1.0));
    };
    Cells cells{cell((rect.left() - m_corner.x()) * m_ratio, m_image.width()),
                cell((rect.top() - m_corner.y()) * m_ratio, m_image.height()),
                cell((rect.right() - m_corner.x()) * m_ratio, m_image.width()),
                cell((rect.bottom() - m_corner.y()) * m_ratio, m_image.height())};
    cells.right = std::max(cells.right, cells.left + 1);
    cells.bottom = std::max(cells.bottom, cells.top + 1);
    return cells;
}

void PixelCanvas::fillCells(Cells cells, QRgb color)
{
    const int left = std::max(cells.left, 0);
    const int right = std::min(cells.right, m_image.width());
    if (left >= right) {
        return;
    }
    const int bottom = std::min(cells.bottom, m_image.height());
    for (int y = std::max(cells.top, 0); y < bottom; ++y) {
        std::fill(row(y) + left, row(y) + right, color);
    }
}

void PixelCanvas::fillRect(const QRectF& rect, QRgb color)
{
    fillCells(cellsOf(rect), color);
}

void PixelCanvas::frameRect(const QRectF& rect, QRgb color)
{
    const Cells c = cellsOf(rect);
    fillCells({c.left, c.top, c.right, c.top + 1}, color);
    fillCells({c.left, c.bottom - 1, c.right, c.bottom}, color);
    fillCells({c.left, c.top, c.left + 1, c.bottom}, color);
    fillCells({c.right - 1, c.top, c.right, c.bottom}, color);
}

void PixelCanvas::hatchRect(const QRectF& rect, QRgb color)
{
    constexpr int period = 4;
    const Cells c = cellsOf(rect);
    // Counted from the box and not from the picture, so that a pan moves the lines along.
    for (int y = std::max(c.top, 0); y < std::min(c.bottom, m_image.height()); ++y) {
        int x = c.left + (period - (y - c.top) % period) % period;
        for (; x < std::min(c.right, m_image.width()); x += period) {
            if (x >= 0) {
                row(y)[x] = color;
            }
        }
    }
}

void PixelCanvas::line(const QLineF& line, QRgb color, bool isSmooth)
{
    const QLineF inCells((line.p1() - m_corner) * m_ratio, (line.p2() - m_corner) * m_ratio);
    const auto seen = clippedLine(inCells, QRectF(0, 0, m_image.width(), m_image.height()));
    if (!seen) {
        return;
    }
    const bool isStraight = std::abs(seen->dx()) < 0.5 || std::abs(seen->dy()) < 0.5;
    if (isSmooth && !isStraight) {
        smoothLine(seen->x1() - 0.5, seen->y1() - 0.5, seen->x2() - 0.5, seen->y2() - 0.5, color);
    } else {
        plainLine(seen->x1(), seen->y1(), seen->x2(), seen->y2(), color);
    }
}

void PixelCanvas::plainLine(double x1, double y1, double x2, double y2, QRgb color)
{
    const double length = std::max(std::abs(x2 - x1), std::abs(y2 - y1));
    const int steps = static_cast<int>(std::ceil(length));
    if (std::abs(x2 - x1) < 0.5) { // most lines go down
        const int x = static_cast<int>(x1);
        fillCells({x, static_cast<int>(std::min(y1, y2)), x + 1, static_cast<int>(std::ceil(std::max(y1, y2)))}, color);
        return;
    }
    const double dx = steps > 0 ? (x2 - x1) / steps : 0;
    const double dy = steps > 0 ? (y2 - y1) / steps : 0;
    for (int i = 0; i <= steps; ++i) {
        const int x = static_cast<int>(x1 + i * dx);
        const int y = static_cast<int>(y1 + i * dy);
        if (x >= 0 && y >= 0 && x < m_image.width() && y < m_image.height()) {
            row(y)[x] = color;
        }
    }
}

/// Two pixels for each step along the longer side, as Wu does.
void PixelCanvas::smoothLine(double x1, double y1, double x2, double y2, QRgb color)
{
    const bool isSteep = std::abs(y2 - y1) > std::abs(x2 - x1);
    if (isSteep) {
        std::swap(x1, y1);
        std::swap(x2, y2);
    }
    if (x1 > x2) {
        std::swap(x1, x2);
        std::swap(y1, y2);
    }
    const double slope = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0;
    const int last = static_cast<int>(std::round(x2));
    for (int along = static_cast<int>(std::round(x1)); along <= last; ++along) {
        const double across = y1 + slope * (along - x1);
        const int low = static_cast<int>(std::floor(across));
        const int part = static_cast<int>((across - low) * 255);
        if (isSteep) {
            blend(low, along, color, 255 - part);
            blend(low + 1, along, color, part);
        } else {
            blend(along, low, color, 255 - part);
            blend(along, low + 1, color, part);
        }
    }
}

void PixelCanvas::blend(int x, int y, QRgb color, int alpha)
{
    if (x < 0 || y < 0 || x >= m_image.width() || y >= m_image.height()) {
        return;
    }
    QRgb& pixel = row(y)[x];
    const auto mix = [alpha](int over, int under) { return (over * alpha + under * (255 - alpha)) / 255; };
    pixel = qRgba(mix(qRed(color), qRed(pixel)), mix(qGreen(color), qGreen(pixel)), mix(qBlue(color), qBlue(pixel)),
                  mix(255, qAlpha(pixel)));
}

void PixelCanvas::drawOnto(QPainter& painter) const
{
    painter.drawImage(m_corner, m_image);
}

} // namespace driftscope
