// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/LintContext.h"

namespace driftscope {

/// What an earlier build says of the config it was made from; texts as the config spells them, empty where it does not
/// say.
struct InputFacts
{
    QString name;
    QString typeRt;
    QString typeTrain;
    QString layoutRt;
    QString layoutTrain;
    QString shape;
    QString norm;
    QString mean; ///< numbers, each closed by a comma
    QString scale;
};

struct BuildFacts
{
    QString march;
    QString calibration;
    QString compileMode;
    QString optimizeLevel;
    QString layerOutDump;
    QString perChannel;
    QList<InputFacts> inputs;
};

[[nodiscard]] BuildFacts factsOf(const MakertbinLog& log);
[[nodiscard]] BuildFacts factsOf(const BoardModel& board);

/// Sentences of the kind `input_type_rt is rgb and was nv12`, for all that the config now says otherwise.
struct BuildDifferences
{
    QStringList inputs; ///< types, layouts and shapes
    QStringList norms;
    QStringList build; ///< calibration and compiler
};

[[nodiscard]] BuildDifferences differencesFrom(const BuildFacts& facts, const LintContext& context);

} // namespace driftscope
