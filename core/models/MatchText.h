// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/StageMatch.h"

namespace driftscope {

/// Why two nodes are taken for one, and how sure that is: `same name (97 % sure)`. In the interface's language.
[[nodiscard]] QString matchReasonText(const NodeMatch& match);
/// `conv1, bn1`
[[nodiscard]] QString nodeNamesText(const Graph& graph, const QList<NodeId>& nodes);

} // namespace driftscope
