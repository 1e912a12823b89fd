// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/calibrate/RangeStatistics.h"
#include "core/sandbox/draft/ValueShapes.h"

#include <QHash>

namespace driftscope {

using Statistics = QHash<QString, RangeStatistics>;

struct ObservedRanges
{
    Statistics statistics; ///< over all samples but those held back
    Statistics heldBack; ///< over the last samples
};

/// Runs the optimized float model over all calibration samples and collects the statistics of the named values, in
/// groups of bounded size. One sample is looked at while the next one is computed. The last `heldBack` samples are
/// kept apart.
[[nodiscard]] Result<ObservedRanges> observeActivations(const std::shared_ptr<const OnnxRuntime>& runtime,
                                                        const GraphDraft& draft, const ValueShapes& shapes,
                                                        const QStringList& names, const CalibrationData& data,
                                                        qsizetype heldBack, Progress& progress);

} // namespace driftscope
