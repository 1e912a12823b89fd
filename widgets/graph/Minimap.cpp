// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/Minimap.h"

#include "widgets/graph/PixelCanvas.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace driftscope {

namespace {

constexpr double margin = 6;

} // namespace

Minimap::Minimap(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of the graph"));
    setToolTip(tr("Overview: click or drag to go there, turn the wheel to move on"));
}

void Minimap::setView(GraphView* view)
{
    if (view == m_view) {
        return;
    }
    if (m_view) {
        m_view->disconnect(this);
    }
    m_view = view;
    if (m_view) {
        connect(m_view, &GraphView::viewChanged, this, qOverload<>(&QWidget::update));
    }
    refresh();
}

void Minimap::refresh()
{
    m_isStale = true;
    update();
}

QSize Minimap::sizeHint() const
{
    return {72, 72}; // the other way it takes what there is
}

void Minimap::setOrientation(Qt::Orientation orientation)
{
    const bool isHigh = orientation == Qt::Vertical;
    setSizePolicy(isHigh ? QSizePolicy::Fixed : QSizePolicy::Expanding,
                  isHigh ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    updateGeometry();
    refresh();
}

QRectF Minimap::worldBounds() const
{
    if (!m_view || !m_view->scene()) {
        return {};
    }
    // The view's height (panes share it), the layout's own width.
    const QRectF own = m_view->scene()->layout().bounds;
    const QRectF shared = m_view->worldBounds();
    if (m_view->scene()->layout().isSideways) { // there it is the width that panes share
        return {shared.left(), own.top(), shared.width(), own.height()};
    }
    return {own.left(), shared.top(), own.width(), shared.height()};
}

QRectF Minimap::toStrip(const QRectF& world) const
{
    const QRectF bounds = worldBounds();
    if (bounds.isEmpty()) {
        return {};
    }
    // Short graphs are not blown up beyond what looks like an overview.
    constexpr double largestScale = 0.14;
    const double x = std::min((width() - 2 * margin) / bounds.width(), largestScale);
    const double y = std::min((height() - 2 * margin) / bounds.height(), largestScale);
    if (m_view->scene()->layout().isSideways) {
        return {margin + (world.left() - bounds.left()) * x, height() / 2.0 + (world.top() - bounds.center().y()) * y,
                world.width() * x, world.height() * y};
    }
    return {width() / 2.0 + (world.left() - bounds.center().x()) * x, margin + (world.top() - bounds.top()) * y,
            world.width() * x, world.height() * y};
}

QRectF Minimap::viewportMark() const
{
    if (!m_view || !m_view->scene()) {
        return {};
    }
    const QRectF world = m_view->transform().toWorld(QRectF(m_view->viewport()->rect()));
    return toStrip(world).intersected(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void Minimap::paintMarks()
{
    m_isStale = false;
    const GraphAppearance& appearance = m_view->appearance();
    const GraphScene& scene = *m_view->scene();
    static const GraphEmphasis none;
    const FarMarks marks(scene, appearance, m_view->emphasis() ? *m_view->emphasis() : none);
    PixelCanvas canvas(QRectF(rect()), devicePixelRatioF());
    const QRectF whole = toStrip(scene.layout().bounds);
    const double scale = scene.layout().bounds.height() > 0 ? whole.height() / scene.layout().bounds.height() : 1.0;
    // Least urgent first: where several nodes share a row of pixels, the worst is seen.
    for (const FarMark* mark : marks.in(scene.layout().bounds, scale * devicePixelRatioF())) {
        QRectF place = toStrip(mark->rect);
        place.setHeight(std::max(place.height(), mark->urgency > 1 ? 2.0 : 1.0));
        canvas.fillRect(place, mark->color);
    }
    m_marks = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    m_marks.setDevicePixelRatio(devicePixelRatioF());
    m_marks.fill(appearance.theme.color(ThemeColor::Canvas));
    QPainter painter(&m_marks);
    canvas.drawOnto(painter);
}

/// Flags at the right edge, each at its node's height.
void Minimap::paintBookmarks(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_view->appearance().theme.color(ThemeColor::Canvas), 1));
    painter.setBrush(m_view->appearance().theme.color(ThemeColor::Accent));
    for (const BoxFlag& mark : m_view->marks()) {
        const double y = toStrip(m_view->scene()->box(mark.box).rect).center().y();
        painter.drawPolygon(
            QPolygonF({QPointF(width() - 8.0, y), QPointF(width() - 1.0, y - 5), QPointF(width() - 1.0, y + 5)}));
    }
    painter.restore();
}

void Minimap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (!m_view || !m_view->scene()) {
        painter.fillRect(rect(), Theme::fromPalette(palette()).color(ThemeColor::Canvas));
        return;
    }
    if (m_isStale || m_marks.size() != (QSizeF(size()) * devicePixelRatioF()).toSize()) {
        paintMarks();
    }
    painter.drawPixmap(QPointF(0, 0), m_marks);
    const Theme& theme = m_view->appearance().theme;
    painter.fillRect(QRect(0, 0, 1, height()), theme.color(ThemeColor::Border));
    paintBookmarks(painter);
    QColor veil = theme.color(ThemeColor::Accent);
    painter.setPen(QPen(veil, 1));
    veil.setAlphaF(0.12F);
    painter.setBrush(veil);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF mark = viewportMark();
    painter.drawRect(QRectF(QRectF(mark.toRect()).topLeft() + QPointF(0.5, 0.5),
                            QSizeF(std::max(4, mark.toRect().width() - 1), std::max(4, mark.toRect().height() - 1))));
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_view || !m_view->scene()) {
        return;
    }
    // Taken where it lies, the frame keeps its place under the pointer; elsewhere it comes to the pointer.
    const QPointF middle = toStrip(m_view->transform().toWorld(QRectF(m_view->viewport()->rect()))).center();
    m_grip = viewportMark().contains(event->position()) ? event->position() - middle : QPointF();
    goTo(event->position() - m_grip);
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        goTo(event->position() - m_grip);
    }
}

void Minimap::wheelEvent(QWheelEvent* event)
{
    if (!m_view || !m_view->scene()) {
        return;
    }
    const double steps = event->angleDelta().y() / 120.0;
    const QRectF viewport(m_view->viewport()->rect());
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_view->zoomAt(viewport.center(), std::pow(1.2, steps));
    } else {
        ViewTransform next = m_view->transform();
        next.origin.ry() -= steps * viewport.height() / 5 / next.scale;
        m_view->setTransform(next);
    }
    event->accept();
}

void Minimap::goTo(QPointF point)
{
    const QRectF bounds = worldBounds();
    const QRectF strip = toStrip(bounds);
    if (strip.isEmpty()) {
        return;
    }
    const QPointF share((point.x() - strip.left()) / strip.width(), (point.y() - strip.top()) / strip.height());
    m_view->centerOn(bounds.topLeft() + QPointF(share.x() * bounds.width(), share.y() * bounds.height()));
}

} // namespace driftscope
