// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Verdict.h"

namespace driftscope {

/// `cosine 0.620 → 0.99993 if so; confidence high (97 %)`; what can be said without evidence else.
[[nodiscard]] QString verdictSummary(const Verdict& verdict);
/// `Calibrated ↔ Quantized: close, cosine 0.993`.
[[nodiscard]] QString ladderLine(const LadderStep& step);

} // namespace driftscope
