// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

namespace driftscope {

/// Where the board first leaves the quantized model, layer by layer.
struct FirstDrift
{
    QString layer; ///< empty when the board dumped no layers or none drifts
    QString note; ///< what the numbers of that layer say, one sentence
};

/// Compares every layer of the first sample that has them.
[[nodiscard]] Result<FirstDrift> findFirstDrift(const DiagnosisSubject& subject, const Predictor& predictor,
                                                const std::vector<PreparedSample>& samples, const CancelToken& cancel,
                                                Progress& progress);

/// What the .bin's own graph says against itself: a layout conversion whose permutation is not the one its name
/// promises. Empty when there is none.
[[nodiscard]] QString packedConversionContradiction(const BoardModel& board);

} // namespace driftscope
