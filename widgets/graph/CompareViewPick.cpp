// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a node in another pane, a mode that is seen and that Escape ends; undo of what was done in the graphs.
#include "widgets/graph/CompareView.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace driftscope {

QWidget* CompareView::makePickBanner()
{
    m_pickBanner = new QFrame(m_content);
    m_pickBanner->setAutoFillBackground(true);
    m_pickBanner->setBackgroundRole(QPalette::Highlight);
    m_pickBanner->setForegroundRole(QPalette::HighlightedText);
    m_pickText = new QLabel(m_pickBanner);
    m_pickText->setForegroundRole(QPalette::HighlightedText);
    m_pickText->setWordWrap(true);
    m_pickCancel = new QPushButton(m_pickBanner);
    m_pickCancel->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the pane to choose in
    auto* row = new QHBoxLayout(m_pickBanner);
    row->setContentsMargins(spacing::wide, spacing::tight, spacing::normal, spacing::tight);
    row->addWidget(m_pickText, 1);
    row->addWidget(m_pickCancel);
    m_pickBanner->hide();
    connect(m_pickCancel, &QPushButton::clicked, this, &CompareView::cancelPick);
    return m_pickBanner;
}

void CompareView::beginPick(int pane, const QString& prompt)
{
    cancelPick();
    GraphView* target = view(pane);
    if (target == nullptr) {
        return;
    }
    if (m_maximized) {
        maximizePane(-1); // one must see where to choose
    }
    m_pickPane = pane;
    m_pickText->setText(prompt);
    m_pickBanner->show();
    target->setPicking(true);
    target->setFocus(Qt::OtherFocusReason);
}

void CompareView::cancelPick()
{
    if (endPick()) {
        Q_EMIT pickCancelled();
    }
}

/// Whether there was something to end.
bool CompareView::endPick()
{
    if (m_pickPane < 0) {
        return false;
    }
    if (GraphView* target = view(m_pickPane); target != nullptr) {
        target->setPicking(false);
    }
    m_pickPane = -1;
    m_pickBanner->hide();
    if (m_selectedPane >= 0) {
        selectBox(m_selectedPane, view(m_selectedPane)->selectedBox()); // the keyboard may have gone elsewhere
    }
    return true;
}

void CompareView::pick(int pane, int box)
{
    if (pane != m_pickPane || box < 0 || !view(pane)->scene()->isOperator(box)) {
        return; // beside the boxes, or an input: still choosing
    }
    const NodeId node = view(pane)->scene()->box(box).node;
    const Stage stage = m_panes[static_cast<std::size_t>(pane)].stage;
    (void)endPick();
    Q_EMIT nodePicked(stage, node);
}

void CompareView::setUndoable(bool canUndo, bool canRedo)
{
    m_canUndo = canUndo;
    m_canRedo = canRedo;
}

/// Keys that mean something else while a graph has the keyboard. True when the event is dealt with.
bool CompareView::filterGraphKey(QEvent* event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress) {
        return false;
    }
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isUndo = m_canUndo && key->matches(QKeySequence::Undo);
    const bool isRedo = m_canRedo && key->matches(QKeySequence::Redo);
    const bool isCancel = m_pickPane >= 0 && key->key() == Qt::Key_Escape;
    if (!isUndo && !isRedo && !isCancel) {
        return false;
    }
    event->accept(); // of an override: the key comes here instead of to the window's actions
    if (isOverride) {
        return true;
    }
    if (isCancel) {
        cancelPick();
    } else if (isUndo) {
        Q_EMIT undoRequested();
    } else {
        Q_EMIT redoRequested();
    }
    return true;
}

} // namespace driftscope
