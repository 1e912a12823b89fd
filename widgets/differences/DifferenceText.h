// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/StageDifference.h"
#include "widgets/common/Theme.h"

namespace driftscope {

/// Everything that is known of one difference, as rich text. Links `key:<config key>`, `log:<line>` and
/// `node:<stage key>:<name>` lead to where they say.
[[nodiscard]] QString differenceHtml(const StageDifference& difference, const Theme& theme);

} // namespace driftscope
