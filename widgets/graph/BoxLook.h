// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/graph/BoxText.h"

namespace driftscope {

/// How graphs are painted.
struct GraphAppearance
{
    Theme theme = Theme::light();
    Overlay overlay = Overlay::OpFamily;
    BoxTextOptions text;
    double failBelow = 0.99; ///< cosine: drifts
    double warnBelow = 0.999;
    OverlayRange thresholds; ///< of all nodes in view, so that a colour means the same in every pane
    OverlayRange latencies;
    bool showsPaths = false; ///< the legend says what the lines of paths mean
};

/// The colours of one box.
struct BoxLook
{
    QRgb fill = 0;
    QRgb stripe = 0;
    QRgb border = 0;
    QRgb mark = 0; ///< of the whole box when it is too small for more
    bool isDashed = false; ///< the border of an inserted or removed node
    bool isHatched = false; ///< the overlay has no data for it
};

[[nodiscard]] BoxLook boxLook(const GraphScene& scene, int box, const GraphAppearance& appearance);
/// Stepping back towards the canvas.
[[nodiscard]] BoxLook dimmedLook(BoxLook look, const Theme& theme);
/// Badge and border colour of a change; the ordinary border for None.
[[nodiscard]] QColor changeColor(const Theme& theme, NodeChange change);
/// Floats blue, 8-bit orange, 16-bit purple, wider integers teal, all else grey.
[[nodiscard]] QColor dataTypeColor(const Theme& theme, DataType type);
[[nodiscard]] QColor layoutColor(const Theme& theme, TensorLayout layout);
/// What the overlay's colour says, in a word: `0.61`, `BPU`, `int8`, `NHWC`, `6.1`, `12 µs`. Empty for no data, and for
/// operator families, which the title says.
[[nodiscard]] QString overlayText(const GraphScene& scene, int box, const GraphAppearance& appearance);
/// Pass, Warn or Fail.
[[nodiscard]] ThemeColor cosineRole(double cosine, const GraphAppearance& appearance);
/// A brush of thin diagonal lines.
[[nodiscard]] QBrush noDataBrush(const Theme& theme);

} // namespace driftscope
