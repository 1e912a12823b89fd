// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/BookmarksPane.h"

#include "widgets/common/EmptyState.h"
#include "widgets/stages/StageTitle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

enum Column
{
    KeyColumn,
    NodeColumn,
    StageColumn,
    NoteColumn
};

} // namespace

BookmarksPane::BookmarksPane(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new QTreeWidget(this))
    , m_empty(new EmptyState(this))
{
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->installEventFilter(this);
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_list);
    stack->addWidget(m_empty);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item, int column) {
        if (column == NoteColumn)
            m_list->editItem(item, NoteColumn);
        else
            activate(item);
    });
    // Later: the list is filled anew while the item that was edited still tells of its change.
    connect(m_list, &QTreeWidget::itemChanged, this, &BookmarksPane::writeNote, Qt::QueuedConnection);
    connect(&session, &Session::bookmarksChanged, this, &BookmarksPane::fill);
    fill();
}

void BookmarksPane::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->setHeaderLabels({tr("Key"), tr("Node"), tr("Stage"), tr("Note")});
    m_list->setAccessibleName(tr("Bookmarks"));
    m_empty->setTitle(tr("No bookmarks yet"));
    m_empty->setText(tr("Ctrl+B sets one at the selected node; they are kept in the project."));
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const Bookmark& bookmark : m_session.bookmarks().list()) {
        const std::optional<Stage> stage = stageFromKey(bookmark.stage);
        auto* item = new QTreeWidgetItem(m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setText(KeyColumn, bookmark.number > 0 ? u"Ctrl+%1"_s.arg(bookmark.number) : QString());
        item->setText(NodeColumn, bookmark.name);
        item->setToolTip(NodeColumn, bookmark.name);
        item->setText(StageColumn, stage ? stageTitle(*stage) : bookmark.stage);
        item->setText(NoteColumn, bookmark.note);
        item->setToolTip(NoteColumn, bookmark.note);
    }
    for (const int column : {KeyColumn, NodeColumn, StageColumn})
        m_list->resizeColumnToContents(column);
    m_list->setColumnWidth(NodeColumn, std::min(m_list->columnWidth(NodeColumn), 480));
    m_list->setCurrentItem(m_list->topLevelItem(std::clamp(current, 0, std::max(0, m_list->topLevelItemCount() - 1))));
    auto* stack = static_cast<QStackedLayout*>(layout());
    stack->setCurrentWidget(m_session.bookmarks().isEmpty() ? static_cast<QWidget*>(m_empty) : m_list);
}

void BookmarksPane::activate(QTreeWidgetItem* item)
{
    const Bookmark bookmark = m_session.bookmarks().list().value(m_list->indexOfTopLevelItem(item));
    if (!bookmark.name.isEmpty())
        Q_EMIT activated(bookmark);
}

void BookmarksPane::writeNote(QTreeWidgetItem* /*item*/, int column)
{
    if (column != NoteColumn)
        return;
    Bookmarks bookmarks = m_session.bookmarks();
    const int count = std::min(m_list->topLevelItemCount(), static_cast<int>(bookmarks.list().size()));
    for (int i = 0; i < count; ++i)
        bookmarks.setNote(i, m_list->topLevelItem(i)->text(NoteColumn).trimmed());
    m_session.setBookmarks(bookmarks);
}

bool BookmarksPane::eventFilter(QObject* watched, QEvent* event)
{
    QTreeWidgetItem* item = watched == m_list ? m_list->currentItem() : nullptr;
    if (item == nullptr || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete: {
        Bookmarks bookmarks = m_session.bookmarks();
        bookmarks.remove(m_list->indexOfTopLevelItem(item));
        m_session.setBookmarks(bookmarks);
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(item);
        return true;
    case Qt::Key_F2:
        m_list->editItem(item, NoteColumn);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void BookmarksPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace driftscope
