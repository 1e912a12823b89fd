// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CalibrationWatch.h"

#include "core/lint/CalibrationCache.h"

#include <algorithm>

namespace driftscope {

CalibrationWatch::CalibrationWatch(std::shared_ptr<CalibrationCache> cache, std::chrono::milliseconds calm,
                                   QObject* parent)
    : QObject(parent)
    , m_cache(std::move(cache))
    , m_survey(std::make_shared<const CalibrationSurvey>())
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calm);
    connect(&m_calm, &QTimer::timeout, this, &CalibrationWatch::look);
    connect(&m_folders, &QFileSystemWatcher::directoryChanged, &m_calm, qOverload<>(&QTimer::start));
}

void CalibrationWatch::watch(const QList<CalibrationRequest>& requests)
{
    m_requests = requests;
    if (m_job.isBusy() && m_looking != m_requests) {
        m_job.cancel(); // nobody wants it any more
        Q_EMIT progressed({});
    }
    m_calm.start();
}

std::shared_ptr<const CalibrationSurvey> CalibrationWatch::survey() const
{
    return m_survey->requests == m_requests ? m_survey : std::make_shared<const CalibrationSurvey>();
}

void CalibrationWatch::look()
{
    if (m_job.isBusy() && m_looking == m_requests) {
        m_calm.start(); // it may have passed the files that changed
        return;
    }
    m_looking = m_requests;
    using Survey = std::shared_ptr<const CalibrationSurvey>;
    m_job.start<Survey>(
        [this, requests = m_requests, cache = m_cache](const CancelToken& cancel) -> Survey {
            Progress progress([this, cancel](const ProgressState& state) {
                const auto pass = [this, cancel, state] {
                    if (!cancel.isCancelled())
                        Q_EMIT progressed(state);
                };
                QMetaObject::invokeMethod(this, pass, Qt::QueuedConnection);
            });
            const auto survey = surveyCalibration(requests, cache.get(), cancel, progress);
            return survey ? *survey : nullptr;
        },
        [this](const Survey& survey) { take(survey); });
}

void CalibrationWatch::take(const std::shared_ptr<const CalibrationSurvey>& survey)
{
    Q_EMIT progressed({});
    if (!survey || survey->requests != m_requests)
        return;
    const bool isNew = !m_survey->sameAs(*survey);
    m_survey = survey;
    followFolders();
    if (isNew)
        Q_EMIT surveyChanged();
}

/// Files that come and go are noticed at once; what is written into them, at the next look.
void CalibrationWatch::followFolders()
{
    QStringList wanted;
    for (const auto& statistics : m_survey->inputs) {
        if (statistics && statistics->isRead() && !wanted.contains(statistics->folder()))
            wanted.append(statistics->folder());
    }
    QStringList unwanted = m_folders.directories();
    unwanted.removeIf([&](const QString& folder) { return wanted.contains(folder); });
    wanted.removeIf([this](const QString& folder) { return m_folders.directories().contains(folder); });
    if (!unwanted.isEmpty())
        m_folders.removePaths(unwanted);
    if (!wanted.isEmpty())
        m_folders.addPaths(wanted);
}

} // namespace driftscope
