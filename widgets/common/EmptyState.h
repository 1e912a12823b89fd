// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace driftscope {

/// What a pane shows while it has nothing to show: what belongs here, and the action that brings it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setText(const QString& text); ///< a sentence or two, wrapped
    void setAction(QAction* action); ///< null for none; its text stands on a button

private:
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_button = nullptr;
    QAction* m_action = nullptr;
};

} // namespace driftscope
