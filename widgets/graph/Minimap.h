// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphView.h"

#include <QPixmap>
#include <QPointer>

namespace driftscope {

/// A whole graph in a narrow strip beside the panes, stretched to the strip's height: where the errors and the inserted
/// nodes are, and what part is in view. A click or a drag goes there, the wheel moves on (with Ctrl it zooms). It is a
/// picture for the mouse; the keyboard moves the view itself.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget* parent = nullptr);

    /// Null for none. Follows the view as long as it lives.
    void setView(GraphView* view);
    [[nodiscard]] GraphView* view() const { return m_view; }
    /// Vertical at the side of graphs from top to bottom, horizontal below graphs from left to right.
    void setOrientation(Qt::Orientation orientation);
    /// Call when the view's scene or appearance changed.
    void refresh();
    [[nodiscard]] QRectF viewportMark() const; ///< the part in view, in the strip's pixels
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] QRectF worldBounds() const;
    [[nodiscard]] QRectF toStrip(const QRectF& world) const;
    void paintMarks();
    void paintBookmarks(QPainter& painter) const;
    void goTo(QPointF point);

    QPointer<GraphView> m_view;
    QPixmap m_marks;
    QPointF m_grip; ///< of the frame, from its middle
    bool m_isStale = true;
};

} // namespace driftscope
