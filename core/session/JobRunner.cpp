// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/JobRunner.h"

namespace driftscope {

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

JobRunner::~JobRunner()
{
    m_queue.clear();
    m_cancel.cancel();
    m_pool.waitForDone();
}

void JobRunner::enqueue(Job job)
{
    m_queue.append(std::move(job));
    if (!m_state.running)
        startNext();
}

void JobRunner::startNext()
{
    if (m_queue.isEmpty())
        return;
    const Job job = m_queue.takeFirst();
    m_cancel = CancelToken();
    m_state = {true, job.title, {}, 0};
    m_elapsed.start();
    Q_EMIT stateChanged();
    // The destructor waits for the pool, so `this` outlives the worker; results posted after that are dropped with the
    // object's event queue.
    m_pool.start([this, job, cancel = m_cancel] {
        Progress progress([this](const ProgressState& state) {
            QMetaObject::invokeMethod(
                this, [this, state] { showProgress(state); }, Qt::QueuedConnection);
        });
        const std::function<void()> deliver = job.run(cancel, progress);
        QMetaObject::invokeMethod(
            this, [this, deliver] { finish(deliver); }, Qt::QueuedConnection);
    });
}

void JobRunner::finish(const std::function<void()>& deliver)
{
    m_state = {};
    deliver();
    if (!m_state.running)
        startNext();
    Q_EMIT stateChanged();
}

void JobRunner::showProgress(const ProgressState& progress)
{
    if (!m_state.running)
        return;
    m_state.progress = progress;
    m_state.elapsedMs = m_elapsed.elapsed();
    Q_EMIT stateChanged();
}

void JobRunner::cancel()
{
    m_queue.clear();
    m_cancel.cancel();
}

bool JobRunner::isBusy() const
{
    return m_state.running;
}

} // namespace driftscope
