// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"
#include "core/project/AcceptedFindings.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace driftscope {

class ElidedLabel;
class FieldEditor;
class FindingLabels;
class KeyHelp;

/// One key of the form: its name, its editor, what it means, and the findings about it.
class ConfigField : public QWidget
{
    Q_OBJECT

public:
    /// The schema must outlive the field.
    ConfigField(const ConfigSchema& schema, const ConfigKeyInfo& info, QWidget* parent = nullptr);

    [[nodiscard]] const ConfigKeyInfo& info() const { return m_info; }
    [[nodiscard]] FieldEditor* editor() const { return m_editor; }
    /// The march decides what may be chosen, what holds by default and what the help says.
    void setValue(const QString& value, bool isWritten, March march);
    void setFindings(const Diagnostics& findings, const QList<SettledFinding>& accepted);
    [[nodiscard]] bool isWritten() const { return m_isWritten; }
    [[nodiscard]] bool hasFindings() const { return m_hasFindings; }
    /// Shows that the key is selected elsewhere.
    void setHighlighted(bool isHighlighted);
    void setExplained(bool isExplained);
    [[nodiscard]] bool isExplained() const;
    [[nodiscard]] KeyHelp* help() const { return m_help; } ///< null until it was asked for
    [[nodiscard]] QToolButton* helpButton() const { return m_helpButton; }

Q_SIGNALS:
    void valueCommitted(const QString& key, const QString& value);
    void fixRequested(const driftscope::Fix& fix);
    void acceptRequested(const driftscope::Diagnostic& finding);
    void withdrawRequested(const driftscope::Diagnostic& finding);
    void entered(const QString& key); ///< the person works on this field
    void helpOpened(); ///< by the person

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpHelpButton();
    void showHelp(bool isWanted);

    const ConfigSchema& m_schema;
    ConfigKeyInfo m_info;
    March m_march = March::Unknown;
    ElidedLabel* m_name = nullptr;
    FieldEditor* m_editor = nullptr;
    QToolButton* m_helpButton = nullptr;
    KeyHelp* m_help = nullptr;
    QVBoxLayout* m_column = nullptr;
    FindingLabels* m_labels = nullptr;
    bool m_hasFindings = false;
    bool m_isWritten = false;
    bool m_isHighlighted = false;
};

} // namespace driftscope
