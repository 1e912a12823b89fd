// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/ToolchainProfile.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace driftscope {

/// One toolchain to be typed. Of what cannot be for the chosen place nothing is shown.
class ToolchainForm : public QWidget
{
    Q_OBJECT

public:
    explicit ToolchainForm(QWidget* parent = nullptr);

    void setToolchain(const ToolchainProfile& toolchain);
    /// What stands in the fields; refused as checkToolchain() does. What a probe found stays while the tool is the
    /// same.
    [[nodiscard]] Result<ToolchainProfile> toolchain() const;

    [[nodiscard]] QLineEdit* name() const { return m_name; }
    [[nodiscard]] QComboBox* place() const { return m_place; }
    [[nodiscard]] QLineEdit* program() const { return m_program; }
    [[nodiscard]] QComboBox* engine() const { return m_engine; }
    [[nodiscard]] QLineEdit* target() const { return m_target; }
    [[nodiscard]] QPlainTextEdit* mounts() const { return m_mounts; }

Q_SIGNALS:
    void edited(); ///< by the person

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addRow(QWidget* field);
    void adaptToPlace();
    void retranslate();
    [[nodiscard]] ToolchainPlace chosenPlace() const;

    ToolchainProfile m_given;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_place = nullptr;
    QLineEdit* m_program = nullptr;
    QPlainTextEdit* m_arguments = nullptr;
    QComboBox* m_engine = nullptr;
    QLineEdit* m_target = nullptr;
    QPlainTextEdit* m_options = nullptr;
    QPlainTextEdit* m_mounts = nullptr;
    QPlainTextEdit* m_environment = nullptr;
    QLineEdit* m_folder = nullptr;
};

} // namespace driftscope
