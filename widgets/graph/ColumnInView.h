// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphScene.h"
#include "widgets/graph/ViewTransform.h"

namespace driftscope {

/// For panes that follow another along: moved across, as little as it takes, until a box in the middle of the view is
/// seen from side to side. Unchanged where one is, where none is near, and where boxes are wider than the view.
/// `viewport` in pixels.
[[nodiscard]] ViewTransform withColumnInView(const GraphScene& scene, const ViewTransform& view, QSizeF viewport);

/// The scale at which a box is as wide as the view. `viewport` in pixels.
[[nodiscard]] double scaleOfColumn(const GraphScene& scene, QSizeF viewport);
/// The same between what is just readable and 1: where a person begins.
[[nodiscard]] double scaleForColumn(const GraphScene& scene, QSizeF viewport);

} // namespace driftscope
