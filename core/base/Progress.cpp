// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Progress.h"

#include <utility>

namespace driftscope {

namespace {
constexpr qint64 minimumIntervalMs = 50;
}

Progress::Progress(Listener listener)
    : m_listener(std::move(listener))
{ }

void Progress::report(qint64 done, qint64 total, const QString& what)
{
    if (!m_listener)
        return;
    const bool changedSubject = !what.isEmpty() && what != m_last.what;
    const bool finished = total > 0 && done >= total;
    if (!changedSubject && !finished && m_sinceLast.isValid() && m_sinceLast.elapsed() < minimumIntervalMs)
        return;
    m_last = {done, total, what.isEmpty() ? m_last.what : what};
    m_sinceLast.start();
    m_listener(m_last);
}

} // namespace driftscope
