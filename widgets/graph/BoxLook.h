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
/// Badge and border colour of a change; the ordinary border for None.
[[nodiscard]] QColor changeColor(const Theme& theme, NodeChange change);
/// Floats blue, 8-bit orange, 16-bit purple, wider integers teal, all else grey.
[[nodiscard]] QColor dataTypeColor(const Theme& theme, DataType type);
/// Pass, Warn or Fail.
[[nodiscard]] ThemeColor cosineRole(double cosine, const GraphAppearance& appearance);
/// A brush of thin diagonal lines.
[[nodiscard]] QBrush noDataBrush(const Theme& theme);

} // namespace driftscope
