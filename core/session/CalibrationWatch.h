// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Progress.h"
#include "core/lint/CalibrationSurvey.h"
#include "core/session/LatestJob.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace driftscope {

/// Keeps what is known of the calibration folders up to date without the thread it lives on ever touching them. A look
/// begins when nothing was asked for during a moment, so that a person who types starts none, and ends early when
/// another folder or reading is asked for. Files that were seen before are not opened again. Destroying it cancels the
/// look and waits for that.
class CalibrationWatch : public QObject
{
    Q_OBJECT

public:
    explicit CalibrationWatch(std::shared_ptr<CalibrationCache> cache, std::chrono::milliseconds calm,
                              QObject* parent = nullptr);

    /// What is of interest from now on; asking for the same again looks whether the folders have changed.
    void watch(const QList<CalibrationRequest>& requests);
    /// Of what was asked for last; without folders until it has been looked at. Never null.
    [[nodiscard]] std::shared_ptr<const CalibrationSurvey> survey() const;
    [[nodiscard]] bool isLooking() const { return m_job.isBusy(); }

Q_SIGNALS:
    void surveyChanged();
    /// Several times in a second while a look takes long; without a total when it has ended, in whatever way.
    void progressed(const driftscope::ProgressState& state);

private:
    void look();
    void take(const std::shared_ptr<const CalibrationSurvey>& survey);
    void followFolders();

    std::shared_ptr<CalibrationCache> m_cache;
    QTimer m_calm;
    QFileSystemWatcher m_folders;
    QList<CalibrationRequest> m_requests;
    QList<CalibrationRequest> m_looking; ///< what the running look is about
    std::shared_ptr<const CalibrationSurvey> m_survey;
    LatestJob m_job; ///< last: it is waited for before the rest is gone
};

} // namespace driftscope
