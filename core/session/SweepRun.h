// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Experiment.h"
#include "core/session/SweepPlan.h"

namespace driftscope {

struct SweepRequest
{
    SweepPlan plan; ///< without problems
    QString runsFolder;
    ToolchainProfile toolchain;
    BoardProfile board;
    std::shared_ptr<const OnnxRuntime> runtime; ///< null: nothing is evaluated
    QString runtimeProblem; ///< why it is null
    QString dataFolder; ///< labelled pictures; empty: nothing is evaluated
    bool mayReuse = false; ///< take a run over that compiled the same bytes with the same toolchain
    int timeoutMilliseconds = 0; ///< of each compilation; 0: none
    LineListener onLine; ///< every log line, on the calling thread
    std::function<void(const Sweep&)> onRow; ///< a row changed, on the calling thread
};

/// Compiles every variant into a run of its own, one after another, evaluates the quantized and the board model of each
/// where there is labelled data, and keeps a record of the whole. What goes wrong with one variant stands in its row;
/// being stopped ends the sweep and keeps what is done. Fails only where nothing could be begun: no toolchain, no data
/// where it should be, nowhere to write.
[[nodiscard]] Result<Sweep> runSweep(const SweepRequest& request, const CancelToken& cancel, Progress& progress);

} // namespace driftscope
