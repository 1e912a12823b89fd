// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace driftscope::test {

/// A line from one box to another.
struct DrawnLine
{
    int from = -1; ///< boxes
    int to = -1;
    /// Lines of one trunk (one value, or everything that leaves one box) may share their way: they do not cross each
    /// other, and where several of them cross something at one place, that is one crossing.
    int trunk = -1;
    std::vector<QPointF> points; ///< polyline
};

/// A graph as anybody drew it, whoever laid it out.
struct Drawing
{
    std::vector<QRectF> boxes;
    std::vector<DrawnLine> lines;
};

/// What one sees of a drawing, apart from what it means.
struct DrawingQuality
{
    qint64 overlaps = 0; ///< pairs of boxes that cover each other
    qint64 throughBoxes = 0; ///< pairs of a line and a box that it runs through and that is not one of its ends
    qint64 crossings = 0; ///< places where trunks cross, or run on top of each other
    qint64 linePairs = 0; ///< the same for each pair of lines, shared ways counted as often as they are shared
    double length = 0; ///< of all lines together, in units of the drawing
};

/// Measures the geometry alone. Boxes are shrunk by half a unit, so that what only touches them does not count; ends of
/// lines do not cross what they end at. Time grows with what stands side by side in a strip of the drawing, not with
/// the square of its size.
[[nodiscard]] DrawingQuality measureDrawing(const Drawing& drawing);

} // namespace driftscope::test
