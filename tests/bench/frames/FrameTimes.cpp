// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameTimes.h"

#include "tests/support/Stopwatch.h"

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace driftscope::test {

namespace {

/// Sends the event and paints what it made necessary.
double frame(QWidget* target, QEvent& event)
{
    const Stopwatch stopwatch;
    QApplication::sendEvent(target, &event);
    QCoreApplication::sendPostedEvents();
    return stopwatch.seconds() * 1e3;
}

void settle()
{
    constexpr int untilCrispMilliseconds = 200;
    QTest::qWait(untilCrispMilliseconds);
}

QMouseEvent mouse(const GraphView& view, QEvent::Type type, QPointF position)
{
    const bool isMove = type == QEvent::MouseMove;
    return {type,
            position,
            view.viewport()->mapToGlobal(position),
            isMove ? Qt::NoButton : Qt::LeftButton,
            type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
            Qt::NoModifier};
}

void drag(GraphView& view, FrameTimes& times)
{
    constexpr int moves = 60;
    QPointF position = QRectF(view.viewport()->rect()).center();
    QMouseEvent press = mouse(view, QEvent::MouseButtonPress, position);
    QApplication::sendEvent(view.viewport(), &press);
    for (int i = 0; i < moves; ++i) {
        position += QPointF(i % 20 < 10 ? 9 : -9, i % 30 < 15 ? -23 : 23);
        QMouseEvent move = mouse(view, QEvent::MouseMove, position);
        times.add(frame(view.viewport(), move));
    }
    QMouseEvent release = mouse(view, QEvent::MouseButtonRelease, position);
    QApplication::sendEvent(view.viewport(), &release);
}

void turnPages(GraphView& view, FrameTimes& times)
{
    constexpr int pages = 16;
    for (int i = 0; i < pages; ++i) {
        QKeyEvent press(QEvent::KeyPress, i < pages / 2 ? Qt::Key_PageDown : Qt::Key_PageUp, Qt::NoModifier);
        const ViewTransform before = view.transform();
        const double milliseconds = frame(&view, press);
        if (view.transform() != before) // not beyond the last page
            times.add(milliseconds);
    }
}

void turnWheel(GraphView& view, FrameTimes& times)
{
    constexpr int turns = 32;
    const QPointF position = QRectF(view.viewport()->rect()).center() + QPointF(100, 50);
    for (int i = 0; i < turns; ++i) {
        // In and out by less than two, so that the frames belong to this scale; in thirds of a notch, as touchpads do.
        const int delta = i % 16 < 8 ? 40 : -40;
        QWheelEvent wheel(position, view.viewport()->mapToGlobal(position), QPoint(), QPoint(0, delta), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        times.add(frame(view.viewport(), wheel));
    }
}

} // namespace

void FrameTimes::add(const FrameTimes& others)
{
    m_times.insert(m_times.end(), others.m_times.begin(), others.m_times.end());
}

double FrameTimes::quantile(double share) const
{
    if (m_times.empty())
        return 0;
    std::vector<double> sorted = m_times;
    std::ranges::sort(sorted);
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

std::vector<double> scalesOf(const GraphView& view)
{
    constexpr double largest = 4;
    const QSizeF room = view.viewport()->size();
    const QRectF bounds = view.worldBounds();
    std::vector<double> scales;
    for (double scale = std::min(room.width() / bounds.width(), room.height() / bounds.height()); scale < largest;
         scale *= 2)
        scales.push_back(scale);
    scales.push_back(largest);
    return scales;
}

FramesAtZoom measureAt(GraphView& view, double scale)
{
    const QSizeF room = view.viewport()->size();
    // A little above the middle: pages go down and come back.
    const QPointF middle = view.worldBounds().center();
    ViewTransform transform;
    transform.scale = scale;
    transform.origin = middle - QPointF(room.width(), room.height()) / 2 / scale;
    view.setTransform(transform);
    settle();
    FramesAtZoom frames;
    frames.scale = view.transform().scale;
    frames.boxesInView
        = static_cast<int>(view.scene()->index().boxesIn(view.transform().toWorld(QRectF(QPointF(), room))).size());
    drag(view, frames.drag);
    settle();
    turnPages(view, frames.page);
    turnWheel(view, frames.wheel);
    settle();
    return frames;
}

FrameTimes measureRectangles(QSize size, int count)
{
    constexpr int repetitions = 40;
    QRandomGenerator random(1);
    QList<QRectF> rectangles;
    for (int i = 0; i < count; ++i)
        rectangles.append(QRectF(random.bounded(double(size.width())), random.bounded(double(size.height())), 5, 2));
    QImage picture(size, QImage::Format_ARGB32_Premultiplied);
    FrameTimes times;
    for (int i = 0; i < repetitions; ++i) {
        const Stopwatch stopwatch;
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::darkCyan);
        painter.drawRects(rectangles);
        painter.end();
        times.add(stopwatch.seconds() * 1e3);
    }
    return times;
}

} // namespace driftscope::test
