// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace driftscope {

/// Every action of the window by name, with its shortcut. Type to narrow, Return to run. Not modal.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* parent);
    void popUp(const QList<QAction*>& actions);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] QListWidget* list() const { return m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();

    QLineEdit* m_edit = nullptr;
    QListWidget* m_list = nullptr;
    QList<QPointer<QAction>> m_actions;
};

} // namespace driftscope
