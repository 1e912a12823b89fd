// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

namespace driftscope {

/// What the largest code of each integer value of a quantized model in domain `horizon` stands for, told from the model
/// alone: pixels are fed as they are, and every operator's factor says how its output's threshold stands to its
/// input's. Behind tables of functions the numbers are good to about one percent. Values behind operators that say
/// nothing are left out.
[[nodiscard]] QHash<ValueId, double> derivedThresholds(const Graph& graph);

} // namespace driftscope
