// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Stopwatch.h"

#include <QFile>

#include <algorithm>

#include <sys/resource.h>

namespace driftscope::test {

namespace {

rusage usageOf(Stopwatch::Whose whose)
{
    rusage usage{};
    getrusage(whose == Stopwatch::Whose::Children ? RUSAGE_CHILDREN : RUSAGE_SELF, &usage);
    return usage;
}

double usedSeconds(Stopwatch::Whose whose)
{
    const rusage usage = usageOf(whose);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

} // namespace

Stopwatch::Stopwatch(Whose whose)
    : m_whose(whose)
    , m_begin(std::chrono::steady_clock::now())
    , m_usedBefore(usedSeconds(whose))
{ }

double Stopwatch::seconds() const
{
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - m_begin;
    return std::min(passed.count(), usedSeconds(m_whose) - m_usedBefore);
}

qint64 peakMemoryBytes()
{
    // Not ru_maxrss: a process that was forked off a larger one begins with what that one had.
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    constexpr QByteArrayView key = "VmHWM:";
    const qsizetype at = text.indexOf(key);
    return at < 0 ? 0 : text.mid(at + key.size(), 32).simplified().split(' ').first().toLongLong() * 1024;
}

} // namespace driftscope::test
