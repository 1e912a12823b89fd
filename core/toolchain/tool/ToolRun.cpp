// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/ToolRun.h"

#include "core/base/Files.h"
#include "core/process/ShellQuoting.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/Workplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// One run of a tool, from its folder to its record.
class ToolRunner
{
    Q_DECLARE_TR_FUNCTIONS(ToolRunner)

public:
    ToolRunner(const ToolRunRequest& request, const CancelToken& cancel, Progress& progress)
        : m_request(request)
        , m_cancel(cancel)
        , m_progress(progress)
    { }

    Result<ToolRun> execute()
    {
        QElapsedTimer clock;
        clock.start();
        auto prepared = prepare();
        if (prepared)
            prepared = m_place->send(m_cancel);
        if (!prepared) {
            discard();
            return forward(prepared);
        }
        m_progress.report(0, 0, m_request.tool.title);
        const ToolEnd end = m_place->run(
            m_command, [this](OutputChannel channel, const QString& line) { take(channel, line); }, m_cancel,
            m_request.timeoutMilliseconds);
        m_log.close();
        if (end.result.ending == ProcessResult::Ending::FailedToStart) {
            m_place->clear();
            discard();
            return failure(ErrorKind::Unavailable, end.result.message);
        }
        const auto fetched = bringBack(end);
        m_run.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
        conclude(end, fetched ? Error{ErrorKind::Internal, {}} : fetched.error());
        if (auto written = writeRecord(false); !written)
            return forward(written);
        return readToolRun(m_run.folder);
    }

private:
    Result<void> prepare()
    {
        if (auto checked = checkToolValues(m_request.tool, m_request.values); !checked)
            return checked;
        settleInterruptedRuns(m_request.workFolder);
        const auto folder = makeRunFolder(m_request.workFolder);
        if (!folder)
            return forward(folder);
        m_run.folder = *folder;
        m_run.runId = QFileInfo(*folder).fileName();
        m_run.tool = m_request.tool.name;
        m_run.toolchain = m_request.toolchain.name;
        m_run.values = m_request.values;
        m_place = std::make_unique<Workplace>(m_request.toolchain, *folder);
        m_place->workInOutput();
        m_place->plan(toolFiles(m_request.tool, m_request.values));
        m_command = toolProgram(m_request.toolchain, m_request.tool);
        m_command.arguments += toolArguments(m_request.tool, m_request.values, *m_place);
        m_command.workingDirectory = *folder;
        m_run.command = QStringList{m_command.program} + m_command.arguments;
        if (auto made = makeFolder(m_run.outputFolder()); !made)
            return made;
        m_log.setFileName(QDir(*folder).filePath(runLogFile));
        if (!m_log.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            return failure(ErrorKind::Unreadable,
                           tr("The log “%1” cannot be written (%2).").arg(m_log.fileName(), m_log.errorString()));
        }
        return writeRecord(true);
    }

    [[nodiscard]] Result<void> writeRecord(bool isRunning) const
    {
        return writeFileAtomically(QDir(m_run.folder).filePath(runRecordFile), toolRecord(m_run, isRunning));
    }

    void discard()
    {
        m_log.close();
        if (!m_run.folder.isEmpty())
            QDir(m_run.folder).removeRecursively();
    }

    void take(OutputChannel channel, const QString& line)
    {
        const QByteArray bytes = line.toUtf8() + '\n';
        if (m_log.write(bytes) != bytes.size() || !m_log.flush())
            m_logProblem = m_log.errorString();
        if (!line.trimmed().isEmpty())
            m_lastLine = line.trimmed();
        if (m_request.onLine)
            m_request.onLine(channel, line);
    }

    /// Of a run that was cut short nothing looks like a result.
    Result<void> bringBack(const ToolEnd& end)
    {
        using Ending = ProcessResult::Ending;
        const bool isWhole = end.result.ending == Ending::Exited;
        Result<void> fetched;
        if ((isWhole || end.result.ending == Ending::Crashed) && !end.isLost)
            fetched = m_place->fetch(m_cancel);
        if (fetched) // what could not be brought back is kept
            m_place->clear();
        if (!isWhole)
            setOutputAside(m_run.folder);
        return fetched;
    }

    void conclude(const ToolEnd& end, const Error& fetchProblem)
    {
        const bool isCancelled
            = end.result.ending == ProcessResult::Ending::Cancelled || fetchProblem.kind == ErrorKind::Cancelled;
        if (isCancelled) {
            m_run.status = CompileStatus::Cancelled;
            m_run.message = tr("The run was stopped on request.");
        } else if (end.result.isSuccess() && fetchProblem.message.isEmpty()) {
            m_run.status = CompileStatus::Succeeded;
            m_run.message = m_logProblem.isEmpty()
                ? QString()
                : tr("The log “%1” is not whole (%2).").arg(m_log.fileName(), m_logProblem);
        } else {
            m_run.status = end.isLost ? CompileStatus::Interrupted : CompileStatus::Failed;
            m_run.message = fetchProblem.message.isEmpty() ? end.result.message : fetchProblem.message;
            if (const QString last = m_lastLine.endsWith(u'.') ? m_lastLine.chopped(1) : m_lastLine; !last.isEmpty())
                m_run.message += u' ' + tr("The last it said was “%1”.").arg(last);
        }
    }

    const ToolRunRequest& m_request;
    const CancelToken& m_cancel;
    Progress& m_progress;
    std::unique_ptr<Workplace> m_place;
    Command m_command;
    ToolRun m_run;
    QFile m_log;
    QString m_logProblem;
    QString m_lastLine;
};

/// Shows files as a profile's mounts do; what would be copied is shown as it is here.
class MountsLauncher final : public Launcher
{
public:
    explicit MountsLauncher(const ToolchainProfile& toolchain)
        : m_toolchain(toolchain)
    { }

    [[nodiscard]] Command prepare(const Command& command) const override { return command; }
    [[nodiscard]] QString mapped(const QString& localPath) const override
    {
        const QString there = mappedByMounts(m_toolchain.mounts, localPath);
        return there.isEmpty() ? localPath : there;
    }

private:
    const ToolchainProfile& m_toolchain;
};

} // namespace

Result<ToolRun> runTool(const ToolRunRequest& request, const CancelToken& cancel, Progress& progress)
{
    return ToolRunner(request, cancel, progress).execute();
}

QString toolCommandLine(const ToolchainProfile& toolchain, const ToolDescription& tool, const ToolValues& values)
{
    static const QRegularExpression plain(u"^[\\w@%+=:,./-]+$"_s); // means itself in every shell
    const Command program = toolProgram(toolchain, tool);
    QStringList words{program.program};
    words += program.arguments;
    words += toolArguments(tool, values, MountsLauncher(toolchain));
    for (QString& word : words)
        word = plain.match(word).hasMatch() ? word : shellQuoted(word);
    return words.join(u' ');
}

} // namespace driftscope
