// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/Process.h"

namespace driftscope {

struct StreamListeners
{
    std::function<void(const QByteArray&)> onBytes; ///< standard output as it comes, cut anywhere
    std::function<void(const QString&)> onErrorLine; ///< whole lines of standard error
    /// What standard input is given next; empty at its end. None: standard input is open and empty.
    std::function<QByteArray()> nextInput{};
    std::function<void(qint64)> onInputTaken{}; ///< so many bytes more went on their way
};

struct StreamLimits
{
    int totalMilliseconds = 0; ///< 0: none
    int stallMilliseconds = 0; ///< without a byte in either direction; 0: none
};

/// Runs a program to its end on the calling (worker) thread, in a process group of its own, its output unchanged: for
/// those who must know where in a stream they are. Its standard input is open until it is to end, because of `cancel`
/// or a time-out; if it does not obey within eight seconds its group is ended. One that is given input is ended at
/// once.
[[nodiscard]] ProcessResult runStreaming(const Command& command, const StreamListeners& listeners,
                                         const CancelToken& cancel, StreamLimits limits = {});

} // namespace driftscope
