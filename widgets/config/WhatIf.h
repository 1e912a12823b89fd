// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace driftscope {

/// What would change if a key were changed, or a fix applied: told for the choice under the mouse or the cursor, before
/// it is made.
class WhatIf : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIf(Session& session, QWidget* parent = nullptr);

    /// Chooses a setting that is in the list and leaves others alone.
    void chooseKey(const QString& key);

    [[nodiscard]] QComboBox* keys() const { return m_keys; } ///< settings, then the fixes of the findings
    [[nodiscard]] QComboBox* inputs() const { return m_inputs; } ///< shown where there are several
    [[nodiscard]] QComboBox* values() const { return m_values; }
    [[nodiscard]] QPushButton* apply() const { return m_apply; }
    [[nodiscard]] QListWidget* changes() const { return m_changes; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    /// Fills the keys anew and keeps what is chosen.
    void refresh();
    void refreshInputs();
    void refreshValues();
    void show(const std::optional<Fix>& choice);
    void showCurrent();
    void applyChoice();
    /// What the entries of the two lists together stand for.
    [[nodiscard]] std::optional<Fix> choiceAt(int key, int value) const;
    /// The key's text with one input's item replaced.
    [[nodiscard]] QString withItem(const QString& key, const QString& item) const;

    Session& m_session;
    QLabel* m_title = nullptr;
    QComboBox* m_keys = nullptr;
    QComboBox* m_inputs = nullptr;
    QComboBox* m_values = nullptr;
    QPushButton* m_apply = nullptr;
    QListWidget* m_changes = nullptr;
};

} // namespace driftscope
