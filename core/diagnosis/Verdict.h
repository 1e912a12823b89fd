// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "core/tensor/Tensor.h"

#include <QList>

#include <optional>

namespace driftscope {

/// One tested cause: how well the board's result is explained with it and without it.
struct Evidence
{
    QString hypothesis; ///< stable id, `layout-rt-inverse-permutation`, `bgr-swapped`, …
    QString title; ///< what was tested, in words
    double score = 0.0; ///< cosine of the board's output with the prediction under the hypothesis (mean over samples)
    double scoreWithout = 0.0; ///< the same without it
    bool explains = false;
    QString note = {}; ///< more evidence in words and numbers
    QString input = {}; ///< the input that it is about; empty: the only one, all alike, or none
    /// Squared error of what it predicts, as a share of what varies in the result; 0 is the board's own result.
    double distance = 0.0;
};

/// One rung from the training program to the board.
struct LadderStep
{
    QString step; ///< `float ↔ original_float`, …; `training ↔ float` where its results are known
    QString status; ///< `equal`, `close`, `differs`, `not_tested`
    QString detail;
    double cosine = 0.0;
};

enum class VerdictKind
{
    Fault, ///< a cause is named
    NoFault, ///< the board agrees with the model, and it was fed what it asks for
    Unexplained ///< they disagree and no tested cause explains it
};

[[nodiscard]] QString verdictKindName(VerdictKind kind); ///< `fault`, `no_fault`, `unexplained`

/// What the diagnosis says, to be read first.
struct Verdict
{
    VerdictKind kind = VerdictKind::Unexplained;
    QString sentence; ///< one sentence that names the cause
    QString cause; ///< id of the winning hypothesis, two joined by `+`; empty unless Fault
    QString input; ///< the input at which it is wrong, where there are several
    /// Other causes that explain the data as well, by id; the verdict's sentence says so.
    QStringList alternatives;
    QString toldApartBy; ///< what to feed or dump to tell them apart; empty without alternatives
    QList<NamedTensor> testPictures = {}; ///< where pictures would: one for each input that takes them, HxWx3 RGB
    QString causeKey; ///< config key that causes it, when one does: `input_parameters.input_layout_rt`
    double confidence = 0.0; ///< 0…1
    QList<Evidence> evidence; ///< the winner first, then the others by score
    QString wouldDisprove; ///< what would prove the verdict wrong
    std::optional<Fix> fix; ///< in the config
    QString boardAdvice; ///< what to change in the board program; empty when nothing
    QString firstDrift; ///< name of the first drifting layer; empty when none or unknown
    QList<LadderStep> ladder;
};

} // namespace driftscope
