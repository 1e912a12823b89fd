// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which panes there are, where they stand, and who tells whom.
#include "widgets/shell/MainWindow.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/Theme.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/contract/ContractPane.h"
#include "widgets/differences/DifferencesPane.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/NodesPane.h"
#include "widgets/inspector/Inspector.h"
#include "widgets/layers/ErrorCurve.h"
#include "widgets/layers/LayersPane.h"
#include "widgets/layers/LogPane.h"
#include "widgets/layers/TensorPane.h"
#include "widgets/samples/SamplesPane.h"
#include "widgets/shell/BookmarksPane.h"
#include "widgets/shell/Card.h"
#include "widgets/shell/CompareController.h"
#include "widgets/shell/MessageBar.h"
#include "widgets/shell/ProjectPane.h"
#include "widgets/stages/StageStrip.h"
#include "widgets/start/QuestionsBar.h"
#include "widgets/start/StartPage.h"
#include "widgets/verdict/VerdictBanner.h"

#include <QDir>
#include <QFileInfo>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

QSplitter* MainWindow::makeSplitter(Qt::Orientation orientation, const QString& name)
{
    auto* splitter = new QSplitter(orientation, this);
    splitter->setObjectName(name);
    splitter->setHandleWidth(spacing::normal);
    splitter->setChildrenCollapsible(false);
    m_state.addSplitter(splitter);
    return splitter;
}

QWidget* MainWindow::makeCenter()
{
    auto* center = new QWidget(this);
    m_verdict = new VerdictBanner(m_session, center);
    m_questions = new QuestionsBar(m_session, center);
    m_compare = new CompareView(center);
    m_compare->setSelectionContext(&m_selection);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::normal);
    column->addWidget(m_verdict);
    column->addWidget(m_questions);
    column->addWidget(new Card(m_compare, center), 1);
    return center;
}

QWidget* MainWindow::makeBottom()
{
    auto* comparison = makeSplitter(Qt::Horizontal, u"comparison"_s);
    m_layers = new LayersPane(m_session, m_selection, comparison);
    m_layers->addTool(m_actions.action(u"run.layers"_s));
    m_curve = new ErrorCurve(m_session, m_selection, comparison);
    m_tensor = new TensorPane(m_session, m_selection, comparison);
    for (QWidget* pane :
         {static_cast<QWidget*>(m_layers), static_cast<QWidget*>(m_curve), static_cast<QWidget*>(m_tensor)})
        comparison->addWidget(new Card(pane, comparison));
    comparison->setSizes({560, 330, 310});
    m_differences = new DifferencesPane(m_session, m_selection, this);
    m_log = new LogPane(m_session, m_selection, this);
    m_bottom = new QTabWidget(this);
    m_bottom->setDocumentMode(true);
    m_bottom->addTab(comparison, QString());
    m_bottom->addTab(new Card(m_differences, this), QString());
    m_bottom->addTab(new Card(m_log, this), QString());
    m_contract = new ContractPane(m_session, m_selection, this);
    m_bottom->addTab(new Card(m_contract, this), QString());
    m_nodes = new NodesPane(*m_compare, this);
    m_bottom->addTab(new Card(m_nodes, this), QString());
    m_bookmarksPane = new BookmarksPane(m_session, this);
    m_bottom->addTab(new Card(m_bookmarksPane, this), QString());
    m_samples = new SamplesPane(m_session, this);
    m_samples->emptyState()->setAction(m_actions.action(u"run.evaluate"_s));
    m_bottom->addTab(new Card(m_samples, this), QString());
    return m_bottom;
}

QWidget* MainWindow::makeRight()
{
    auto* right = makeSplitter(Qt::Vertical, u"right"_s);
    m_inspector = new Inspector(m_session, m_selection, right);
    m_config = new ConfigPane(m_session, m_selection, right);
    m_config->emptyState()->setAction(m_actions.action(u"file.newConfig"_s));
    for (const QString& id : {u"edit.rules"_s, u"edit.compareConfig"_s})
        m_config->addTool(m_actions.action(id));
    m_inspectorCard = new Card(m_inspector, right);
    m_configCard = new Card(m_config, right);
    right->addWidget(m_inspectorCard);
    right->addWidget(m_configCard);
    right->setSizes({360, 520});
    return right;
}

QWidget* MainWindow::makeWorkspace()
{
    auto* main = makeSplitter(Qt::Horizontal, u"main"_s);
    auto* left = makeSplitter(Qt::Vertical, u"left"_s);
    auto* top = makeSplitter(Qt::Horizontal, u"top"_s);
    m_project = new ProjectPane(m_session, top);
    m_projectCard = new Card(m_project, top);
    top->addWidget(m_projectCard);
    top->addWidget(makeCenter());
    top->setSizes({170, 1000});
    top->setStretchFactor(1, 1);
    left->addWidget(top);
    left->addWidget(makeBottom());
    left->setSizes({560, 330});
    left->setStretchFactor(0, 1);
    main->addWidget(left);
    main->addWidget(makeRight());
    main->setSizes({1170, 410});
    main->setStretchFactor(0, 1);
    return main;
}

void MainWindow::makePanes()
{
    auto* central = new QWidget(this);
    m_strip = new StageStrip(m_session, central);
    m_messages = new MessageBar(m_language, central);
    m_pages = new QStackedWidget(central);
    m_start = new StartPage(m_actions.action(u"file.sample"_s), m_actions.action(u"file.open"_s),
                            m_actions.action(u"file.newConfig"_s), m_pages);
    m_workspace = makeWorkspace();
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workspace);
    m_controller = new CompareController(m_session, *m_strip, *m_compare, this);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(spacing::wide, 0, spacing::wide, spacing::tight);
    inner->setSpacing(spacing::normal);
    inner->addWidget(m_messages);
    inner->addWidget(m_pages, 1);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(m_strip);
    column->addLayout(inner, 1);
    setCentralWidget(central);
}

void MainWindow::connectPanes()
{
    connect(&m_session, &Session::problemOccurred, m_messages,
            [this](const Error& error) { m_messages->show(Severity::Error, error.message); });
    connect(&m_session, &Session::boardWarned, m_messages,
            [this](const QString& sentence) { m_messages->show(Severity::Warning, sentence); });
    connect(&m_session, &Session::boardScriptWritten, m_messages, [this](const QString& folder) {
        m_messages->show(Severity::Info,
                         tr("The script lies in “%1”; copy the folder to the board and run there “sh run.sh”.")
                             .arg(QDir::toNativeSeparators(folder)));
    });
    connect(&m_session, &Session::configTakenOver, m_messages,
            [this](const QString& sentence) { m_messages->show(Severity::Info, sentence); });
    connect(&m_session, &Session::configConflict, m_messages, [this](const QString& sentence) {
        m_messages->ask(sentence,
                        {{tr("Keep What Is Here"), [this] { m_session.resolveConfigConflict(true); }},
                         {tr("Take the File’s"), [this] { m_session.resolveConfigConflict(false); }}});
    });
    connect(m_compare, &CompareView::problemOccurred, m_messages,
            [this](const Error& error) { m_messages->show(Severity::Error, error.message); });
    connect(m_compare, &CompareView::pictureExported, m_messages, [this](const QStringList& files) {
        m_messages->show(Severity::Info,
                         files.size() == 1 ? tr("The picture was written to “%1”.").arg(files.first())
                                           : tr("%n files were written; open “%1” to see them together.", nullptr,
                                                static_cast<int>(files.size()))
                                                 .arg(files.first()));
    });
    connect(m_controller, &CompareController::problemOccurred, m_messages,
            [this](const Error& error) { m_messages->show(Severity::Error, error.message); });
    connect(&m_session, &Session::projectChanged, this, &MainWindow::restoreState);
    for (const auto signal : {&Session::projectChanged, &Session::configChanged, &Session::stagesChanged}) {
        connect(&m_session, signal, this, &MainWindow::followSession);
        connect(&m_session, signal, this, &MainWindow::updateActions);
    }
    connect(&m_session.jobs(), &JobRunner::stateChanged, this, &MainWindow::updateActions);
    connect(&m_session, &Session::profilesChanged, this, &MainWindow::fillProfiles);
    connect(&m_session, &Session::comparisonChanged, this, [this] {
        if (m_session.comparison())
            m_bottom->setCurrentIndex(0);
    });
    connect(&m_selection, &SelectionContext::changed, this, &MainWindow::followSelection);
    connect(&m_selection, &SelectionContext::historyChanged, this, &MainWindow::updateActions);
    connect(m_verdict, &VerdictBanner::fixRequested, &m_session, &Session::fixAndRunAgain);
    connect(m_verdict, &VerdictBanner::keyActivated, this,
            [this](const QString& key) { m_selection.select(Selection::configKey(key)); });
    connect(m_project, &ProjectPane::configActivated, this, [this] { m_config->setView(ConfigPane::View::Text); });
    connect(m_project, &ProjectPane::runActivated, this, &MainWindow::open);
    connect(m_samples, &SamplesPane::comparisonRequested, this, [this](const LayersRequest& request) {
        afterJobs([this, request] {
            m_messages->dismiss();
            m_session.compareLayers(request);
        });
    });
    connect(m_start, &StartPage::recentChosen, this, &MainWindow::open);
}

void MainWindow::followSession()
{
    showStartOrWorkspace();
    m_bottom->setTabText(0, tr("Layers"));
    m_bottom->setTabText(1, tr("Differences"));
    m_bottom->setTabText(2, tr("Log"));
    m_bottom->setTabText(3, tr("Input contract"));
    m_bottom->setTabText(4, tr("Nodes"));
    m_bottom->setTabText(5, tr("Bookmarks"));
    m_bottom->setTabText(6, tr("Samples"));
    QString title = tr("Driftscope");
    if (m_session.project() && !m_session.project()->name.isEmpty())
        title = tr("%1[*] – Driftscope").arg(m_session.project()->name);
    setWindowTitle(title.contains("[*]"_L1) ? title : title % u"[*]"_s);
    setWindowModified(m_session.isConfigModified());
    EmptyState* empty = m_compare->emptyState();
    empty->setTitle(m_session.chain().stages.isEmpty() ? tr("Nothing has been compiled") : tr("No stage is chosen"));
    empty->setText(m_session.chain().stages.isEmpty() ? tr(
                       "Compile makes the stages from the float model to the board's .bin; they appear here side by "
                       "side.")
                                                      : tr("Choose stages above to see their graphs side by side."));
    empty->setAction(m_session.chain().stages.isEmpty() && m_session.project() ? m_actions.action(u"run.compile"_s)
                                                                               : nullptr);
    m_layers->emptyState()->setAction(m_actions.action(u"run.board"_s));
    m_log->emptyState()->setAction(m_actions.action(u"run.compile"_s));
}

void MainWindow::followSelection(const Selection& selection)
{
    if (selection.kind == Selection::Kind::LogLine)
        m_bottom->setCurrentIndex(2);
    else if (selection.kind == Selection::Kind::ConfigKey)
        m_configCard->show();
}

void MainWindow::showStartOrWorkspace()
{
    const bool isEmpty = !m_session.project() && m_session.chain().stages.isEmpty();
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_start) : m_workspace);
    m_strip->setVisible(!isEmpty);
    if (isEmpty)
        m_start->setRecent(m_recent.paths());
}

} // namespace driftscope
