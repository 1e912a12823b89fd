// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

#include <limits>

namespace driftscope {

/// One hypothesis, or two at once, and how well it explains what the board gave.
struct Candidate
{
    std::vector<std::size_t> parts; ///< indices of hypotheses, one or two
    double distance = std::numeric_limits<double>::infinity(); ///< mean over the samples, see ObservedDistance
    double cosine = 0.0; ///< mean over the samples, of the outputs
};

/// What testing the hypotheses against the board's results showed.
struct Trial
{
    double distanceMeant = 0.0; ///< of the model on what was meant
    double cosineMeant = 0.0;
    double distanceFed = 0.0; ///< of the model on what was fed; the same as above where that is not known
    std::size_t valueCount = 0; ///< numbers of one sample that were compared
    std::vector<Candidate> candidates; ///< best first; those that do not apply or change nothing are left out
};

/// The model, its inputs, the registry and the board runs: what every test needs.
struct TrialSubject
{
    const Predictor& predictor;
    const QList<InputPort>& ports;
    const std::vector<Hypothesis>& hypotheses;
    const std::vector<PreparedSample>& samples; ///< with observations
};

/// Runs the model on what each hypothesis says the first layer saw. Where none alone explains the difference,
/// combinations of two common ones are tried as far as `limits` go.
[[nodiscard]] Result<Trial> tryHypotheses(const TrialSubject& subject, const DiagnosisLimits& limits,
                                          const CancelToken& cancel, Progress& progress);

/// What the hypotheses predict for one sample; nothing where one of them does not apply.
[[nodiscard]] Result<std::optional<Observation>> predictionUnder(const TrialSubject& subject,
                                                                 const PreparedSample& sample,
                                                                 std::span<const Hypothesis* const> hypotheses,
                                                                 const CancelToken& cancel);

/// Up to this distance a cause explains everything; beyond it another may stand beside it.
inline constexpr double precise = 1e-3;
/// Two causes are believed instead of one that explains enough where they come this much nearer.
inline constexpr double farNearer = 0.1;

/// Whether a cause explains what is left without it: nine tenths of it at least, to the precision of the arithmetic.
[[nodiscard]] bool explains(double distance, double without, std::size_t valueCount, bool isPair);

/// Whether two hypotheses can hold at once, and often enough do that trying it is worth the time.
[[nodiscard]] bool canCombine(const Hypothesis& a, const Hypothesis& b);

} // namespace driftscope
