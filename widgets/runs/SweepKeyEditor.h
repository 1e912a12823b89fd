// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"
#include "core/session/SweepRecord.h"

#include <QGroupBox>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace driftscope {

/// Chooses one key of a sweep and its values: what the schema lists is checked in a list, other values are typed with
/// commas between them. What is wrong with a value stands below.
class SweepKeyEditor : public QGroupBox
{
    Q_OBJECT

public:
    /// One that `isOptional` can stay without a key.
    explicit SweepKeyEditor(bool isOptional, QWidget* parent = nullptr);

    /// Offers the keys that exist for the config's march, with the values that the config has now. The choice stays
    /// where it can.
    void setConfig(const ConfigDocument& document, const ConfigSchema& schema);
    /// Chooses a key and, unless they are empty, its values.
    void choose(const QString& key, const QStringList& values = {});
    [[nodiscard]] bool hasKey() const; ///< false where none is chosen
    [[nodiscard]] QString key() const;
    /// What is chosen; an error where the typed values cannot be read. No values: none is checked.
    [[nodiscard]] Result<SweepKey> chosen() const;
    void showProblems(const QStringList& sentences);

    [[nodiscard]] QComboBox* keys() const { return m_keys; }
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QLineEdit* line() const { return m_line; }
    [[nodiscard]] QLabel* problems() const { return m_problems; }

Q_SIGNALS:
    void changed(); ///< by the person

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillKeys();
    void showKey();
    [[nodiscard]] QStringList offeredValues(const ConfigKeyInfo& info) const;
    void addValue(const QString& value, bool isChecked);

    bool m_isOptional = false;
    ConfigDocument m_document;
    QList<ConfigKeyInfo> m_infos; ///< of the keys that are offered
    QHash<QString, QStringList> m_offered; ///< legal values by key
    March m_march = March::Unknown;
    qsizetype m_inputs = 1;
    QComboBox* m_keys = nullptr;
    QStackedWidget* m_values = nullptr;
    QListWidget* m_list = nullptr;
    QLineEdit* m_line = nullptr;
    QLabel* m_hint = nullptr; ///< how values are typed
    QLabel* m_problems = nullptr;
    QStringList m_sentences; ///< that it shows
};

} // namespace driftscope
