// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, saving, and what the window remembers.
#include "widgets/shell/MainWindow.h"
#include "widgets/verdict/DiagnoseFilesDialog.h"

#include "widgets/config/CompareConfigsDialog.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/config/NewConfigDialog.h"
#include "widgets/config/RulesDialog.h"
#include "widgets/dumps/ImportDumpsDialog.h"
#include "widgets/graph/CompareView.h"
#include "widgets/runs/RunsDialog.h"
#include "widgets/runs/SweepDialog.h"
#include "widgets/settings/SettingsDialog.h"
#include "widgets/shell/BoardScriptDialog.h"
#include "widgets/shell/MessageBar.h"
#include "widgets/shell/ProjectPane.h"
#include "widgets/stages/StageStrip.h"
#include "widgets/tools/ToolsDialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr auto configViewKey = "configView"_L1;
constexpr auto stagesKey = "stages"_L1;
constexpr auto graphsKey = "graphs"_L1;

/// A dialog that may be open behind others.
void bringUp(QWidget& dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

/// A stage is added to what is open; everything else takes its place.
bool replacesProject(const QString& path)
{
    const QString name = path.toLower();
    return !name.endsWith(".onnx"_L1) && !name.endsWith(".bin"_L1);
}

} // namespace

void MainWindow::registerConfigActions()
{
    m_actions.add({u"file.newConfig"_s,
                   QT_TRANSLATE_NOOP("Actions", "&New Config From Model…"),
                   QT_TRANSLATE_NOOP("Actions", "Begin a conversion YAML with the inputs of a float model"),
                   {QKeySequence::New}},
                  [this] { newConfigFromModel(); });
    m_actions.add({u"edit.compareConfig"_s,
                   QT_TRANSLATE_NOOP("Actions", "Compare Config &With…"),
                   QT_TRANSLATE_NOOP("Actions", "Show what another conversion YAML says differently"),
                   {}},
                  [this] { chooseConfigToCompare(); });
    m_actions.add({u"edit.rules"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Rules…"),
                   QT_TRANSLATE_NOOP("Actions", "List every rule that the config is checked with"),
                   {}},
                  [this] { showRules(); });
    m_actions.add({u"run.list"_s,
                   QT_TRANSLATE_NOOP("Actions", "R&uns…"),
                   QT_TRANSLATE_NOOP("Actions", "Find earlier runs and see what changed between two"),
                   {}},
                  [this] { showRuns(); });
    m_actions.add({u"run.sweep"_s,
                   QT_TRANSLATE_NOOP("Actions", "S&weep…"),
                   QT_TRANSLATE_NOOP("Actions", "Compile and evaluate the config once for each value of a key or two"),
                   {}},
                  [this] { showSweep(); });
    m_actions.add({u"run.tools"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Tools…"),
                   QT_TRANSLATE_NOOP("Actions",
                                     "Run the checker, hb_perf, hb_model_info and the other tools of the "
                                     "toolchain"),
                   {}},
                  [this] { showTools(); });
    m_actions.add({u"file.importDumps"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Import Dumps…"),
                   QT_TRANSLATE_NOOP("Actions", "Read what a board dumped and compare it with the quantized model"),
                   {}},
                  [this] { importDumps(); });
}

void MainWindow::open(const QString& path)
{
    const auto proceed = [this, path] {
        m_messages->dismiss();
        m_session.open(path);
        if (m_messages->text().isEmpty()) {
            m_recent.add(path);
            fillRecentMenu();
        }
    };
    if (!replacesProject(path)) {
        proceed();
        return;
    }
    whenSaved([this, proceed] {
        saveState();
        m_selection.reset();
        proceed();
    });
}

void MainWindow::openSample(const QString& folder)
{
    whenSaved([this, folder] {
        saveState();
        m_messages->dismiss();
        m_selection.reset();
        m_session.openSample(folder);
        if (m_session.project()) {
            m_recent.add(m_session.project()->folder);
            fillRecentMenu();
        }
    });
}

void MainWindow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Everything Driftscope reads (*.driftscope.json *.yaml *.yml *.onnx *.bin)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        for (const QString& file : files)
            open(file);
    });
    dialog->open();
}

void MainWindow::chooseConfigToCompare()
{
    auto* dialog = new QFileDialog(this, tr("Compare Config With"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Conversion YAML (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::compareConfigWith);
    dialog->open();
}

void MainWindow::compareConfigWith(const QString& path)
{
    const auto other = ConfigDocument::load(path);
    if (!other) {
        m_messages->show(Severity::Error, other.error().message);
        return;
    }
    if (m_session.config() == nullptr)
        return;
    auto* dialog = new CompareConfigsDialog(*other, *m_session.config(), m_session.schema(), this);
    connect(dialog, &CompareConfigsDialog::keyActivated, this,
            [this](const QString& key) { m_selection.select(Selection::configKey(key)); });
    dialog->show();
}

/// For the float model that is open, where one is; else the person chooses.
void MainWindow::newConfigFromModel()
{
    const LoadedStage* model = m_session.chain().find(Stage::Float);
    auto* dialog = new NewConfigDialog(model != nullptr ? model->file : QString(), this);
    connect(dialog, &NewConfigDialog::created, this, [this](const QString& path) {
        m_newConfig = path;
        open(path);
    });
    dialog->show();
}

void MainWindow::showRuns()
{
    compareRuns({});
}

/// In the dialog of the runs that is open, where one is.
void MainWindow::compareRuns(const QStringList& ids)
{
    auto* dialog = findChild<RunsDialog*>();
    if (dialog == nullptr) {
        dialog = new RunsDialog(m_session, this);
        connect(dialog, &RunsDialog::runActivated, this, &MainWindow::open);
        connect(dialog, &RunsDialog::takeUpRequested, this, [this](const QString& folder) {
            m_messages->dismiss();
            m_session.takeUp(folder);
        });
        connect(dialog, &RunsDialog::runsRemoved, m_project, &ProjectPane::refresh);
        connect(dialog, &RunsDialog::configsRequested, this, &MainWindow::compareConfigs);
    }
    if (!ids.isEmpty())
        dialog->choose(ids);
    bringUp(*dialog);
}

void MainWindow::showSweep()
{
    auto* dialog = findChild<SweepDialog*>();
    if (dialog == nullptr) {
        dialog = new SweepDialog(m_session, this);
        connect(dialog, &SweepDialog::runActivated, this, &MainWindow::open);
        connect(dialog, &SweepDialog::comparisonRequested, this, &MainWindow::compareRuns);
    }
    bringUp(*dialog);
}

void MainWindow::showTools()
{
    auto* dialog = findChild<ToolsDialog*>();
    if (dialog == nullptr)
        dialog = new ToolsDialog(m_session, this);
    bringUp(*dialog);
}

void MainWindow::afterJobs(const std::function<void()>& then)
{
    if (!m_session.jobs().isBusy())
        return then();
    auto* once = new QObject(this);
    connect(&m_session.jobs(), &JobRunner::stateChanged, once, [this, once, then] {
        if (m_session.jobs().isBusy())
            return;
        once->deleteLater();
        QObject::disconnect(&m_session.jobs(), nullptr, once, nullptr);
        then();
    });
}

void MainWindow::diagnoseFiles()
{
    QStringList models;
    for (const LoadedStage& stage : m_session.chain().stages)
        models.append(stage.file);
    const QString config = m_session.project() ? m_session.project()->configFile : QString();
    auto* dialog = new DiagnoseFilesDialog(config, models, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DiagnoseFilesDialog::diagnosisRequested, this, [this, dialog] {
        m_messages->dismiss();
        const auto diagnose = [this, config = dialog->config(), files = dialog->models(), run = dialog->runFiles()] {
            m_session.diagnoseFiles(config, files, run);
        };
        if (m_session.project())
            return diagnose();
        open(dialog->config());
        afterJobs(diagnose);
    });
    dialog->open();
}

void MainWindow::importDumps()
{
    auto* dialog = findChild<ImportDumpsDialog*>();
    if (dialog == nullptr)
        dialog = new ImportDumpsDialog(m_session, this);
    bringUp(*dialog);
}

void MainWindow::compareConfigs(const QString& before, const QString& after)
{
    const auto earlier = ConfigDocument::load(before);
    const auto later = ConfigDocument::load(after);
    if (!earlier || !later) {
        m_messages->show(Severity::Error, !earlier ? earlier.error().message : later.error().message);
        return;
    }
    (new CompareConfigsDialog(*earlier, *later, m_session.schema(), this))->show();
}

void MainWindow::showRules()
{
    auto* dialog = new RulesDialog(m_session, this);
    connect(dialog, &RulesDialog::findingActivated, this, [this](const Diagnostic& finding) {
        m_configCard->show();
        m_config->showFinding(finding);
        activateWindow();
    });
    dialog->show();
}

void MainWindow::showSettings()
{
    auto* dialog = new SettingsDialog(m_session, this);
    dialog->show();
}

void MainWindow::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Open Folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::open);
    dialog->open();
}

void MainWindow::addToolchainProgram()
{
    auto* dialog = new QFileDialog(this, tr("Program that answers to hb_mapper"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_session.addToolchain({QFileInfo(file).fileName(), file, {}, false});
        m_session.setCurrentToolchain(static_cast<int>(m_session.toolchains().size()) - 1);
    });
    dialog->open();
}

void MainWindow::addBoardProgram()
{
    auto* dialog = new QFileDialog(this, tr("Program that answers to hrt_model_exec"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_session.addBoard({QFileInfo(file).fileName(), file, {}, false});
        m_session.setCurrentBoard(static_cast<int>(m_session.boards().size()) - 1);
    });
    dialog->open();
}

void MainWindow::exportBoardScript()
{
    m_messages->dismiss();
    (new BoardScriptDialog(m_session, this))->show();
}

void MainWindow::whenSaved(const std::function<void()>& then)
{
    if (!m_session.isConfigModified()) {
        then();
        return;
    }
    if (m_question != nullptr)
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                 tr("The config has changes that are not saved."),
                                 QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_question, &QMessageBox::finished, this, [this, then](int answer) {
        if (answer == QMessageBox::Discard || (answer == QMessageBox::Save && m_session.saveConfig()))
            then();
    });
    m_question->open();
}

void MainWindow::saveState()
{
    QStringList stages;
    for (const Stage stage : m_strip->chosenStages())
        stages.append(stageKey(stage));
    m_state.save(m_projectKey,
                 {{QString(configViewKey), static_cast<int>(m_config->view())},
                  {QString(stagesKey), stages},
                  {QString(graphsKey), m_compare->saveState()}});
}

void MainWindow::restoreState()
{
    m_projectKey = m_session.project() ? m_session.project()->folder : QString();
    const auto values = m_state.restore(m_projectKey);
    m_config->setView(static_cast<ConfigPane::View>(std::clamp(values.value(QString(configViewKey)).toInt(), 0, 3)));
    if (m_session.project() && !m_newConfig.isEmpty() && m_session.project()->configFile == m_newConfig) {
        m_config->setView(ConfigPane::View::Form);
        m_configCard->show();
        m_newConfig.clear();
    }
    if (values.contains(QString(graphsKey)))
        m_compare->restoreState(values.value(QString(graphsKey)).toMap());
    QList<Stage> stages;
    for (const QString& key : values.value(QString(stagesKey)).toStringList()) {
        if (const auto stage = stageFromKey(key))
            stages.append(*stage);
    }
    if (!stages.isEmpty() && stages != m_strip->chosenStages())
        m_strip->setChosenStages(stages);
}

void MainWindow::reportMissingRuntime()
{
    if (!m_session.runtimeProblem().isEmpty())
        m_messages->show(Severity::Warning, m_session.runtimeProblem());
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_appearance.apply(choice);
    m_settings.setValue(u"theme"_s, themeChoiceKey(choice));
}

void MainWindow::setLanguage(const QString& language)
{
    m_settings.setValue(u"language"_s, language);
    m_language.apply(language);
}

} // namespace driftscope
