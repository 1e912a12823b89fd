// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

namespace driftscope {

/// What the config says of the training program's preprocessing, and what the program really does.
struct TrainingFault
{
    QString id; ///< empty: none was found
    QString title;
    QString sentence;
    QString key; ///< the setting that is wrong
    std::optional<Fix> fix;
    double cosine = 0.0; ///< of the float model prepared as the fault says, with what the training program gave
    double cosineWithout = 0.0; ///< prepared as the config says
    double distance = 0.0;
    double distanceWithout = 0.0;
    QList<Evidence> evidence; ///< everything that was tried, best first
};

/// Runs the float model on pictures prepared in other ways than the config says, against what the training program
/// made of them. Needs samples with `expected`; nothing is found where the config is right.
[[nodiscard]] Result<TrainingFault> findTrainingFault(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                                      const std::vector<PreparedSample>& samples,
                                                      const CancelToken& cancel);

} // namespace driftscope
