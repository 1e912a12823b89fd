// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace driftscope {

/// What the running job is, for the status line.
struct JobState
{
    bool running = false;
    QString title;
    ProgressState progress;
    qint64 elapsedMs = 0;
};

/// Runs jobs one after another on a worker thread and delivers their results on the thread that this object lives in.
/// Destroying it cancels the running job and waits for it.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;
    Q_DISABLE_COPY_MOVE(JobRunner)

    template <typename T> using Work = std::function<Result<T>(const CancelToken&, Progress&)>;
    template <typename T> using Done = std::function<void(Result<T>)>;

    /// Queues a job. `done` runs on this object's thread; never after this object is gone.
    template <typename T> void start(const QString& title, Work<T> work, Done<T> done)
    {
        enqueue(
            {title, [work = std::move(work), done = std::move(done)](const CancelToken& cancel, Progress& progress) {
                 auto result = std::make_shared<Result<T>>(work(cancel, progress));
                 return std::function<void()>([done, result] { done(std::move(*result)); });
             }});
    }

    /// Cancels the running job and forgets queued ones.
    void cancel();
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] const JobState& state() const { return m_state; }

Q_SIGNALS:
    void stateChanged();

private:
    struct Job
    {
        QString title;
        std::function<std::function<void()>(const CancelToken&, Progress&)> run;
    };
    void enqueue(Job job);
    void startNext();
    void finish(const std::function<void()>& deliver);
    void showProgress(const ProgressState& progress);

    QThreadPool m_pool;
    QList<Job> m_queue;
    CancelToken m_cancel;
    JobState m_state;
    QElapsedTimer m_elapsed;
};

} // namespace driftscope
