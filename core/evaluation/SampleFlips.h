// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/Evaluation.h"

namespace driftscope {

/// Two evaluated stages, the earlier first.
struct StagePair
{
    Stage from = Stage::Float;
    Stage to = Stage::Board;

    bool operator==(const StagePair&) const = default;
};

/// Each evaluated stage with the one before it, and the first with the last where others stand between them.
[[nodiscard]] QList<StagePair> stagePairs(const QList<StageEvaluation>& evaluations);

enum class FlipKind
{
    BecameWrong,
    BecameRight,
    StayedWrong ///< one wrong class gave way to another, or to none
};
[[nodiscard]] QString flipKindName(FlipKind kind); ///< `became_wrong`, …

/// A sample whose prediction is another one in the later stage.
struct SampleFlip
{
    int sample = 0; ///< index in the labelled data
    int label = 0;
    StagePair stages;
    FlipKind kind = FlipKind::BecameWrong;
    double marginLost = 0; ///< see Flips
    Stage firstFlip = Stage::Board; ///< the first of all stages that predicts something else than the one before it
};

/// How much a sample lost from the first evaluated stage to the last.
struct SampleLoss
{
    int sample = 0;
    double marginLost = 0;
};

/// Which samples the stages do not agree on, and what that cost.
///
/// What counts is the margin of the true class: its score less the best other score. What a sample lost between two
/// stages is the earlier margin less the later one, so the worst are those that were surely right and are surely wrong.
/// A stage that gave no prediction where the one before it did has lost everything (infinity). What has no margin, as
/// a label that the output has no class for, is NaN and comes last.
///
/// Margins are in the units of the output. Where some stages end in probabilities and others in logits, the logits are
/// compared after a softmax: marginsAreProbabilities().
class Flips
{
public:
    /// Both outlive this object. The evaluations are in the order of the conversion and over the same samples.
    Flips(const QList<StageEvaluation>& evaluations, const LabelledData& data);

    [[nodiscard]] bool marginsAreProbabilities() const { return m_areProbabilities; }
    /// On the scale that all stages share.
    [[nodiscard]] double margin(const StageEvaluation& evaluation, int sample) const;
    /// Of every pair of stages, worst first.
    [[nodiscard]] QList<SampleFlip> all() const;
    /// Of one pair, worst first; none where one of the two was not evaluated.
    [[nodiscard]] QList<SampleFlip> of(StagePair stages) const;
    /// The samples that lost something from the first stage to the last, flipped or not, worst first.
    [[nodiscard]] QList<SampleLoss> worstSamples() const;
    /// Nothing where all stages predict the same.
    [[nodiscard]] std::optional<Stage> firstFlip(int sample) const;
    [[nodiscard]] const StageEvaluation* find(Stage stage) const;

private:
    [[nodiscard]] int sampleCount() const;
    [[nodiscard]] double lost(const StageEvaluation& from, const StageEvaluation& to, int sample) const;
    [[nodiscard]] QList<SampleFlip> unsorted(StagePair stages) const;

    const QList<StageEvaluation>& m_evaluations;
    const LabelledData& m_data;
    bool m_areProbabilities = false;
};

} // namespace driftscope
