// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/RulesModel.h"
#include "core/session/Session.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;

namespace driftscope {

class PaneTable;

/// Every rule that the config is checked with, to be searched; Return leads to what a rule found. Not modal, and
/// follows the config.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RulesDialog(const Session& session, QWidget* parent = nullptr);
    ~RulesDialog() override;
    Q_DISABLE_COPY_MOVE(RulesDialog)

    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QCheckBox* onlyFound() const { return m_onlyFound; }
    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] QLabel* detail() const { return m_detail; } ///< what the chosen row says, whole
    [[nodiscard]] QLabel* note() const { return m_note; }

Q_SIGNALS:
    void findingActivated(const driftscope::Diagnostic& finding);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lay();
    void fill();
    void filter();
    void showCounts();
    void retranslate();
    void fitColumns();
    void activate(const QModelIndex& index);

    const Session& m_session;
    RulesModel m_rules;
    QSortFilterProxyModel* m_shown = nullptr;
    QLineEdit* m_search = nullptr;
    QCheckBox* m_onlyFound = nullptr;
    PaneTable* m_table = nullptr;
    QLabel* m_detail = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_goTo = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace driftscope
