// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Pipe.h"

#include "core/process/ProcessGroup.h"

#include <QCoreApplication>
#include <QProcess>

#include <csignal>

#include <sys/prctl.h>

namespace driftscope {

namespace {

struct Pipes
{
    Q_DECLARE_TR_FUNCTIONS(Pipe)
};

constexpr int pollMilliseconds = 50;
constexpr int endMilliseconds = 3000;
constexpr qsizetype keptErrorBytes = 2000;

void prepare(QProcess& process, const Command& command)
{
    process.setProgram(command.program);
    process.setArguments(command.arguments);
    process.setWorkingDirectory(command.workingDirectory);
    process.setChildProcessModifier([] {
        ProcessGroup::makeOwnGroup();
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a transfer must not outlive this program
    });
}

void end(QProcess& process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    const ProcessGroup group(process.processId());
    group.terminate();
    if (!process.waitForFinished(endMilliseconds))
        group.kill();
    process.waitForFinished(endMilliseconds);
}

void keepEnd(QByteArray& kept, const QByteArray& more)
{
    kept.append(more);
    kept = kept.right(keptErrorBytes);
}

ProcessResult resultOf(const QProcess& process, const QString& said)
{
    ProcessResult result;
    result.exitCode = process.exitCode();
    if (process.error() == QProcess::FailedToStart) {
        result.ending = ProcessResult::Ending::FailedToStart;
        result.message
            = Pipes::tr("The program “%1” could not be started (%2); check that it is installed and may be executed.")
                  .arg(process.program(), process.errorString());
        return result;
    }
    if (process.exitStatus() == QProcess::CrashExit)
        result.ending = ProcessResult::Ending::Crashed;
    else if (result.exitCode == 0)
        return result;
    result.message = said.isEmpty()
        ? Pipes::tr("The program “%1” failed with exit code %2.").arg(process.program()).arg(result.exitCode)
        : Pipes::tr("The program “%1” failed: %2").arg(process.program(), said);
    return result;
}

} // namespace

ProcessResult runPiped(const Command& from, const Command& into, const CancelToken& cancel)
{
    QProcess source;
    QProcess sink;
    prepare(source, from);
    prepare(sink, into);
    source.setStandardInputFile(QProcess::nullDevice());
    source.setStandardOutputProcess(&sink);
    sink.start();
    source.start();
    QByteArray said;
    while (source.state() != QProcess::NotRunning || sink.state() != QProcess::NotRunning) {
        if (cancel.isCancelled()) {
            end(source);
            end(sink);
            return {ProcessResult::Ending::Cancelled, 0, Pipes::tr("The transfer was stopped on request.")};
        }
        if (sink.state() != QProcess::NotRunning)
            sink.waitForFinished(pollMilliseconds);
        else
            source.waitForFinished(pollMilliseconds);
        keepEnd(said, source.readAllStandardError());
        keepEnd(said, sink.readAllStandardError());
        sink.readAllStandardOutput();
        if (sink.error() == QProcess::FailedToStart || source.error() == QProcess::FailedToStart) {
            end(source);
            end(sink);
        }
    }
    keepEnd(said, source.readAllStandardError() + sink.readAllStandardError());
    const QString words = QString::fromUtf8(said).simplified();
    const ProcessResult sent = resultOf(sink, words);
    return sent.isSuccess() ? resultOf(source, words) : sent;
}

} // namespace driftscope
