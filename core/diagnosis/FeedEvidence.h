// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Trial.h"

namespace driftscope {

/// How the bytes that the board was fed compare with what was meant.
enum class FeedJudgement
{
    AsDeclared, ///< exactly (or nearly) what the .bin asks for
    Explained, ///< something else, and a hypothesis says what
    Different, ///< something else, and none does
    Unknown ///< they are not known, or nobody knows what was meant and they look natural
};

/// What the bytes alone say, without running anything.
struct FeedEvidence
{
    FeedJudgement judgement = FeedJudgement::Unknown;
    double without = 0.0; ///< squared difference from what is right, as a share of what varies in it
    std::vector<Candidate> candidates; ///< hypotheses that show in bytes, best first; `cosine` is not set
    QString note; ///< what the bytes look like where nobody knows what was meant
};

/// Compares what was fed with what each hypothesis says was fed.
[[nodiscard]] FeedEvidence judgeFeed(const QList<InputPort>& ports, const std::vector<Hypothesis>& hypotheses,
                                     const std::vector<PreparedSample>& samples);

} // namespace driftscope
