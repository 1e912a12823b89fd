// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/PlaneFocus.h"
#include "widgets/layers/TensorViews.h"

#include <QImage>
#include <QWidget>

namespace driftscope {

/// One channel of a tensor as a picture, its elements as crisp squares; where there is room, with their numbers. Arrow
/// keys move the cursor (with Ctrl by ten), + and − zoom, 0 shows all, Page Up and Down ask for another channel.
class TensorCanvas : public QWidget
{
    Q_OBJECT

public:
    enum class Colours
    {
        Values, ///< over the focus' range
        Differences ///< around zero, as far as the largest
    };

    TensorCanvas(PlaneFocus& focus, Colours colours, QWidget* parent = nullptr);

    void setPlane(const TensorPlane& plane);
    [[nodiscard]] const TensorPlane& plane() const { return m_plane; }
    /// Whether values at an end of their type have a colour of their own (default).
    void setMarksSaturation(bool marks);
    /// One pixel an element.
    [[nodiscard]] const QImage& image() const { return m_image; }
    [[nodiscard]] QRectF elementRect(QPoint element) const; ///< in the widget
    [[nodiscard]] QPoint elementAt(QPointF position) const; ///< (-1, -1) outside
    [[nodiscard]] QSize sizeHint() const override { return {120, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {48, 48}; }

Q_SIGNALS:
    void channelStepped(int steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void recolour();
    void describe();
    [[nodiscard]] QRectF target() const; ///< of the whole plane
    [[nodiscard]] QPointF shareAt(QPointF position) const;
    [[nodiscard]] QRgb colourOf(float value) const;
    void paintNumbers(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    [[nodiscard]] bool moveCursor(const QKeyEvent& event);

    PlaneFocus& m_focus;
    Colours m_colours;
    TensorPlane m_plane;
    QImage m_image;
    QPointF m_pressed;
    std::vector<QRgb> m_table;
    QRgb m_notFinite = 0;
    QRgb m_saturated = 0;
    bool m_marksSaturation = true;
    double m_low = 0.0;
    double m_high = 1.0;
};

} // namespace driftscope
