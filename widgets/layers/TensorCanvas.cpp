// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorCanvas.h"

#include "core/models/Numbers.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr double zoomStep = 1.5;
constexpr int tableSize = 256;
/// Elements as large as this get their numbers.
constexpr double roomForNumber = 44.0;

} // namespace

TensorCanvas::TensorCanvas(PlaneFocus& focus, Colours colours, QWidget* parent)
    : QWidget(parent)
    , m_focus(focus)
    , m_colours(colours)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    connect(&focus, &PlaneFocus::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&focus, &PlaneFocus::cursorChanged, this, [this] {
        describe();
        update();
    });
    connect(&focus, &PlaneFocus::rangeChanged, this, &TensorCanvas::recolour);
}

void TensorCanvas::setPlane(const TensorPlane& plane)
{
    m_plane = plane;
    recolour();
    describe();
}

void TensorCanvas::setMarksSaturation(bool marks)
{
    m_marksSaturation = marks;
    recolour();
}

QRgb TensorCanvas::colourOf(float value) const
{
    if (!std::isfinite(value))
        return m_notFinite;
    if (m_marksSaturation && (value <= m_plane.saturatedBelow || value >= m_plane.saturatedAbove))
        return m_saturated;
    const double place = (static_cast<double>(value) - m_low) / (m_high - m_low);
    return m_table[static_cast<std::size_t>(std::clamp(place, 0.0, 1.0) * (tableSize - 1) + 0.5)];
}

void TensorCanvas::recolour()
{
    const Theme theme = Theme::fromPalette(palette());
    const ColorMap& map = m_colours == Colours::Values ? theme.sequential() : theme.diverging();
    m_table.resize(tableSize);
    for (int i = 0; i < tableSize; ++i)
        m_table[static_cast<std::size_t>(i)] = map.at(static_cast<double>(i) / (tableSize - 1)).rgb();
    m_notFinite = theme.color(ThemeColor::NotFinite).rgb();
    m_saturated = theme.color(ThemeColor::Saturated).rgb();
    m_low = m_colours == Colours::Values ? m_focus.minimum() : -m_plane.magnitude;
    m_high = m_colours == Colours::Values ? m_focus.maximum() : m_plane.magnitude;
    if (!(m_high > m_low))
        m_high = m_low + 1.0;
    m_image = m_plane.size.isEmpty() ? QImage() : QImage(m_plane.size, QImage::Format_RGB32);
    for (int y = 0; y < m_image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
        const float* values = m_plane.values.data() + static_cast<std::ptrdiff_t>(y) * m_image.width();
        std::transform(values, values + m_image.width(), line, [this](float value) { return colourOf(value); });
    }
    update();
}

QRectF TensorCanvas::target() const
{
    if (m_image.isNull())
        return {};
    QSizeF size = QSizeF(m_image.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    // A row of a few numbers would be a hairline.
    size.setHeight(std::max(size.height(), std::min(12.0, static_cast<double>(height()))));
    const QPointF offset((width() - size.width()) / 2, (height() - size.height()) / 2);
    if (m_focus.zoom() <= 1.0)
        return {offset, size};
    const QSizeF zoomed = size * m_focus.zoom();
    const QPointF middle(width() / 2.0, height() / 2.0);
    return {middle - QPointF(m_focus.center().x() * zoomed.width(), m_focus.center().y() * zoomed.height()), zoomed};
}

QPointF TensorCanvas::shareAt(QPointF position) const
{
    const QRectF all = target();
    return all.isEmpty() ? QPointF(0.5, 0.5)
                         : QPointF((position.x() - all.x()) / all.width(), (position.y() - all.y()) / all.height());
}

QPoint TensorCanvas::elementAt(QPointF position) const
{
    const QPointF share = shareAt(position);
    if (m_image.isNull() || share.x() < 0 || share.y() < 0 || share.x() >= 1 || share.y() >= 1)
        return {-1, -1};
    return {static_cast<int>(share.x() * m_image.width()), static_cast<int>(share.y() * m_image.height())};
}

QRectF TensorCanvas::elementRect(QPoint element) const
{
    const QRectF all = target();
    if (all.isEmpty())
        return {};
    const double w = all.width() / m_image.width();
    const double h = all.height() / m_image.height();
    return {all.x() + element.x() * w, all.y() + element.y() * h, w, h};
}

void TensorCanvas::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::Window));
    if (m_image.isNull())
        return;
    painter.drawImage(target(), m_image);
    paintNumbers(painter);
    paintCursor(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(ThemeColor::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TensorCanvas::paintNumbers(QPainter& painter) const
{
    const QRectF one = elementRect({0, 0});
    if (one.width() < roomForNumber || one.height() < roomForNumber / 3)
        return;
    const Theme theme = Theme::fromPalette(palette());
    painter.setFont(theme.smallFont());
    const auto column = [&](double x) { return static_cast<int>(std::floor((x - one.x()) / one.width())); };
    const auto row = [&](double y) { return static_cast<int>(std::floor((y - one.y()) / one.height())); };
    for (int y = std::max(row(0), 0); y <= std::min(row(height()), m_image.height() - 1); ++y) {
        for (int x = std::max(column(0), 0); x <= std::min(column(width()), m_image.width() - 1); ++x) {
            const float value = m_plane.at({x, y});
            painter.setPen(relativeLuminance(QColor(m_image.pixel(x, y))) > 0.3 ? Qt::black : Qt::white);
            painter.drawText(elementRect({x, y}), Qt::AlignCenter, shortNumber(static_cast<double>(value)));
        }
    }
}

void TensorCanvas::paintCursor(QPainter& painter) const
{
    const Theme theme = Theme::fromPalette(palette());
    QRectF mark = elementRect(m_focus.cursor());
    const double smallest = 7.0;
    if (mark.width() < smallest || mark.height() < smallest) {
        const QPointF middle = mark.center();
        mark = QRectF(middle - QPointF(smallest / 2, smallest / 2), QSizeF(smallest, smallest));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ThemeColor::Canvas), 3));
    painter.drawRect(mark);
    painter.setPen(QPen(theme.color(ThemeColor::Accent), 1.5));
    painter.drawRect(mark);
}

void TensorCanvas::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    const QPoint element = elementAt(event->position());
    if (event->button() == Qt::LeftButton && element.x() >= 0)
        m_focus.setCursor(element);
}

void TensorCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF all = target();
    if (event->buttons() == Qt::NoButton || all.isEmpty() || m_focus.zoom() <= 1.0)
        return;
    const QPointF moved = m_pressed - event->position();
    m_pressed = event->position();
    m_focus.moveBy({moved.x() / all.width(), moved.y() / all.height()});
}

void TensorCanvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0)
        m_focus.zoomBy(std::pow(zoomStep, notches), shareAt(event->position()));
    event->accept();
}

bool TensorCanvas::moveCursor(const QKeyEvent& event)
{
    const int step = event.modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    QPoint by;
    switch (event.key()) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    default:
        return false;
    }
    m_focus.setCursor(m_focus.cursor() + by);
    // It stays in sight.
    const QPointF middle = elementRect(m_focus.cursor()).center();
    const QRectF all = target();
    if (!QRectF(rect()).contains(middle) && !all.isEmpty())
        m_focus.moveBy(shareAt(middle) - m_focus.center());
    return true;
}

void TensorCanvas::keyPressEvent(QKeyEvent* event)
{
    if (moveCursor(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_focus.zoomBy(zoomStep, shareAt(elementRect(m_focus.cursor()).center()));
        break;
    case Qt::Key_Minus:
        m_focus.zoomBy(1.0 / zoomStep, shareAt(elementRect(m_focus.cursor()).center()));
        break;
    case Qt::Key_0:
        m_focus.fit();
        break;
    case Qt::Key_PageUp:
        Q_EMIT channelStepped(-1);
        break;
    case Qt::Key_PageDown:
        Q_EMIT channelStepped(1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TensorCanvas::describe()
{
    const QPoint cursor = m_focus.cursor();
    setAccessibleDescription(m_image.isNull() ? QString()
                                              : tr("Row %1, column %2: %3")
                                                    .arg(cursor.y())
                                                    .arg(cursor.x())
                                                    .arg(shortNumber(static_cast<double>(m_plane.at(cursor)))));
}

void TensorCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace driftscope
