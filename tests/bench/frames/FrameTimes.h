// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphView.h"

#include <vector>

namespace driftscope::test {

/// Milliseconds of single frames.
class FrameTimes
{
public:
    void add(double milliseconds) { m_times.push_back(milliseconds); }
    void add(const FrameTimes& others);
    [[nodiscard]] double quantile(double share) const; ///< 0.5: median; 0 for none
    [[nodiscard]] double longest() const { return quantile(1); }

private:
    std::vector<double> m_times;
};

/// What a person does at one zoom, by mouse and keys. A frame is the event and all painting that it brings about in the
/// whole window.
struct FramesAtZoom
{
    double scale = 0;
    int boxesInView = 0;
    FrameTimes drag; ///< a few pixels at a time
    FrameTimes page; ///< a page at a time: nothing of the frame before can be used
    FrameTimes wheel; ///< zooms in and out at the pointer
};

/// The scales at which to measure: from everything in view to 4, doubling.
[[nodiscard]] std::vector<double> scalesOf(const GraphView& view);
[[nodiscard]] FramesAtZoom measureAt(GraphView& view, double scale);

/// The reference: as many rectangles filled by one call of drawRects in a picture as large as the window.
[[nodiscard]] FrameTimes measureRectangles(QSize size, int count);

} // namespace driftscope::test
