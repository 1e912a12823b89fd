// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"
#include "core/graph/Stage.h"

namespace driftscope {

/// Every stage that is there, run on what was meant, neighbour against neighbour, from what the training program says
/// (where it is known) up to the board.
[[nodiscard]] Result<QList<LadderStep>> climbLadder(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                                    const std::vector<PreparedSample>& samples,
                                                    const CancelToken& cancel);

/// The inputs of a stage for what was meant; nothing where a picture or its colours are not known.
[[nodiscard]] std::optional<QList<NamedTensor>> stageInputsFor(const QList<InputPort>& ports,
                                                               const PreparedSample& sample, Stage stage,
                                                               const QList<ValueDraft>& declared);

/// `equal`, `close` or `differs`.
[[nodiscard]] QString stepStatusOf(double cosine);

/// Cosine of the tensors of one name, as one row; nothing where they have none in common of equal size.
[[nodiscard]] std::optional<double> commonCosine(const QList<NamedTensor>& reference,
                                                 const QList<NamedTensor>& candidate);

} // namespace driftscope
