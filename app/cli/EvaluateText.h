// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/SampleFlips.h"

namespace driftscope::cli {

/// Top-1 by stage, the samples that flip by pair of stages, and the samples that lost most; `worst` lines of each list.
[[nodiscard]] QString evaluationText(const QList<StageEvaluation>& evaluations, const LabelledData& data, int worst);
/// True classes down, predicted ones across, with their names; of many classes only the pairs that were confused, the
/// most frequent first.
[[nodiscard]] QString confusionText(const StageEvaluation& evaluation, const LabelledData& data);

} // namespace driftscope::cli
