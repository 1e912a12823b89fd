// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace driftscope {

/// Edits one value as its kind asks: a list to choose from, or a line. Emits committed() when the person is done, not
/// at each key; an empty text means that the key is taken out.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    explicit FieldEditor(const ConfigKeyInfo& info, QWidget* parent = nullptr);

    /// Shows a value without emitting anything. What the person is typing is left alone. `fallback` is what holds when
    /// nothing is written; empty: not known.
    void setValue(const QString& value, const QStringList& choices, const QString& fallback);
    /// For a map or list written over several lines, which no line can show: offers the text instead.
    void setLocked(bool isLocked);
    [[nodiscard]] QString value() const;
    [[nodiscard]] QComboBox* combo() const { return m_combo; }
    [[nodiscard]] QLineEdit* line() const { return m_line; }
    [[nodiscard]] QPushButton* inTextButton() const { return m_inText; } ///< null unless locked

Q_SIGNALS:
    void committed(const QString& value);
    void textRequested(); ///< the value is to be edited in the text

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillCombo(const QString& value, const QStringList& choices, const QString& fallback);

    ConfigKeyInfo m_info;
    QComboBox* m_combo = nullptr;
    QLineEdit* m_line = nullptr;
    QPushButton* m_inText = nullptr; ///< while locked
    QString m_shown;
};

} // namespace driftscope
