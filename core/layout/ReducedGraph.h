// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/DrawnGraph.h"

namespace driftscope {

/// The drawing without some of its nodes. What fed a hidden node feeds the readers of its outputs instead, so that the
/// drawing stays as connected as it was; such a net keeps the value that its readers know, which a hidden node makes.
[[nodiscard]] DrawnGraph withoutNodes(DrawnGraph drawn, std::span<const NodeId> hidden);

} // namespace driftscope
