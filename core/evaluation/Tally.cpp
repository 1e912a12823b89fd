// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Tally.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

int argMax(const std::vector<float>& scores)
{
    int best = -1;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!std::isnan(scores[i]) && (best < 0 || scores[i] > scores[static_cast<std::size_t>(best)]))
            best = static_cast<int>(i);
    }
    return best;
}

StageEvaluation tally(Stage stage, const QString& file, const LabelledData& data, std::vector<int> predictions)
{
    StageEvaluation evaluation;
    evaluation.stage = stage;
    evaluation.file = file;
    evaluation.samples = static_cast<int>(predictions.size());
    int classes = static_cast<int>(data.classes.size());
    for (std::size_t i = 0; i < predictions.size(); ++i)
        classes = std::max({classes, data.samples[static_cast<qsizetype>(i)].label + 1, predictions[i] + 1});
    const auto size = static_cast<std::size_t>(classes);
    evaluation.confusion.assign(size, std::vector<int>(size, 0));
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const int label = data.samples[static_cast<qsizetype>(i)].label;
        if (predictions[i] < 0)
            continue;
        ++evaluation.confusion[static_cast<std::size_t>(label)][static_cast<std::size_t>(predictions[i])];
        evaluation.correct += predictions[i] == label ? 1 : 0;
    }
    evaluation.predictions = std::move(predictions);
    return evaluation;
}

} // namespace driftscope
