// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/FrameCache.h"

#include <QPainter>

#include <cmath>

namespace driftscope {

namespace {

QSize deviceSize(const FrameCache::Key& key)
{
    // The one place that multiplies by the ratio.
    return {static_cast<int>(std::ceil(key.size.width() * key.ratio)),
            static_cast<int>(std::ceil(key.size.height() * key.ratio))};
}

} // namespace

const QPixmap& FrameCache::frame(const Key& key, const Paint& paint)
{
    if (!m_pixmap.isNull() && key == m_key) {
        ++m_counts.reused;
        return m_pixmap;
    }
    if (pan(key, paint)) {
        ++m_counts.strips;
        return m_pixmap;
    }
    ++m_counts.whole;
    if (m_pixmap.size() != deviceSize(key)) {
        m_pixmap = QPixmap(deviceSize(key));
    }
    m_pixmap.setDevicePixelRatio(key.ratio);
    m_key = key;
    paintPart(QRect(QPoint(), m_pixmap.size()), paint);
    return m_pixmap;
}

void FrameCache::clear()
{
    m_pixmap = QPixmap();
}

bool FrameCache::pan(const Key& key, const Paint& paint)
{
    Key moved = key;
    moved.view.origin = m_key.view.origin;
    if (m_pixmap.isNull() || moved != m_key) {
        return false;
    }
    const QPointF shift = (m_key.view.origin - key.view.origin) * key.view.scale * key.ratio;
    const QPoint pixels = shift.toPoint();
    constexpr double tolerance = 0.02; // of a pixel: nobody sees it, and it does not add up since the key is exact
    const bool isWhole = std::abs(shift.x() - pixels.x()) < tolerance && std::abs(shift.y() - pixels.y()) < tolerance;
    const QSize size = m_pixmap.size();
    if (!isWhole || std::abs(pixels.x()) >= size.width() || std::abs(pixels.y()) >= size.height()) {
        return false;
    }
    m_key = key;
    m_pixmap.scroll(pixels.x(), pixels.y(), QRect(QPoint(), size));
    if (pixels.y() != 0) {
        const int top = pixels.y() > 0 ? 0 : size.height() + pixels.y();
        paintPart(QRect(0, top, size.width(), std::abs(pixels.y())), paint);
    }
    if (pixels.x() != 0) {
        const int left = pixels.x() > 0 ? 0 : size.width() + pixels.x();
        paintPart(QRect(left, 0, std::abs(pixels.x()), size.height()), paint);
    }
    return true;
}

void FrameCache::paintPart(const QRect& devicePixels, const Paint& paint)
{
    QPainter painter(&m_pixmap);
    const QRectF target(QPointF(devicePixels.topLeft()) / m_key.ratio, QSizeF(devicePixels.size()) / m_key.ratio);
    painter.setClipRect(target);
    paint(painter, target);
}

} // namespace driftscope
