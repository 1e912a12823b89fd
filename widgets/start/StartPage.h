// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace driftscope {

/// The window before anything is open.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// The buttons trigger these actions and take their texts.
    StartPage(QAction* openSample, QAction* open, QAction* newConfig, QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void recentChosen(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* addButton(QAction* action, const QString& name);
    void retranslate();

    QVBoxLayout* m_column = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_introduction = nullptr;
    QLabel* m_questions = nullptr;
    QLabel* m_recent = nullptr;
    QStringList m_recentPaths;
    QList<std::pair<QPushButton*, QAction*>> m_buttons;
};

} // namespace driftscope
