// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluation.h"

#include <QList>

namespace driftscope {

/// How an evaluated stage stands against the one before it.
enum class StageHealth
{
    NotEvaluated,
    Fine,
    Dropped ///< clearly below its predecessor
};

/// A stage is clearly below the nearest evaluated stage before it when its top-1 is more than five points and more than
/// two standard errors lower: a handful of pictures cannot turn a light red by chance. The first stage has no
/// predecessor and is fine.
[[nodiscard]] StageHealth stageHealth(const QList<StageEvaluation>& evaluations, Stage stage);

} // namespace driftscope
