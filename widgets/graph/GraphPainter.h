// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/EdgeLabels.h"
#include "widgets/graph/FarMarks.h"
#include "widgets/graph/ViewTransform.h"

#include <QHash>
#include <QStaticText>

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

/// What a view learnt while it painted, so that panning and zooming do not work it out again: shortened texts by box,
/// line and room, marks for the far levels, pieces of edges by length.
class PaintCache
{
public:
    /// `text` as it is where it fits, else elided to `width`; widths within 8 px share a shortened text.
    [[nodiscard]] QString elided(int box, int line, double width, const QFont& font, Qt::TextElideMode mode,
                                 const QString& text);
    /// Width of `text`, which stands in that line of the box.
    [[nodiscard]] double wholeWidth(int box, int line, const QFont& font, const QString& text);
    /// The text laid out once for all boxes that say it, always in the same font.
    [[nodiscard]] const QStaticText& laidOut(const QString& text, const QFont& font);
    [[nodiscard]] const FarMarks& marks(const GraphScene& scene, const GraphAppearance& appearance,
                                        const GraphEmphasis& emphasis);
    [[nodiscard]] const EdgePieces& pieces(const GraphScene& scene);
    [[nodiscard]] EdgeLabels& edgeLabels(const GraphScene& scene, const Theme& theme);
    /// Call when the scene or the appearance changed.
    void clear();
    void forgetMarks() { m_marks.reset(); } ///< when the emphasis changed

private:
    QHash<quint64, QString> m_texts;
    QHash<QString, QStaticText> m_laidOut;
    QHash<quint64, double> m_wholeWidths; ///< by box and line
    std::optional<FarMarks> m_marks;
    std::optional<EdgePieces> m_pieces;
    std::optional<EdgeLabels> m_edgeLabels;
};

/// Paints a GraphScene into part of a picture; the one code path for views, minimap-free exports and tests.
struct GraphPaintJob
{
    const GraphScene& scene;
    ViewTransform view;
    QRectF target; ///< in view pixels: only this part is painted, and nothing outside of it is asked for
    const GraphAppearance& appearance;
    PaintCache& cache;
    double deviceRatio = 1.0; ///< lines are put on device pixels
    bool isDraft = false; ///< no antialiasing, while something moves
    const GraphEmphasis* emphasis = nullptr; ///< null: all is normal

    [[nodiscard]] const GraphEmphasis& emphasisOrNone() const;
    [[nodiscard]] Emphasis emphasisOf(int box) const { return emphasisOrNone().ofBox(box); }
    [[nodiscard]] BoxLook look(int box) const; ///< with its emphasis
};

/// Of edges; Dimmed and Normal are no highlights.
[[nodiscard]] QColor emphasisColor(const Theme& theme, Emphasis emphasis);

/// Edges first, boxes over them. Fills no background.
void paintGraph(QPainter& painter, const GraphPaintJob& job);
/// The view rectangle of a box, on whole device pixels.
[[nodiscard]] QRectF boxRectOnScreen(const GraphPaintJob& job, int box);

// The parts of paintGraph, in files of their own.
/// Density, Filled and Outlined: edges and boxes, no texts. For pictures of pixels only.
void paintFar(QPainter& painter, const GraphPaintJob& job, DetailLevel level);
/// Many boxes with texts, while something moves: no curves, no names.
void paintDraft(QPainter& painter, const GraphPaintJob& job, const std::vector<int>& boxes);
/// The first line alone, without any measuring. Font and pen are set.
void paintBoxTitle(QPainter& painter, const GraphPaintJob& job, int box);
void paintEdges(QPainter& painter, const GraphPaintJob& job);
/// Some edges once more, over everything, in the given colour: those of the selected node or under the pointer.
void paintHighlightedEdges(QPainter& painter, const GraphPaintJob& job, std::span<const int> edges,
                           const QColor& color);
/// What edges carry, and where stubs lead.
void paintEdgeTexts(QPainter& painter, const GraphPaintJob& job);
[[nodiscard]] double edgeTextScale(const ViewTransform& view);
/// Where a text stands, in view pixels: for painting and for clicks.
[[nodiscard]] QRectF edgeTextRect(const ViewTransform& view, const EdgeLabel& label);
void paintBoxes(QPainter& painter, const GraphPaintJob& job, DetailLevel level, const std::vector<int>& boxes);
void paintBoxTexts(QPainter& painter, const GraphPaintJob& job, DetailLevel level, int box);

} // namespace driftscope
