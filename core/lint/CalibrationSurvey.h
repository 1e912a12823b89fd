// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/lint/CalibrationStatistics.h"

namespace driftscope {

class CalibrationCache;
struct LintSubject;

/// One folder to look at, and how.
struct CalibrationRequest
{
    QString folder; ///< empty: none is named, or none is needed
    SampleReading reading;

    bool operator==(const CalibrationRequest&) const = default;
};

/// What the folders of all inputs hold, in the order of the inputs.
struct CalibrationSurvey
{
    QList<CalibrationRequest> requests;
    QList<std::shared_ptr<const CalibrationStatistics>> inputs; ///< null where the request is empty

    /// Whether both saw the same files with the same content.
    [[nodiscard]] bool sameAs(const CalibrationSurvey& other) const;
};

/// What has to be looked at for a subject: the folder of each input, the type and the shape that are declared. Nothing
/// where calibration does without samples. Does not touch the disk.
[[nodiscard]] QList<CalibrationRequest> calibrationRequests(const LintSubject& subject);

/// Looks at the folders; samples that `cache` (may be null) knows are not opened. Several threads read, the caller's
/// among them, which alone reports progress. Fails only when cancelled; what was looked at until then stays in the
/// cache.
[[nodiscard]] Result<std::shared_ptr<const CalibrationSurvey>>
surveyCalibration(const QList<CalibrationRequest>& requests, CalibrationCache* cache, const CancelToken& cancel,
                  Progress& progress);

} // namespace driftscope
