// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QTabWidget;

namespace driftscope {

class BoardsPage;
class CapturesPage;
class Session;
class ToolchainsPage;

/// What belongs to the person: toolchains, boards and what captures may cost. Not modal; changes hold at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ToolchainsPage* toolchains() const { return m_toolchains; }
    [[nodiscard]] BoardsPage* boards() const { return m_boards; }
    [[nodiscard]] CapturesPage* captures() const { return m_captures; }
    void showBoards();
    void showCaptures();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QTabWidget* m_tabs = nullptr;
    ToolchainsPage* m_toolchains = nullptr;
    BoardsPage* m_boards = nullptr;
    CapturesPage* m_captures = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace driftscope
