// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Places to come back to, kept in the project.
#include "core/session/Session.h"

namespace driftscope {

/// Into the project file, which is made beside the YAML where there is none yet. Bookmarks in stages that were opened
/// without a project live as long as the window.
void Session::setBookmarks(const Bookmarks& bookmarks)
{
    if (bookmarks == m_bookmarks)
        return;
    m_bookmarks = bookmarks;
    if (m_project) {
        m_project->bookmarks = bookmarks;
        keepProject();
    }
    Q_EMIT bookmarksChanged();
}

} // namespace driftscope
