// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/CalibrationRanges.h"
#include "core/diagnosis/FeedEvidence.h"
#include "core/diagnosis/FirstDrift.h"
#include "core/diagnosis/ModelIdentity.h"
#include "core/diagnosis/RunFaults.h"
#include "core/diagnosis/TellApart.h"
#include "core/diagnosis/TrainingFaults.h"

namespace driftscope {

/// Everything that was found out, before it is put into words.
struct Findings
{
    QList<InputPort> ports;
    std::vector<Hypothesis> hypotheses;
    std::vector<PreparedSample> samples;
    FeedEvidence feed;
    std::optional<Trial> trial; ///< absent where no outputs are known
    RunFault runFault = RunFault::None;
    IdentityContradictions identity;
    QString otherModel; ///< title of another compile whose results these are; empty: none's
    double otherModelDistance = 0.0;
    FirstDrift drift;
    QList<LadderStep> ladder;
    CalibrationRanges ranges;
    TrainingFault training;
    QString contradiction; ///< what the .bin says against itself
};

/// The causes that explain the data best and equally well: the first is named, the others are alternatives.
struct Ranking
{
    std::vector<Candidate> equals; ///< one for each cause, empty where none explains the difference
    double runnerUp = 0.0; ///< distance of the best that is not among them
    bool isByBytes = false; ///< told from the bytes that were fed
};

[[nodiscard]] Ranking rank(const Findings& findings);

/// Id of a cause: of its hypotheses, joined by `+`.
[[nodiscard]] QString causeOf(const Findings& findings, const Candidate& candidate);
/// Name of the input that it is about, where there are several and it is about one; else empty.
[[nodiscard]] QString inputOf(const Findings& findings, const Candidate& candidate);

/// Weighs the findings: the verdict with its evidence, confidence and fix. `apart` is for the alternatives.
[[nodiscard]] Verdict judge(const Findings& findings, const Ranking& ranking, const WayApart& apart,
                            const ConfigDocument* document);

} // namespace driftscope
