// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Trial.h"

namespace driftscope {

/// A picture with a slope of its own in each channel and direction and a mark in one corner, on which nearly all faults
/// look different: HxWx3 RGB, larger than the input and of another shape than it.
[[nodiscard]] Tensor tellingPicture(const PictureSize& input);

/// What to feed or dump to tell causes apart that explain the data equally well: the telling picture where they predict
/// other results for it, else what the bytes or the layers would show.
[[nodiscard]] Result<QString> howToTellApart(const TrialSubject& subject, const Candidate& one, const Candidate& other,
                                             const CancelToken& cancel);

} // namespace driftscope
