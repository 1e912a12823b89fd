// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace driftscope {

/// Recomputes what a view shows on a worker thread: a new start cancels the one before, and only the latest result is
/// delivered, on the thread that this object lives in. Destroying it cancels and waits.
class LatestJob : public QObject
{
public:
    explicit LatestJob(QObject* parent = nullptr)
        : QObject(parent)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~LatestJob() override
    {
        cancel();
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(LatestJob)

    template <typename T> void start(std::function<T(const CancelToken&)> work, std::function<void(T)> done)
    {
        cancel();
        m_token = CancelToken();
        m_isBusy = true;
        m_pool.start([this, token = m_token, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<T>(work(token));
            QMetaObject::invokeMethod(
                this,
                [this, token, done, result] {
                    if (token.isCancelled())
                        return;
                    m_isBusy = false;
                    done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }
    /// A running job is asked to stop, and its result dropped.
    void cancel()
    {
        m_token.cancel();
        m_isBusy = false;
    }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

private:
    QThreadPool m_pool;
    CancelToken m_token;
    bool m_isBusy = false;
};

} // namespace driftscope
