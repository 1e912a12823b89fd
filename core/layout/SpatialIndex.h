// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

namespace driftscope {

/// A uniform grid over the boxes and edges of a layout: what is in view, what is under the pointer.
class SpatialIndex
{
public:
    SpatialIndex() = default;
    explicit SpatialIndex(const GraphLayout& layout);

    /// Indices of boxes that touch the rectangle, ascending, without repeats.
    [[nodiscard]] std::vector<int> boxesIn(const QRectF& rect) const;
    [[nodiscard]] std::vector<int> edgesIn(const QRectF& rect) const;
    /// The box that contains the point, or -1.
    [[nodiscard]] int boxAt(QPointF point) const;

private:
    struct Cell
    {
        std::vector<int> boxes;
        std::vector<int> edges;
    };
    [[nodiscard]] QRect cellsOf(const QRectF& rect) const;

    QRectF m_bounds;
    double m_cellSize = 256;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<Cell> m_cells;
    std::vector<QRectF> m_boxRects;
};

} // namespace driftscope
