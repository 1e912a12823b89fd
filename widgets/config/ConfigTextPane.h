// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"

#include <QWidget>

class QLabel;

namespace driftscope {

class ConfigTextEditor;
class FindingsList;

/// The config as text, with its findings below.
class ConfigTextPane : public QWidget
{
    Q_OBJECT

public:
    explicit ConfigTextPane(Session& session, QWidget* parent = nullptr);
    [[nodiscard]] ConfigTextEditor* editor() const { return m_editor; }
    [[nodiscard]] FindingsList* findings() const { return m_findings; }
    void showKey(const QString& key, bool takeFocus);

Q_SIGNALS:
    void keyEntered(const QString& key); ///< the cursor came to a line of this key

private:
    void refresh();
    void showFindings();
    void followCursor();

    Session& m_session;
    ConfigTextEditor* m_editor = nullptr;
    QLabel* m_broken = nullptr;
    FindingsList* m_findings = nullptr;
    QString m_keyAtCursor;
    bool m_isShowing = false;
};

} // namespace driftscope
