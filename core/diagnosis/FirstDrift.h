// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

namespace driftscope {

/// Where the board first leaves the model, layer by layer.
struct FirstDrift
{
    QString layer; ///< empty when the board dumped no layers or none drifts
    QString note; ///< what the numbers of that layer say, one sentence
    /// Everything that the layer reads was dumped and agrees: the fault lies in that layer.
    bool inputsAgree = false;
    bool isOutput = false; ///< it is an output of the model, and all layers before it agree
    double sqnrDb = 0.0; ///< of that layer
};

/// Compares every layer of the first sample that has them with the model on what the board was fed (on what was meant
/// where that is not known).
[[nodiscard]] Result<FirstDrift> findFirstDrift(const DiagnosisSubject& subject, const Predictor& predictor,
                                                const QList<InputPort>& ports,
                                                const std::vector<PreparedSample>& samples, const CancelToken& cancel,
                                                Progress& progress);

/// What the .bin's own graph says against itself: a layout conversion whose permutation is not the one its name
/// promises. Empty when there is none.
[[nodiscard]] QString packedConversionContradiction(const BoardModel& board);

} // namespace driftscope
