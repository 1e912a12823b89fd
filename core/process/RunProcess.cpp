// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Process.h"

#include <QEventLoop>
#include <QTimer>

namespace driftscope {

ProcessResult runProcess(const Command& command, const LineListener& listener, const CancelToken& cancel,
                         int timeoutMilliseconds)
{
    constexpr int cancelPollMilliseconds = 50;
    Process process;
    process.setTimeout(timeoutMilliseconds);
    ProcessResult result;
    QEventLoop loop;
    QTimer cancelPoll;
    QObject::connect(&process, &Process::lineReceived, &process,
                     [&listener](OutputChannel channel, const QString& line) {
                         if (listener)
                             listener(channel, line);
                     });
    QObject::connect(&process, &Process::done, &loop, [&result, &loop](const ProcessResult& ended) {
        result = ended;
        loop.quit();
    });
    QObject::connect(&cancelPoll, &QTimer::timeout, &process, [&process, &cancel] {
        if (cancel.isCancelled())
            process.cancel();
    });
    if (cancel.isCancelled()) {
        result.ending = ProcessResult::Ending::Cancelled;
        result.message = Process::tr("The program “%1” was stopped on request.").arg(command.shownName());
        return result;
    }
    cancelPoll.start(cancelPollMilliseconds);
    process.start(command);
    if (process.isRunning())
        loop.exec();
    return result;
}

} // namespace driftscope
