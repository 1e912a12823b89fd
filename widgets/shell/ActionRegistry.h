// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

#include <functional>

namespace driftscope {

/// Every action of the window under a stable id, in the order of registration. Features add theirs; menus, toolbar and
/// command palette take them from here. Texts are looked up again when the language changes.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    /// Texts are marked with QT_TRANSLATE_NOOP("Actions", "…").
    struct Spec
    {
        QString id; ///< `run.compile`
        const char* text = nullptr;
        const char* toolTip = nullptr; ///< a sentence; null for none
        QList<QKeySequence> shortcuts;
        int number = 0; ///< replaces the text's %1 where it has one
    };

    explicit ActionRegistry(QWidget* window);

    QAction* add(const Spec& spec, const std::function<void()>& trigger);
    /// Takes in an action that a pane made itself (it keeps its text up to date).
    void adopt(const QString& id, QAction* action);
    [[nodiscard]] QAction* action(const QString& id) const; ///< asserts that it exists
    [[nodiscard]] const QList<QAction*>& actions() const { return m_order; }
    void retranslate();

private:
    QWidget* m_window = nullptr;
    QList<QAction*> m_order;
    QHash<QString, QAction*> m_byId;
    QHash<QAction*, Spec> m_specs;
};

/// Text without its mnemonic.
[[nodiscard]] QString plainActionText(const QAction& action);

} // namespace driftscope
