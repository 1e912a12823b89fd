// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

namespace driftscope {

/// Grids over the boxes and edges of a layout: what is in view, what is under the pointer. Each rectangle lies in the
/// grid whose cells are as large as it is, so that it touches four cells at most and an edge across the whole picture
/// costs no more than a short one. Immutable; may be read from several threads.
class SpatialIndex
{
public:
    SpatialIndex() = default;
    explicit SpatialIndex(const GraphLayout& layout);

    /// Indices of boxes that touch the rectangle, ascending, without repeats.
    [[nodiscard]] std::vector<int> boxesIn(const QRectF& rect) const;
    /// Indices of edges of which a drawn piece's bounding rectangle touches the rectangle, ascending, without repeats.
    [[nodiscard]] std::vector<int> edgesIn(const QRectF& rect) const;
    /// The box that contains the point, or -1.
    [[nodiscard]] int boxAt(QPointF point) const;

private:
    /// Rectangles of things, sorted into sparse grids.
    class Grids
    {
    public:
        void add(int thing, const QRectF& rect);
        void finish();
        [[nodiscard]] std::vector<int> thingsIn(const QRectF& rect) const;

    private:
        struct Entry
        {
            qint32 row = 0;
            qint32 column = 0;
            qint32 piece = 0;

            auto operator<=>(const Entry&) const = default;
        };
        struct Piece
        {
            QRectF rect;
            int thing = 0;
        };
        struct Grid
        {
            int firstRow = 0; ///< filled by finish()
            int lastRow = -1;
            std::vector<Entry> entries;
        };
        std::vector<Piece> m_pieces;
        std::vector<Grid> m_grids; ///< cells of 256, 512, 1024, … units
    };

    Grids m_boxes;
    Grids m_edges;
};

} // namespace driftscope
