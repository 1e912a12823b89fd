// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace driftscope::test {

/// What one run of a program took, as its parent sees it.
struct ProgramRun
{
    double seconds = 0; ///< wall clock, from the start of the process to its end
    double processorSeconds = 0; ///< of all its threads
    qint64 peakBytes = 0; ///< largest resident set
};

/// Runs the program to its end; an exit code other than 0 is an error.
[[nodiscard]] Result<ProgramRun> runProgram(const QString& program, const QStringList& arguments);

} // namespace driftscope::test
