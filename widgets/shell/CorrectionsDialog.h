// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace driftscope {

/// The matches that a person corrected or confirmed in this project; not modal. Return selects the node, Delete takes
/// the correction back.
class CorrectionsDialog : public QDialog
{
    Q_OBJECT

public:
    CorrectionsDialog(Session& session, SelectionContext& selection, QWidget* parent);
    [[nodiscard]] QTreeWidget* list() const { return m_list; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void select(int index);
    void removeCurrent();

    Session& m_session;
    SelectionContext& m_selection;
    QLabel* m_text = nullptr;
    QTreeWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace driftscope
