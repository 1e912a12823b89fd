// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

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

/// The largest resident set of this process so far; 0 where the system does not tell.
[[nodiscard]] qint64 peakMemoryBytes();

} // namespace driftscope::test
