// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions, its menus and its toolbar.
#include "widgets/shell/MainWindow.h"

#include "widgets/common/Theme.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/contract/ContractPane.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/NodesPane.h"
#include "widgets/layers/LayersPane.h"
#include "widgets/samples/SamplesPane.h"
#include "widgets/shell/BookmarkController.h"
#include "widgets/shell/BookmarksPane.h"
#include "widgets/shell/CommandPalette.h"
#include "widgets/shell/MessageBar.h"

#include <QActionGroup>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace driftscope {

void MainWindow::registerFileActions()
{
    m_actions.add({u"file.open"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Open…"),
                   QT_TRANSLATE_NOOP("Actions", "Open a project, a conversion YAML, an ONNX file or a .bin"),
                   {QKeySequence::Open}},
                  [this] { chooseFile(); });
    m_actions.add({u"file.openFolder"_s,
                   QT_TRANSLATE_NOOP("Actions", "Open &Folder…"),
                   QT_TRANSLATE_NOOP("Actions", "Open a project's folder or the folder of an earlier run"),
                   {}},
                  [this] { chooseFolder(); });
    m_actions.add({u"file.sample"_s,
                   QT_TRANSLATE_NOOP("Actions", "Open &Sample Project"),
                   QT_TRANSLATE_NOOP("Actions", "Open a copy of the sample: a real failure to reproduce and solve"),
                   {}},
                  [this] { openSample(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)); });
    m_actions.add({u"file.save"_s, QT_TRANSLATE_NOOP("Actions", "&Save Config"), nullptr, {QKeySequence::Save}},
                  [this] { m_session.saveConfig(); });
    m_actions.add(
        {u"file.quit"_s, QT_TRANSLATE_NOOP("Actions", "&Quit"), nullptr, {QKeySequence(Qt::CTRL | Qt::Key_Q)}},
        [this] { close(); });
    m_actions.add({u"edit.undo"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Undo"),
                   QT_TRANSLATE_NOOP("Actions", "Take back the last change of the config, in form or text"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Z)}},
                  [this] { m_session.undo(); });
    m_actions.add({u"edit.redo"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Redo"),
                   nullptr,
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}},
                  [this] { m_session.redo(); });
}

void MainWindow::registerRunActions()
{
    const auto run = [this](void (Session::*work)()) {
        return [this, work] {
            m_messages->dismiss();
            (m_session.*work)();
        };
    };
    m_actions.add({u"run.compile"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Compile"),
                   QT_TRANSLATE_NOOP("Actions", "Run the toolchain on the config"),
                   {QKeySequence(Qt::Key_F7)}},
                  [this] {
                      m_messages->dismiss();
                      m_bottom->setCurrentIndex(2);
                      m_session.compile();
                  });
    m_actions.add({u"run.board"_s,
                   QT_TRANSLATE_NOOP("Actions", "Run on &Board"),
                   QT_TRANSLATE_NOOP("Actions",
                                     "Send one picture through the quantized model and the board and compare "
                                     "every layer"),
                   {QKeySequence(Qt::CTRL | Qt::Key_R)}},
                  run(&Session::runOnBoard));
    m_actions.add({u"run.layers"_s,
                   QT_TRANSLATE_NOOP("Actions", "Compare &Layers…"),
                   QT_TRANSLATE_NOOP("Actions", "Choose two stages and how many pictures, and compare every layer"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}},
                  [this] { compareLayers(); });
    m_actions.add({u"run.evaluate"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Evaluate"),
                   QT_TRANSLATE_NOOP("Actions", "Send the labelled pictures through every stage and the board"),
                   {QKeySequence(Qt::CTRL | Qt::Key_E)}},
                  run(&Session::evaluate));
    m_actions.add({u"run.diagnose"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Diagnose"),
                   QT_TRANSLATE_NOOP("Actions", "Test every known cause and name the one that explains the drift"),
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}},
                  run(&Session::diagnose));
    m_actions.add({u"run.diagnoseFiles"_s,
                   QT_TRANSLATE_NOOP("Actions", "Diagnose &Files…"),
                   QT_TRANSLATE_NOOP("Actions", "Name the cause from files of a run that was made somewhere else"),
                   {}},
                  [this] { diagnoseFiles(); });
    m_actions.add({u"run.all"_s,
                   QT_TRANSLATE_NOOP("Actions", "Run &Everything"),
                   QT_TRANSLATE_NOOP("Actions", "Compile, evaluate, run on the board and diagnose"),
                   {QKeySequence(Qt::Key_F5)}},
                  run(&Session::runWholeStory));
    m_actions.add({u"run.cancel"_s,
                   QT_TRANSLATE_NOOP("Actions", "Ca&ncel"),
                   QT_TRANSLATE_NOOP("Actions", "Stop what is running, with all its processes"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Period)}},
                  [this] { m_session.cancel(); });
    m_actions.add({u"run.addToolchain"_s,
                   QT_TRANSLATE_NOOP("Actions", "Add &Toolchain Program…"),
                   QT_TRANSLATE_NOOP("Actions", "Choose a program that answers to hb_mapper"),
                   {}},
                  [this] { addToolchainProgram(); });
    m_actions.add({u"run.settings"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Settings…"),
                   QT_TRANSLATE_NOOP("Actions", "Toolchains and boards: on this machine, in containers, by ssh"),
                   {QKeySequence(Qt::CTRL | Qt::Key_Comma)}},
                  [this] { showSettings(); });
    m_actions.add({u"run.addBoard"_s,
                   QT_TRANSLATE_NOOP("Actions", "Add Board &Program…"),
                   QT_TRANSLATE_NOOP("Actions", "Choose a program that answers to hrt_model_exec"),
                   {}},
                  [this] { addBoardProgram(); });
    m_actions.add({u"run.boardScript"_s,
                   QT_TRANSLATE_NOOP("Actions", "Script for a B&oard…"),
                   QT_TRANSLATE_NOOP("Actions", "Write a script to carry to a board that cannot be reached from here"),
                   {}},
                  [this] { exportBoardScript(); });
}

void MainWindow::registerActions()
{
    registerFileActions();
    registerConfigActions();
    registerReportAction();
    registerRunActions();
    m_actions.add({u"go.palette"_s,
                   QT_TRANSLATE_NOOP("Actions", "Command &Palette"),
                   nullptr,
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}},
                  [this] { showCommandPalette(); });
    m_actions.add({u"go.search"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Search the Graphs"),
                   QT_TRANSLATE_NOOP("Actions", "Plain text, or type:Transpose cos<0.99 on:CPU inserted:yes"),
                   {QKeySequence::Find}},
                  [this] { m_compare->focusSearch(); });
    m_actions.add({u"go.back"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Back"),
                   QT_TRANSLATE_NOOP("Actions", "Select what was selected before"),
                   {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Backspace)}},
                  [this] { m_selection.goBack(); });
    m_actions.add(
        {u"go.forward"_s, QT_TRANSLATE_NOOP("Actions", "&Forward"), nullptr, {QKeySequence(Qt::ALT | Qt::Key_Right)}},
        [this] { m_selection.goForward(); });
    m_actions.add(
        {u"go.drift"_s, QT_TRANSLATE_NOOP("Actions", "Next &Drifting Layer"), nullptr, {QKeySequence(Qt::Key_F8)}},
        [this] { m_layers->selectNextDrift(); });
}

void MainWindow::addPaneToggle(const QString& id, const char* text, QWidget* pane)
{
    QAction* action = m_actions.add({id, text, nullptr, {}}, [] {});
    action->setCheckable(true);
    action->setChecked(true);
    connect(action, &QAction::toggled, pane, &QWidget::setVisible);
}

void MainWindow::registerViewActions()
{
    addPaneToggle(u"view.project"_s, QT_TRANSLATE_NOOP("Actions", "Show Project"), m_projectCard);
    addPaneToggle(u"view.inspector"_s, QT_TRANSLATE_NOOP("Actions", "Show Inspector"), m_inspectorCard);
    addPaneToggle(u"view.config"_s, QT_TRANSLATE_NOOP("Actions", "Show Config"), m_configCard);
    addPaneToggle(u"view.bottom"_s, QT_TRANSLATE_NOOP("Actions", "Show Layers and Log"), m_bottom);
    using View = ConfigPane::View;
    const auto addConfigView = [this](const QString& id, const char* text, View view, QKeySequence shortcut) {
        m_actions.add({id, text, nullptr, {shortcut}}, [this, view] { m_config->setView(view); });
    };
    addConfigView(u"view.form"_s, QT_TRANSLATE_NOOP("Actions", "Config as Form"), View::Form,
                  QKeySequence(Qt::ALT | Qt::Key_1));
    addConfigView(u"view.text"_s, QT_TRANSLATE_NOOP("Actions", "Config as Text"), View::Text,
                  QKeySequence(Qt::ALT | Qt::Key_2));
    addConfigView(u"view.inputs"_s, QT_TRANSLATE_NOOP("Actions", "Inputs of the Config as Table"), View::Inputs,
                  QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_1));
    addConfigView(u"view.preview"_s, QT_TRANSLATE_NOOP("Actions", "What the Config Will Do"), View::Preview,
                  QKeySequence(Qt::ALT | Qt::Key_3));
    m_actions.add(
        {u"view.layers"_s, QT_TRANSLATE_NOOP("Actions", "Go to Layers"), nullptr, {QKeySequence(Qt::ALT | Qt::Key_4)}},
        [this] { m_bottom->setCurrentIndex(0); });
    m_actions.add(
        {u"view.log"_s, QT_TRANSLATE_NOOP("Actions", "Go to Log"), nullptr, {QKeySequence(Qt::ALT | Qt::Key_5)}},
        [this] { m_bottom->setCurrentIndex(2); });
    m_actions.add({u"view.differences"_s,
                   QT_TRANSLATE_NOOP("Actions", "Go to Differences"),
                   nullptr,
                   {QKeySequence(Qt::ALT | Qt::Key_6)}},
                  [this] { m_bottom->setCurrentIndex(1); });
    m_actions.add({u"view.contract"_s,
                   QT_TRANSLATE_NOOP("Actions", "Go to Input Contract"),
                   nullptr,
                   {QKeySequence(Qt::ALT | Qt::Key_9)}},
                  [this] { m_bottom->setCurrentWidget(m_contract->parentWidget()); });
    m_actions.add({u"view.nodes"_s,
                   QT_TRANSLATE_NOOP("Actions", "Go to Nodes"),
                   QT_TRANSLATE_NOOP("Actions", "The graph as a list, for the keyboard and for screen readers"),
                   {QKeySequence(Qt::ALT | Qt::Key_7)}},
                  [this] {
                      m_bottom->setCurrentWidget(m_nodes->parentWidget());
                      m_nodes->table()->setFocus(Qt::ShortcutFocusReason);
                  });
    m_actions.add({u"view.bookmarks"_s,
                   QT_TRANSLATE_NOOP("Actions", "Go to Bookmarks"),
                   nullptr,
                   {QKeySequence(Qt::ALT | Qt::Key_8)}},
                  [this] { m_bottom->setCurrentWidget(m_bookmarksPane->parentWidget()); });
    m_actions.add(
        {u"view.samples"_s,
         QT_TRANSLATE_NOOP("Actions", "Go to Samples"),
         QT_TRANSLATE_NOOP("Actions", "The labelled pictures that the stages do not agree on, the worst first"),
         {QKeySequence(Qt::ALT | Qt::Key_0)}},
        [this] {
            m_bottom->setCurrentWidget(m_samples->parentWidget());
            m_samples->table()->setFocus(Qt::ShortcutFocusReason);
        });
    const auto addChoice = [this](QActionGroup* group, const QString& id, const char* text, bool isChosen,
                                  const std::function<void()>& apply) {
        QAction* action = m_actions.add({id, text, nullptr, {}}, apply);
        action->setCheckable(true);
        action->setChecked(isChosen);
        group->addAction(action);
    };
    auto* themes = new QActionGroup(this);
    const auto addTheme = [&](const QString& id, const char* text, ThemeChoice choice) {
        addChoice(themes, id, text, m_appearance.choice() == choice, [this, choice] { setTheme(choice); });
    };
    addTheme(u"view.theme.system"_s, QT_TRANSLATE_NOOP("Actions", "Theme of the System"), ThemeChoice::System);
    addTheme(u"view.theme.light"_s, QT_TRANSLATE_NOOP("Actions", "Light Theme"), ThemeChoice::Light);
    addTheme(u"view.theme.dark"_s, QT_TRANSLATE_NOOP("Actions", "Dark Theme"), ThemeChoice::Dark);
    auto* languages = new QActionGroup(this);
    // Languages are called by their own names: one must find one's own in a foreign interface.
    addChoice(languages, u"view.language.en"_s, "English", m_language.current() == "en"_L1,
              [this] { setLanguage(u"en"_s); });
    addChoice(languages, u"view.language.zh_CN"_s, "简体中文", m_language.current() == "zh_CN"_L1,
              [this] { setLanguage(u"zh_CN"_s); });
    for (QAction* action : m_compare->viewActions())
        m_actions.adopt(u"graph."_s % action->text(), action);
}

void MainWindow::makeMenus()
{
    const auto addMenu = [this](const char* title, const QStringList& ids) {
        QMenu* menu = menuBar()->addMenu(QString());
        m_menus.append({menu, title});
        for (const QString& id : ids) {
            if (id.isEmpty())
                menu->addSeparator();
            else
                menu->addAction(m_actions.action(id));
        }
        return menu;
    };
    QMenu* file = addMenu(QT_TRANSLATE_NOOP("Menus", "&File"),
                          {u"file.newConfig"_s,
                           u"file.open"_s,
                           u"file.openFolder"_s,
                           u"file.importDumps"_s,
                           u"file.sample"_s,
                           {},
                           u"file.save"_s,
                           u"file.exportReport"_s,
                           {},
                           u"file.quit"_s});
    m_recentMenu = new QMenu(file);
    m_menus.append({m_recentMenu, QT_TRANSLATE_NOOP("Menus", "Open &Recent")});
    file->insertMenu(m_actions.action(u"file.sample"_s), m_recentMenu);
    addMenu(QT_TRANSLATE_NOOP("Menus", "&Edit"),
            {u"edit.undo"_s,
             u"edit.redo"_s,
             u"edit.compareConfig"_s,
             u"edit.rules"_s,
             {},
             u"go.search"_s,
             {},
             u"match.belongs"_s,
             u"match.none"_s,
             u"match.right"_s,
             u"match.undo"_s,
             u"match.list"_s});
    QMenu* view = addMenu(QT_TRANSLATE_NOOP("Menus", "&View"),
                          {u"view.project"_s,
                           u"view.inspector"_s,
                           u"view.config"_s,
                           u"view.bottom"_s,
                           {},
                           u"view.form"_s,
                           u"view.inputs"_s,
                           u"view.text"_s,
                           u"view.preview"_s,
                           u"view.layers"_s,
                           u"view.differences"_s,
                           u"view.log"_s,
                           u"view.contract"_s,
                           u"view.nodes"_s,
                           u"view.bookmarks"_s,
                           u"view.samples"_s,
                           {}});
    m_stagesMenu = new QMenu(view);
    m_menus.append({m_stagesMenu, QT_TRANSLATE_NOOP("Menus", "&Stages Side by Side")});
    for (const Stage stage : allStages)
        m_stagesMenu->addAction(m_actions.action(stageActionId(stage)));
    m_stagesMenu->addSeparator();
    m_stagesMenu->addAction(m_actions.action(u"stage.all"_s));
    view->addMenu(m_stagesMenu);
    view->addActions(m_compare->viewActions());
    view->addSeparator();
    for (const QString& id : {u"view.theme.system"_s, u"view.theme.light"_s, u"view.theme.dark"_s})
        view->addAction(m_actions.action(id));
    view->addSeparator();
    view->addAction(m_actions.action(u"view.language.en"_s));
    view->addAction(m_actions.action(u"view.language.zh_CN"_s));
    QMenu* go = addMenu(QT_TRANSLATE_NOOP("Menus", "&Go"),
                        {u"go.back"_s,
                         u"go.forward"_s,
                         {},
                         u"go.drift"_s,
                         {},
                         u"go.bookmark"_s,
                         u"go.bookmark.next"_s,
                         u"go.bookmark.previous"_s,
                         {},
                         u"go.palette"_s});
    m_bookmarksMenu = new QMenu(go);
    m_menus.append({m_bookmarksMenu, QT_TRANSLATE_NOOP("Menus", "Book&marks")});
    connect(m_bookmarksMenu, &QMenu::aboutToShow, this, [this] { m_bookmarks->fillMenu(*m_bookmarksMenu); });
    go->insertMenu(m_actions.action(u"go.bookmark.next"_s), m_bookmarksMenu);
    addMenu(QT_TRANSLATE_NOOP("Menus", "&Run"),
            {u"run.compile"_s,
             u"run.board"_s,
             u"run.layers"_s,
             u"run.evaluate"_s,
             u"run.diagnose"_s,
             u"run.diagnoseFiles"_s,
             {},
             u"run.all"_s,
             u"run.cancel"_s,
             {},
             u"run.list"_s,
             u"run.sweep"_s,
             u"run.tools"_s,
             u"run.boardScript"_s,
             {},
             u"run.addToolchain"_s,
             u"run.addBoard"_s,
             {},
             u"run.settings"_s});
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(u"tools"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    makeHistoryButtons();
    for (const QString& id : {u"file.open"_s, u"run.compile"_s, u"run.board"_s, u"run.evaluate"_s, u"run.diagnose"_s})
        m_toolBar->addAction(m_actions.action(id));
    m_toolBar->addSeparator();
    const auto addChoice = [this](QLabel*& label, QComboBox*& box) {
        label = new QLabel(m_toolBar);
        label->setContentsMargins(spacing::wide, 0, spacing::normal, 0);
        label->setForegroundRole(QPalette::PlaceholderText);
        box = new QComboBox(m_toolBar);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        label->setBuddy(box);
        m_toolBar->addWidget(label);
        m_toolBar->addWidget(box);
    };
    addChoice(m_toolchainLabel, m_toolchains);
    addChoice(m_boardLabel, m_boards);
    connect(m_toolchains, &QComboBox::activated, &m_session, &Session::setCurrentToolchain);
    connect(m_boards, &QComboBox::activated, &m_session, &Session::setCurrentBoard);
}

void MainWindow::fillProfiles()
{
    const QSignalBlocker first(m_toolchains);
    const QSignalBlocker second(m_boards);
    m_toolchains->clear();
    for (const ToolchainProfile& toolchain : m_session.toolchains())
        m_toolchains->addItem(toolchain.isSandbox ? tr("Sandbox") : toolchain.name);
    m_toolchains->setCurrentIndex(m_session.currentToolchain());
    m_boards->clear();
    for (const BoardProfile& board : m_session.boards())
        m_boards->addItem(board.isSandbox ? tr("Sandbox board") : board.name);
    m_boards->setCurrentIndex(m_session.currentBoard());
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString& path : m_recent.paths()) {
        QAction* action = m_recentMenu->addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

void MainWindow::updateActions()
{
    const bool isBusy = m_session.jobs().isBusy();
    const bool hasConfig = m_session.project() && !m_session.project()->configFile.isEmpty();
    const bool hasStages = !m_session.chain().stages.isEmpty();
    m_actions.action(u"file.save"_s)->setEnabled(m_session.isConfigModified());
    m_actions.action(u"edit.compareConfig"_s)->setEnabled(m_session.config() != nullptr);
    m_actions.action(u"edit.undo"_s)->setEnabled(m_session.history().canUndo());
    m_actions.action(u"edit.redo"_s)->setEnabled(m_session.history().canRedo());
    m_actions.action(u"go.back"_s)->setEnabled(m_selection.canGoBack());
    m_actions.action(u"go.forward"_s)->setEnabled(m_selection.canGoForward());
    m_actions.action(u"run.compile"_s)->setEnabled(hasConfig && !isBusy);
    m_actions.action(u"run.all"_s)->setEnabled(hasConfig && !isBusy);
    m_actions.action(u"run.sweep"_s)->setEnabled(hasConfig);
    for (const QString& id :
         {u"run.board"_s, u"run.layers"_s, u"run.evaluate"_s, u"run.diagnose"_s, u"run.boardScript"_s})
        m_actions.action(id)->setEnabled((hasConfig || hasStages) && !isBusy);
    m_actions.action(u"run.cancel"_s)->setEnabled(isBusy);
    m_actions.action(u"file.exportReport"_s)->setEnabled(hasConfig || hasStages);
}

} // namespace driftscope
