// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"

namespace driftscope {

/// Left to right instead of top to bottom. What is laid out with the first and turned by the second has boxes of the
/// same size as before, in columns instead of rows.
[[nodiscard]] LayoutOptions sidewaysOptions(const LayoutOptions& options);
/// Exchanges x and y everywhere and sets isSideways.
[[nodiscard]] GraphLayout turnedSideways(const GraphLayout& layout);

} // namespace driftscope
