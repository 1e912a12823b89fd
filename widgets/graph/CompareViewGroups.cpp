// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of CompareView opens and closes groups, in all panes alike, and shows which groups one is in.
#include "core/layout/Counterparts.h"
#include "widgets/graph/Breadcrumb.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GroupSummary.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace driftscope {

void CompareView::makeGroupActions()
{
    m_groupAction = addViewAction(Qt::Key_G, &CompareView::toggleGroup);
    m_groupsShownAction = addViewAction(Qt::SHIFT | Qt::Key_G, nullptr);
    m_groupsShownAction->setCheckable(true);
    connect(m_groupsShownAction, &QAction::toggled, this,
            [this](bool isOn) { setGroupMode(isOn ? GroupMode::On : GroupMode::Off); });
    m_openAllAction = addViewAction({}, &CompareView::openAllGroups);
    m_closeAllAction = addViewAction({}, &CompareView::closeAllGroups);
    m_openLevelAction = addViewAction(Qt::ALT | Qt::Key_Plus, &CompareView::openGroupLevel);
    m_closeLevelAction = addViewAction(Qt::ALT | Qt::Key_Minus, &CompareView::closeGroupLevel);
}

void CompareView::retranslateGroups()
{
    m_groupAction->setText(tr("Open or Close Group"));
    m_groupsShownAction->setText(tr("Show in Groups"));
    m_openAllAction->setText(tr("Open All Groups"));
    m_closeAllAction->setText(tr("Close All Groups"));
    m_openLevelAction->setText(tr("Open One More Level of Groups"));
    m_closeLevelAction->setText(tr("Close the Innermost Level of Groups"));
}

/// Groups of the panes are what is known of their graphs from now on.
void CompareView::rememberGroups()
{
    const auto isKnown = [this](const ComparePane& pane) { return m_groups.known.contains(pane.graph); };
    if (std::ranges::none_of(m_panes, isKnown))
        m_groups.known.clear(); // another project
    bool isShown = false;
    for (const ComparePane& pane : m_panes) {
        if (!pane.groups.scopes)
            continue;
        m_groups.known.insert(pane.graph, pane.groups);
        for (int i = 0; i < pane.groups.scopes->count(); ++i) {
            const bool isNamed = !pane.groups.scopes->scope(ScopeId(i)).owner.isValid();
            isShown = isShown || (isNamed && pane.groups.of(ScopeId(i)) != GroupState::Flat);
        }
    }
    const QSignalBlocker blocker(m_groupsShownAction);
    m_groupsShownAction->setChecked(isShown);
}

void CompareView::setGroupMode(GroupMode mode)
{
    m_groups.mode = mode;
    m_groups.known.clear();
    Q_EMIT groupsChanged();
}

/// The group's corner stays where it is on the screen while everything around it moves.
void CompareView::holdCorner(int pane, ScopeId scope)
{
    const GraphView* target = view(pane);
    if (const std::optional<QRectF> rect = groupRect(pane, scope); rect)
        m_heldCorner = HeldCorner{pane, scope, target->transform().toView(*rect).topLeft()};
}

std::optional<QRectF> CompareView::groupRect(int pane, ScopeId scope) const
{
    const GraphLayout& layout = view(pane)->scene()->layout();
    const auto frame = std::ranges::find(layout.frames, scope, &LayoutFrame::scope);
    if (frame != layout.frames.end())
        return frame->rect;
    for (const LayoutBox& box : layout.boxes) {
        if (box.kind == LayoutBox::Kind::Group && box.scope == scope)
            return box.rect;
    }
    return std::nullopt;
}

/// False when there is none, or none in view.
bool CompareView::returnToCorner()
{
    if (!m_heldCorner)
        return false;
    const HeldCorner held = *std::exchange(m_heldCorner, std::nullopt);
    const std::optional<QRectF> rect = groupRect(held.pane, held.scope);
    if (!rect)
        return false;
    ViewTransform to = view(held.pane)->transform();
    to.origin = rect->topLeft() - held.corner / to.scale;
    view(held.pane)->setTransform(to);
    return QRectF(view(held.pane)->viewport()->rect()).contains(held.corner);
}

void CompareView::setGroupOpen(int pane, ScopeId scope, bool isOpen)
{
    if (!m_panes[static_cast<std::size_t>(pane)].groups.scopes)
        return;
    holdCorner(pane, scope);
    const auto set = [&](int which, ScopeId id) {
        m_panes[static_cast<std::size_t>(which)].groups.of(id) = isOpen ? GroupState::Open : GroupState::Closed;
    };
    set(pane, scope);
    ScopeId there = scope;
    for (int next = pane + 1; next < paneCount() && there.isValid(); ++next) {
        there = counterpartsTo(next)[there.position()];
        if (there.isValid())
            set(next, there);
    }
    there = scope;
    for (int next = pane; next > 0 && there.isValid(); --next) {
        const std::vector<ScopeId> counterparts = counterpartsTo(next);
        const auto found = std::ranges::find(counterparts, there);
        there = found != counterparts.end() ? ScopeId(found - counterparts.begin()) : ScopeId();
        if (there.isValid())
            set(next - 1, there);
    }
    rememberGroups();
    Q_EMIT groupsChanged();
}

/// Of the groups of the pane before.
std::vector<ScopeId> CompareView::counterpartsTo(int pane) const
{
    const ComparePane& left = m_panes[static_cast<std::size_t>(pane - 1)];
    const ComparePane& right = m_panes[static_cast<std::size_t>(pane)];
    if (!left.groups.scopes || !right.groups.scopes)
        return std::vector<ScopeId>(left.groups.states.size());
    return counterpartScopes(*left.groups.scopes, *right.groups.scopes, left.rowsToNext);
}

void CompareView::changeAllGroups(GroupStates (*states)(std::shared_ptr<const ScopeTree>))
{
    for (ComparePane& pane : m_panes) {
        if (pane.groups.scopes)
            pane.groups = states(pane.groups.scopes);
    }
    rememberGroups();
    Q_EMIT groupsChanged();
}

void CompareView::openAllGroups()
{
    changeAllGroups(allOpen);
}

void CompareView::closeAllGroups()
{
    changeAllGroups([](std::shared_ptr<const ScopeTree> scopes) { return statesToLevel(std::move(scopes), 0); });
}

void CompareView::openGroupLevel()
{
    changeLevel(true);
}

void CompareView::closeGroupLevel()
{
    changeLevel(false);
}

void CompareView::changeLevel(bool opens)
{
    for (ComparePane& pane : m_panes) {
        if (!pane.groups.scopes)
            continue;
        if (opens)
            pane.groups.openOneLevel();
        else
            pane.groups.closeOneLevel();
    }
    rememberGroups();
    Q_EMIT groupsChanged();
}

ScopeId CompareView::scopeAt(int pane, int box) const
{
    const std::shared_ptr<const GraphScene>& scene = view(pane)->scene();
    if (box < 0 || !scene || !scene->scopes())
        return {};
    if (scene->isGroup(box))
        return scene->box(box).scope;
    if (scene->isOperator(box))
        return scene->scopes()->scopeOf(scene->box(box).node);
    const BodyId body = scene->graph().bodyOf(scene->box(box).value);
    return body.isValid() ? scene->scopes()->scopeOfBody(body) : ScopeId();
}

void CompareView::toggleGroup()
{
    const int pane = std::max(m_selectedPane, 0);
    if (view(pane) == nullptr || view(pane)->selectedBox() < 0)
        return;
    const int box = view(pane)->selectedBox();
    const bool isClosed = view(pane)->scene()->isGroup(box);
    const GroupStates& groups = m_panes[static_cast<std::size_t>(pane)].groups;
    ScopeId scope = scopeAt(pane, box);
    while (!isClosed && scope.isValid() && groups.of(scope) != GroupState::Open)
        scope = groups.scopes->scope(scope).parent;
    if (scope.isValid())
        setGroupOpen(pane, scope, isClosed);
}

void CompareView::addGroupActions(QMenu* menu, int pane, int box)
{
    ScopeId scope = scopeAt(pane, box);
    if (!scope.isValid())
        return;
    const GroupStates& groups = m_panes[static_cast<std::size_t>(pane)].groups;
    const auto title = [&groups](ScopeId id) { return scopeTitle(groups.scopes->scope(id)); };
    if (view(pane)->scene()->isGroup(box)) {
        menu->addAction(tr("Open Group “%1”").arg(title(scope)), this,
                        [this, pane, scope] { setGroupOpen(pane, scope, true); });
        scope = groups.scopes->scope(scope).parent;
    }
    for (; scope.isValid(); scope = groups.scopes->scope(scope).parent) {
        if (groups.of(scope) == GroupState::Open)
            menu->addAction(tr("Close Group “%1”").arg(title(scope)), this,
                            [this, pane, scope] { setGroupOpen(pane, scope, false); });
    }
}

bool CompareView::revealNode(int pane, NodeId node, bool isTold)
{
    ComparePane& shown = m_panes[static_cast<std::size_t>(pane)];
    GroupStates groups = shown.groups;
    if (!groups.scopes || !groups.reveal(node))
        return false;
    m_wantedNode = WantedNode{pane, node, isTold};
    // The same groups are opened beside it, from the outermost in.
    for (int i = 0; i < groups.scopes->count(); ++i) {
        if (shown.groups.of(ScopeId(i)) != groups.of(ScopeId(i))) {
            const QSignalBlocker blocker(this);
            setGroupOpen(pane, ScopeId(i), true);
        }
    }
    m_heldCorner.reset();
    Q_EMIT groupsChanged();
    return true;
}

void CompareView::selectWantedNode()
{
    if (!m_wantedNode)
        return;
    const WantedNode wanted = *std::exchange(m_wantedNode, std::nullopt);
    if (wanted.pane >= paneCount())
        return;
    const int box = view(wanted.pane)->scene()->boxOfNode(wanted.node);
    if (wanted.isTold)
        selectByPerson(wanted.pane, box);
    else
        selectBox(wanted.pane, box);
}

/// The groups around the selection, else around what fills the view.
ScopeId CompareView::scopeLookedAt(int pane) const
{
    const GraphView& shown = *view(pane);
    if (shown.selectedBox() >= 0)
        return scopeAt(pane, shown.selectedBox());
    const QRectF window = shown.transform().toWorld(QRectF(shown.viewport()->rect()));
    ScopeId scope;
    for (const LayoutFrame& frame : shown.scene()->layout().frames) { // outer ones come first
        const QRectF seen = frame.rect.intersected(window);
        if (seen.width() * seen.height() > 0.5 * window.width() * window.height())
            scope = frame.scope;
    }
    return scope;
}

void CompareView::updateBreadcrumbs()
{
    const bool hasGroups = std::ranges::any_of(
        m_panes, [](const ComparePane& pane) { return pane.groups.scopes && pane.groups.scopes->count() > 0; });
    for (int i = 0; i < static_cast<int>(m_widgets.size()); ++i) { // fewer than panes while they are being made
        const PaneWidgets& widgets = m_widgets[static_cast<std::size_t>(i)];
        if (!widgets.view->scene() || !hasGroups) {
            widgets.breadcrumb->hide();
            continue;
        }
        widgets.breadcrumb->setPath(m_panes[static_cast<std::size_t>(i)].groups.scopes, scopeLookedAt(i),
                                    tr("Whole graph"));
        widgets.breadcrumb->show(); // in all panes or none: their rows stand beside each other
    }
}

void CompareView::goToScope(int pane, ScopeId scope)
{
    GraphView* target = view(pane);
    if (!scope.isValid()) {
        target->zoomToFit();
        return;
    }
    QRectF rect = groupRect(pane, scope).value_or(QRectF());
    const GraphScene& scene = *target->scene();
    for (const NodeId node : rect.isNull() ? scene.scopes()->members(scope) : std::span<const NodeId>()) {
        if (const int box = scene.boxOfNode(node); box >= 0)
            rect = rect.united(scene.box(box).rect);
    }
    if (!rect.isNull())
        target->showRect(rect);
}

} // namespace driftscope
