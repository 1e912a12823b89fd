// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/Compilation.h"

#include "core/base/Files.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// How much a log record holds, to tell whether a line changed it.
auto extentOf(const MakertbinLog& log)
{
    const auto finished
        = std::count_if(log.phases.cbegin(), log.phases.cend(), [](const LogPhase& phase) { return phase.finished; });
    return std::make_tuple(log.nodes.size(), log.outputs.size(), log.phases.size(), finished, log.versions.size(),
                           log.parameters.size(), log.subgraphs.size(), log.diagnostics.size(),
                           log.compilerFlags.size(), log.succeeded);
}

/// One run of the toolchain, from its folder to its record.
class CompileRun
{
    Q_DECLARE_TR_FUNCTIONS(CompileRun)

public:
    CompileRun(const CompileRequest& request, const CancelToken& cancel, Progress& progress)
        : m_request(request)
        , m_cancel(cancel)
        , m_progress(progress)
    { }

    Result<CompileResult> execute()
    {
        if (auto prepared = prepare(); !prepared) {
            discard();
            return forward(prepared);
        }
        QElapsedTimer clock;
        clock.start();
        const ProcessResult ended = runProcess(
            LocalLauncher().prepare(command()),
            [this](OutputChannel channel, const QString& line) { take(channel, line); }, m_cancel,
            m_request.timeoutMilliseconds);
        m_parser.finish();
        m_logFile.close();
        if (ended.ending == ProcessResult::Ending::FailedToStart) {
            discard();
            return failure(ErrorKind::Unavailable, ended.message);
        }
        m_result.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
        conclude(ended);
        if (auto written = writeRunRecord(m_result, m_request, false); !written)
            return forward(written);
        return m_result;
    }

private:
    Result<void> prepare()
    {
        const auto document = ConfigDocument::load(m_request.configFile);
        if (!document)
            return forward(document);
        const QString beside = QFileInfo(m_request.configFile).absoluteDir().filePath(u"runs"_s);
        const auto folder = makeRunFolder(m_request.workFolder.isEmpty() ? beside : m_request.workFolder);
        if (!folder)
            return forward(folder);
        m_result.folder = *folder;
        m_result.runId = QFileInfo(*folder).fileName();
        const auto config = configForRun(*document, *folder, LocalLauncher());
        if (!config)
            return forward(config);
        m_config = QDir(*folder).filePath(QFileInfo(m_request.configFile).fileName());
        if (auto written = writeFileAtomically(m_config, config->text()); !written)
            return forward(written);
        m_model = absoluteConfigPath(*document, u"model_parameters.onnx_model"_s);
        m_isCaffe = m_model.isEmpty() && !document->scalar(u"model_parameters.caffe_model"_s).isEmpty();
        m_prefix = document->scalar(u"model_parameters.output_model_file_prefix"_s).trimmed();
        if (m_prefix.isEmpty())
            m_prefix = u"model"_s; // the toolchain's default
        return openLog();
    }

    Result<void> openLog()
    {
        if (auto made = makeFolder(QDir(m_result.folder).filePath(runOutputFolder)); !made)
            return made;
        m_logFile.setFileName(QDir(m_result.folder).filePath(runLogFile));
        if (!m_logFile.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            return failure(
                ErrorKind::Unreadable,
                tr("The log “%1” cannot be written (%2).").arg(m_logFile.fileName(), m_logFile.errorString()));
        }
        return writeRunRecord(m_result, m_request, true);
    }

    /// A run that never began leaves nothing behind. Only a folder that this run made is removed.
    void discard()
    {
        if (!m_result.folder.isEmpty())
            QDir(m_result.folder).removeRecursively();
    }

    [[nodiscard]] Command command() const
    {
        const LocalLauncher launcher;
        Command command;
        command.program = m_request.toolchain.program;
        command.arguments = m_request.toolchain.arguments;
        command.arguments += {u"makertbin"_s, u"--config"_s, launcher.mapped(m_config), u"--model-type"_s,
                              m_isCaffe ? u"caffe"_s : u"onnx"_s};
        command.workingDirectory = m_result.folder;
        return command;
    }

    void take(OutputChannel channel, const QString& line)
    {
        m_logFile.write(line.toUtf8() + '\n');
        m_logFile.flush(); // what a run said must survive this program
        if (!line.trimmed().isEmpty())
            m_lastLine = line.trimmed();
        const auto before = extentOf(m_parser.log());
        m_parser.handleLine(line);
        if (m_request.onLine)
            m_request.onLine(channel, line);
        if (before == extentOf(m_parser.log()))
            return;
        if (m_request.onLog)
            m_request.onLog(m_parser.log());
        reportProgress();
    }

    void reportProgress()
    {
        const QList<LogPhase>& phases = m_parser.log().phases;
        const auto open
            = std::find_if(phases.crbegin(), phases.crend(), [](const LogPhase& phase) { return !phase.finished; });
        const auto finished
            = std::count_if(phases.cbegin(), phases.cend(), [](const LogPhase& phase) { return phase.finished; });
        m_progress.report(finished, 0, open == phases.crend() ? QString() : open->name);
    }

    void conclude(const ProcessResult& ended)
    {
        m_result.log = m_parser.log();
        if (!m_model.isEmpty())
            m_result.artifacts.append({Stage::Float, m_model});
        m_result.artifacts += findArtifacts(QDir(m_result.folder).filePath(runOutputFolder), m_prefix);
        const bool hasBoardModel = std::any_of(m_result.artifacts.cbegin(), m_result.artifacts.cend(),
                                               [](const Artifact& a) { return a.stage == Stage::Board; });
        if (ended.ending == ProcessResult::Ending::Cancelled) {
            m_result.status = CompileStatus::Cancelled;
            m_result.message = tr("The run was stopped on request.");
        } else if (ended.isSuccess() && hasBoardModel) {
            m_result.status = CompileStatus::Succeeded;
        } else {
            m_result.status = CompileStatus::Failed;
            m_result.message = failureMessage(ended);
        }
    }

    [[nodiscard]] QString failureMessage(const ProcessResult& ended) const
    {
        const QString what = ended.isSuccess()
            ? tr("The toolchain “%1” ended without an error but wrote no board model.").arg(m_request.toolchain.name)
            : ended.message;
        QStringList sentences{what};
        if (const QString last = lastError(); !last.isEmpty())
            sentences.append(tr("The last it said was “%1”.").arg(last));
        sentences += missingPaths();
        sentences.append(tr("The whole log is in “%1”.").arg(m_logFile.fileName()));
        return sentences.join(u' ');
    }

    /// What the config names and is not there. Only told after a failure: a toolchain in a container may know paths
    /// that this machine does not.
    [[nodiscard]] QStringList missingPaths() const
    {
        QStringList sentences;
        const auto check = [&](const QString& key, const QString& path) {
            if (!path.trimmed().isEmpty() && !QFileInfo::exists(path))
                sentences.append(tr("%1 in “%2” names “%3”, which does not exist; correct the path.")
                                     .arg(key, m_request.configFile, path));
        };
        check(u"onnx_model"_s, m_model);
        if (const auto document = ConfigDocument::load(m_config)) {
            for (const QString& folder : document->scalar(u"calibration_parameters.cal_data_dir"_s).split(u';'))
                check(u"cal_data_dir"_s, folder);
        }
        return sentences;
    }

    /// What explains a failure best: the last error with more to say than that something failed, else the last line.
    [[nodiscard]] QString lastError() const
    {
        const Diagnostics& diagnostics = m_result.log.diagnostics;
        for (auto it = diagnostics.crbegin(); it != diagnostics.crend(); ++it) {
            if (it->severity == Severity::Error && !it->message.contains(u"exception in command"_s)
                && !it->message.contains(u"yaml file parse failed"_s))
                return withoutStop(it->message);
        }
        return withoutStop(m_lastLine);
    }

    /// A sentence to be quoted inside another.
    [[nodiscard]] static QString withoutStop(const QString& sentence)
    {
        return sentence.endsWith(u'.') ? sentence.chopped(1) : sentence;
    }

    const CompileRequest& m_request;
    const CancelToken& m_cancel;
    Progress& m_progress;
    CompileResult m_result;
    MakertbinLogParser m_parser;
    QFile m_logFile;
    QString m_config; ///< the run's copy
    QString m_model;
    QString m_prefix;
    QString m_lastLine;
    bool m_isCaffe = false;
};

} // namespace

ToolchainProfile sandboxToolchain()
{
    return {u"sandbox"_s, u"driftscope-mapper"_s, {}, true};
}

Result<CompileResult> compile(const CompileRequest& request, const CancelToken& cancel, Progress& progress)
{
    return CompileRun(request, cancel, progress).execute();
}

} // namespace driftscope
