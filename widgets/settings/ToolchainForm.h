// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/ToolchainProfile.h"
#include "widgets/settings/ProfileForm.h"

namespace driftscope {

/// One toolchain to be typed. Of what cannot be for the chosen place nothing is shown.
class ToolchainForm : public ProfileForm
{
    Q_OBJECT

public:
    explicit ToolchainForm(QWidget* parent = nullptr);

    void setToolchain(const ToolchainProfile& toolchain);
    /// What stands in the fields; refused as checkToolchain() does. What a probe found stays while the tool is the
    /// same.
    [[nodiscard]] Result<ToolchainProfile> toolchain() const;

    [[nodiscard]] QComboBox* engine() const { return m_engine; }
    [[nodiscard]] QLineEdit* target() const { return m_target; }
    [[nodiscard]] QPlainTextEdit* mounts() const { return m_mounts; }

protected:
    void adaptToPlace() override;
    void retranslate() override;

private:
    ToolchainProfile m_given;
    QComboBox* m_engine = nullptr;
    QLineEdit* m_target = nullptr;
    QPlainTextEdit* m_mounts = nullptr;
};

} // namespace driftscope
