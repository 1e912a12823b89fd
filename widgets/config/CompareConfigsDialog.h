// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ConfigDifferencesModel.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTextBrowser;

namespace driftscope {

class PaneTable;

/// Two configs beside each other: what they mean differently as a table, and their texts line by line below. Not modal.
class CompareConfigsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `other` is named first: what the open config changed of it.
    CompareConfigsDialog(const ConfigDocument& other, const ConfigDocument& open, const ConfigSchema& schema,
                         QWidget* parent = nullptr);
    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] QTextBrowser* text() const { return m_text; }
    [[nodiscard]] QCheckBox* sameMeaning() const { return m_sameMeaning; }

Q_SIGNALS:
    void keyActivated(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    ConfigDocument m_other;
    ConfigDocument m_open;
    ConfigDifferencesModel m_model;
    QList<ConfigDifference> m_differences;
    QLabel* m_sentence = nullptr;
    PaneTable* m_table = nullptr;
    QCheckBox* m_sameMeaning = nullptr;
    QTextBrowser* m_text = nullptr;
};

} // namespace driftscope
