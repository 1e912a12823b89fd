// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/RangeBar.h"

#include "core/models/Numbers.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr double handle = 5.0;
constexpr int stepsOfExtent = 100; ///< a key moves an end by so many parts of all

} // namespace

RangeBar::RangeBar(PlaneFocus& focus, QWidget* parent)
    : QWidget(parent)
    , m_focus(focus)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&focus, &PlaneFocus::rangeChanged, this, [this] {
        describe();
        update();
    });
    describe();
}

void RangeBar::setExtent(double minimum, double maximum)
{
    m_lowest = minimum;
    m_highest = maximum > minimum ? maximum : minimum + 1.0;
    describe();
    update();
}

void RangeBar::fit()
{
    m_focus.setRange(m_lowest, m_highest);
}

QSize RangeBar::sizeHint() const
{
    return {160, fontMetrics().height() + 14};
}

QSize RangeBar::minimumSizeHint() const
{
    return {90, fontMetrics().height() + 14};
}

QRectF RangeBar::strip() const
{
    return QRectF(rect()).adjusted(handle, 2, -handle, -(fontMetrics().height() + 2.0));
}

double RangeBar::placeOf(double value) const
{
    const QRectF all = strip();
    return all.left() + std::clamp((value - m_lowest) / (m_highest - m_lowest), 0.0, 1.0) * all.width();
}

double RangeBar::valueAt(double place) const
{
    const QRectF all = strip();
    return m_lowest + std::clamp((place - all.left()) / std::max(all.width(), 1.0), 0.0, 1.0) * (m_highest - m_lowest);
}

void RangeBar::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    const QRectF all = strip();
    const double low = placeOf(m_focus.minimum());
    const double high = placeOf(m_focus.maximum());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Below and above the ends the map stays at its first and last colour.
    painter.fillRect(QRectF(all.left(), all.top(), low - all.left(), all.height()), theme.sequential().at(0));
    painter.fillRect(QRectF(high, all.top(), all.right() - high, all.height()), theme.sequential().at(1));
    if (high > low)
        painter.drawImage(QRectF(low, all.top(), high - low, all.height()), theme.sequential().strip(256));
    painter.setPen(QPen(theme.color(ThemeColor::Border), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(all);
    painter.setPen(QPen(theme.color(ThemeColor::Canvas), 1));
    painter.setBrush(theme.color(hasFocus() ? ThemeColor::Accent : ThemeColor::Text));
    for (const double place : {low, high}) {
        const QPointF tip(place, all.bottom() - 4);
        QPainterPath mark;
        mark.addPolygon({{tip, tip + QPointF(handle, handle + 4), tip + QPointF(-handle, handle + 4)}});
        mark.closeSubpath();
        painter.drawPath(mark);
    }
    painter.setFont(theme.smallFont());
    painter.setPen(theme.color(ThemeColor::MutedText));
    const QRectF numbers(0, all.bottom() + 4, width(), height() - all.bottom() - 4);
    painter.drawText(numbers, Qt::AlignLeft | Qt::AlignBottom, shortNumber(m_focus.minimum()));
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignBottom, shortNumber(m_focus.maximum()));
}

void RangeBar::moveEnd(bool upper, double value)
{
    const double least = (m_highest - m_lowest) / 1000.0;
    if (upper)
        m_focus.setRange(m_focus.minimum(), std::max(value, m_focus.minimum() + least));
    else
        m_focus.setRange(std::min(value, m_focus.maximum() - least), m_focus.maximum());
}

void RangeBar::mousePressEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    m_isUpper = std::abs(x - placeOf(m_focus.maximum())) < std::abs(x - placeOf(m_focus.minimum()));
    moveEnd(m_isUpper, valueAt(x));
}

void RangeBar::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveEnd(m_isUpper, valueAt(event->position().x()));
}

void RangeBar::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    fit();
}

void RangeBar::keyPressEvent(QKeyEvent* event)
{
    const bool isUpper = event->modifiers().testFlag(Qt::ShiftModifier);
    const double step = (m_highest - m_lowest) / stepsOfExtent;
    const double end = isUpper ? m_focus.maximum() : m_focus.minimum();
    if (event->key() == Qt::Key_Left)
        moveEnd(isUpper, std::max(end - step, m_lowest));
    else if (event->key() == Qt::Key_Right)
        moveEnd(isUpper, std::min(end + step, m_highest));
    else if (event->key() == Qt::Key_Home)
        fit();
    else
        QWidget::keyPressEvent(event);
}

void RangeBar::describe()
{
    setAccessibleName(tr("Range of the colours"));
    setAccessibleDescription(tr("from %1 to %2").arg(shortNumber(m_focus.minimum()), shortNumber(m_focus.maximum())));
    setToolTip(tr("Drag an end, or move it with Left and Right (with Shift the upper one); a double click or Home fits "
                  "the range to the values."));
}

void RangeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace driftscope
