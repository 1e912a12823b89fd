// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/DifferencesModel.h"
#include "core/session/Session.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/SelectionContext.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedLayout;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace driftscope {

class EmptyState;
class PaneHeader;

/// What the toolchain changed from stage to stage: counts by kind that filter, a table, and the chosen one explained.
class DifferencesPane : public QWidget
{
    Q_OBJECT

public:
    DifferencesPane(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] const DifferencesModel& model() const { return m_model; }
    [[nodiscard]] const DifferencesFilter& shown() const { return m_filter; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    [[nodiscard]] QToolButton* kindButton(DifferenceKind kind) const { return m_kinds.value(static_cast<int>(kind)); }
    [[nodiscard]] QLineEdit* filterEdit() const { return m_text; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFilterRow();
    void makeTable();
    void refresh();
    void retranslate();
    void fillStages();
    void showDetails();
    void tellSelection();
    void follow(const Selection& selection);
    void followLink(const QUrl& target);
    [[nodiscard]] const StageDifference* current() const;

    const Session& m_session;
    SelectionContext& m_context;
    DifferencesModel m_model;
    DifferencesFilter m_filter;
    PaneHeader* m_header = nullptr;
    QWidget* m_row = nullptr;
    QHash<int, QToolButton*> m_kinds;
    QComboBox* m_stages = nullptr;
    QLineEdit* m_text = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    PaneTable* m_table = nullptr;
    QTextBrowser* m_details = nullptr;
    bool m_isFollowing = false;
};

} // namespace driftscope
