// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MainWindow.h"

#include "widgets/shell/CommandPalette.h"
#include "widgets/shell/CompareController.h"
#include "widgets/shell/JobStatus.h"
#include "widgets/shell/MessageBar.h"
#include "widgets/start/StartPage.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace driftscope {

MainWindow::MainWindow(QSettings& settings, Language& language, Appearance& appearance, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_language(language)
    , m_appearance(appearance)
    , m_actions(this)
    , m_recent(settings)
    , m_state(*this, settings)
{
    setAcceptDrops(true);
    resize(1600, 1000);
    m_palette = new CommandPalette(this);
    registerActions();
    makePanes();
    makeBookmarks();
    registerStageActions();
    registerViewActions();
    makeMenus();
    makeToolBar();
    m_job = new JobStatus(m_session.jobs(), this);
    statusBar()->addWidget(m_job, 1);
    connect(m_job, &JobStatus::cancelRequested, &m_session, &Session::cancel);
    connect(&m_session, &Session::calibrationProgressed, m_job, &JobStatus::showBackground);
    connectPanes();
    takeCaptureSettings();
    restoreState();
    m_session.setLanguage(m_language.current());
    retranslate();
    showStartOrWorkspace();
    reportMissingRuntime();
}

MainWindow::~MainWindow()
{
    // The panes hear of nothing while the session goes.
    m_session.disconnect();
    m_selection.disconnect();
}

void MainWindow::showCommandPalette()
{
    QList<QAction*> all = m_actions.actions();
    m_palette->popUp(all);
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    for (const auto& [menu, title] : m_menus)
        menu->setTitle(QCoreApplication::translate("Menus", title));
    m_toolchainLabel->setText(tr("Toolchain"));
    m_boardLabel->setText(tr("Board"));
    m_toolchains->setAccessibleName(tr("Toolchain"));
    m_boards->setAccessibleName(tr("Board"));
    m_toolBar->setWindowTitle(tr("Tools"));
    fillProfiles();
    fillRecentMenu();
    followSession();
    updateActions();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_session.setLanguage(m_language.current());
    m_controller->rebuild();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_mayClose && m_session.isConfigModified()) {
        event->ignore();
        whenSaved([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    saveState();
    m_session.cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            open(url.toLocalFile());
    }
}

} // namespace driftscope
