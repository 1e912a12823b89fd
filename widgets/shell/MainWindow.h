// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"
#include "widgets/shell/ActionRegistry.h"
#include "widgets/shell/Appearance.h"
#include "widgets/shell/Language.h"
#include "widgets/shell/RecentProjects.h"
#include "widgets/shell/WindowState.h"

#include <QMainWindow>
#include <QPointer>

class QComboBox;
class QLabel;
class QMenu;
class QMessageBox;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolBar;

namespace driftscope {

class BookmarkController;
class BookmarksPane;
class CommandPalette;
class CompareController;
class CompareView;
class ConfigPane;
class ContractPane;
class ErrorCurve;
class Inspector;
class JobStatus;
class DifferencesPane;
class LayersPane;
class LogPane;
class MatchController;
class MessageBar;
class NodesPane;
class ProjectPane;
class QuestionsBar;
class SamplesPane;
class StageStrip;
class StartPage;
class TensorPane;
class VerdictBanner;

/// One window over one session. Holds the panes together and routes between them; what is true lives in the session,
/// what is selected in the selection context.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All three outlive the window.
    MainWindow(QSettings& settings, Language& language, Appearance& appearance, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] SelectionContext& selection() { return m_selection; }
    [[nodiscard]] ActionRegistry& actions() { return m_actions; }
    [[nodiscard]] CompareView* compareView() const { return m_compare; }
    [[nodiscard]] CompareController* compareController() const { return m_controller; }

    void open(const QString& path);
    /// Opens the copy of the sample in `folder`, made when it is not there yet.
    void openSample(const QString& folder);

public Q_SLOTS:
    void showCommandPalette();
    void compareConfigWith(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // Panes (MainWindowPanes.cpp)
    void makePanes();
    QWidget* makeCenter();
    QWidget* makeBottom();
    QWidget* makeRight();
    QWidget* makeWorkspace();
    QSplitter* makeSplitter(Qt::Orientation orientation, const QString& name);
    void connectPanes();
    void followSession();
    void followSelection(const Selection& selection);
    void showStartOrWorkspace();

    // Actions, menus and toolbar (MainWindowActions.cpp)
    void registerActions();
    void registerFileActions();
    void registerRunActions();
    void registerViewActions();
    void makeMenus();
    void makeToolBar();
    void fillProfiles();
    void fillRecentMenu();
    void updateActions();
    void addPaneToggle(const QString& id, const char* text, QWidget* pane);

    // Moving about (MainWindowNavigation.cpp)
    void makeBookmarks();
    void registerStageActions();
    void makeHistoryButtons();
    void fillHistoryMenu(QMenu& menu, bool isBack);
    [[nodiscard]] static QString stageActionId(Stage stage);
    [[nodiscard]] static QString selectionTitle(const Selection& selection);

    // Files and state (MainWindowFiles.cpp)
    void chooseFile();
    void registerConfigActions();
    void chooseConfigToCompare();
    void newConfigFromModel();
    void showRuns();
    void compareRuns(const QStringList& ids);
    void showSweep();
    void showTools();
    void diagnoseFiles();
    /// At once, or when what was started before has ended.
    void afterJobs(const std::function<void()>& then);
    void importDumps();
    void compareConfigs(const QString& before, const QString& after);
    void showRules();
    void showSettings();
    void takeCaptureSettings(); ///< from the person's settings, which are kept from then on
    void compareLayers();
    void chooseFolder();
    void addToolchainProgram();
    void addBoardProgram();
    void exportBoardScript();
    /// Runs `then` at once, or after the person decided what becomes of unsaved edits.
    void whenSaved(const std::function<void()>& then);
    void saveState();
    void restoreState();
    void reportMissingRuntime();
    void setTheme(ThemeChoice choice);
    void setLanguage(const QString& language);
    void retranslate();

    // What is handed to others (MainWindowReport.cpp)
    void registerReportAction();
    void exportReport();

    QSettings& m_settings;
    Language& m_language;
    Appearance& m_appearance;
    Session m_session;
    SelectionContext m_selection;
    ActionRegistry m_actions;
    RecentProjects m_recent;
    WindowState m_state;
    QString m_projectKey; ///< under which the window's state is kept

    StageStrip* m_strip = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QWidget* m_workspace = nullptr;
    ProjectPane* m_project = nullptr;
    QWidget* m_projectCard = nullptr;
    VerdictBanner* m_verdict = nullptr;
    QuestionsBar* m_questions = nullptr;
    CompareView* m_compare = nullptr;
    CompareController* m_controller = nullptr;
    Inspector* m_inspector = nullptr;
    QWidget* m_inspectorCard = nullptr;
    ConfigPane* m_config = nullptr;
    QWidget* m_configCard = nullptr;
    QTabWidget* m_bottom = nullptr;
    LayersPane* m_layers = nullptr;
    ErrorCurve* m_curve = nullptr;
    TensorPane* m_tensor = nullptr;
    DifferencesPane* m_differences = nullptr;
    SamplesPane* m_samples = nullptr;
    LogPane* m_log = nullptr;
    ContractPane* m_contract = nullptr;
    NodesPane* m_nodes = nullptr;
    BookmarksPane* m_bookmarksPane = nullptr;
    BookmarkController* m_bookmarks = nullptr;
    MatchController* m_matches = nullptr;
    JobStatus* m_job = nullptr;
    CommandPalette* m_palette = nullptr;

    QToolBar* m_toolBar = nullptr;
    QLabel* m_toolchainLabel = nullptr;
    QLabel* m_boardLabel = nullptr;
    QComboBox* m_toolchains = nullptr;
    QComboBox* m_boards = nullptr;
    QList<std::pair<QMenu*, const char*>> m_menus;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_bookmarksMenu = nullptr;
    QMenu* m_stagesMenu = nullptr;
    QPointer<QMessageBox> m_question;
    QString m_newConfig; ///< to be shown as form once it is open
    bool m_mayClose = false;
};

} // namespace driftscope
