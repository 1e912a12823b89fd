// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

namespace driftscope {

/// What one stage says of one sample, in short: the scores themselves are not kept.
struct Prediction
{
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    int predicted = -1; ///< the class with the largest score, the first of equals; -1 where the stage gave none
    double score = unknown; ///< of the predicted class, in the units of the output
    double trueScore = unknown; ///< of the label's class; NaN where the output has no such class
    /// Score of the label's class less that of the best other one: positive where the stage is right, and the larger
    /// the surer. NaN where either is missing.
    double margin = unknown;
    double softmaxMargin = unknown; ///< the same after a softmax over the scores: from -1 to 1
    bool isDistribution = false; ///< the scores are themselves probabilities that add up to one
};

/// Sums up the scores of all classes; those that are NaN count as absent. A label beyond them has no margin.
[[nodiscard]] Prediction predictionOf(const std::vector<float>& scores, int label);

/// Index of the largest element, the first of equals; -1 for none. NaN is never the largest.
[[nodiscard]] int argMax(const std::vector<float>& scores);

} // namespace driftscope
