// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Tally.h"

#include <algorithm>

namespace driftscope {

namespace {

ScoreScale scaleOf(const std::vector<Prediction>& predictions)
{
    const auto distributions = std::ranges::count(predictions, true, &Prediction::isDistribution);
    return 2 * distributions > static_cast<std::ptrdiff_t>(predictions.size()) ? ScoreScale::Probabilities
                                                                               : ScoreScale::Logits;
}

} // namespace

StageEvaluation tally(Stage stage, const QString& file, const LabelledData& data, std::vector<Prediction> predictions)
{
    StageEvaluation evaluation;
    evaluation.stage = stage;
    evaluation.file = file;
    evaluation.samples = static_cast<int>(predictions.size());
    int classes = static_cast<int>(data.classes.size());
    for (std::size_t i = 0; i < predictions.size(); ++i)
        classes = std::max({classes, data.samples[static_cast<qsizetype>(i)].label + 1, predictions[i].predicted + 1});
    const auto size = static_cast<std::size_t>(classes);
    evaluation.confusion.assign(size, std::vector<int>(size, 0));
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const int label = data.samples[static_cast<qsizetype>(i)].label;
        const int predicted = predictions[i].predicted;
        if (predicted < 0)
            continue;
        ++evaluation.confusion[static_cast<std::size_t>(label)][static_cast<std::size_t>(predicted)];
        evaluation.correct += predicted == label ? 1 : 0;
    }
    evaluation.scores = scaleOf(predictions);
    evaluation.predictions = std::move(predictions);
    return evaluation;
}

} // namespace driftscope
