// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/BookmarkController.h"

#include "widgets/graph/BoxText.h"
#include "widgets/graph/CompareView.h"
#include "widgets/shell/ActionRegistry.h"
#include "widgets/stages/StageTitle.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace driftscope {

BookmarkController::BookmarkController(Session& session, SelectionContext& selection, CompareView& view,
                                       QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
    , m_view(view)
{
    connect(&session, &Session::bookmarksChanged, this, &BookmarkController::showMarks);
}

void BookmarkController::registerActions(ActionRegistry& actions)
{
    actions.add({u"go.bookmark"_s,
                 QT_TRANSLATE_NOOP("Actions", "Toggle &Bookmark"),
                 QT_TRANSLATE_NOOP("Actions", "Set a bookmark at the selected node, or take it away"),
                 {QKeySequence(Qt::CTRL | Qt::Key_B)}},
                [this] { toggle(); });
    actions.add(
        {u"go.bookmark.next"_s, QT_TRANSLATE_NOOP("Actions", "Next Bookmark"), nullptr, {QKeySequence(Qt::Key_F4)}},
        [this] { goToNext(1); });
    actions.add({u"go.bookmark.previous"_s,
                 QT_TRANSLATE_NOOP("Actions", "Previous Bookmark"),
                 nullptr,
                 {QKeySequence(Qt::SHIFT | Qt::Key_F4)}},
                [this] { goToNext(-1); });
    for (int number = 1; number <= Bookmarks::mostNumbers; ++number) {
        const auto digit = static_cast<Qt::Key>(Qt::Key_0 + number);
        actions.add({u"go.bookmark.%1"_s.arg(number),
                     QT_TRANSLATE_NOOP("Actions", "Go to Bookmark %1"),
                     QT_TRANSLATE_NOOP("Actions", "Go to this bookmark; where there is none, set it at the selection"),
                     {QKeySequence(Qt::CTRL | digit)},
                     number},
                    [this, number] { goToOrSet(number); });
        actions.add({u"go.bookmark.set.%1"_s.arg(number),
                     QT_TRANSLATE_NOOP("Actions", "Set Bookmark %1"),
                     QT_TRANSLATE_NOOP("Actions", "Set this bookmark at the selected node, wherever it was before"),
                     {QKeySequence(Qt::CTRL | Qt::SHIFT | digit)},
                     number},
                    [this, number] { set(number); });
    }
}

std::optional<Bookmark> BookmarkController::place() const
{
    const Selection& selection = m_selection.current();
    const bool isInGraph = selection.kind == Selection::Kind::Node || selection.kind == Selection::Kind::Value;
    if (isInGraph && selection.stage)
        return Bookmark{stageKey(*selection.stage), selection.name, 0, {}, {}};
    // A layer of the comparison is selected by its node in the graphs.
    const int pane = m_view.selectedPane();
    if (selection.kind != Selection::Kind::Layer || pane < 0)
        return std::nullopt;
    const GraphView& view = *m_view.view(pane);
    return Bookmark{stageKey(m_view.panes()[static_cast<std::size_t>(pane)].stage),
                    boxName(*view.scene(), view.selectedBox()),
                    0,
                    {},
                    {}};
}

void BookmarkController::toggle()
{
    const std::optional<Bookmark> here = place();
    if (!here) {
        Q_EMIT said(tr("Select a node to set a bookmark at it."));
        return;
    }
    Bookmarks bookmarks = m_session.bookmarks();
    bookmarks.toggle(here->stage, here->name);
    m_session.setBookmarks(bookmarks);
    const qsizetype index = bookmarks.find(here->stage, here->name);
    if (index < 0)
        Q_EMIT said(tr("The bookmark at %1 was taken away.").arg(here->name));
    else if (const int number = bookmarks.list()[index].number; number > 0)
        Q_EMIT said(tr("Bookmark %1 was set at %2; Ctrl+%1 comes back here.").arg(number).arg(here->name));
    else
        Q_EMIT said(tr("A bookmark was set at %1.").arg(here->name));
}

void BookmarkController::goToOrSet(int number)
{
    if (const Bookmark* bookmark = m_session.bookmarks().numbered(number))
        goTo(*bookmark);
    else
        set(number);
}

void BookmarkController::set(int number)
{
    const std::optional<Bookmark> here = place();
    if (!here) {
        Q_EMIT said(tr("There is no bookmark %1; select a node to set it at.").arg(number));
        return;
    }
    Bookmarks bookmarks = m_session.bookmarks();
    bookmarks.setNumbered(number, here->stage, here->name);
    m_session.setBookmarks(bookmarks);
    Q_EMIT said(tr("Bookmark %1 was set at %2; Ctrl+%1 comes back here.").arg(number).arg(here->name));
}

void BookmarkController::goTo(const Bookmark& bookmark)
{
    const std::optional<Stage> stage = stageFromKey(bookmark.stage);
    const LoadedStage* loaded = stage ? m_session.chain().find(*stage) : nullptr;
    if (loaded == nullptr) {
        Q_EMIT said(tr("The bookmark's stage is not open; compile, or open an earlier run."));
        return;
    }
    const bool isNode = loaded->graph->findNode(bookmark.name).isValid();
    if (!isNode && !loaded->graph->findValue(bookmark.name).isValid()) {
        Q_EMIT said(tr("%1 is not in the stage %2 any more.").arg(bookmark.name, stageTitle(*stage)));
        return;
    }
    m_selection.select(isNode ? Selection::node(*stage, bookmark.name) : Selection::value(*stage, bookmark.name));
    const int pane = m_view.paneOf(*stage);
    if (pane < 0)
        Q_EMIT stageNeeded(*stage);
    else
        m_view.view(pane)->setFocus(Qt::OtherFocusReason);
}

void BookmarkController::goToNext(int step)
{
    const QList<Bookmark>& all = m_session.bookmarks().list();
    if (all.isEmpty()) {
        Q_EMIT said(tr("There are no bookmarks yet; Ctrl+B sets one at the selected node."));
        return;
    }
    const std::optional<Bookmark> here = place();
    const qsizetype current = here ? m_session.bookmarks().find(here->stage, here->name) : -1;
    const qsizetype next = current < 0 ? (step > 0 ? 0 : all.size() - 1) : (current + step + all.size()) % all.size();
    goTo(Bookmark(all[next])); // a copy: the list may change
}

void BookmarkController::fillMenu(QMenu& menu)
{
    menu.clear();
    for (const Bookmark& bookmark : m_session.bookmarks().list()) {
        QAction* action = menu.addAction(bookmarkTitle(bookmark), this, [this, bookmark] { goTo(bookmark); });
        action->setToolTip(bookmark.note);
    }
    if (menu.isEmpty())
        menu.addAction(tr("No bookmarks yet"))->setEnabled(false);
}

void BookmarkController::showMarks()
{
    QList<GraphMark> marks;
    for (const Bookmark& bookmark : m_session.bookmarks().list()) {
        if (const auto stage = stageFromKey(bookmark.stage))
            marks.append({*stage, bookmark.name, bookmark.number > 0 ? QString::number(bookmark.number) : QString()});
    }
    m_view.setBookmarks(marks);
}

QString bookmarkTitle(const Bookmark& bookmark)
{
    const std::optional<Stage> stage = stageFromKey(bookmark.stage);
    const QString where = stage ? stageTitle(*stage) : bookmark.stage;
    const QString what = bookmark.note.isEmpty() ? bookmark.name : bookmark.note;
    return bookmark.number > 0 ? BookmarkController::tr("%1  %2 – %3").arg(bookmark.number).arg(what, where)
                               : BookmarkController::tr("%1 – %2").arg(what, where);
}

} // namespace driftscope
