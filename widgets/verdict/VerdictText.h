// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Verdict.h"

namespace driftscope {

/// `cosine 0.620 → 0.99993 if so; confidence high (97 %)`; what can be said without evidence else.
[[nodiscard]] QString verdictSummary(const Verdict& verdict);
/// The rungs of the ladder, one a line.
[[nodiscard]] QStringList ladderLines(const Verdict& verdict);

} // namespace driftscope
