// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/ExecutionPlan.h"

namespace driftscope {

/// Runs a plan for one frame `batch` times over inputs whose first axis holds all frames; the results are stacked along
/// their first axis. Fails when that axis is no multiple of the batch. The observer is called once a step, after the
/// last frame, with stacked values: so it sees what a board that runs the frames together would dump.
[[nodiscard]] Result<std::vector<Tensor>> runFrames(const ExecutionPlan& plan, qint64 batch,
                                                    std::span<const Tensor> inputs, const StepObserver& observer);

} // namespace driftscope
