// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/FrameCache.h"
#include "widgets/graph/GraphMark.h"
#include "widgets/graph/GraphPainter.h"

#include <QAbstractScrollArea>
#include <QMenu>
#include <QTimer>

#include <functional>

namespace driftscope {

/// One graph to look at and to walk through. Painted by itself from flat data; it knows nothing of sessions or runs.
///
/// Mouse: drag pans, the wheel scrolls, Ctrl+wheel (or the wheel alone, see setWheelZooms) zooms at the pointer, a
/// click selects (an edge: its value; a stub's text: goes to its other end), Shift+click adds a second box, a double
/// click activates. Keys: arrows walk along the edges, Home and End go to the first and last
/// node, Ctrl+Up/Down follow the order of execution, Return activates, 0 fits all, F frames the selection, + and −
/// zoom, Space held makes every drag a pan.
class GraphView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GraphView(QWidget* parent = nullptr);
    ~GraphView() override;

    /// Null empties the view. Selection and highlights are forgotten; the view moves to the start of the graph.
    void setScene(std::shared_ptr<const GraphScene> scene);
    /// The same graph with other decorations: selection and position stay.
    void updateScene(std::shared_ptr<const GraphScene> scene);
    [[nodiscard]] const std::shared_ptr<const GraphScene>& scene() const { return m_scene; }

    void setAppearance(const GraphAppearance& appearance);
    [[nodiscard]] const GraphAppearance& appearance() const { return m_appearance; }
    /// The wheel alone zooms (default); else it scrolls and Ctrl+wheel zooms.
    void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }

    [[nodiscard]] int selectedBox() const { return m_selected; }
    /// -1 for none. Emits nothing: the caller knows.
    void setSelectedBox(int box);
    void setSelectedNode(NodeId node);
    /// As a click on it would.
    void choose(int box);
    /// Boxes that match a search, ascending; `current` stands out among them.
    void setSearchMatches(std::vector<int> boxes, int current);
    /// Paths and presets; null for none.
    void setEmphasis(std::shared_ptr<const GraphEmphasis> emphasis);
    [[nodiscard]] const std::shared_ptr<const GraphEmphasis>& emphasis() const { return m_emphasis; }
    /// Weaker than the selection: the other nodes that a match of several nodes names.
    void setRelatedBoxes(std::vector<int> boxes);

    /// The next click or Return on a box is boxPicked() and changes nothing else; walking shows where one is.
    void setPicking(bool isPicking);
    /// What to say besides under the mouse: rich text, appended to the box's own (-1: there is no box). May be empty.
    void setMoreToolTip(std::function<QString(int box, QPoint inViewport)> more) { m_moreToolTip = std::move(more); }
    /// Flags at boxes.
    void setMarks(std::vector<BoxFlag> marks);
    [[nodiscard]] const std::vector<BoxFlag>& marks() const { return m_marks; }

    [[nodiscard]] ViewTransform transform() const { return m_view; }
    /// Bounded to zooms and places that make sense. Emits viewChanged when it differs.
    void setTransform(const ViewTransform& transform);
    /// The world that can be scrolled to; the layout's bounds by default. Linked views share one height.
    void setWorldBounds(const QRectF& bounds);
    [[nodiscard]] QRectF worldBounds() const { return m_bounds; }

    void zoomAt(QPointF viewPoint, double factor);
    /// Zooming right now: painted roughly, and anew when it has come to rest.
    [[nodiscard]] bool isMoving() const { return m_crispTimer.isActive(); }
    void startMoving() { m_crispTimer.start(); }
    void zoomToFit();
    void frameSelection();
    void showStart(); ///< the first rows at zoom 1
    void ensureVisible(int box, bool horizontally = true, bool vertically = true);
    /// To where another pane looks: moved across until a box is seen whole.
    void follow(const ViewTransform& transform);
    void centerOn(QPointF world);
    void showRect(const QRectF& world); ///< whole, at zoom 1 at most; the top left of what is too large to read whole
    [[nodiscard]] QRectF boxRectInViewport(int box) const;
    [[nodiscard]] int boxAt(QPointF viewportPoint) const;
    [[nodiscard]] int edgeAt(QPointF viewportPoint) const; ///< -1 over a box and where none is near
    /// The text of a stub under the point, if there is one.
    [[nodiscard]] const EdgeLabel* stubAt(QPointF viewportPoint) const;
    [[nodiscard]] int hoveredEdge() const { return m_hoveredEdge; }

    [[nodiscard]] const FrameCache::Counts& frameCounts() const { return m_cache.counts(); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void boxSelected(int box); ///< by the person; -1: the selection was cleared
    void boxActivated(int box); ///< double click or Return, or a click on a group's handle
    void frameTitleClicked(int frame); ///< of an open group
    void boxPicked(int box); ///< see setPicking; -1 beside the boxes
    void boxHovered(int box);
    void boxExtended(int box); ///< Shift+click: a second one, to see the ways between the two
    void edgeSelected(int edge); ///< clicked: its value is meant
    void jumpRequested(int box); ///< a stub was clicked: go to its other end
    void viewChanged(); ///< place, zoom or size
    /// Before a context menu is shown: add what can be done with the box (-1: with the graph).
    void contextMenuAboutToShow(QMenu* menu, int box);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] ViewTransform bounded(ViewTransform transform) const;
    void updateScrollBars();
    void updateCursor();
    void setHovered(int box);
    void setHoveredEdge(int edge);
    void hoverAt(QPointF viewportPoint);
    void clickAt(QPointF viewportPoint, Qt::KeyboardModifiers modifiers);
    void followStub(const EdgeLabel& stub, QPoint globalPoint);
    [[nodiscard]] std::vector<int> edgesOfValue(int edge) const;
    void selectByPerson(int box);
    [[nodiscard]] int frameTitleUnder(QPointF viewportPoint) const;
    bool clickGroup(QPointF viewportPoint);
    bool handleZoomKey(const QKeyEvent& event);
    bool handleWalkKey(const QKeyEvent& event);
    void paintOnTop(QPainter& painter, const GraphPaintJob& job) const;
    void paintFarMatches(QPainter& painter, const std::vector<int>& boxes) const;
    void paintOutline(QPainter& painter, const GraphPaintJob& job, int box, ThemeColor role, double width) const;
    void paintMark(QPainter& painter, const GraphPaintJob& job, const BoxFlag& mark) const;
    void describeSelection();

    std::shared_ptr<const GraphScene> m_scene;
    GraphAppearance m_appearance;
    ViewTransform m_view;
    QRectF m_bounds;
    FrameCache m_cache;
    mutable PaintCache m_paintCache;
    std::shared_ptr<const GraphEmphasis> m_emphasis;
    quint64 m_revision = 0;
    int m_selected = -1;
    int m_hovered = -1;
    int m_hoveredEdge = -1;
    std::vector<int> m_related;
    std::vector<int> m_searchMatches;
    int m_currentMatch = -1;
    std::vector<BoxFlag> m_marks;
    std::function<QString(int, QPoint)> m_moreToolTip;
    QTimer m_crispTimer; ///< repaints with antialiasing when zooming has come to rest
    QPointF m_pressed;
    QPointF m_lastDrag;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_isSpaceHeld = false;
    bool m_isPicking = false;
    bool m_wheelZooms = true;
    bool m_isSyncingBars = false;
    bool m_wasShownStart = false; ///< else the first resize shows the start
};

} // namespace driftscope
