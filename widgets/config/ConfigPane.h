// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QWidget>

class QActionGroup;
class QStackedLayout;

namespace driftscope {

class ConfigForm;
class ConfigTextPane;
class EmptyState;
class ForesightPage;
class InputsTable;
class PaneHeader;

/// The conversion config: form, table of the inputs, text and preview of one and the same text.
class ConfigPane : public QWidget
{
    Q_OBJECT

public:
    enum class View
    {
        Form,
        Text,
        Preview,
        Inputs
    };

    ConfigPane(Session& session, SelectionContext& selection, QWidget* parent = nullptr);

    void setView(View view);
    [[nodiscard]] View view() const { return m_view; }
    [[nodiscard]] ConfigForm* form() const { return m_form; }
    [[nodiscard]] ConfigTextPane* text() const { return m_text; }
    [[nodiscard]] ForesightPage* foresight() const { return m_foresight; }
    [[nodiscard]] InputsTable* inputs() const { return m_inputs; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    /// In the header's context menu.
    void addTool(QAction* action);
    /// Leads to the place of a finding: the key's field, or the line of the text.
    void showFinding(const Diagnostic& finding);
    [[nodiscard]] QAction* viewAction(View view) const { return m_actions[static_cast<int>(view)]; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void follow(const Selection& selection);

    Session& m_session;
    SelectionContext& m_context;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ConfigForm* m_form = nullptr;
    ConfigTextPane* m_text = nullptr;
    ForesightPage* m_foresight = nullptr;
    InputsTable* m_inputs = nullptr;
    QList<QAction*> m_actions;
    View m_view = View::Form;
};

} // namespace driftscope
