// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QWidget>

class QAction;
class QStackedLayout;
class QTextBrowser;

namespace driftscope {

class EmptyState;
class PaneHeader;

/// Explains what is selected. Its links lead to the config's key, the log's line or another node.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    Inspector(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);
    [[nodiscard]] QTextBrowser* page() const { return m_page; }
    [[nodiscard]] PaneHeader* header() const { return m_header; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow(const Selection& selection);
    void refresh();
    void openLink(const QUrl& url);

    const Session& m_session;
    SelectionContext& m_context;
    Selection m_shown;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QTextBrowser* m_page = nullptr;
    QAction* m_lock = nullptr;
};

} // namespace driftscope
