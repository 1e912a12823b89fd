// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Process.h"

namespace driftscope {

/// Runs two programs on the calling (worker) thread, what the first writes being what the second reads. Both end when
/// cancelled and when this thread goes. The result is that of the first one of the two that failed; its message holds
/// the end of what the two said on standard error.
[[nodiscard]] ProcessResult runPiped(const Command& from, const Command& into, const CancelToken& cancel);

} // namespace driftscope
