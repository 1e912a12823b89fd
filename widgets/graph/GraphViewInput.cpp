// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphView.h"
#include "widgets/graph/GraphWalk.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace driftscope {

void GraphView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    m_isPressed = true;
    m_isDragging = event->button() == Qt::MiddleButton || m_isSpaceHeld;
    m_pressed = event->position();
    m_lastDrag = event->position();
    updateCursor();
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed) {
        hoverAt(event->position());
        return;
    }
    const QPointF way = event->position() - m_pressed;
    if (!m_isDragging && way.manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragging = true;
        updateCursor();
    }
    if (m_isDragging) {
        ViewTransform next = m_view;
        next.origin -= (event->position() - m_lastDrag) / m_view.scale;
        m_lastDrag = event->position();
        setTransform(next);
    }
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isPressed) {
        QAbstractScrollArea::mouseReleaseEvent(event);
        return;
    }
    const bool wasClick = !m_isDragging && event->button() == Qt::LeftButton;
    m_isPressed = false;
    m_isDragging = false;
    updateCursor();
    if (wasClick && m_isPicking) {
        Q_EMIT boxPicked(boxAt(event->position()));
    } else if (wasClick) {
        clickAt(event->position(), event->modifiers());
    }
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int box = boxAt(event->position());
    if (event->button() == Qt::LeftButton && box >= 0 && !m_isPicking) {
        selectByPerson(box);
        Q_EMIT boxActivated(box);
    }
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    const bool isControlHeld = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        QScrollBar* bar = horizontalScrollBar();
        bar->setValue(bar->value() - event->angleDelta().y());
        event->accept();
        return;
    }
    if (isControlHeld == m_wheelZooms) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0) {
        zoomAt(event->position(), std::pow(1.2, steps));
    }
    event->accept();
}

bool GraphView::handleZoomKey(const QKeyEvent& event)
{
    const QPointF middle = QRectF(viewport()->rect()).center();
    switch (event.key()) {
    case Qt::Key_0:
        zoomToFit();
        return true;
    case Qt::Key_F:
        frameSelection();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAt(middle, 1.2);
        return true;
    case Qt::Key_Minus:
        zoomAt(middle, 1 / 1.2);
        return true;
    case Qt::Key_PageUp:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return true;
    default:
        return false;
    }
}

bool GraphView::handleWalkKey(const QKeyEvent& event)
{
    if (!m_scene) {
        return false;
    }
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isTurned = isPlain && m_scene->layout().isSideways; // arrows go where they point
    const std::optional<WalkStep> step = walkStep(isTurned ? turnedKey(event.key()) : event.key(), event.modifiers());
    if (!step) {
        return false;
    }
    const int next = walk(*m_scene, m_selected, *step);
    if (next >= 0 && next != m_selected) {
        if (m_isPicking) {
            setSelectedBox(next);
        } else {
            selectByPerson(next);
        }
        ensureVisible(next);
    }
    return true;
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const auto plain = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::ShiftModifier) {
        zoomAt(QRectF(viewport()->rect()).center(), 1 / m_view.scale); // 100 %, as in Netron
    } else if (event->key() == Qt::Key_Space && plain == Qt::NoModifier) {
        m_isSpaceHeld = true;
        updateCursor();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected >= 0) {
        if (m_isPicking) {
            Q_EMIT boxPicked(m_selected);
        } else {
            Q_EMIT boxActivated(m_selected);
        }
    } else if (event->key() == Qt::Key_Escape && m_selected >= 0) {
        selectByPerson(-1);
    } else if (!(plain == Qt::NoModifier && handleZoomKey(*event)) && !handleWalkKey(*event)) {
        // Not the base class, which would scroll with the arrows: the window's shortcuts come next.
        event->ignore();
    }
}

void GraphView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        updateCursor();
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_isSpaceHeld = false; // its release goes elsewhere
    updateCursor();
    viewport()->update();
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_scene) {
        return;
    }
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int box = byKey ? m_selected : boxAt(event->pos());
    QPoint where = event->globalPos();
    if (byKey && box >= 0) {
        where = viewport()->mapToGlobal(boxRectInViewport(box).center().toPoint());
    }
    if (box >= 0) {
        selectByPerson(box);
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT contextMenuAboutToShow(menu, box);
    if (!menu->isEmpty()) {
        menu->addSeparator();
    }
    menu->addAction(tr("Fit All\t0"), this, &GraphView::zoomToFit);
    if (m_selected >= 0) {
        menu->addAction(tr("Frame Selection\tF"), this, &GraphView::frameSelection);
    }
    menu->popup(where);
}

bool GraphView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int box = boxAt(help->pos());
        const QString more = m_moreToolTip && m_scene ? m_moreToolTip(box, help->pos()) : QString();
        if (box >= 0) {
            QToolTip::showText(help->globalPos(), boxToolTip(*m_scene, box) + more, viewport(),
                               boxRectInViewport(box).toAlignedRect());
        } else if (const int edge = edgeAt(help->pos()); edge >= 0) {
            QToolTip::showText(help->globalPos(), edgeToolTip(*m_scene, edge), viewport());
        } else if (!more.isEmpty()) {
            QToolTip::showText(help->globalPos(), more, viewport(), QRect(help->pos() - QPoint(4, 4), QSize(8, 8)));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::Leave) {
        setHovered(-1);
        setHoveredEdge(-1);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GraphView::updateCursor()
{
    if (m_isDragging) {
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (m_isSpaceHeld) {
        viewport()->setCursor(Qt::OpenHandCursor);
    } else if (m_isPicking) {
        viewport()->setCursor(Qt::CrossCursor);
    } else {
        viewport()->unsetCursor();
    }
}

void GraphView::setHovered(int box)
{
    if (box == m_hovered) {
        return;
    }
    m_hovered = box;
    viewport()->update();
    Q_EMIT boxHovered(box);
}

void GraphView::selectByPerson(int box)
{
    if (box != m_selected) {
        setSelectedBox(box);
        Q_EMIT boxSelected(box);
    }
}

void GraphView::describeSelection()
{
    setAccessibleDescription(m_scene && m_selected >= 0 ? boxDescription(*m_scene, m_selected) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (QAccessible::isActive() && hasFocus() && m_selected >= 0) {
        const QAccessibleInterface* own = QAccessible::queryAccessibleInterface(this);
        if (QAccessibleInterface* selected = own != nullptr ? own->focusChild() : nullptr; selected != nullptr) {
            QAccessibleEvent focus(selected, QAccessible::Focus);
            QAccessible::updateAccessibility(&focus);
        }
    }
}

} // namespace driftscope
