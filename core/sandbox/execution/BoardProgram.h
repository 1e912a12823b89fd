// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace driftscope {

/// Where the program prints; called from one thread at a time.
struct BoardConsole
{
    std::function<void(const QString&)> out;
    std::function<void(const QString&)> error;
};

/// Runs driftscope-board: model_info, infer or perf. Text and error codes are those of hrt_model_exec; every failure
/// adds one sentence on the error channel. The result is the exit status: 0, or 1 after an error.
[[nodiscard]] int runBoardProgram(const QStringList& arguments, const BoardConsole& console);

} // namespace driftscope
