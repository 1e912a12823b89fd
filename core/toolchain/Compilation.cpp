// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/Compilation.h"

#include "core/base/Files.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/Workplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>
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
        if (auto sent = m_place->send(m_cancel); !sent) {
            discard();
            return forward(sent);
        }
        const ToolEnd ended = m_place->run(
            command(), [this](OutputChannel channel, const QString& line) { take(channel, line); }, m_cancel,
            m_request.timeoutMilliseconds);
        m_parser.finish();
        m_logFile.close();
        if (ended.result.ending == ProcessResult::Ending::FailedToStart) {
            m_place->clear();
            discard();
            return failure(ErrorKind::Unavailable, ended.result.message);
        }
        bringBack(ended);
        m_result.seconds = static_cast<double>(clock.elapsed()) / 1000.0;
        conclude(ended);
        if (auto written = writeRunRecord(m_result, m_request, false); !written)
            return forward(written);
        return m_result;
    }

private:
    Result<void> prepare()
    {
        const auto document = m_request.configText
            ? ConfigDocument::fromText(*m_request.configText, QFileInfo(m_request.configFile).absoluteFilePath())
            : ConfigDocument::load(m_request.configFile);
        if (!document)
            return forward(document);
        const QString beside = QFileInfo(m_request.configFile).absoluteDir().filePath(u"runs"_s);
        const QString runs = m_request.workFolder.isEmpty() ? beside : m_request.workFolder;
        settleInterruptedRuns(runs);
        const auto folder = makeRunFolder(runs);
        if (!folder)
            return forward(folder);
        m_result.folder = *folder;
        m_result.runId = QFileInfo(*folder).fileName();
        m_place = std::make_unique<Workplace>(m_request.toolchain, *folder);
        m_inputs = configPaths(*document);
        QStringList paths;
        for (const ConfigPath& input : std::as_const(m_inputs))
            paths.append(input.path);
        m_place->plan(paths);
        const auto config = configForRun(*document, *folder, *m_place);
        if (!config)
            return forward(config);
        m_config = QDir(*folder).filePath(QFileInfo(m_request.configFile).fileName());
        if (auto written = writeFileAtomically(m_config, config->text()); !written)
            return forward(written);
        for (auto note = m_request.notes.constBegin(); note != m_request.notes.constEnd(); ++note) {
            if (auto written = writeFileAtomically(QDir(*folder).filePath(note.key()), note.value()); !written)
                return forward(written);
        }
        m_model = absoluteConfigPath(*document, u"model_parameters.onnx_model"_s);
        m_isCaffe = m_model.isEmpty() && !document->scalar(u"model_parameters.caffe_model"_s).isEmpty();
        m_prefix = document->scalar(u"model_parameters.output_model_file_prefix"_s).trimmed();
        if (m_prefix.isEmpty())
            m_prefix = u"model"_s; // the toolchain's default
        return openLog();
    }

    /// Of a run that was cut short nothing looks like a result; of one that failed by itself nothing half-written does.
    void bringBack(const ToolEnd& ended)
    {
        const bool isWhole = ended.result.ending == ProcessResult::Ending::Exited;
        if (isWhole || ended.result.ending == ProcessResult::Ending::Crashed) {
            if (auto fetched = ended.isLost ? Result<void>() : m_place->fetch(m_cancel); !fetched)
                m_fetchProblem = fetched.error();
        }
        if (m_fetchProblem.message.isEmpty()) // what could not be brought back is kept
            m_place->clear();
        if (!isWhole)
            setOutputAside(m_result.folder);
        else if (!ended.result.isSuccess())
            setDamagedAside(QDir(m_result.folder).filePath(runOutputFolder));
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
        Command command;
        command.program = m_request.toolchain.program;
        command.arguments = m_request.toolchain.arguments;
        command.arguments += {u"makertbin"_s, u"--config"_s, m_place->mapped(m_config), u"--model-type"_s,
                              m_isCaffe ? u"caffe"_s : u"onnx"_s};
        command.workingDirectory = m_result.folder;
        return command;
    }

    void take(OutputChannel channel, const QString& line)
    {
        const QByteArray bytes = line.toUtf8() + '\n';
        if (m_logFile.write(bytes) != bytes.size() || !m_logFile.flush()) // what a run said must survive this program
            m_logProblem = m_logFile.errorString();
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

    void conclude(const ToolEnd& end)
    {
        const ProcessResult& ended = end.result;
        m_result.log = m_parser.log();
        if (!m_model.isEmpty())
            m_result.artifacts.append({Stage::Float, m_model});
        m_result.artifacts += findArtifacts(QDir(m_result.folder).filePath(runOutputFolder), m_prefix);
        const bool hasBoardModel = std::any_of(m_result.artifacts.cbegin(), m_result.artifacts.cend(),
                                               [](const Artifact& a) { return a.stage == Stage::Board; });
        if (ended.ending == ProcessResult::Ending::Cancelled || m_fetchProblem.kind == ErrorKind::Cancelled) {
            m_result.status = CompileStatus::Cancelled;
            m_result.message = tr("The run was stopped on request.");
        } else if (ended.isSuccess() && hasBoardModel) {
            m_result.status = CompileStatus::Succeeded;
            m_result.message = logProblem();
        } else {
            m_result.status = end.isLost ? CompileStatus::Interrupted : CompileStatus::Failed;
            m_result.message = failureMessage(ended);
        }
    }

    [[nodiscard]] QString logProblem() const
    {
        return m_logProblem.isEmpty() ? QString()
                                      : tr("The log “%1” is not whole (%2).").arg(m_logFile.fileName(), m_logProblem);
    }

    [[nodiscard]] QString failureMessage(const ProcessResult& ended) const
    {
        QString what = ended.message;
        if (!m_fetchProblem.message.isEmpty())
            what = m_fetchProblem.message;
        else if (ended.isSuccess())
            what = tr("The toolchain “%1” ended without an error but wrote no board model.")
                       .arg(m_request.toolchain.name);
        QStringList sentences{what};
        if (const QString last = lastError(); !last.isEmpty())
            sentences.append(tr("The last it said was “%1”.").arg(last));
        sentences += missingPaths();
        const QString log = logProblem();
        sentences.append(log.isEmpty() ? tr("The whole log is in “%1”.").arg(m_logFile.fileName()) : log);
        return sentences.join(u' ');
    }

    /// What the config names and is not there. Only told after a failure: a toolchain in a container may know paths
    /// that this machine does not.
    [[nodiscard]] QStringList missingPaths() const
    {
        QStringList sentences;
        for (const ConfigPath& input : m_inputs) {
            if (!QFileInfo::exists(input.path))
                sentences.append(tr("%1 in “%2” names “%3”, which does not exist; correct the path.")
                                     .arg(input.key.section(u'.', -1), m_request.configFile, input.path));
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
    std::unique_ptr<Workplace> m_place;
    CompileResult m_result;
    Error m_fetchProblem{ErrorKind::Internal, {}};
    QString m_logProblem;
    QList<ConfigPath> m_inputs;
    MakertbinLogParser m_parser;
    QFile m_logFile;
    QString m_config; ///< the run's copy
    QString m_model;
    QString m_prefix;
    QString m_lastLine;
    bool m_isCaffe = false;
};

} // namespace

Result<CompileResult> compile(const CompileRequest& request, const CancelToken& cancel, Progress& progress)
{
    return CompileRun(request, cancel, progress).execute();
}

} // namespace driftscope
