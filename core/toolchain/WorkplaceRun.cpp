// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a tool is run at its place, and what its end means.
#include "core/process/RemoteRun.h"
#include "core/toolchain/Workplace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Workplaces
{
    Q_DECLARE_TR_FUNCTIONS(Workplace)
};

} // namespace

ToolEnd Workplace::run(const Command& command, const LineListener& listener, const CancelToken& cancel,
                       int timeoutMilliseconds) const
{
    return survivesConnection() ? followed(command, listener, cancel, timeoutMilliseconds)
                                : guardedRun(command, listener, cancel, timeoutMilliseconds);
}

ToolEnd Workplace::takeUp(const LineListener& listener, const CancelToken& cancel) const
{
    return followed(std::nullopt, listener, cancel, 0);
}

ToolEnd Workplace::guardedRun(const Command& command, const LineListener& listener, const CancelToken& cancel,
                              int timeoutMilliseconds) const
{
    GuardReport report;
    QStringList said; // before the tool began
    constexpr qsizetype keptLines = 4;
    ToolEnd end;
    end.result = runProcess(
        prepare(command),
        [&](OutputChannel channel, const QString& line) {
            if (channel == OutputChannel::StandardError && report.take(line))
                return;
            if (!report.hasStarted() && said.size() < keptLines && !line.trimmed().isEmpty())
                said.append(line.trimmed());
            listener(channel, line);
        },
        cancel, timeoutMilliseconds);
    judge(end, report, command.program, said.join(u' '));
    return end;
}

ToolEnd Workplace::followed(const std::optional<Command>& started, const LineListener& listener,
                            const CancelToken& cancel, int timeoutMilliseconds) const
{
    const auto tender = [&](qint64 offset) { return launched(tended(m_root, offset, started, guardOptions())); };
    const RemoteRun::End remote = RemoteRun(tender, listener, m_onWait).follow(cancel, timeoutMilliseconds);
    const QString program = started ? started->program : m_toolchain.program;
    using Ending = ProcessResult::Ending;
    ToolEnd end;
    end.result = remote.result;
    end.seconds = remote.report.seconds();
    const bool isUnreachable = remote.isLost || end.result.ending == Ending::FailedToStart;
    end.goesOn = (remote.isLost && remote.wasReached) || (isUnreachable && !started);
    if (end.goesOn) {
        end.isLost = true;
        end.result.ending = Ending::Crashed;
        end.result.message = Workplaces::tr("The connection to the %1 was lost while “%2” ran; it goes on there: take "
                                            "the run up again when the connection is back.")
                                 .arg(toolchainWhere(m_toolchain), program);
        return end;
    }
    if (end.result.ending == Ending::TimedOut)
        end.result.message = Workplaces::tr("The program “%1” did not end within %2 seconds and was stopped.")
                                 .arg(program)
                                 .arg(timeoutMilliseconds / 1000.0);
    judge(end, remote.report, program, remote.said.join(u' '));
    end.isLost = end.isLost || remote.report.missing() == GuardReport::Missing::Run;
    return end;
}

void Workplace::judge(ToolEnd& end, const GuardReport& report, const QString& program, const QString& said) const
{
    using Ending = ProcessResult::Ending;
    ProcessResult& result = end.result;
    if (result.ending == Ending::Cancelled && result.message.isEmpty())
        result.message = Workplaces::tr("The program “%1” was stopped on request.").arg(program);
    if (result.ending == Ending::TimedOut && report.ownStatus()) { // what it left behind took the time
        result.ending = Ending::Exited;
        result.exitCode = *report.ownStatus();
    }
    if (result.ending != Ending::Exited && result.ending != Ending::Crashed)
        return;
    constexpr int signalBase = 128;
    const int status = report.exitStatus().value_or(result.exitCode);
    if (!report.hasStarted()) {
        result.ending = Ending::FailedToStart;
        result.message = describeStart(report, program, said);
    } else if (!report.exitStatus() && !report.ownStatus()) {
        end.isLost = true;
        result.ending = Ending::Crashed;
        result.message = m_toolchain.place == ToolchainPlace::Local || report.hasFollowed()
            ? Workplaces::tr("The program “%1” was ended from outside.").arg(program)
            : Workplaces::tr("The connection to the %1 was lost while “%2” ran; run it again when it is back.")
                  .arg(toolchainWhere(m_toolchain), program);
    } else if (status > signalBase) {
        result.ending = Ending::Crashed;
        result.exitCode = status - signalBase;
        result.message = Workplaces::tr("The program “%1” crashed (signal %2).").arg(program).arg(result.exitCode);
    } else {
        result.exitCode = status;
        result.message = status == 0
            ? QString()
            : Workplaces::tr("The program “%1” ended with exit code %2.").arg(program).arg(status);
    }
}

QString Workplace::describeStart(const GuardReport& report, const QString& program, const QString& said) const
{
    const QString where = toolchainWhere(m_toolchain);
    switch (report.missing()) {
    case GuardReport::Missing::Program:
        return where.isEmpty()
            ? Workplaces::tr("The program “%1” could not be started; check that it is installed and may be executed.")
                  .arg(program)
            : Workplaces::tr("There is no program “%1” in the %2; check the toolchain's settings.").arg(program, where);
    case GuardReport::Missing::Folder:
        return Workplaces::tr("The run's folder “%1” is not to be seen from the %2; check the mounts of the toolchain.")
            .arg(m_runThere, where);
    case GuardReport::Missing::SetSid:
        return Workplaces::tr("The program “setsid” is missing where “%1” is to run; install util-linux there.")
            .arg(program);
    case GuardReport::Missing::Run:
        return Workplaces::tr("Nothing of the run is left on the %1; compile again.").arg(where);
    case GuardReport::Missing::Nothing:
        break;
    }
    return where.isEmpty() ? Workplaces::tr("The program “%1” could not be started: %2").arg(program, said)
                           : Workplaces::tr("The %1 cannot be reached: %2").arg(where, said.isEmpty() ? u"?"_s : said);
}

} // namespace driftscope
