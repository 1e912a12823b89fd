// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/Compilation.h"

#include "core/toolchain/TakeUp.h"

#include "core/base/Files.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/Workplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

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
        m_clock.start();
        if (auto sent = m_place->send(m_cancel); !sent) {
            discard();
            return forward(sent);
        }
        reportNowAndThen();
        const ToolEnd ended = m_place->run(
            command(), [this](OutputChannel channel, const QString& line) { take(channel, line); }, m_cancel,
            m_request.timeoutMilliseconds);
        closeLog();
        if (ended.result.ending == ProcessResult::Ending::FailedToStart) {
            m_place->clear();
            discard();
            return failure(ErrorKind::Unavailable, ended.result.message);
        }
        return settle(ended);
    }

    /// The same for a run that goes on on another machine: from its first line, as if it began now.
    Result<CompileResult> takeUp(const RemoteRecord& record)
    {
        m_result.folder = record.folder;
        m_result.runId = QFileInfo(record.folder).fileName();
        m_place = std::make_unique<Workplace>(record.place);
        m_model = record.model;
        m_prefix = record.prefix;
        followConnection();
        if (auto opened = openLog(takenUpLogFile); !opened)
            return forward(opened);
        m_clock.start();
        reportNowAndThen();
        const ToolEnd ended
            = m_place->takeUp([this](OutputChannel channel, const QString& line) { take(channel, line); }, m_cancel);
        closeLog();
        if (m_parser.log().lines > 0) {
            QFile::remove(logPath());
            m_logFile.rename(logPath());
        } else { // what is known of the run stays
            m_logFile.remove();
        }
        return settle(ended);
    }

private:
    void closeLog()
    {
        m_tick.stop();
        m_parser.finish();
        m_logFile.close();
    }

    void followConnection()
    {
        m_place->onWait([this](const QString& what) { m_progress.report(finishedPhases(), 0, what); });
    }

    Result<CompileResult> settle(const ToolEnd& ended)
    {
        bringBack(ended);
        m_result.seconds = ended.seconds ? *ended.seconds : static_cast<double>(m_clock.elapsed()) / 1000.0;
        conclude(ended);
        if (auto written = writeRunRecord(m_result, m_request, false, m_isKeptThere ? remembered() : QJsonObject());
            !written)
            return forward(written);
        return m_result;
    }

    /// What the run is found by again, should the connection go away.
    [[nodiscard]] QJsonObject remembered() const
    {
        QJsonObject there = m_place->remembered();
        if (!there.isEmpty()) {
            there.insert(u"model"_s, m_model);
            there.insert(u"prefix"_s, m_prefix);
        }
        return there;
    }

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
        followConnection();
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
        return openLog(runLogFile);
    }

    /// Of a run that was cut short nothing looks like a result; of one that failed by itself nothing half-written does.
    void bringBack(const ToolEnd& ended)
    {
        const bool isWhole = ended.result.ending == ProcessResult::Ending::Exited;
        if (isWhole || ended.result.ending == ProcessResult::Ending::Crashed) {
            if (auto fetched = ended.isLost ? Result<void>() : m_place->fetch(m_cancel); !fetched)
                m_fetchProblem = fetched.error();
        }
        const bool hasRest = !m_fetchProblem.message.isEmpty() && m_fetchProblem.kind != ErrorKind::Cancelled;
        m_isKeptThere = ended.goesOn || (hasRest && !remembered().isEmpty());
        if (!m_isKeptThere && m_fetchProblem.message.isEmpty()) // what could not be brought back is kept
            m_place->clear();
        if (!isWhole)
            setOutputAside(m_result.folder);
        else if (!ended.result.isSuccess())
            setDamagedAside(QDir(m_result.folder).filePath(runOutputFolder));
    }

    [[nodiscard]] QString logPath() const { return QDir(m_result.folder).filePath(runLogFile); }

    Result<void> openLog(const QString& name)
    {
        if (auto made = makeFolder(QDir(m_result.folder).filePath(runOutputFolder)); !made)
            return made;
        m_logFile.setFileName(QDir(m_result.folder).filePath(name));
        const bool isNew = name == runLogFile;
        if (!m_logFile.open(isNew ? QIODevice::WriteOnly | QIODevice::NewOnly : QIODevice::WriteOnly)) {
            return failure(
                ErrorKind::Unreadable,
                tr("The log “%1” cannot be written (%2).").arg(m_logFile.fileName(), m_logFile.errorString()));
        }
        return writeRunRecord(m_result, m_request, true, remembered());
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
        tellLog();
        reportProgress();
    }

    /// A log of which every line is a row or a warning must not be handed on that often: each time it is copied.
    void tellLog()
    {
        constexpr qint64 pauseMilliseconds = 50;
        const auto phases = std::pair(m_parser.log().phases.size(), finishedPhases());
        const bool isDue
            = phases != m_toldPhases || !m_sinceTold.isValid() || m_sinceTold.elapsed() >= pauseMilliseconds;
        if (!m_request.onLog || !isDue)
            return;
        m_toldPhases = phases;
        m_sinceTold.start();
        m_request.onLog(m_parser.log());
    }

    [[nodiscard]] qsizetype finishedPhases() const
    {
        const QList<LogPhase>& phases = m_parser.log().phases;
        return std::count_if(phases.cbegin(), phases.cend(), [](const LogPhase& phase) { return phase.finished; });
    }

    void reportProgress()
    {
        const QList<LogPhase>& phases = m_parser.log().phases;
        if (m_request.describe) {
            const ProgressState state = m_request.describe(phases, static_cast<double>(m_clock.elapsed()) / 1000.0);
            m_progress.report(state.done, state.total, state.what);
            return;
        }
        const auto open
            = std::find_if(phases.crbegin(), phases.crend(), [](const LogPhase& phase) { return !phase.finished; });
        m_progress.report(finishedPhases(), 0, open == phases.crend() ? QString() : open->name);
    }

    /// A phase may take long without a word: while the tool runs, the thread's event loop calls this.
    void reportNowAndThen()
    {
        constexpr int second = 1000;
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { reportProgress(); });
        if (m_request.describe)
            m_tick.start(second);
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
            m_result.status = end.isLost || m_isKeptThere ? CompileStatus::Interrupted : CompileStatus::Failed;
            m_result.message = failureMessage(ended);
        }
    }

    [[nodiscard]] QString logProblem() const
    {
        return m_logProblem.isEmpty() ? QString() : tr("The log “%1” is not whole (%2).").arg(logPath(), m_logProblem);
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
        sentences.append(log.isEmpty() ? tr("The whole log is in “%1”.").arg(logPath()) : log);
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

    /// A sentence to be quoted inside another, cut where it is longer than people read.
    [[nodiscard]] static QString withoutStop(const QString& sentence)
    {
        constexpr qsizetype most = 300;
        if (sentence.size() > most)
            return sentence.first(most) + u'…';
        return sentence.endsWith(u'.') ? sentence.chopped(1) : sentence;
    }

    const CompileRequest& m_request;
    const CancelToken& m_cancel;
    Progress& m_progress;
    std::unique_ptr<Workplace> m_place;
    CompileResult m_result;
    Error m_fetchProblem{ErrorKind::Internal, {}};
    bool m_isKeptThere = false; ///< the run goes on or its results lie on another machine
    QElapsedTimer m_clock;
    QTimer m_tick;
    QString m_logProblem;
    QList<ConfigPath> m_inputs;
    MakertbinLogParser m_parser;
    std::pair<qsizetype, qsizetype> m_toldPhases; ///< begun and finished, when the log was last handed on
    QElapsedTimer m_sinceTold;
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

Result<CompileResult> takeUpRun(const QString& runFolder, const TakeUpListeners& listeners, const CancelToken& cancel,
                                Progress& progress)
{
    const auto record = readRemoteRecord(runFolder);
    if (!record)
        return forward(record);
    CompileRequest request;
    request.toolchain = record->toolchain;
    request.configFile = record->configFile;
    request.onLine = listeners.onLine;
    request.onLog = listeners.onLog;
    return CompileRun(request, cancel, progress).takeUp(*record);
}

} // namespace driftscope
