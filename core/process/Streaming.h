// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Process.h"

namespace driftscope {

struct StreamListeners
{
    std::function<void(const QByteArray&)> onBytes; ///< standard output as it comes, cut anywhere
    std::function<void(const QString&)> onErrorLine; ///< whole lines of standard error
};

/// Runs a program to its end on the calling (worker) thread, in a process group of its own, its output unchanged: for
/// those who must know where in a stream they are. Its standard input is open until it is to end, because of `cancel`
/// or the time-out; if it does not obey within eight seconds its group is ended.
[[nodiscard]] ProcessResult runStreaming(const Command& command, const StreamListeners& listeners,
                                         const CancelToken& cancel, int timeoutMilliseconds = 0);

} // namespace driftscope
