// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/PlaneFocus.h"

#include <algorithm>

namespace driftscope {

void PlaneFocus::setPlane(QSize size)
{
    m_size = size;
    setCursor(m_cursor);
}

void PlaneFocus::zoomBy(double factor, QPointF around)
{
    constexpr double nearest = 4096.0;
    const double zoom = std::clamp(m_zoom * factor, 1.0, nearest);
    // What lies under `around` before lies there afterwards.
    setView(zoom, around + (m_center - around) * (m_zoom / zoom));
}

void PlaneFocus::moveBy(QPointF shares)
{
    setView(m_zoom, m_center + shares);
}

void PlaneFocus::fit()
{
    setView(1.0, {0.5, 0.5});
}

void PlaneFocus::setView(double zoom, QPointF center)
{
    const double half = 0.5 / zoom;
    const QPointF inside(std::clamp(center.x(), half, 1.0 - half), std::clamp(center.y(), half, 1.0 - half));
    if (zoom == m_zoom && inside == m_center)
        return;
    m_zoom = zoom;
    m_center = inside;
    Q_EMIT viewChanged();
}

void PlaneFocus::setCursor(QPoint element)
{
    const QPoint inside(std::clamp(element.x(), 0, std::max(m_size.width() - 1, 0)),
                        std::clamp(element.y(), 0, std::max(m_size.height() - 1, 0)));
    if (inside == m_cursor)
        return;
    m_cursor = inside;
    Q_EMIT cursorChanged();
}

void PlaneFocus::setRange(double minimum, double maximum)
{
    if (minimum == m_minimum && maximum == m_maximum)
        return;
    m_minimum = std::min(minimum, maximum);
    m_maximum = std::max(minimum, maximum);
    Q_EMIT rangeChanged();
}

} // namespace driftscope
