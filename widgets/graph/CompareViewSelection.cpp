// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareView.h"

#include "widgets/graph/LinkOverlay.h"

#include <QAction>

#include <algorithm>

namespace driftscope {

void CompareView::setLinked(bool isLinked)
{
    m_linkedAction->setChecked(isLinked);
    for (const PaneWidgets& widgets : m_widgets) {
        widgets.linked->setChecked(isLinked);
    }
}

void CompareView::followView(int pane)
{
    m_overlay->update();
    if (!m_isFollowing) {
        updateBreadcrumbs();
    }
    const auto source = static_cast<std::size_t>(pane);
    if (m_isFollowing || source >= m_widgets.size() || !m_widgets[source].linked->isChecked()) {
        return;
    }
    m_isFollowing = true;
    const ViewTransform from = m_widgets[source].view->transform();
    for (std::size_t i = 0; i < m_widgets.size(); ++i) {
        if (i == source || !m_widgets[i].linked->isChecked()) {
            continue;
        }
        GraphView* view = m_widgets[i].view;
        ViewTransform to = view->transform();
        const double half = (m_isSideways ? view->viewport()->height() : view->viewport()->width()) / 2.0;
        const double shift = half / to.scale - half / from.scale; // zoom around the middle across; along is copied
        to.origin += m_isSideways ? QPointF(0, shift) : QPointF(shift, 0);
        to.scale = from.scale;
        if (m_isSideways) {
            to.origin.setX(from.origin.x());
        } else {
            to.origin.setY(from.origin.y());
        }
        if (m_widgets[source].view->isMoving()) {
            view->startMoving(); // else the others would paint every step in full
        }
        view->follow(to);
    }
    m_isFollowing = false;
}

void CompareView::selectBox(int pane, int box)
{
    GraphView* source = view(pane);
    if (source == nullptr || box < 0) {
        clearSelection();
        return;
    }
    source->ensureVisible(box);
    selectWhereItIs(pane, box);
}

/// Only the panes beside it scroll.
void CompareView::selectWhereItIs(int pane, int box)
{
    m_selectedPane = pane;
    showSelection(pane, {box});
    spreadSelection(pane, {box}, 1);
    spreadSelection(pane, {box}, -1);
    if (m_pathEnd && (m_pathEnd->pane != pane || m_pathEnd->from != box)) {
        m_pathEnd.reset();
    }
    updateEmphasis();
    updateBreadcrumbs();
    m_overlay->update();
    Q_EMIT selectionShown();
}

void CompareView::clearSelection()
{
    m_selectedPane = -1;
    for (int i = 0; i < paneCount(); ++i) {
        showSelection(i, {});
    }
    m_pathEnd.reset();
    updateEmphasis();
    updateBreadcrumbs();
    m_overlay->update();
    Q_EMIT selectionShown();
}

void CompareView::showSelection(int pane, const std::vector<int>& boxes) const
{
    GraphView* target = view(pane);
    target->setSelectedBox(boxes.empty() ? -1 : boxes.front());
    target->setRelatedBoxes(boxes.empty() ? boxes : std::vector<int>(boxes.cbegin() + 1, boxes.cend()));
}

/// Hands the selection on from pane to pane: `step` is 1 to the later stages, -1 to the earlier ones.
void CompareView::spreadSelection(int pane, std::vector<int> boxes, int step)
{
    for (int next = pane + step; next >= 0 && next < paneCount(); next += step) {
        const PaneLinks& links = m_overlay->links()[static_cast<std::size_t>(std::min(next, next - step))];
        std::vector<int> matched;
        for (const int box : boxes) {
            for (const int index : step > 0 ? links.ofLeft(box) : links.ofRight(box)) {
                const BoxLink& link = links.links()[static_cast<std::size_t>(index)];
                const int other = step > 0 ? link.toBox : link.fromBox;
                if (std::find(matched.cbegin(), matched.cend(), other) == matched.cend()) {
                    matched.push_back(other);
                }
            }
        }
        showSelection(next, matched);
        if (!matched.empty()) {
            // Not through followView: rows that do not meet would pull the selected node out of view again.
            m_isFollowing = true;
            view(next)->ensureVisible(matched.front());
            m_isFollowing = false;
        }
        boxes = std::move(matched);
    }
}

void CompareView::selectByPerson(int pane, int box)
{
    if (m_context && box >= 0) {
        m_context->aboutToSelect();
    }
    if (box < 0) {
        clearSelection();
    } else {
        selectBox(pane, box);
    }
    tellSelection(pane, box);
}

/// The value is told of; here its producer is selected.
void CompareView::selectEdge(int pane, int edge)
{
    const GraphScene& scene = *view(pane)->scene();
    const LayoutEdge& each = scene.edge(edge);
    const Stage stage = m_panes[static_cast<std::size_t>(pane)].stage;
    selectBox(pane, each.fromBox);
    if (m_context) {
        m_context->select(Selection::value(stage, scene.graph().value(each.value).name));
    }
    Q_EMIT valueSelected(stage, each.value);
}

void CompareView::tellSelection(int pane, int box)
{
    if (box < 0) {
        if (m_context) {
            m_context->clear();
        }
        Q_EMIT selectionCleared();
        return;
    }
    const Stage stage = m_panes[static_cast<std::size_t>(pane)].stage;
    const GraphScene& scene = *view(pane)->scene();
    const LayoutBox& selected = scene.box(box);
    if (scene.isGroup(box) && !scene.groupOwner(box).isValid()) {
        return; // many nodes: the others go on showing what they show
    }
    if (scene.isOperator(box)) {
        if (m_context) {
            m_context->select(Selection::node(stage, scene.graph().pathOf(selected.node)));
        }
        Q_EMIT nodeSelected(stage, selected.node);
    } else {
        if (m_context) {
            m_context->select(Selection::value(stage, scene.graph().value(selected.value).name));
        }
        Q_EMIT valueSelected(stage, selected.value);
    }
}

void CompareView::setSelectionContext(SelectionContext* context)
{
    if (m_context) {
        m_context->disconnect(this);
    }
    m_context = context;
    if (m_context) {
        connect(m_context, &SelectionContext::changed, this, &CompareView::followContext);
        followContext(m_context->current());
    }
}

int CompareView::boxOf(int pane, const Selection& selection) const
{
    const GraphScene& scene = *view(pane)->scene();
    if (selection.kind != Selection::Kind::Value) {
        if (const int box = scene.boxOfNode(scene.graph().findNodeAt(selection.name)); box >= 0) {
            return box;
        }
    }
    // A layer may be an input, and a value stands for the node that makes it.
    return scene.boxOfValue(scene.graph().findValue(selection.name));
}

/// The node that a selection is about, or that makes the value.
NodeId CompareView::nodeOf(int pane, const Selection& selection) const
{
    const Graph& graph = view(pane)->scene()->graph();
    const NodeId node = selection.kind == Selection::Kind::Value ? NodeId() : graph.findNodeAt(selection.name);
    if (node.isValid()) {
        return node;
    }
    const ValueId value = graph.findValue(selection.name);
    return value.isValid() ? graph.value(value).producer : NodeId();
}

void CompareView::followContext(const Selection& selection)
{
    const bool isHere = selection.kind == Selection::Kind::Node || selection.kind == Selection::Kind::Value
        || selection.kind == Selection::Kind::Layer;
    if (m_isLocked || (!isHere && !selection.isEmpty())) {
        return; // a key or a log line says nothing about which node is looked at
    }
    if (selection.isEmpty()) {
        clearSelection();
        return;
    }
    const int named = selection.stage ? paneOf(*selection.stage) : -1;
    if (selection.stage && named < 0) {
        return;
    }
    for (int i = 0; i < paneCount(); ++i) {
        const int box = named >= 0 && i != named ? -1 : boxOf(i, selection);
        if (box >= 0) {
            const GraphScene& scene = *view(i)->scene();
            if (const NodeId node = nodeOf(i, selection);
                scene.isGroup(box) && node.isValid() && scene.groupOwner(box) != node && revealNode(i, node, false)) {
                return;
            }
            const bool isShown = m_selectedPane == i && view(i)->selectedBox() == box;
            if (!isShown) {
                selectBox(i, box);
            }
            return;
        }
    }
}

} // namespace driftscope
