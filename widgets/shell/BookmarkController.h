// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QObject>

class QMenu;

namespace driftscope {

class ActionRegistry;
class CompareView;

/// Bookmarks between the session, which keeps them, the selection, where they are set, and the graphs, which mark them.
class BookmarkController : public QObject
{
    Q_OBJECT

public:
    BookmarkController(Session& session, SelectionContext& selection, CompareView& view, QObject* parent = nullptr);

    /// Ctrl+B, Ctrl+1…9 (go there, or set it where there is none), Ctrl+Shift+1…9 (set), and the next one.
    void registerActions(ActionRegistry& actions);
    /// The bookmarks, to go to; for aboutToShow().
    void fillMenu(QMenu& menu);

    void toggle();
    void goToOrSet(int number);
    void set(int number);
    void goTo(const Bookmark& bookmark);
    void goToNext(int step);
    /// What the selection names where a bookmark can stand: stage and name. Nothing for keys and log lines.
    [[nodiscard]] std::optional<Bookmark> place() const;

Q_SIGNALS:
    void stageNeeded(driftscope::Stage stage); ///< a bookmark stands in a stage that is not shown
    void said(const QString& sentence); ///< what was done, or why not

private:
    void showMarks();

    Session& m_session;
    SelectionContext& m_selection;
    CompareView& m_view;
};

/// `3  conv1 – Quantized`: for menus and lists.
[[nodiscard]] QString bookmarkTitle(const Bookmark& bookmark);

} // namespace driftscope
