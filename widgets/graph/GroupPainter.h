// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphPainter.h"

namespace driftscope {

/// Frames of open groups, under everything else.
void paintFrames(QPainter& painter, const GraphPaintJob& job);
/// Their titles, over everything else. `window` is what is looked at: a title stays in it as long as its frame does.
void paintFrameTitles(QPainter& painter, const GraphPaintJob& job, const QRectF& window);
/// The frame whose title is at the point, in view pixels; -1 for none.
[[nodiscard]] int frameTitleAt(const GraphPaintJob& job, const QRectF& window, QPointF point);
/// Where the handle that opens a closed group is, in view pixels; empty where the box is too small for one.
[[nodiscard]] QRectF groupHandleRect(const ViewTransform& view, const QRectF& box);

// Parts of a closed group's box.
void paintStack(QPainter& painter, const GraphPaintJob& job, const QRectF& rect, const BoxLook& look, double radius);
void paintGroupHandle(QPainter& painter, const GraphPaintJob& job, int box);

} // namespace driftscope
