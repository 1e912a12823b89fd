// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ClippedLine.h"

#include <algorithm>

namespace driftscope {

namespace {

/// Narrows [from, to] to where `start + t * delta` is at least 0; false when nothing is left.
bool narrow(double start, double delta, double& from, double& to)
{
    if (delta == 0.0) {
        return start >= 0.0;
    }
    const double t = -start / delta;
    if (delta > 0.0) {
        from = std::max(from, t);
    } else {
        to = std::min(to, t);
    }
    return from <= to;
}

} // namespace

std::optional<QLineF> clippedLine(const QLineF& line, const QRectF& rect)
{
    double from = 0.0;
    double to = 1.0;
    const bool isInside = narrow(line.x1() - rect.left(), line.dx(), from, to)
        && narrow(rect.right() - line.x1(), -line.dx(), from, to) && narrow(line.y1() - rect.top(), line.dy(), from, to)
        && narrow(rect.bottom() - line.y1(), -line.dy(), from, to);
    if (!isInside) {
        return std::nullopt;
    }
    return QLineF(from > 0.0 ? line.pointAt(from) : line.p1(), to < 1.0 ? line.pointAt(to) : line.p2());
}

} // namespace driftscope
