// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/StageHealth.h"

#include <cmath>

namespace driftscope {

namespace {

constexpr double clearDrop = 0.05;

double variance(const StageEvaluation& evaluation)
{
    return evaluation.samples > 0 ? evaluation.top1() * (1 - evaluation.top1()) / evaluation.samples : 0.0;
}

bool isClearlyBelow(const StageEvaluation& stage, const StageEvaluation& before)
{
    const double drop = before.top1() - stage.top1();
    return drop > clearDrop && drop > 2 * std::sqrt(variance(stage) + variance(before));
}

} // namespace

StageHealth stageHealth(const QList<StageEvaluation>& evaluations, Stage stage)
{
    const StageEvaluation* own = nullptr;
    const StageEvaluation* before = nullptr;
    for (const StageEvaluation& evaluation : evaluations) {
        if (evaluation.stage == stage)
            own = &evaluation;
        else if (evaluation.stage < stage && (before == nullptr || before->stage < evaluation.stage))
            before = &evaluation;
    }
    if (own == nullptr || own->samples == 0)
        return StageHealth::NotEvaluated;
    return before != nullptr && isClearlyBelow(*own, *before) ? StageHealth::Dropped : StageHealth::Fine;
}

} // namespace driftscope
