// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

namespace driftscope {

/// Runs every stage that is there on the pictures that were meant and compares neighbours, up to the board.
[[nodiscard]] Result<QList<LadderStep>> climbLadder(const DiagnosisSubject& subject, const InputConfig& config,
                                                    const std::vector<PreparedSample>& samples, double boardAgreement,
                                                    const CancelToken& cancel);

} // namespace driftscope
