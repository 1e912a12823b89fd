// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Prediction.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

/// How far probabilities may be from adding up to one: each was perhaps rounded to one of 128 steps.
constexpr double sumTolerance = 0.1;
constexpr double rangeTolerance = 1e-3;

/// The best class that is not `label`; -1 for none.
int bestOther(const std::vector<float>& scores, int label)
{
    int best = -1;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (static_cast<int>(i) != label && !std::isnan(scores[i])
            && (best < 0 || scores[i] > scores[static_cast<std::size_t>(best)]))
            best = static_cast<int>(i);
    }
    return best;
}

/// Sum of exp(score - largest) over what is a number.
double softmaxSum(const std::vector<float>& scores, double largest)
{
    double sum = 0;
    for (const float score : scores)
        sum += std::isnan(score) ? 0.0 : std::exp(score - largest);
    return sum;
}

bool addsUpToOne(const std::vector<float>& scores)
{
    double sum = 0;
    for (const float score : scores) {
        if (!(score >= -rangeTolerance && score <= 1 + rangeTolerance))
            return false;
        sum += score;
    }
    return scores.size() > 1 && std::abs(sum - 1) <= sumTolerance;
}

} // namespace

int argMax(const std::vector<float>& scores)
{
    return bestOther(scores, -1);
}

Prediction predictionOf(const std::vector<float>& scores, int label)
{
    Prediction prediction;
    prediction.predicted = argMax(scores);
    if (prediction.predicted < 0)
        return prediction;
    prediction.score = scores[static_cast<std::size_t>(prediction.predicted)];
    prediction.isDistribution = addsUpToOne(scores);
    if (label < 0 || static_cast<std::size_t>(label) >= scores.size())
        return prediction;
    prediction.trueScore = scores[static_cast<std::size_t>(label)];
    const int other = bestOther(scores, label);
    if (other < 0)
        return prediction;
    const double otherScore = scores[static_cast<std::size_t>(other)];
    prediction.margin = prediction.trueScore - otherScore;
    const double largest = prediction.score;
    prediction.softmaxMargin
        = (std::exp(prediction.trueScore - largest) - std::exp(otherScore - largest)) / softmaxSum(scores, largest);
    return prediction;
}

} // namespace driftscope
