// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Samples.h"

namespace driftscope {

/// How the thresholds of the calibrated model fit the values that flow there.
struct CalibrationRanges
{
    int looked = 0; ///< thresholds that were compared
    int tooSmall = 0; ///< that cut off more than one value in twenty
    int tooLarge = 0; ///< that are over sixteen times as large as the largest value
    QString worst; ///< the value whose threshold fits least
    double worstRatio = 1.0; ///< its largest value divided by its threshold

    [[nodiscard]] bool areTooSmall() const { return looked > 0 && 3 * tooSmall > looked; }
    [[nodiscard]] bool areTooLarge() const { return looked > 0 && 2 * tooLarge > looked; }
};

/// On the first sample that can be run. All zero where the calibrated model is not there.
[[nodiscard]] Result<CalibrationRanges> lookAtRanges(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                                     const std::vector<PreparedSample>& samples,
                                                     const CancelToken& cancel, Progress& progress);

} // namespace driftscope
