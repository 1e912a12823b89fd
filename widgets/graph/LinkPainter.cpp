// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/LinkPainter.h"

#include "widgets/graph/PixelCanvas.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

QRectF boxRect(const LinkWindow& window, int box)
{
    return window.view.toView(window.scene->box(box).rect).translated(window.viewport.topLeft());
}

std::vector<int> visibleBoxes(const LinkWindow& window)
{
    return window.scene->index().boxesIn(window.view.toWorld(QRectF(QPointF(0, 0), window.viewport.size())));
}

/// Links of which an end is in view, ascending, without repeats.
std::vector<int> visibleLinks(const PaneLinks& links, const std::vector<int>& lefts, const std::vector<int>& rights)
{
    std::vector<int> visible;
    for (const int box : lefts) {
        const QList<int>& of = links.ofLeft(box);
        visible.insert(visible.end(), of.cbegin(), of.cend());
    }
    for (const int box : rights) {
        const QList<int>& of = links.ofRight(box);
        visible.insert(visible.end(), of.cbegin(), of.cend());
    }
    std::sort(visible.begin(), visible.end());
    visible.erase(std::unique(visible.begin(), visible.end()), visible.end());
    return visible;
}

/// Lines that may be drawn: all with an end in view, or where boxes are too small to tell lines apart, those of the
/// selection.
std::vector<int> selectedLinks(const LinkWindow& left, const LinkWindow& right, const PaneLinks& links)
{
    std::vector<int> selected;
    if (left.selected >= 0) {
        const QList<int>& of = links.ofLeft(left.selected);
        selected.assign(of.cbegin(), of.cend());
    }
    if (right.selected >= 0) {
        const QList<int>& of = links.ofRight(right.selected);
        selected.insert(selected.end(), of.cbegin(), of.cend());
    }
    std::sort(selected.begin(), selected.end());
    selected.erase(std::unique(selected.begin(), selected.end()), selected.end());
    return selected;
}

bool canTellLinesApart(const LinkWindow& window)
{
    constexpr double leastBoxHeight = 7;
    return window.scene->boxCount() == 0 || window.scene->box(0).rect.height() * window.view.scale >= leastBoxHeight;
}

/// Panes of layouts from left to right stand above each other.
bool isStacked(const LinkWindow& window)
{
    return window.scene->layout().isSideways;
}

bool isStraight(const QLineF& ends, bool isStacked)
{
    return std::abs(isStacked ? ends.dx() : ends.dy()) < 1.0;
}

void addCurve(QPainterPath& path, const QLineF& ends, bool isStacked)
{
    path.moveTo(ends.p1());
    if (isStraight(ends, isStacked)) {
        path.lineTo(ends.p2());
        return;
    }
    const double length = std::max(24.0, (isStacked ? ends.dy() : ends.dx()) * 0.45);
    const QPointF reach = isStacked ? QPointF(0, length) : QPointF(length, 0);
    path.cubicTo(ends.p1() + reach, ends.p2() - reach, ends.p2());
}

/// Lines of one colour: those along a row without antialiasing, which is most of them, the others as curves.
struct LinkLines
{
    QVector<QLineF> straight;
    QPainterPath curves;

    [[nodiscard]] bool isEmpty() const { return straight.isEmpty() && curves.isEmpty(); }

    void add(const QLineF& ends, bool isStacked)
    {
        if (isStraight(ends, isStacked)) {
            straight.append(ends);
        } else {
            addCurve(curves, ends, isStacked);
        }
    }

    void draw(QPainter& painter, const QColor& color, double width) const
    {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawLines(straight);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPath(curves);
    }

    /// The same into pixels: straight lines are rectangles there.
    void draw(PixelCanvas& canvas, const QColor& color, double width) const
    {
        for (const QLineF& line : straight) {
            const bool isDown = std::abs(line.dy()) > std::abs(line.dx());
            canvas.fillRect(isDown ? QRectF(line.x1() - width / 2, line.y1(), width, line.dy())
                                   : QRectF(line.x1(), line.y1() - width / 2, line.dx(), width),
                            color.rgb());
        }
        if (!curves.isEmpty()) {
            canvas.paint([&](QPainter& painter) {
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(color, width));
                painter.drawPath(curves);
            });
        }
    }
};

/// The box is in view from left to right, wherever it is from top to bottom; the other way where panes are stacked.
bool isBeside(const LinkWindow& window, int box)
{
    const QRectF rect = boxRect(window, box);
    if (isStacked(window)) {
        return rect.bottom() > window.viewport.top() && rect.top() < window.viewport.bottom();
    }
    return rect.right() > window.viewport.left() && rect.left() < window.viewport.right();
}

constexpr qsizetype mostInAFan = 5;

bool isInAFan(const PaneLinks& links, const BoxLink& link)
{
    return links.ofLeft(link.fromBox).size() > mostInAFan || links.ofRight(link.toBox).size() > mostInAFan;
}

/// Of a node that many others went into only the line between the two selected boxes is.
bool isSelected(const LinkWindow& left, const LinkWindow& right, const PaneLinks& links, const BoxLink& link)
{
    const bool isFromHere = link.fromBox == left.selected;
    const bool isToHere = link.toBox == right.selected;
    return isInAFan(links, link) && left.selected >= 0 && right.selected >= 0 ? isFromHere && isToHere
                                                                              : isFromHere || isToHere;
}

bool isWorthALine(const LinkWindow& left, const LinkWindow& right, const PaneLinks& links, const BoxLink& link,
                  const QLineF& ends)
{
    if (!isBeside(left, link.fromBox) || !isBeside(right, link.toBox)) {
        return false; // it would end nowhere at the edge of its pane
    }
    if (left.isDimmed(link.fromBox) && right.isDimmed(link.toBox)) {
        return false;
    }
    return !isInAFan(links, link) || isStraight(ends, isStacked(left));
}

/// Over finished views: into a picture of its own, from which the boxes are cut out again.
void drawAroundBoxes(QPainter& painter, const LinkWindow& left, const LinkWindow& right, const std::vector<int>& lefts,
                     const std::vector<int>& rights, const LinkLines& quiet, const LinkLines& active,
                     const Theme& theme)
{
    const QRectF stacked(QPointF(std::max(left.viewport.left(), right.viewport.left()), left.viewport.top()),
                         QPointF(std::min(left.viewport.right(), right.viewport.right()), right.viewport.bottom()));
    const QRectF beside(QPointF(left.viewport.left(), std::max(left.viewport.top(), right.viewport.top())),
                        QPointF(right.viewport.right(), std::min(left.viewport.bottom(), right.viewport.bottom())));
    const QRectF between = isStacked(left) ? stacked : beside;
    if (between.isEmpty() || (quiet.isEmpty() && active.isEmpty())) {
        return;
    }
    PixelCanvas canvas(between, painter.device()->devicePixelRatioF());
    quiet.draw(canvas, theme.color(ThemeColor::MatchLink), 1.5);
    active.draw(canvas, theme.color(ThemeColor::MatchLinkActive), 2.0);
    const auto cutOut = [&canvas](const LinkWindow& window, const std::vector<int>& boxes) {
        for (const int box : boxes) {
            canvas.eraseRect(boxRect(window, box).intersected(window.viewport));
        }
    };
    cutOut(left, lefts);
    cutOut(right, rights);
    canvas.drawOnto(painter);
}

} // namespace

QLineF linkEnds(const LinkWindow& left, const LinkWindow& right, const BoxLink& link)
{
    const QRectF from = boxRect(left, link.fromBox);
    const QRectF to = boxRect(right, link.toBox);
    if (isStacked(left)) {
        return {QPointF(from.center().x(), std::clamp(from.bottom(), left.viewport.top(), left.viewport.bottom())),
                QPointF(to.center().x(), std::clamp(to.top(), right.viewport.top(), right.viewport.bottom()))};
    }
    const double start = std::clamp(from.right(), left.viewport.left(), left.viewport.right());
    const double end = std::clamp(to.left(), right.viewport.left(), right.viewport.right());
    return {QPointF(start, from.center().y()), QPointF(end, to.center().y())};
}

void paintLinks(QPainter& painter, const LinkWindow& left, const LinkWindow& right, const PaneLinks& links,
                const Theme& theme, bool aroundBoxes)
{
    const bool onlySelected = !canTellLinesApart(left) || !canTellLinesApart(right);
    std::vector<int> lefts;
    std::vector<int> rights;
    if (!onlySelected) {
        lefts = visibleBoxes(left);
        rights = visibleBoxes(right);
    }
    LinkLines quiet;
    LinkLines active;
    for (const int index : onlySelected ? selectedLinks(left, right, links) : visibleLinks(links, lefts, rights)) {
        const BoxLink& link = links.links()[static_cast<std::size_t>(index)];
        const bool isActive = isSelected(left, right, links, link);
        const QLineF ends = linkEnds(left, right, link);
        if (!isActive && !isWorthALine(left, right, links, link, ends)) {
            continue;
        }
        if (std::abs(isStacked(left) ? ends.dx() : ends.dy()) <= farthestLink) {
            (isActive ? active : quiet).add(ends, isStacked(left));
        }
    }
    if (aroundBoxes) {
        drawAroundBoxes(painter, left, right, lefts, rights, quiet, active, theme);
        return;
    }
    painter.save();
    quiet.draw(painter, theme.color(ThemeColor::MatchLink), 1.5);
    active.draw(painter, theme.color(ThemeColor::MatchLinkActive), 2.0);
    painter.restore();
}

int linkAt(const LinkWindow& left, const LinkWindow& right, const PaneLinks& links, QPointF point)
{
    constexpr double reach = 5;
    constexpr int pieces = 32;
    int nearest = -1;
    double least = reach;
    for (const int index : visibleLinks(links, visibleBoxes(left), visibleBoxes(right))) {
        const QLineF ends = linkEnds(left, right, links.links()[static_cast<std::size_t>(index)]);
        const bool stacked = isStacked(left);
        const double at = stacked ? point.y() : point.x();
        if (at < (stacked ? ends.y1() : ends.x1()) - reach || at > (stacked ? ends.y2() : ends.x2()) + reach
            || std::abs(stacked ? ends.dx() : ends.dy()) > farthestLink) {
            continue;
        }
        QPainterPath path;
        addCurve(path, ends, stacked);
        for (int i = 0; i <= pieces; ++i) {
            const double away = QLineF(path.pointAtPercent(double(i) / pieces), point).length();
            // The points stand apart by the path's length over their number.
            const double slack = path.length() / pieces / 2;
            if (away - slack < least) {
                least = std::max(0.0, away - slack);
                nearest = index;
            }
        }
    }
    return nearest;
}

} // namespace driftscope
