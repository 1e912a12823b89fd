// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/SpatialIndex.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr double smallestCell = 256;

double cellSize(std::size_t grid)
{
    return std::ldexp(smallestCell, static_cast<int>(grid));
}

int cellOf(double coordinate, std::size_t grid)
{
    // Far outside of any layout, and still an int.
    constexpr double farthest = 1e9;
    return static_cast<int>(std::clamp(std::floor(coordinate / cellSize(grid)), -farthest, farthest));
}

/// QRectF::intersects is false for lines, which have no area.
bool touches(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

QRectF around(QPointF a, QPointF b)
{
    return QRectF(a, b).normalized();
}

} // namespace

SpatialIndex::SpatialIndex(const GraphLayout& layout)
{
    for (std::size_t i = 0; i < layout.boxes.size(); ++i)
        m_boxes.add(static_cast<int>(i), layout.boxes[i].rect);
    for (std::size_t i = 0; i < layout.edges.size(); ++i) {
        const LayoutEdge& edge = layout.edges[i];
        for (std::size_t p = 1; p < edge.points.size(); ++p) {
            const bool isGapOfStub = edge.isStub && p == 2;
            if (!isGapOfStub)
                m_edges.add(static_cast<int>(i), around(edge.points[p - 1], edge.points[p]));
        }
    }
    m_boxes.finish();
    m_edges.finish();
}

std::vector<int> SpatialIndex::boxesIn(const QRectF& rect) const
{
    return m_boxes.thingsIn(rect.normalized());
}

std::vector<int> SpatialIndex::edgesIn(const QRectF& rect) const
{
    return m_edges.thingsIn(rect.normalized());
}

int SpatialIndex::boxAt(QPointF point) const
{
    const std::vector<int> boxes = m_boxes.thingsIn(QRectF(point, point));
    return boxes.empty() ? -1 : boxes.front();
}

void SpatialIndex::Grids::add(int thing, const QRectF& rect)
{
    std::size_t grid = 0;
    while (cellSize(grid) < std::max(rect.width(), rect.height()))
        ++grid;
    if (grid >= m_grids.size())
        m_grids.resize(grid + 1);
    const auto piece = static_cast<qint32>(m_pieces.size());
    m_pieces.push_back({rect, thing});
    for (int row = cellOf(rect.top(), grid); row <= cellOf(rect.bottom(), grid); ++row) {
        for (int column = cellOf(rect.left(), grid); column <= cellOf(rect.right(), grid); ++column)
            m_grids[grid].entries.push_back({row, column, piece});
    }
}

void SpatialIndex::Grids::finish()
{
    for (Grid& grid : m_grids) {
        std::ranges::sort(grid.entries);
        if (!grid.entries.empty()) {
            grid.firstRow = grid.entries.front().row;
            grid.lastRow = grid.entries.back().row;
        }
    }
}

std::vector<int> SpatialIndex::Grids::thingsIn(const QRectF& rect) const
{
    std::vector<int> things;
    for (std::size_t g = 0; g < m_grids.size(); ++g) {
        const Grid& grid = m_grids[g];
        const int left = cellOf(rect.left(), g);
        const int right = cellOf(rect.right(), g);
        const int bottom = std::min(grid.lastRow, cellOf(rect.bottom(), g));
        for (int row = std::max(grid.firstRow, cellOf(rect.top(), g)); row <= bottom; ++row) {
            for (auto entry = std::ranges::lower_bound(grid.entries, Entry{row, left, 0});
                 entry != grid.entries.end() && entry->row == row && entry->column <= right; ++entry) {
                const Piece& piece = m_pieces[static_cast<std::size_t>(entry->piece)];
                if (touches(piece.rect, rect))
                    things.push_back(piece.thing);
            }
        }
    }
    std::ranges::sort(things);
    const auto repeated = std::ranges::unique(things);
    things.erase(repeated.begin(), repeated.end());
    return things;
}

} // namespace driftscope
