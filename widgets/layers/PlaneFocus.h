// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QPointF>
#include <QSize>

namespace driftscope {

/// What several pictures of one layer share: how near one looks and where, the element that is pointed at, and the
/// range of values that the colours span.
class PlaneFocus : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] double zoom() const { return m_zoom; } ///< times the size at which all of it fits; at least 1
    [[nodiscard]] QPointF center() const { return m_center; } ///< of what is seen, as shares of width and height
    [[nodiscard]] QPoint cursor() const { return m_cursor; } ///< element, column and row
    [[nodiscard]] double minimum() const { return m_minimum; }
    [[nodiscard]] double maximum() const { return m_maximum; }

    void setPlane(QSize size); ///< of another layer or channel: the cursor stays inside
    void zoomBy(double factor, QPointF around); ///< keeps `around` (shares of the plane) where it is
    void moveBy(QPointF shares);
    void fit();
    void setCursor(QPoint element);
    void setRange(double minimum, double maximum);

Q_SIGNALS:
    void viewChanged();
    void cursorChanged();
    void rangeChanged();

private:
    void setView(double zoom, QPointF center);

    double m_zoom = 1.0;
    QPointF m_center{0.5, 0.5};
    QPoint m_cursor;
    QSize m_size;
    double m_minimum = 0.0;
    double m_maximum = 1.0;
};

} // namespace driftscope
