// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/PlaneFocus.h"

#include <QWidget>

namespace driftscope {

/// The colours of a picture with the values at which they begin and end. Both ends can be dragged; Left and Right move
/// the lower end, with Shift the upper one; Home or a double click fit the range to the values.
class RangeBar : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(PlaneFocus& focus, QWidget* parent = nullptr);

    /// The values that are there: what fit() sets, and what the strip spans.
    void setExtent(double minimum, double maximum);
    [[nodiscard]] double lowest() const { return m_lowest; }
    [[nodiscard]] double highest() const { return m_highest; }
    /// In the widget, of a value.
    [[nodiscard]] double placeOf(double value) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void fit();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    void moveEnd(bool upper, double value);
    [[nodiscard]] double valueAt(double place) const;
    [[nodiscard]] QRectF strip() const;

    PlaneFocus& m_focus;
    double m_lowest = 0.0;
    double m_highest = 1.0;
    bool m_isUpper = false; ///< the end that is dragged
};

} // namespace driftscope
