// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluation.h"

namespace driftscope {

/// Index of the largest element, the first of equals; -1 for none. NaN is never the largest.
[[nodiscard]] int argMax(const std::vector<float>& scores);

/// Counts predictions (-1: failed) against labels.
[[nodiscard]] StageEvaluation tally(Stage stage, const QString& file, const LabelledData& data,
                                    std::vector<int> predictions);

} // namespace driftscope
