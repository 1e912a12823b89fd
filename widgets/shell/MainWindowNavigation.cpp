// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Moving about: history, bookmarks, and which stages stand side by side.
#include "widgets/shell/MainWindow.h"

#include "widgets/graph/CompareView.h"
#include "widgets/shell/BookmarkController.h"
#include "widgets/shell/BookmarksPane.h"
#include "widgets/shell/MatchController.h"
#include "widgets/stages/StageStrip.h"
#include "widgets/stages/StageTitle.h"

#include <QMenu>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int longestHistoryMenu = 20;
constexpr int toldFor = 6000; ///< milliseconds that a sentence stays in the status bar

} // namespace

void MainWindow::makeBookmarks()
{
    m_bookmarks = new BookmarkController(m_session, m_selection, *m_compare, this);
    m_bookmarks->registerActions(m_actions);
    connect(m_bookmarks, &BookmarkController::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, toldFor); });
    connect(m_bookmarks, &BookmarkController::stageNeeded, m_strip,
            [this](Stage stage) { m_strip->setShown(stage, true); });
    connect(m_bookmarksPane, &BookmarksPane::activated, m_bookmarks, &BookmarkController::goTo);
    m_matches = new MatchController(m_session, m_selection, *m_compare, this);
    m_matches->registerActions(m_actions);
    connect(m_matches, &MatchController::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, toldFor); });
    m_selection.setPlaces([this] { return m_compare->place(); },
                          [this](const QVariant& place) { m_compare->goToPlace(place); });
}

/// Shows and hides stages by name, for menu, palette and keyboard.
void MainWindow::registerStageActions()
{
    static constexpr std::array texts{
        QT_TRANSLATE_NOOP("Actions", "Show Float"),     QT_TRANSLATE_NOOP("Actions", "Show Original"),
        QT_TRANSLATE_NOOP("Actions", "Show Optimized"), QT_TRANSLATE_NOOP("Actions", "Show Calibrated"),
        QT_TRANSLATE_NOOP("Actions", "Show Quantized"), QT_TRANSLATE_NOOP("Actions", "Show Board .bin"),
    };
    for (const Stage stage : allStages) {
        const auto index = static_cast<std::size_t>(stage);
        const auto digit = static_cast<Qt::Key>(static_cast<int>(Qt::Key_1) + static_cast<int>(index));
        QAction* action = m_actions.add(
            {stageActionId(stage), texts[index], nullptr, {QKeySequence(Qt::CTRL | Qt::ALT | digit)}}, [] {});
        action->setCheckable(true);
        connect(action, &QAction::triggered, m_strip, [this, stage](bool isOn) { m_strip->setShown(stage, isOn); });
    }
    m_actions.add({u"stage.all"_s,
                   QT_TRANSLATE_NOOP("Actions", "Show All Stages"),
                   nullptr,
                   {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_0)}},
                  [this] { m_strip->showAll(); });
    const auto follow = [this] {
        const QList<Stage> shown = m_strip->shownStages();
        for (const Stage stage : allStages) {
            QAction* action = m_actions.action(stageActionId(stage));
            action->setChecked(shown.contains(stage));
            action->setEnabled(m_session.chain().find(stage) != nullptr);
        }
    };
    connect(m_strip, &StageStrip::shownStagesChanged, this, follow);
    connect(&m_session, &Session::stagesChanged, this, follow);
    connect(m_compare, &CompareView::paneMoveRequested, m_strip, &StageStrip::move);
    follow();
}

QString MainWindow::stageActionId(Stage stage)
{
    return u"stage."_s + stageKey(stage);
}

void MainWindow::makeHistoryButtons()
{
    const auto add = [this](const QString& id, Qt::ArrowType arrow, bool isBack) {
        auto* button = new QToolButton(m_toolBar);
        button->setDefaultAction(m_actions.action(id));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setArrowType(arrow);
        button->setPopupMode(QToolButton::MenuButtonPopup);
        auto* menu = new QMenu(button);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, isBack] { fillHistoryMenu(*menu, isBack); });
        button->setMenu(menu);
        m_toolBar->addWidget(button);
    };
    add(u"go.back"_s, Qt::LeftArrow, true);
    add(u"go.forward"_s, Qt::RightArrow, false);
}

void MainWindow::fillHistoryMenu(QMenu& menu, bool isBack)
{
    menu.clear();
    const QList<Selection> entries = isBack ? m_selection.past() : m_selection.future();
    for (int i = 0; i < std::min(longestHistoryMenu, static_cast<int>(entries.size())); ++i) {
        menu.addAction(selectionTitle(entries[i]), this, [this, isBack, steps = i + 1] {
            if (isBack)
                m_selection.goBackBy(steps);
            else
                m_selection.goForwardBy(steps);
        });
    }
}

QString MainWindow::selectionTitle(const Selection& selection)
{
    switch (selection.kind) {
    case Selection::Kind::LogLine:
        return tr("Line %1 of the log").arg(selection.line);
    case Selection::Kind::ConfigKey:
        return tr("Config: %1").arg(selection.name);
    case Selection::Kind::Layer:
        return tr("Layer %1").arg(selection.name);
    case Selection::Kind::Node:
    case Selection::Kind::Value:
        return selection.stage ? tr("%1 – %2").arg(selection.name, stageTitle(*selection.stage)) : selection.name;
    case Selection::Kind::None:
        break;
    }
    return {};
}

} // namespace driftscope
