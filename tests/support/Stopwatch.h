// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <limits>

namespace driftscope::test {

/// How long something takes as if the machine had nothing else to do: wall clock or processor time, whichever is less.
/// For work of one thread, and for processes that were waited for.
class Stopwatch
{
public:
    enum class Whose
    {
        ThisProcess,
        Children
    };
    explicit Stopwatch(Whose whose = Whose::ThisProcess);
    [[nodiscard]] double seconds() const;

private:
    Whose m_whose;
    std::chrono::steady_clock::time_point m_begin;
    double m_usedBefore = 0;
};

/// Of several runs of some work.
[[nodiscard]] double fastestSeconds(int repetitions, const auto& work)
{
    double fastest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < repetitions; ++i) {
        const Stopwatch stopwatch;
        work();
        fastest = std::min(fastest, stopwatch.seconds());
    }
    return fastest;
}

/// The largest resident set of this process so far; 0 where the system does not tell.
[[nodiscard]] qint64 peakMemoryBytes();

} // namespace driftscope::test
