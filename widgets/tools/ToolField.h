// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/tool/ToolDescription.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace driftscope {

/// The editor of one option, made from its description.
class ToolField : public QWidget
{
    Q_OBJECT

public:
    explicit ToolField(const ToolOption& option, QWidget* parent = nullptr);

    [[nodiscard]] const ToolOption& option() const { return m_option; }
    void setValues(const QStringList& values);
    [[nodiscard]] QStringList values() const; ///< empty where nothing is filled in

    [[nodiscard]] QLineEdit* line() const { return m_line; } ///< files and texts
    [[nodiscard]] QComboBox* choice() const { return m_choice; }

Q_SIGNALS:
    void edited();

private:
    QWidget* makeEditor();
    QWidget* makeLine(bool isFile);
    QWidget* makeChoice();
    QWidget* makeLines();
    void addName(const QString& name);
    void chooseFile();

    ToolOption m_option;
    QLineEdit* m_line = nullptr;
    QComboBox* m_choice = nullptr;
    QSpinBox* m_number = nullptr;
    QCheckBox* m_switch = nullptr;
    QPlainTextEdit* m_lines = nullptr; ///< several values, one a line
};

} // namespace driftscope
