// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Experiment.h"

namespace driftscope {

/// One act of the sample project's story: a config, what it was compiled to, and what came of it.
struct StoryStep
{
    QString name; ///< `as_published`, `fixed`
    Diagnostics findings;
    CompileResult compilation;
    QList<StageEvaluation> evaluations;
    std::optional<Verdict> verdict;
    Diagnostics applied; ///< fixes that led from the step before to this one
};

struct Story
{
    QString folder; ///< the copy of the sample that was worked in
    QList<StoryStep> steps;
    bool fixMatchesFixedYaml = false; ///< `fix` turned as_published.yaml into fixed.yaml byte for byte
};

struct StoryOptions
{
    QString folder; ///< where to work; a copy of the sample is made inside
    ToolchainProfile toolchain;
    BoardProfile board;
    int diagnosisSamples = 8;
};

/// From mistake to fix, without a window: lint, compile, evaluate every stage, diagnose, fix, and all of it again.
[[nodiscard]] Result<Story> tellStory(const StoryOptions& options, const CancelToken& cancel, Progress& progress);

/// Everything after the config: compile, open, evaluate, run a few pictures on the board, diagnose. Used by story, by
/// `diagnose PROJECT` and `evaluate PROJECT`.
[[nodiscard]] Result<Verdict> diagnoseWithPictures(const Experiment& experiment, const ConfigDocument* document,
                                                   const LabelledData& data, int samples, const QString& scratchFolder,
                                                   const CancelToken& cancel, Progress& progress);

} // namespace driftscope
