// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ImportDumps.h"
#include "core/config/ConfigSchema.h"
#include "core/history/CompileForecast.h"
#include "core/project/Project.h"
#include "core/session/CalibrationWatch.h"
#include "core/session/ConfigHistory.h"
#include "core/session/CorrectionHistory.h"
#include "core/session/Experiment.h"
#include "core/session/FileDiagnosis.h"
#include "core/session/FileWatch.h"
#include "core/session/JobRunner.h"
#include "core/session/LayersRun.h"
#include "core/session/OwnRulesWatch.h"
#include "core/session/SweepRun.h"
#include "core/toolchain/KnownMessages.h"
#include "core/toolchain/tool/ToolDescription.h"

#include <QObject>

namespace driftscope {

class LogRelay;
struct LintSubject;

/// What one window holds: the project, its config with undo, the stages that are open, and what was learned about them.
/// Lives on the UI thread; long work runs in jobs() and comes back as signals. Failures are reported by
/// problemOccurred() as one sentence and change nothing.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    /// A project (file, folder or YAML), a stage (.onnx, .bin), a run folder or a folder of stages.
    void open(const QString& path);
    /// Copies the sample into `folder` and opens it.
    void openSample(const QString& folder);
    [[nodiscard]] const std::optional<Project>& project() const { return m_project; }
    [[nodiscard]] const Bookmarks& bookmarks() const { return m_bookmarks; }
    void setBookmarks(const Bookmarks& bookmarks);

    // The config
    [[nodiscard]] const ConfigDocument* config() const; ///< null when none is open
    [[nodiscard]] const ConfigHistory& history() const { return m_history; }
    [[nodiscard]] const ConfigSchema& schema() const { return m_schema; }
    [[nodiscard]] const KnownMessages& messages() const { return m_messages; } ///< of the tools, in the language
    [[nodiscard]] const ToolCatalogue& tools() const { return m_tools; } ///< in the language
    [[nodiscard]] const Diagnostics& findings() const { return m_findings; } ///< without the accepted ones
    [[nodiscard]] const QList<SettledFinding>& acceptedFindings() const { return m_accepted; }
    [[nodiscard]] const OwnRulesWatch& ownRules() const { return m_ownRules; }
    /// Where the person keeps rules for every project; empty for nowhere.
    void setPersonalRulesFolder(const QString& folder);
    /// Kept in the project for as long as the key has the value that it has now.
    void acceptFinding(const Diagnostic& finding, const QString& note);
    void withdrawAcceptance(const Diagnostic& finding);
    [[nodiscard]] const QString& configError() const
    {
        return m_configError;
    } ///< why the text cannot be read; empty if it can
    [[nodiscard]] QByteArray configText() const; ///< also while it cannot be read
    void setConfigText(const QByteArray& text, const QString& what);
    void setConfigValue(const QString& key, const QString& value);
    void removeConfigKey(const QString& key);
    void applyFix(const Fix& fix);
    void undo();
    void redo();
    /// False when it could not be written, or when another program changed the same lines meanwhile (configConflict()).
    bool saveConfig();
    [[nodiscard]] bool hasConfigConflict() const { return m_theirConfig.has_value(); }
    /// The text here stays, as a change of the file's, or gives way to it; either can be undone.
    void resolveConfigConflict(bool keepOurs);
    [[nodiscard]] bool isConfigModified() const;

    // Stages
    [[nodiscard]] const LoadedChain& chain() const { return m_chain; }
    [[nodiscard]] const std::optional<CompileResult>& compilation() const { return m_compilation; }
    [[nodiscard]] const QStringList& logLines() const { return m_logLines; }
    [[nodiscard]] const MakertbinLog& log() const { return m_log; }

    // What a person says of matches; each change is kept in the project at once and ends with matchesChanged()
    [[nodiscard]] const MatchCorrections& matchCorrections() const { return m_corrections.current(); }
    [[nodiscard]] const CorrectionHistory& correctionHistory() const { return m_corrections; }
    void correctMatch(const MatchCorrection& correction);
    void removeMatchCorrection(qsizetype index); ///< of matchCorrections().list()
    void undoMatchCorrection();
    void redoMatchCorrection();

    // What was learned
    [[nodiscard]] const QList<StageEvaluation>& evaluations() const { return m_evaluations; }
    [[nodiscard]] const StageEvaluation* evaluation(Stage stage) const;
    [[nodiscard]] const LabelledData& evaluatedData() const { return m_evaluatedData; } ///< of evaluations()
    [[nodiscard]] const std::optional<CaptureComparison>& comparison() const { return m_comparison; }
    /// What was or is being compared.
    [[nodiscard]] const LayersRequest& layersRequest() const { return m_layersRequest; }
    /// Of the picture that is shown; null where there is none.
    [[nodiscard]] std::shared_ptr<const Capture> referenceCapture() const;
    [[nodiscard]] std::shared_ptr<const Capture> candidateCapture() const;
    [[nodiscard]] std::shared_ptr<const Capture> boardCapture() const; ///< where the candidate is the board
    [[nodiscard]] QStringList comparedPictures() const; ///< names for people, in the order of the samples
    [[nodiscard]] int shownPicture() const { return m_shownPicture; }
    void showPicture(int index);
    /// Of the project; of stages without one for as long as the program runs.
    [[nodiscard]] const Tolerances& tolerances() const;
    void setTolerances(const Tolerances& tolerances); ///< kept in the project; every layer is judged anew
    [[nodiscard]] const CaptureSettings& captureSettings() const { return m_captures; }
    void setCaptureSettings(const CaptureSettings& settings);
    /// Captures that were used since then may be on display.
    [[nodiscard]] const QDateTime& startedAt() const { return m_startedAt; }
    [[nodiscard]] const std::optional<Verdict>& verdict() const { return m_verdict; }

    // Work. Each saves the config first where it needs it.
    void compile();
    /// Follows a run again that goes on on another machine, to its results; see takeUpRun() in the toolchain.
    void takeUp(const QString& runFolder);
    /// The phases of a compilation of this model with their usual times; empty while none was seen.
    [[nodiscard]] QList<LogPhase> expectedPhases() const { return m_forecast.expected(); }
    void runOnBoard(); ///< one picture through the quantized model and the board, every layer compared
    /// Compares what a board elsewhere made with the quantized model: run on `inputs` (see ImportedRuns), or on what it
    /// was run on last where there are none.
    void compareDumps(const QList<DumpSample>& samples, const QStringList& inputs);
    void
    compareLayers(const LayersRequest& request); ///< rows come with layersCompared(), the end with comparisonChanged()
    void evaluate();
    /// Writes a script into a new or empty folder that runs that many of the project's pictures on a board that cannot
    /// be reached from here.
    void exportBoardScript(const QString& folder, int samples, bool layers);
    void diagnose();
    /// From files of a run that was made somewhere else; the verdict comes as that of diagnose() does.
    void diagnoseFiles(const QString& config, const QStringList& models, const BoardRunFiles& together);
    void fixAndRunAgain(); ///< applies the verdict's fix, compiles, evaluates and diagnoses
    void runWholeStory(); ///< compile, evaluate, run on board, diagnose
    /// Everything that a sweep over the config as it stands is planned from; nothing while there is none to read.
    [[nodiscard]] std::optional<SweepSubject> sweepSubject() const;
    /// With the current toolchain and board; not while another job runs. The config's file is neither read nor written.
    void runSweep(const SweepPlan& plan, bool mayReuse);
    [[nodiscard]] bool isSweeping() const { return m_isSweeping; }
    [[nodiscard]] const std::optional<Sweep>& sweep() const { return m_sweep; } ///< the last one started here
    void cancel();
    [[nodiscard]] const JobRunner& jobs() const { return m_jobs; }
    [[nodiscard]] QString runtimeProblem() const
    {
        return m_runtimeProblem;
    } ///< why ONNX Runtime is missing; empty if it is not

    // Toolchain and board
    [[nodiscard]] const QList<ToolchainProfile>& toolchains() const { return m_toolchains; }
    [[nodiscard]] const QList<BoardProfile>& boards() const { return m_boards; }
    [[nodiscard]] int currentToolchain() const { return m_toolchain; }
    [[nodiscard]] int currentBoard() const { return m_board; }
    void setCurrentToolchain(int index);
    void setCurrentBoard(int index);
    void addToolchain(const ToolchainProfile& toolchain); ///< or puts it in the place of the one of its name; kept
    /// All of them, the built-in one first whatever is given. The current one stays current while it is there.
    void setToolchains(const QList<ToolchainProfile>& toolchains);
    /// Reads the toolchains of the person and keeps them there from now on. Without it they are forgotten in the end.
    void setToolchainsFile(const QString& path);
    void addBoard(const BoardProfile& board); ///< or puts it in the place of the one of its name; kept
    /// All of them, the built-in one first whatever is given. The current one stays current while it is there.
    void setBoards(const QList<BoardProfile>& boards);
    /// Reads the boards of the person and keeps them there from now on. Without it they are forgotten in the end.
    void setBoardsFile(const QString& path);
    void setLanguage(const QString& language); ///< `en` or `zh_CN`: texts of schema and findings

Q_SIGNALS:
    void projectChanged();
    void bookmarksChanged();
    void languageChanged(); ///< the schema's texts are new
    void explanationsChanged(); ///< what inserted nodes say of themselves is worded anew
    void configChanged(); ///< text, findings or undo state
    void configTakenOver(const QString& sentence); ///< another program's change of the file was read or merged
    void configConflict(const QString& sentence); ///< resolveConfigConflict() is waited for
    void findingsChanged(); ///< findings() alone, because the calibration folders or own rules were looked at
    void ownRulesChanged();
    /// Of a look at the calibration folders that takes long; without a total when it has ended.
    void calibrationProgressed(const driftscope::ProgressState& state);
    void stagesChanged(); ///< another chain is open
    void matchCorrectionsChanged(); ///< the list; what follows from it comes with matchesChanged()
    void matchesChanged(); ///< the open stages were matched anew
    void logLinesAdded(const QStringList& lines);
    void logChanged(); ///< phases, tables, findings of the running compilation
    void evaluationsChanged();
    void comparisonChanged();
    void layersCompared(int first, const QList<driftscope::LayerComparison>& layers); ///< rows of a running comparison
    void shownPictureChanged();
    void verdictChanged();
    void profilesChanged();
    void captureSettingsChanged();
    void compilationFinished();
    void boardWarned(const QString& sentence); ///< of what a run on it said in passing
    void boardScriptWritten(const QString& folder);
    void sweepChanged(); ///< a row, or its beginning or end
    void runsChanged(); ///< runs of a sweep came or ended
    void problemOccurred(const driftscope::Error& error);

private:
    void report(const Error& error);
    void setDocument(const QByteArray& text);
    [[nodiscard]] LintSubject lintSubject() const; ///< needs m_document
    void relint();
    void showFindings(const Diagnostics& all);
    void keepAccepted();
    void keepProject();
    [[nodiscard]] QString valueOf(const Diagnostic& finding) const;
    void mergeCalibration();
    void followOwnRules();
    void takeOwnRules();
    void rewordResults();
    void openStageFile(const QString& path);
    void openRun(const QString& folder);
    void openConfigFile();
    void takeConfigFromFile(const QByteArray& theirs);
    void askWhoseConfigHolds();
    void openLatestRun();
    void showRun(const CompileResult& run);
    void loadArtifacts(const QList<Artifact>& artifacts, const MakertbinLog& log);
    void setChain(LoadedChain chain);
    void keepCorrections();
    void matchAnew();
    void forgetResults();
    void continueWith(QList<void (Session::*)()> steps);
    void nextStep();
    [[nodiscard]] std::optional<ConfigDocument> compiledConfig() const;
    [[nodiscard]] std::optional<Experiment> experiment(Stage first = Stage::Quantized, Stage second = Stage::Board);
    [[nodiscard]] Result<QList<QStringList>> samplesFor(const LayersRequest& request) const;
    [[nodiscard]] LayersListeners layersListeners(int run);
    void takeLayers(int first, const QList<LayerComparison>& layers);
    void endLayers(Result<LayersRun> result);
    void forgetLayers();
    [[nodiscard]] QString scratchFolder() const;

    std::optional<Project> m_project;
    Bookmarks m_bookmarks; ///< those of m_project, or of stages without one
    ConfigHistory m_history;
    FileWatch m_configWatch;
    std::optional<QByteArray> m_theirConfig; ///< the file's text that could not be merged
    std::optional<ConfigDocument> m_document;
    QString m_configError;
    ConfigSchema m_schema;
    KnownMessages m_messages;
    ToolCatalogue m_tools;
    Diagnostics m_findings;
    QList<SettledFinding> m_accepted;
    CalibrationWatch m_calibration;
    OwnRulesWatch m_ownRules;
    QString m_personalRules;
    std::shared_ptr<const Graph> m_floatModel; ///< the config's model, for lint
    LoadedChain m_chain;
    CorrectionHistory m_corrections;
    bool m_isOpening = false; ///< a chain is on its way
    QStringList m_filesToOpen; ///< stages to open behind it
    std::optional<CompileResult> m_compilation;
    void takeToolchains(const QList<ToolchainProfile>& toolchains);
    void takeBoards(const QList<BoardProfile>& boards);
    void addLogLines(const QStringList& lines);
    void beginLog();
    [[nodiscard]] std::function<void(const QString&)> lineListener();
    void takeLog(const MakertbinLog& log);
    void endCompilation(const Result<CompileResult>& result);
    [[nodiscard]] static QString logIsTooLong();
    void takeSweep(const Sweep& sweep);

    QString m_toolchainsFile;
    QString m_boardsFile;
    std::optional<Sweep> m_sweep;
    bool m_isSweeping = false;
    std::shared_ptr<LogRelay> m_relay; ///< of the running or last compilation
    CompileForecast m_forecast; ///< for the running or last compilation
    QStringList m_logLines;
    MakertbinLog m_log;
    QList<StageEvaluation> m_evaluations;
    LabelledData m_evaluatedData;
    std::optional<CaptureComparison> m_comparison;
    LayersRequest m_layersRequest;
    QList<ComparedSample> m_samples;
    int m_shownPicture = 0;
    int m_layersRun = 0;
    Tolerances m_tolerances; ///< without a project
    CaptureSettings m_captures;
    QDateTime m_startedAt = QDateTime::currentDateTime();
    std::optional<Verdict> m_verdict;
    std::shared_ptr<const OnnxRuntime> m_runtime;
    QString m_runtimeProblem;
    QList<ToolchainProfile> m_toolchains;
    QList<BoardProfile> m_boards;
    int m_toolchain = 0;
    int m_board = 0;
    QList<void (Session::*)()> m_steps; ///< what follows when the running job is done
    JobRunner m_jobs;
};

} // namespace driftscope
