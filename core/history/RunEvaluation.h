// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/graph/Stage.h"

#include <QList>
#include <QString>

namespace driftscope {

/// What one stage of a run said of labelled pictures.
struct StageScore
{
    Stage stage = Stage::Float;
    int samples = 0;
    int correct = 0;

    [[nodiscard]] double top1() const { return samples > 0 ? static_cast<double>(correct) / samples : 0.0; }
    bool operator==(const StageScore&) const = default;
};

inline constexpr QLatin1StringView runEvaluationFile{"evaluation.json"};

/// Kept in the run's folder, over an earlier one: the pictures are those that were looked at last.
[[nodiscard]] Result<void> writeRunEvaluation(const QString& runFolder, const QString& dataFolder,
                                              const QList<StageScore>& scores);
/// Empty where nothing was evaluated; what cannot be read is an error.
[[nodiscard]] Result<QList<StageScore>> readRunEvaluation(const QString& runFolder);

} // namespace driftscope
