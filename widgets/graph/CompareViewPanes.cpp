// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stays as it is when stages are shown or hidden, and how much room each has.
#include "widgets/graph/CompareView.h"

#include "widgets/graph/BoxText.h"
#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/LinkOverlay.h"
#include "widgets/graph/Minimap.h"
#include "widgets/graph/QueryEdit.h"

#include <QAction>
#include <QBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>
#include <numeric>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.2;
constexpr int equalShare = 1000; ///< of each pane before a person moves a border

} // namespace

std::vector<GraphView*> CompareView::views() const
{
    std::vector<GraphView*> all;
    for (const PaneWidgets& widgets : m_widgets) {
        all.push_back(widgets.view);
    }
    return all;
}

void CompareView::addPaneAction(const QKeySequence& shortcut, void (CompareView::*slot)(), const char* text)
{
    m_paneActions.append({addViewAction(shortcut, slot), text});
}

void CompareView::makePaneActions()
{
    addPaneAction(Qt::Key_Z, &CompareView::toggleMaximized, QT_TR_NOOP("Show One Pane Alone"));
    m_maximizeAction = m_paneActions.last().first;
    m_maximizeAction->setCheckable(true);
    addPaneAction(Qt::Key_F6, &CompareView::focusNextPane, QT_TR_NOOP("Go to Next Pane"));
    addPaneAction(Qt::SHIFT | Qt::Key_F6, &CompareView::focusPreviousPane, QT_TR_NOOP("Go to Previous Pane"));
    addPaneAction(Qt::CTRL | Qt::SHIFT | Qt::Key_Left, &CompareView::movePaneLeft, QT_TR_NOOP("Move Pane to the Left"));
    addPaneAction(Qt::CTRL | Qt::SHIFT | Qt::Key_Right, &CompareView::movePaneRight,
                  QT_TR_NOOP("Move Pane to the Right"));
    addPaneAction(Qt::CTRL | Qt::Key_Left, &CompareView::goToCounterpartLeft,
                  QT_TR_NOOP("Go to Counterpart on the Left"));
    addPaneAction(Qt::CTRL | Qt::Key_Right, &CompareView::goToCounterpartRight,
                  QT_TR_NOOP("Go to Counterpart on the Right"));
    addPaneAction(Qt::Key_D, nullptr, QT_TR_NOOP("From Left to Right"));
    m_sidewaysAction = m_paneActions.last().first;
    m_sidewaysAction->setCheckable(true);
    connect(m_sidewaysAction, &QAction::toggled, this, &CompareView::setSideways);
    addPaneAction(Qt::Key_0, &CompareView::zoomToFit, QT_TR_NOOP("Fit All"));
    addPaneAction(Qt::Key_F, &CompareView::frameSelection, QT_TR_NOOP("Frame Selection"));
    addPaneAction(Qt::Key_Plus, &CompareView::zoomIn, QT_TR_NOOP("Zoom In"));
    addPaneAction(Qt::Key_Minus, &CompareView::zoomOut, QT_TR_NOOP("Zoom Out"));
    addPaneAction(Qt::SHIFT | Qt::Key_Backspace, &CompareView::zoomToActualSize, QT_TR_NOOP("Zoom to 100 %"));
}

void CompareView::retranslatePaneActions()
{
    for (const auto& [action, text] : m_paneActions) {
        action->setText(tr(text));
    }
}

void CompareView::zoomToFit()
{
    if (GraphView* target = view(focusedPane()); target != nullptr) {
        target->zoomToFit();
    }
}

void CompareView::frameSelection()
{
    if (GraphView* target = view(focusedPane()); target != nullptr) {
        target->frameSelection();
    }
}

void CompareView::zoomIn()
{
    if (GraphView* target = view(focusedPane()); target != nullptr) {
        target->zoomAt(QRectF(target->viewport()->rect()).center(), zoomStep);
    }
}

void CompareView::zoomOut()
{
    if (GraphView* target = view(focusedPane()); target != nullptr) {
        target->zoomAt(QRectF(target->viewport()->rect()).center(), 1 / zoomStep);
    }
}

void CompareView::zoomToActualSize()
{
    if (GraphView* target = view(focusedPane()); target != nullptr) {
        target->zoomAt(QRectF(target->viewport()->rect()).center(), 1 / target->transform().scale);
    }
}

CompareView::Kept CompareView::keepPlaces()
{
    Kept kept;
    if (m_panes.empty() || m_stack->currentWidget() != m_content) {
        return kept;
    }
    kept.places = PanePlaces(m_panes, views(), std::max(m_selectedPane, 0));
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const GraphView& view = *m_widgets[i].view;
        const Stage stage = m_panes[i].stage;
        if (view.selectedBox() < 0) {
            continue;
        }
        const bool isLeader = static_cast<int>(i) == m_selectedPane;
        kept.selected.insert(isLeader ? kept.selected.begin() : kept.selected.end(),
                             {stage, boxName(*view.scene(), view.selectedBox())});
    }
    keepShares();
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const Stage stage = m_panes[i].stage;
        m_unlinked.removeAll(stage);
        if (!m_widgets[i].linked->isChecked() && m_linkedAction->isChecked()) {
            m_unlinked.append(stage);
        }
    }
    return kept;
}

void CompareView::keepShares()
{
    const QList<int> sizes = m_splitter->sizes();
    const qint64 all = std::accumulate(sizes.cbegin(), sizes.cend(), qint64{0});
    if (m_maximized || all <= 0 || sizes.size() != static_cast<qsizetype>(m_panes.size())) {
        return;
    }
    // Together they keep what they had: a stage that is hidden meanwhile comes back as wide beside them as it was.
    qint64 shares = 0;
    for (const ComparePane& pane : m_panes) {
        shares += m_shares.value(pane.stage, equalShare);
    }
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        m_shares[m_panes[static_cast<std::size_t>(i)].stage] = static_cast<int>((shares * sizes[i] + all / 2) / all);
    }
}

void CompareView::applyShares()
{
    int known = 0;
    int shares = 0;
    for (const ComparePane& pane : m_panes) {
        if (const auto found = m_shares.constFind(pane.stage); found != m_shares.cend()) {
            ++known;
            shares += *found;
        }
    }
    QList<int> sizes;
    for (const ComparePane& pane : m_panes) {
        if (!m_shares.contains(pane.stage)) { // as wide as the others on average
            m_shares.insert(pane.stage, known > 0 ? shares / known : equalShare);
        }
        sizes.append(m_shares.value(pane.stage));
    }
    m_splitter->setSizes(sizes);
}

/// After the new panes stand: what was selected is selected, and what was in view is in view.
void CompareView::restorePlaces(const Kept& kept)
{
    for (const auto& [stage, name] : kept.selected) {
        const int pane = paneOf(stage);
        const int box = pane < 0 ? -1 : boxNamed(*view(pane)->scene(), name);
        if (box >= 0) {
            selectBox(pane, box);
            break;
        }
    }
    std::vector<bool> isLinked;
    for (const PaneWidgets& widgets : m_widgets) {
        isLinked.push_back(widgets.linked->isChecked());
    }
    m_isFollowing = true;
    if (kept.places.restore(m_panes, views(), isLinked)) {
        for (std::size_t i = 0; i < m_widgets.size(); ++i) {
            if (!kept.places.contains(m_panes[i].stage)) { // its place is anybody's guess: best where the selection is
                m_widgets[i].view->ensureVisible(m_widgets[i].view->selectedBox(), true, false);
            }
        }
    }
    m_isFollowing = false;
    m_overlay->update();
}

QVariant CompareView::place() const
{
    return m_panes.empty() ? QVariant()
                           : QVariant::fromValue(PanePlaces(m_panes, views(), std::max(m_selectedPane, 0)));
}

void CompareView::goToPlace(const QVariant& place)
{
    if (m_panes.empty() || !place.canConvert<PanePlaces>()) {
        return;
    }
    const std::vector<bool> isLinked(m_panes.size(), false); // each as it was
    m_isFollowing = true;
    (void)place.value<PanePlaces>().restore(m_panes, views(), isLinked);
    for (GraphView* each : views()) {
        each->ensureVisible(each->selectedBox()); // it may have been scrolled away before it was left
    }
    m_isFollowing = false;
    m_overlay->update();
}

void CompareView::setBookmarks(const QList<GraphMark>& marks)
{
    m_bookmarks = marks;
    showBookmarks();
    const QList<QueryTerm>& terms = m_finder->query().terms();
    if (std::any_of(terms.cbegin(), terms.cend(),
                    [](const QueryTerm& term) { return term.field == QueryField::Bookmarked; })) {
        runSearch();
    }
}

void CompareView::showBookmarks()
{
    for (int pane = 0; pane < paneCount(); ++pane) {
        std::vector<BoxFlag> own;
        for (const GraphMark& mark : m_bookmarks) {
            const bool isHere = mark.stage == m_panes[static_cast<std::size_t>(pane)].stage;
            const int box = isHere ? boxNamed(*view(pane)->scene(), mark.name) : -1;
            if (box >= 0) {
                own.push_back({box, mark.label});
            }
        }
        view(pane)->setMarks(std::move(own));
    }
    m_minimap->update();
}

void CompareView::maximizePane(int pane)
{
    const bool isOn = pane >= 0 && pane < paneCount() && paneCount() > 1;
    if (isOn) {
        keepShares(); // before the others are hidden
    }
    const int lead = isOn ? pane : m_maximized ? paneOf(*m_maximized) : -1;
    const PanePlaces places(m_panes, views(), std::max(lead, 0));
    m_maximized = isOn ? std::optional(m_panes[static_cast<std::size_t>(pane)].stage) : std::nullopt;
    showMaximized();
    if (lead >= 0) {
        fitAfterMaximizing(places, isOn ? pane : -1);
    }
    if (isOn) {
        view(pane)->setFocus(Qt::OtherFocusReason);
    }
}

/// A pane that is alone has room for more than its share; back among the others it does not.
void CompareView::fitAfterMaximizing(const PanePlaces& places, int only)
{
    std::vector<bool> isLinked;
    QList<int> sizes;
    for (int i = 0; i < paneCount(); ++i) {
        isLinked.push_back(only < 0 ? m_widgets[static_cast<std::size_t>(i)].linked->isChecked() : i == only);
        sizes.append(i == only ? m_splitter->width() : 0);
    }
    if (only >= 0) {
        m_splitter->setSizes(sizes); // at once: the place depends on it
    }
    m_isFollowing = true;
    (void)places.restore(m_panes, views(), isLinked);
    m_isFollowing = false;
    m_overlay->update();
}

void CompareView::toggleMaximized()
{
    const bool isOn = m_maximized && paneOf(*m_maximized) >= 0;
    maximizePane(isOn ? -1 : focusedPane());
}

void CompareView::showMaximized()
{
    const int only = m_maximized ? paneOf(*m_maximized) : -1;
    for (int i = 0; i < paneCount(); ++i) {
        PaneWidgets& widgets = m_widgets[static_cast<std::size_t>(i)];
        widgets.column->setVisible(only < 0 || i == only);
        const QSignalBlocker blocker(widgets.maximized);
        widgets.maximized->setChecked(i == only);
    }
    m_maximizeAction->setChecked(only >= 0);
    m_maximizeAction->setEnabled(paneCount() > 1);
    if (only < 0) {
        applyShares();
    } else {
        m_minimap->setView(view(only));
    }
    placeOverlay();
}

int CompareView::focusedPane() const
{
    for (int i = 0; i < paneCount(); ++i) {
        if (view(i)->hasFocus()) {
            return i;
        }
    }
    return std::max(m_selectedPane, 0);
}

void CompareView::focusPane(int step)
{
    for (int tried = 1; tried <= paneCount(); ++tried) {
        const int pane = ((focusedPane() + step * tried) % paneCount() + paneCount()) % paneCount();
        if (view(pane)->isVisible()) {
            view(pane)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void CompareView::setSideways(bool isSideways)
{
    m_sidewaysAction->setChecked(isSideways);
    if (isSideways != m_wantsSideways) {
        m_wantsSideways = isSideways;
        Q_EMIT hiddenChanged();
    }
}

/// Beside each other, or above each other where the graphs run from left to right.
void CompareView::layOutPanes()
{
    const bool isSideways = !m_panes.empty() && m_panes.front().layout.isSideways;
    if (isSideways == m_isSideways) {
        return;
    }
    m_isSideways = isSideways;
    m_splitter->setOrientation(isSideways ? Qt::Vertical : Qt::Horizontal);
    m_minimap->setOrientation(isSideways ? Qt::Horizontal : Qt::Vertical);
    static_cast<QBoxLayout*>(m_body->layout())
        ->setDirection(isSideways ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_body->layout()->activate();
    applyShares();
}

void CompareView::focusNextPane()
{
    focusPane(1);
}

void CompareView::focusPreviousPane()
{
    focusPane(-1);
}

void CompareView::goToCounterpartLeft()
{
    goToCounterpart(-1);
}

void CompareView::goToCounterpartRight()
{
    goToCounterpart(1);
}

/// To the node in the next pane that the selected one became or came from; where it has none, only the keyboard goes.
void CompareView::goToCounterpart(int step)
{
    const int pane = focusedPane() + step;
    GraphView* target = view(pane);
    if (target == nullptr || !target->isVisible()) {
        return;
    }
    const int counterpart = target->selectedBox();
    target->setFocus(Qt::OtherFocusReason);
    if (counterpart >= 0) {
        selectByPerson(pane, counterpart);
    }
}

void CompareView::movePaneLeft()
{
    if (paneCount() > 1) {
        Q_EMIT paneMoveRequested(m_panes[static_cast<std::size_t>(focusedPane())].stage, -1);
    }
}

void CompareView::movePaneRight()
{
    if (paneCount() > 1) {
        Q_EMIT paneMoveRequested(m_panes[static_cast<std::size_t>(focusedPane())].stage, 1);
    }
}

QVariantMap CompareView::saveState()
{
    if (m_stack->currentWidget() == m_content) {
        (void)keepPlaces();
    }
    QVariantMap shares;
    for (auto it = m_shares.cbegin(); it != m_shares.cend(); ++it) {
        shares.insert(stageKey(it.key()), it.value());
    }
    QStringList unlinked;
    for (const Stage stage : m_unlinked) {
        unlinked.append(stageKey(stage));
    }
    return {{u"shares"_s, shares},
            {u"unlinked"_s, unlinked},
            {u"linked"_s, m_linkedAction->isChecked()},
            {u"sideways"_s, m_wantsSideways},
            {u"maximized"_s, m_maximized ? stageKey(*m_maximized) : QString()},
            {u"searches"_s, m_search->edit()->history()}};
}

void CompareView::restoreState(const QVariantMap& state)
{
    m_shares.clear();
    const QVariantMap shares = state.value(u"shares"_s).toMap();
    for (auto it = shares.cbegin(); it != shares.cend(); ++it) {
        if (const auto stage = stageFromKey(it.key())) {
            m_shares.insert(*stage, std::clamp(it->toInt(), 50, 6000));
        }
    }
    m_unlinked.clear();
    for (const QString& key : state.value(u"unlinked"_s).toStringList()) {
        if (const auto stage = stageFromKey(key)) {
            m_unlinked.append(*stage);
        }
    }
    m_maximized = stageFromKey(state.value(u"maximized"_s).toString());
    m_search->edit()->setHistory(state.value(u"searches"_s).toStringList());
    setLinked(state.value(u"linked"_s, true).toBool());
    setSideways(state.value(u"sideways"_s).toBool());
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_widgets[i].linked->setChecked(m_linkedAction->isChecked() && !m_unlinked.contains(m_panes[i].stage));
    }
    showMaximized();
}

} // namespace driftscope
