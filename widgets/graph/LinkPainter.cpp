// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/LinkPainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr std::size_t mostBoxesCutOut = 400;

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

bool canTellLinesApart(const LinkWindow& window, const std::vector<int>& boxes)
{
    constexpr double leastBoxHeight = 5;
    return boxes.empty() || window.scene->box(boxes.front()).rect.height() * window.view.scale >= leastBoxHeight;
}

void addCurve(QPainterPath& path, const QLineF& ends)
{
    path.moveTo(ends.p1());
    if (std::abs(ends.dy()) < 1.0) {
        path.lineTo(ends.p2());
        return;
    }
    const QPointF reach(std::max(24.0, ends.dx() * 0.45), 0);
    path.cubicTo(ends.p1() + reach, ends.p2() - reach, ends.p2());
}

QRegion clipRegion(const LinkWindow& left, const LinkWindow& right, const std::vector<int>& lefts,
                   const std::vector<int>& rights)
{
    const QRectF between(QPointF(left.viewport.left(), std::max(left.viewport.top(), right.viewport.top())),
                         QPointF(right.viewport.right(), std::min(left.viewport.bottom(), right.viewport.bottom())));
    QRegion region(between.toAlignedRect());
    if (lefts.size() + rights.size() > mostBoxesCutOut) {
        return region;
    }
    const auto cutOut = [&region](const LinkWindow& window, const std::vector<int>& boxes) {
        for (const int box : boxes) {
            region -= boxRect(window, box).intersected(window.viewport).toRect();
        }
    };
    cutOut(left, lefts);
    cutOut(right, rights);
    return region;
}

} // namespace

QLineF linkEnds(const LinkWindow& left, const LinkWindow& right, const BoxLink& link)
{
    const QRectF from = boxRect(left, link.fromBox);
    const QRectF to = boxRect(right, link.toBox);
    const double start = std::clamp(from.right(), left.viewport.left(), left.viewport.right());
    const double end = std::clamp(to.left(), right.viewport.left(), right.viewport.right());
    return {QPointF(start, from.center().y()), QPointF(end, to.center().y())};
}

void paintLinks(QPainter& painter, const LinkWindow& left, const LinkWindow& right, const PaneLinks& links,
                const Theme& theme, bool aroundBoxes)
{
    const std::vector<int> lefts = visibleBoxes(left);
    const std::vector<int> rights = visibleBoxes(right);
    const bool onlySelected = !canTellLinesApart(left, lefts) || !canTellLinesApart(right, rights);
    QPainterPath quiet;
    QPainterPath active;
    for (const int index : visibleLinks(links, lefts, rights)) {
        const BoxLink& link = links.links()[static_cast<std::size_t>(index)];
        const bool isActive = (link.fromBox == left.selected || link.toBox == right.selected);
        const QLineF ends = linkEnds(left, right, link);
        // A line to a place far above or below says "not here" well enough with its first part.
        const double far = 4 * std::max(left.viewport.height(), 500.0);
        if ((onlySelected && !isActive) || std::abs(ends.dy()) > far) {
            continue;
        }
        addCurve(isActive ? active : quiet, ends);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (aroundBoxes) {
        painter.setClipRegion(clipRegion(left, right, lefts, rights));
    }
    painter.setPen(QPen(theme.color(ThemeColor::MatchLink), 1.5));
    painter.drawPath(quiet);
    painter.setPen(QPen(theme.color(ThemeColor::MatchLinkActive), 2.0));
    painter.drawPath(active);
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
        if (point.x() < ends.x1() - reach || point.x() > ends.x2() + reach) {
            continue;
        }
        QPainterPath path;
        addCurve(path, ends);
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
