// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

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
    [[nodiscard]] QString value() const;
    [[nodiscard]] QComboBox* combo() const { return m_combo; }
    [[nodiscard]] QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void committed(const QString& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillCombo(const QString& value, const QStringList& choices, const QString& fallback);

    ConfigKeyInfo m_info;
    QComboBox* m_combo = nullptr;
    QLineEdit* m_line = nullptr;
    QString m_shown;
};

} // namespace driftscope
