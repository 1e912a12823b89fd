// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace driftscope {

class EmptyState;

/// The project's bookmarks with their notes. Return goes there, F2 or a double click on the note writes one, Delete
/// takes the bookmark away.
class BookmarksPane : public QWidget
{
    Q_OBJECT

public:
    explicit BookmarksPane(Session& session, QWidget* parent = nullptr);
    [[nodiscard]] QTreeWidget* list() const { return m_list; }

Q_SIGNALS:
    void activated(const driftscope::Bookmark& bookmark);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void activate(QTreeWidgetItem* item);
    void writeNote(QTreeWidgetItem* item, int column);

    Session& m_session;
    QTreeWidget* m_list = nullptr;
    EmptyState* m_empty = nullptr;
};

} // namespace driftscope
