// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/StatusLight.h"

#include "widgets/common/Theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace driftscope {

using namespace Qt::StringLiterals;

QString statusName(Status status)
{
    switch (status) {
    case Status::Running:
        return QCoreApplication::translate("driftscope::Status", "Running");
    case Status::Pass:
        return QCoreApplication::translate("driftscope::Status", "Agrees");
    case Status::Warn:
        return QCoreApplication::translate("driftscope::Status", "Needs a look");
    case Status::Fail:
        return QCoreApplication::translate("driftscope::Status", "Fails");
    case Status::Unknown:
        break;
    }
    return QCoreApplication::translate("driftscope::Status", "Not known yet");
}

namespace {

void paintTick(QPainter& painter, const QRectF& disc)
{
    const QPointF points[] = {disc.topLeft() + QPointF(0.27 * disc.width(), 0.53 * disc.height()),
                              disc.topLeft() + QPointF(0.44 * disc.width(), 0.69 * disc.height()),
                              disc.topLeft() + QPointF(0.74 * disc.width(), 0.34 * disc.height())};
    painter.drawPolyline(points, 3);
}

void paintExclamation(QPainter& painter, const QRectF& disc)
{
    const double x = disc.center().x();
    painter.drawLine(QPointF(x, disc.top() + 0.24 * disc.height()), QPointF(x, disc.top() + 0.55 * disc.height()));
    painter.drawPoint(QPointF(x, disc.top() + 0.76 * disc.height()));
}

} // namespace

StatusLight::StatusLight(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(statusName(m_status));
    setToolTip(statusName(m_status));
}

void StatusLight::setStatus(Status status)
{
    m_status = status;
    setAccessibleName(statusName(status));
    setToolTip(statusName(status));
    update();
}

QSize StatusLight::sizeHint() const
{
    const int side = fontMetrics().height();
    return {side, side};
}

void StatusLight::paint(QPainter& painter, const QRectF& rect, Status status, const Theme& theme)
{
    const double side = std::min(rect.width(), rect.height()) * 0.78;
    QRectF disc(0, 0, side, side);
    disc.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (status == Status::Unknown || status == Status::Running) {
        const ThemeColor role = status == Status::Running ? ThemeColor::Accent : ThemeColor::MutedText;
        painter.setPen(QPen(theme.color(role), side * 0.14));
        painter.setBrush(Qt::NoBrush);
        const QRectF ring = disc.adjusted(1, 1, -1, -1);
        // Running is an open ring: it differs from an empty one in shape, too.
        painter.drawArc(ring, 90 * 16, status == Status::Running ? 250 * 16 : 360 * 16);
    } else {
        const ThemeColor role = status == Status::Pass ? ThemeColor::Pass
            : status == Status::Warn                   ? ThemeColor::Warn
                                                       : ThemeColor::Fail;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(role));
        if (status == Status::Warn) {
            const QPointF triangle[] = {QPointF(disc.center().x(), disc.top()), disc.bottomRight(), disc.bottomLeft()};
            painter.drawConvexPolygon(triangle, 3);
        } else {
            painter.drawEllipse(disc);
        }
        painter.setPen(QPen(theme.color(ThemeColor::PillText), side * 0.13, Qt::SolidLine, Qt::RoundCap));
        if (status == Status::Pass) {
            paintTick(painter, disc);
        } else {
            paintExclamation(painter, status == Status::Warn ? disc.adjusted(0, side * 0.14, 0, 0) : disc);
        }
    }
    painter.restore();
}

void StatusLight::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paint(painter, rect(), m_status, Theme::fromPalette(palette()));
}

} // namespace driftscope
