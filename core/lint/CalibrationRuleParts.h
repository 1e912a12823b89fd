// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/CalibrationStatistics.h"
#include "core/lint/LintContext.h"

namespace driftscope {

/// What the folder of one input holds; null where none is named, needed or looked at yet, or it cannot be read.
[[nodiscard]] const CalibrationStatistics* calibrationOf(const LintContext& context, qsizetype input);

/// Calls `check(input, statistics)` for each input whose folder has been read.
template <typename Check> void forEachFolder(const LintContext& context, Check check)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        if (const CalibrationStatistics* statistics = calibrationOf(context, i))
            check(i, *statistics);
    }
}

/// `a.bin, b.bin, c.bin and 17 more`
[[nodiscard]] QString namesOf(const QList<CalibrationSample>& samples);
/// The same with the size of each: `a.bin (12 bytes)`.
[[nodiscard]] QString namesAndSizesOf(const QList<CalibrationSample>& samples);
/// Four significant digits, as people write them.
[[nodiscard]] QString measuredNumber(double value);
/// `95 %`, whole, never rounded up to certainty.
[[nodiscard]] QString percent(double share);

} // namespace driftscope
