// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Session.h"

#include "core/session/LogRelay.h"

#include "core/base/Files.h"
#include "core/config/WrittenValue.h"
#include "core/history/LatestRun.h"
#include "core/lint/CalibrationCache.h"
#include "core/session/ChainReports.h"
#include "core/session/Sample.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Longer than between two keys of someone who types, shorter than what feels like waiting.
constexpr std::chrono::milliseconds calmBeforeLooking{200};

} // namespace

Session::Session(QObject* parent)
    : QObject(parent)
    , m_calibration(std::make_shared<CalibrationCache>(), calmBeforeLooking)
    , m_toolchains{sandboxToolchain()}
    , m_boards{sandboxBoard()}
{
    connect(&m_configWatch, &FileWatch::contentChanged, this, &Session::takeConfigFromFile);
    connect(&m_calibration, &CalibrationWatch::surveyChanged, this, &Session::mergeCalibration);
    connect(&m_ownRules, &OwnRulesWatch::changed, this, &Session::takeOwnRules);
    connect(&m_calibration, &CalibrationWatch::progressed, this, &Session::calibrationProgressed);
    setLanguage(u"en"_s);
    if (auto runtime = OnnxRuntime::load())
        m_runtime = *runtime;
    else
        m_runtimeProblem = runtime.error().message;
}

Session::~Session() = default;

void Session::report(const Error& error)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT problemOccurred(error);
}

void Session::setLanguage(const QString& language)
{
    auto schema = ConfigSchema::load(language);
    if (!schema) {
        report(schema.error());
        return;
    }
    m_schema = std::move(*schema);
    if (auto messages = KnownMessages::load(language))
        m_messages = std::move(*messages);
    else
        report(messages.error());
    if (auto tools = ToolCatalogue::load(language))
        m_tools = std::move(*tools);
    else
        report(tools.error());
    Q_EMIT languageChanged();
    m_ownRules.readAnew();
    relint();
    Q_EMIT configChanged();
    rewordResults();
    if (m_theirConfig)
        askWhoseConfigHolds();
}

/// Explanations and the verdict are sentences, put together when they were found: they are found again.
void Session::rewordResults()
{
    if (m_chain.stages.isEmpty())
        return;
    // Linear in the nodes and a matter of milliseconds: not worth a job, which would keep other work waiting.
    rewordMatches(m_chain);
    m_chain.explain(m_document ? &*m_document : nullptr, &m_log);
    Q_EMIT matchesChanged();
    Q_EMIT explanationsChanged();
    if (m_verdict && !m_jobs.isBusy())
        diagnose();
}

void Session::open(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir() && QFileInfo::exists(QDir(path).filePath(u"run.json"_s))) {
        openRun(path);
        return;
    }
    const QString lower = path.toLower();
    if (info.isFile() && (lower.endsWith(u".onnx"_s) || lower.endsWith(u".bin"_s) || lower.endsWith(u".binn"_s))) {
        openStageFile(path);
        return;
    }
    auto project = openProject(path);
    if (!project) {
        // A folder of results without a config: what the vendor's tool leaves, copied somewhere.
        const QList<Artifact> stages = info.isDir() ? findArtifacts(path) : QList<Artifact>();
        if (stages.isEmpty())
            report(project.error());
        else
            loadArtifacts(stages, {});
        return;
    }
    m_project = std::move(*project);
    m_corrections.reset(m_project->corrections);
    Q_EMIT matchCorrectionsChanged();
    m_bookmarks = m_project->bookmarks;
    Q_EMIT bookmarksChanged();
    m_filesToOpen.clear();
    forgetResults();
    setChain({});
    m_compilation.reset();
    m_sweep.reset();
    m_logLines.clear();
    m_log = {};
    openConfigFile();
    Q_EMIT projectChanged();
    Q_EMIT logChanged();
    openLatestRun();
}

void Session::openSample(const QString& folder)
{
    auto copied = copySample(folder);
    if (!copied)
        report(copied.error());
    else
        open(*copied);
}

const ConfigDocument* Session::config() const
{
    return m_document ? &*m_document : nullptr;
}

QByteArray Session::configText() const
{
    return m_history.text();
}

void Session::setDocument(const QByteArray& text)
{
    auto document = ConfigDocument::fromText(text, m_project ? m_project->configFile : QString());
    if (document) {
        m_document = std::move(*document);
        m_configError.clear();
    } else {
        // The last document that could be read stays, so that form and findings do not vanish while one types.
        m_configError = document.error().message;
    }
    relint();
    Q_EMIT configChanged();
}

void Session::setConfigText(const QByteArray& text, const QString& what)
{
    if (m_project && m_history.push(text, what))
        setDocument(text);
}

void Session::setConfigValue(const QString& key, const QString& value)
{
    if (!m_document || m_document->scalar(key) == value)
        return;
    const std::optional<ConfigValue> written = m_document->value(key);
    const ConfigKeyInfo* info = schema().find(key);
    const bool isYaml = (written && !written->isScalar)
        || (info != nullptr && info->kind == ConfigValueKind::Map && value.startsWith(u'{'));
    auto edited = isYaml ? withWrittenValue(*m_document, key, value) : m_document->with(key, value);
    if (!edited)
        report(edited.error());
    else
        setConfigText(edited->text(), tr("Set %1 to %2").arg(key.section(u'.', -1), value));
}

void Session::removeConfigKey(const QString& key)
{
    if (!m_document || !m_document->contains(key))
        return;
    auto edited = m_document->without(key);
    if (!edited)
        report(edited.error());
    else
        setConfigText(edited->text(), tr("Remove %1").arg(key.section(u'.', -1)));
}

void Session::applyFix(const Fix& fix)
{
    if (fix.remove)
        removeConfigKey(fix.key);
    else
        setConfigValue(fix.key, fix.value);
}

void Session::undo()
{
    if (m_history.canUndo())
        setDocument(m_history.undo());
}

void Session::redo()
{
    if (m_history.canRedo())
        setDocument(m_history.redo());
}

bool Session::isConfigModified() const
{
    return m_history.isModified();
}

void Session::openStageFile(const QString& path)
{
    if (m_isOpening) {
        m_filesToOpen.append(path); // beside what is on its way, not in its place
        return;
    }
    QList<Artifact> artifacts;
    for (const LoadedStage& stage : m_chain.stages)
        artifacts.append({stage.stage, stage.file});
    const Stage stage = stageFromFileName(QFileInfo(path).fileName());
    artifacts.removeIf([stage](const Artifact& artifact) { return artifact.stage == stage; });
    artifacts.append({stage, QFileInfo(path).absoluteFilePath()});
    loadArtifacts(artifacts, m_log);
}

void Session::openRun(const QString& folder)
{
    auto run = readRun(folder);
    if (!run) {
        report(run.error());
        return;
    }
    if (!m_project) {
        m_project.emplace();
        m_project->folder = folder;
        m_project->name = QFileInfo(folder).fileName();
        m_project->runsFolder = QFileInfo(folder).absolutePath();
    }
    forgetResults();
    Q_EMIT projectChanged();
    showRun(*run);
}

void Session::openLatestRun()
{
    settleInterruptedRuns(m_project->runsFolder);
    if (const auto run = latestRun(m_project->runsFolder, m_project->configFile)) {
        showRun(*run);
    } else if (m_document) {
        const QString model = readConversionConfig(*m_document).onnxModel;
        if (QFileInfo::exists(model))
            loadArtifacts({{Stage::Float, model}}, {});
    }
}

void Session::showRun(const CompileResult& run)
{
    m_compilation = run;
    m_log = run.log;
    if (m_relay)
        m_relay->stop();
    m_logLines.clear();
    Q_EMIT logChanged(); // views drop the lines of the run before
    m_logLines = linesToShow(QDir(run.folder).filePath(u"console.log"_s), logIsTooLong());
    Q_EMIT logChanged();
    loadArtifacts(run.artifacts, run.log);
}

void Session::loadArtifacts(const QList<Artifact>& artifacts, const MakertbinLog& log)
{
    const auto document = m_document;
    m_isOpening = true;
    m_jobs.start<LoadedChain>(
        tr("Opening the stages"),
        [artifacts, document, log, corrections = matchCorrections()](const CancelToken& cancel, Progress& progress) {
            return loadChain(artifacts, document ? &*document : nullptr, &log, cancel, progress, corrections);
        },
        [this](Result<LoadedChain> chain) {
            m_isOpening = false;
            if (chain) {
                setChain(std::move(*chain));
                nextStep();
            } else {
                m_steps.clear();
                report(chain.error());
            }
            if (!m_filesToOpen.isEmpty())
                openStageFile(m_filesToOpen.takeFirst());
        });
}

void Session::setChain(LoadedChain chain)
{
    m_chain = std::move(chain);
    if (m_log.lines == 0 && m_chain.log) {
        m_log = *m_chain.log; // it lay beside the stages
        m_logLines = m_chain.logLines;
        Q_EMIT logChanged();
    }
    relint();
    Q_EMIT stagesChanged();
    Q_EMIT configChanged();
}

void Session::forgetResults()
{
    m_evaluations.clear();
    forgetLayers();
    m_verdict.reset();
    Q_EMIT evaluationsChanged();
    Q_EMIT comparisonChanged();
    Q_EMIT verdictChanged();
}

const StageEvaluation* Session::evaluation(Stage stage) const
{
    const auto found = std::ranges::find(m_evaluations, stage, &StageEvaluation::stage);
    return found == m_evaluations.end() ? nullptr : &*found;
}

} // namespace driftscope
