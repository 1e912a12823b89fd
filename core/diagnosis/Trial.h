// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

namespace driftscope {

/// What testing every hypothesis against the board's outputs showed.
struct Trial
{
    double agreementMeant = 0.0; ///< mean cosine of the board with the model on the picture that was meant
    double agreementFed = 0.0; ///< the same on the bytes that were fed, read as the .bin declares them
    std::vector<double> scores; ///< one for each hypothesis; negative infinity where it does not apply
};

/// Runs the quantized model (or the float model, where a hypothesis says so) on what each hypothesis says the BPU saw.
[[nodiscard]] Result<Trial> tryHypotheses(const DiagnosisSubject& subject, const Predictor& predictor,
                                          const std::vector<Hypothesis>& hypotheses,
                                          const std::vector<PreparedSample>& samples, const InputConfig& config,
                                          const CancelToken& cancel, Progress& progress);

} // namespace driftscope
