// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Trial.h"

namespace driftscope {

/// A picture with a slope of its own in each channel and direction and a mark in one corner, on which nearly all faults
/// look different: HxWx3 RGB, larger than the input and of another shape than it.
[[nodiscard]] Tensor tellingPicture(const PictureSize& input);

/// What to feed or dump to tell causes apart that explain the data equally well.
struct WayApart
{
    QString sentence;
    QList<NamedTensor> pictures = {}; ///< to be fed, by input; empty where something else tells
};

/// The telling picture where the two predict other results for it, else what the bytes or the layers would show.
[[nodiscard]] Result<WayApart> howToTellApart(const TrialSubject& subject, const Candidate& one, const Candidate& other,
                                              const CancelToken& cancel);

} // namespace driftscope
