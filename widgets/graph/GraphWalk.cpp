// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphWalk.h"

#include <cmath>

namespace driftscope {

namespace {

int sideways(const GraphScene& scene, int from, bool toRight)
{
    const QRectF rect = scene.box(from).rect;
    const QRectF bounds = scene.layout().bounds;
    const bool isSideways = scene.layout().isSideways;
    const QRectF row = isSideways ? QRectF(rect.left(), bounds.top(), rect.width(), bounds.height())
                                  : QRectF(bounds.left(), rect.top(), bounds.width(), rect.height());
    int nearest = -1;
    double least = 0;
    for (const int box : scene.index().boxesIn(row)) {
        const QPointF apart = scene.box(box).rect.center() - rect.center();
        const double way = isSideways ? apart.y() : apart.x();
        const bool isThatWay = box != from && (toRight ? way > 0 : way < 0);
        if (isThatWay && (nearest < 0 || std::abs(way) < least)) {
            nearest = box;
            least = std::abs(way);
        }
    }
    return nearest;
}

} // namespace

int turnedKey(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return Qt::Key_Left;
    case Qt::Key_Left:
        return Qt::Key_Up;
    case Qt::Key_Down:
        return Qt::Key_Right;
    case Qt::Key_Right:
        return Qt::Key_Down;
    default:
        return key;
    }
}

std::optional<WalkStep> walkStep(int key, Qt::KeyboardModifiers modifiers)
{
    const auto held = modifiers & ~Qt::KeypadModifier;
    if (held != Qt::NoModifier && held != Qt::ControlModifier) {
        return std::nullopt;
    }
    const bool inOrder = held == Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Up:
        return inOrder ? WalkStep::Previous : WalkStep::Producer;
    case Qt::Key_Down:
        return inOrder ? WalkStep::Next : WalkStep::Consumer;
    case Qt::Key_Left:
        return inOrder ? std::nullopt : std::optional(WalkStep::Left);
    case Qt::Key_Right:
        return inOrder ? std::nullopt : std::optional(WalkStep::Right);
    case Qt::Key_Home:
        return WalkStep::First;
    case Qt::Key_End:
        return WalkStep::Last;
    default:
        return std::nullopt;
    }
}

int walk(const GraphScene& scene, int from, WalkStep step)
{
    const int last = scene.boxCount() - 1;
    if (last < 0) {
        return -1;
    }
    if (from < 0 || step == WalkStep::First) {
        return 0;
    }
    switch (step) {
    case WalkStep::Producer: {
        const auto edges = scene.edgesIn(from);
        return edges.empty() ? -1 : scene.edge(edges.front()).fromBox;
    }
    case WalkStep::Consumer: {
        const auto edges = scene.edgesOut(from);
        return edges.empty() ? -1 : scene.edge(edges.front()).toBox;
    }
    case WalkStep::Left:
        return sideways(scene, from, false);
    case WalkStep::Right:
        return sideways(scene, from, true);
    case WalkStep::Previous:
        return from > 0 ? from - 1 : -1;
    case WalkStep::Next:
        return from < last ? from + 1 : -1;
    case WalkStep::First:
    case WalkStep::Last:
        break;
    }
    return last;
}

} // namespace driftscope
