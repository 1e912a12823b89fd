// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphScene.h"

#include <QStringList>

namespace driftscope {

/// What a box says besides its operator's type.
struct BoxTextOptions
{
    bool showNames = true;
    bool showAttributes = true;
    bool showWeights = false; ///< shapes of the initializers
    bool showEdgeTexts = true; ///< type, shape and layout of what edges carry

    bool operator==(const BoxTextOptions&) const = default;
};

/// First line: the operator's type, or the name of an input or output.
[[nodiscard]] QString boxTitle(const GraphScene& scene, int box);
/// Name of the operator, or type and shape of an input or output.
[[nodiscard]] QString boxName(const GraphScene& scene, int box);
/// The attributes one looks for first: `3×3 /2`, `0…6`, `perm 0 2 3 1`, `s=0.0236`; empty when there are none.
[[nodiscard]] QString boxKeyAttributes(const GraphScene& scene, int box, const BoxTextOptions& options);
/// `float32 1×24×32×32` of the first output.
[[nodiscard]] QString boxOutputText(const GraphScene& scene, int box);
/// Rich text for a tooltip; formatted only when it is asked for.
[[nodiscard]] QString boxToolTip(const GraphScene& scene, int box);
/// One plain sentence for screen readers.
[[nodiscard]] QString boxDescription(const GraphScene& scene, int box);
/// `1×3×64×64`; empty for an unknown shape.
[[nodiscard]] QString shapeText(const std::optional<Shape>& shape);

} // namespace driftscope
