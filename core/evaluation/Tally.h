// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluation.h"

namespace driftscope {

/// Counts predictions against labels.
[[nodiscard]] StageEvaluation tally(Stage stage, const QString& file, const LabelledData& data,
                                    std::vector<Prediction> predictions);

} // namespace driftscope
