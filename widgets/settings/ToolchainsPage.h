// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ToolchainsModel.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace driftscope {

class PaneTable;
class ToolchainForm;

/// The toolchains side by side, one of them as a form. Asking and looking for them happen on a worker thread.
class ToolchainsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ToolchainsPage(Session& session, QWidget* parent = nullptr);
    ~ToolchainsPage() override;
    Q_DISABLE_COPY_MOVE(ToolchainsPage)

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] ToolchainForm* form() const { return m_form; }
    [[nodiscard]] QLabel* note() const { return m_note; } ///< what is wrong, or what became of what was asked
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton* findButton() const { return m_find; }
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
    void find();
    void test();
    void takeFound(const Result<QList<ToolchainProfile>>& found);
    void takeProbe(const QString& name, const Result<ToolchainCapabilities>& found);
    void say(const QString& sentence, bool isProblem);
    void retranslate();
    void updateButtons();
    [[nodiscard]] const ToolchainProfile* current() const;

    Session& m_session;
    ToolchainsModel m_toolchains;
    PaneTable* m_table = nullptr;
    ToolchainForm* m_form = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_find = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_keep = nullptr;
    bool m_isEdited = false;
    bool m_isFilling = false;
    LatestJob m_probing;
    LatestJob m_finding;
};

} // namespace driftscope
