// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The long work of a Session: each piece runs in the job runner and comes back as a signal.
#include "core/session/Session.h"

#include "core/session/LogRelay.h"
#include "core/session/Story.h"
#include "core/toolchain/RunFolder.h"
#include "core/toolchain/TakeUp.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Pictures that the diagnosis runs on the board: enough to tell chance from cause, few enough to wait for.
constexpr int diagnosisSamples = 8;

} // namespace

QString Session::scratchFolder() const
{
    const QString base = m_compilation && !m_compilation->folder.isEmpty()
        ? m_compilation->folder
        : QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    return QDir(base).filePath(u"scratch"_s);
}

std::optional<ConfigDocument> Session::compiledConfig() const
{
    if (m_compilation && m_project) {
        const QString copy = QDir(m_compilation->folder).filePath(QFileInfo(m_project->configFile).fileName());
        if (auto document = ConfigDocument::load(copy))
            return std::move(*document);
    }
    return m_document;
}

std::optional<Experiment> Session::experiment(Stage first, Stage second)
{
    if (!m_runtime) {
        report({ErrorKind::Unavailable, m_runtimeProblem});
        return std::nullopt;
    }
    if (m_chain.find(first) == nullptr || m_chain.find(second) == nullptr) {
        report({ErrorKind::NotFound, tr("There is no compiled model yet; compile the config first.")});
        return std::nullopt;
    }
    Experiment result;
    result.runtime = m_runtime;
    result.board = m_boards[m_board];
    if (!m_toolchains[m_toolchain].isSandbox)
        result.toolchain = m_toolchains[m_toolchain];
    // What was compiled counts here, not what has been edited since.
    if (const auto compiled = compiledConfig())
        result.config = readConversionConfig(*compiled);
    result.chain = m_chain;
    result.captures = m_captures;
    return result;
}

void Session::continueWith(QList<void (Session::*)()> steps)
{
    m_steps = std::move(steps);
    nextStep();
}

void Session::nextStep()
{
    if (m_steps.isEmpty())
        return;
    const auto step = m_steps.takeFirst();
    (this->*step)();
}

void Session::compile()
{
    if (!m_project || m_project->configFile.isEmpty()) {
        report({ErrorKind::NotFound, tr("There is no config to compile; open a conversion YAML first.")});
        return;
    }
    if (!m_configError.isEmpty()) {
        report({ErrorKind::Malformed, m_configError});
        return;
    }
    if (!saveConfig())
        return;
    beginLog();
    CompileRequest request;
    request.toolchain = m_toolchains[m_toolchain];
    request.configFile = m_project->configFile;
    request.workFolder = m_project->runsFolder;
    if (m_document)
        m_forecast = CompileForecast(pastCompilations(request.workFolder, request.toolchain.name),
                                     absoluteConfigPath(*m_document, u"model_parameters.onnx_model"_s));
    request.describe = [forecast = m_forecast](const QList<LogPhase>& phases, double elapsed) {
        return forecast.progress(phases, elapsed);
    };
    request.onLine = [listener = lineListener()](OutputChannel, const QString& line) { listener(line); };
    request.onLog = [this](const MakertbinLog& log) { takeLog(log); };
    m_jobs.start<CompileResult>(
        tr("Compiling"),
        [request](const CancelToken& cancel, Progress& progress) {
            return driftscope::compile(request, cancel, progress);
        },
        [this](const Result<CompileResult>& result) { endCompilation(result); });
}

void Session::takeUp(const QString& runFolder)
{
    beginLog();
    m_forecast = {};
    TakeUpListeners listeners;
    listeners.onLine = [listener = lineListener()](OutputChannel, const QString& line) { listener(line); };
    listeners.onLog = [this](const MakertbinLog& log) { takeLog(log); };
    m_jobs.start<CompileResult>(
        tr("Taking the run up again"),
        [runFolder, listeners](const CancelToken& cancel, Progress& progress) {
            return takeUpRun(runFolder, listeners, cancel, progress);
        },
        [this](const Result<CompileResult>& result) { endCompilation(result); });
}

void Session::beginLog()
{
    forgetResults();
    if (m_relay)
        m_relay->stop();
    m_logLines.clear();
    m_log = {};
    Q_EMIT logChanged();
}

/// To be called from any thread.
std::function<void(const QString&)> Session::lineListener()
{
    m_relay = std::make_shared<LogRelay>(
        this, [this](const QStringList& lines) { addLogLines(lines); }, logIsTooLong());
    return [relay = m_relay](const QString& line) { relay->add(line); };
}

/// From the thread of the job.
void Session::takeLog(const MakertbinLog& log)
{
    QMetaObject::invokeMethod(
        this,
        [this, log] {
            m_log = log;
            Q_EMIT logChanged();
        },
        Qt::QueuedConnection);
}

void Session::endCompilation(const Result<CompileResult>& result)
{
    if (result) {
        m_compilation = *result;
        m_log = result->log;
    }
    Q_EMIT logChanged();
    Q_EMIT compilationFinished();
    if (result && result->status == CompileStatus::Succeeded) {
        loadArtifacts(result->artifacts, result->log);
        return;
    }
    m_steps.clear();
    if (!result)
        report(result.error());
    else if (result->status != CompileStatus::Cancelled)
        report({ErrorKind::ProcessFailed, result->message});
}

void Session::addLogLines(const QStringList& lines)
{
    m_logLines += lines;
    Q_EMIT logLinesAdded(lines);
}

QString Session::logIsTooLong()
{
    return tr("The log is too long to be shown whole; the run's folder has all of it.");
}

void Session::evaluate()
{
    const auto current = experiment();
    if (!current || !m_project || m_project->dataFolder.isEmpty()) {
        m_steps.clear();
        if (current)
            report({ErrorKind::NotFound, tr("There is no labelled data; name its folder in the project.")});
        return;
    }
    m_evaluations.clear();
    Q_EMIT evaluationsChanged();
    const auto begin = [this](const LabelledData& data) {
        QMetaObject::invokeMethod(
            this, [this, data] { m_evaluatedData = data; }, Qt::QueuedConnection);
    };
    const auto tell = [this](const StageEvaluation& evaluation) {
        QMetaObject::invokeMethod(
            this,
            [this, evaluation] {
                m_evaluations.append(evaluation);
                Q_EMIT evaluationsChanged();
            },
            Qt::QueuedConnection);
    };
    m_jobs.start<QList<StageEvaluation>>(
        tr("Evaluating every stage"),
        [experiment = *current, folder = m_project->dataFolder, scratch = scratchFolder(), begin,
         tell](const CancelToken& cancel, Progress& progress) -> Result<QList<StageEvaluation>> {
            auto data = readLabelledData(folder);
            if (!data)
                return forward(data);
            begin(*data);
            return evaluateChain(experiment, *data, scratch, tell, cancel, progress);
        },
        [this](Result<QList<StageEvaluation>> result) {
            if (!result) {
                m_steps.clear();
                report(result.error());
                return;
            }
            m_evaluations = *result;
            Q_EMIT evaluationsChanged();
            nextStep();
        });
}

void Session::diagnose()
{
    const auto current = experiment();
    if (!current || !m_project || m_project->dataFolder.isEmpty()) {
        m_steps.clear();
        if (current)
            report({ErrorKind::NotFound,
                    tr("There are no pictures to diagnose with; name a folder of them in the project.")});
        return;
    }
    m_jobs.start<Verdict>(
        tr("Looking for the cause"),
        [experiment = *current, document = m_document, folder = m_project->dataFolder,
         scratch = scratchFolder()](const CancelToken& cancel, Progress& progress) -> Result<Verdict> {
            auto data = readLabelledData(folder);
            if (!data)
                return forward(data);
            return diagnoseWithPictures(experiment, document ? &*document : nullptr, *data, diagnosisSamples, scratch,
                                        cancel, progress);
        },
        [this](Result<Verdict> result) {
            if (!result) {
                m_steps.clear();
                report(result.error());
                return;
            }
            m_verdict = std::move(*result);
            Q_EMIT verdictChanged();
            nextStep();
        });
}

void Session::diagnoseFiles(const QString& config, const QStringList& models, const BoardRunFiles& together)
{
    if (!m_runtime) {
        report({ErrorKind::Unavailable, m_runtimeProblem});
        return;
    }
    m_jobs.start<Verdict>(
        tr("Looking for the cause"),
        [files = FilesToDiagnose{config, models, {}}, together,
         runtime = m_runtime](const CancelToken& cancel, Progress& progress) mutable -> Result<Verdict> {
            const auto inputs = inputCountOf(files);
            if (!inputs)
                return forward(inputs);
            auto runs = runsOf(together, *inputs);
            if (!runs)
                return forward(runs);
            files.runs = *std::move(runs);
            return driftscope::diagnoseFiles(files, runtime, cancel, progress);
        },
        [this](Result<Verdict> result) {
            if (!result) {
                report(result.error());
                return;
            }
            m_verdict = std::move(*result);
            Q_EMIT verdictChanged();
        });
}

void Session::runWholeStory()
{
    continueWith({&Session::compile, &Session::evaluate, &Session::runOnBoard, &Session::diagnose});
}

void Session::fixAndRunAgain()
{
    if (!m_verdict || !m_verdict->fix)
        return;
    applyFix(*m_verdict->fix);
    runWholeStory();
}

void Session::cancel()
{
    m_steps.clear();
    m_filesToOpen.clear();
    m_isOpening = false; // of a job that had not begun nothing more is heard
    m_jobs.cancel();
}

} // namespace driftscope
