// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"
#include "core/stages/StageMatch.h"

namespace driftscope {

/// Which nodes of neighbouring stages belong on the same row: each match links its last origin with its first successor
/// that carries the same name, else with the first.
[[nodiscard]] std::vector<std::vector<RowLink>> rowLinks(const QList<StageGraph>& stages,
                                                         const QList<StageMatch>& matches);

} // namespace driftscope
