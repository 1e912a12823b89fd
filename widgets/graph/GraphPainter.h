// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/BoxLook.h"
#include "widgets/graph/ViewTransform.h"

#include <QHash>

class QPainter;

namespace driftscope {

/// How much of a node is painted, by its height on the screen and by how many are in view.
enum class DetailLevel
{
    Density, ///< under 2 px, or too many: marks on a grid of pixels
    Filled, ///< under 8 px: filled rectangles, edges that can be seen
    Outlined, ///< under 18 px: outlines and all edges
    Labelled, ///< texts and badges
    Full ///< over 60 px: attributes and output shapes on a line of their own
};

[[nodiscard]] DetailLevel detailLevel(double boxHeightOnScreen, std::size_t visibleBoxes);

/// Shortened texts by box, line and room, so that panning does not measure text again.
class LabelCache
{
public:
    /// `text` elided to `width`; widths within 8 px share an entry.
    [[nodiscard]] QString elided(int box, int line, double width, const QFont& font, Qt::TextElideMode mode,
                                 const QString& text);
    void clear() { m_texts.clear(); }

private:
    QHash<quint64, QString> m_texts;
};

/// Paints a GraphScene into part of a picture; the one code path for views, minimap-free exports and tests.
struct GraphPaintJob
{
    const GraphScene& scene;
    ViewTransform view;
    QRectF target; ///< in view pixels: only this part is painted, and nothing outside of it is asked for
    const GraphAppearance& appearance;
    LabelCache& labels;
    double deviceRatio = 1.0; ///< lines are put on device pixels
    bool isDraft = false; ///< no antialiasing, while something moves
};

/// Edges first, boxes over them. Fills no background.
void paintGraph(QPainter& painter, const GraphPaintJob& job);
/// The view rectangle of a box, on whole device pixels.
[[nodiscard]] QRectF boxRectOnScreen(const GraphPaintJob& job, int box);

// The parts of paintGraph, in files of their own.
void paintEdges(QPainter& painter, const GraphPaintJob& job, DetailLevel level);
/// Named edges only, in the given colour: those of the selected node, over everything.
void paintEdgesOf(QPainter& painter, const GraphPaintJob& job, int box, const QColor& color);
void paintBoxes(QPainter& painter, const GraphPaintJob& job, DetailLevel level, const std::vector<int>& boxes);
void paintBoxTexts(QPainter& painter, const GraphPaintJob& job, DetailLevel level, int box);

} // namespace driftscope
