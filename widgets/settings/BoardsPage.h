// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/BoardsModel.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace driftscope {

class BoardForm;
class PaneTable;

/// The boards side by side, one of them as a form. Asking them happens on a worker thread.
class BoardsPage : public QWidget
{
    Q_OBJECT

public:
    explicit BoardsPage(Session& session, QWidget* parent = nullptr);
    ~BoardsPage() override;
    Q_DISABLE_COPY_MOVE(BoardsPage)

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] BoardForm* form() const { return m_form; }
    [[nodiscard]] QLabel* note() const { return m_note; } ///< what is wrong, or what became of what was asked
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton* testButton() const { return m_test; }
    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void lay();
    void connectAll();
    void fill();
    void showCurrent();
    void add();
    void remove();
    [[nodiscard]] bool keep();
    void test();
    void takeProbe(const QString& name, const Result<BoardCapabilities>& found);
    void say(const QString& sentence, bool isProblem);
    void retranslate();
    void updateButtons();
    [[nodiscard]] const BoardProfile* current() const;

    Session& m_session;
    BoardsModel m_boards;
    PaneTable* m_table = nullptr;
    BoardForm* m_form = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_keep = nullptr;
    bool m_isEdited = false;
    bool m_isFilling = false;
    LatestJob m_probing;
};

} // namespace driftscope
