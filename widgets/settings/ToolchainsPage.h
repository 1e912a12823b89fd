// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ToolchainsModel.h"
#include "widgets/settings/ProfilesPage.h"

namespace driftscope {

class ToolchainForm;

/// The toolchains of the person. Looking for them happens on a worker thread as well.
class ToolchainsPage : public ProfilesPage
{
    Q_OBJECT

public:
    explicit ToolchainsPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ToolchainForm* form() const { return m_form; }
    [[nodiscard]] QPushButton* findButton() const { return m_find; }

protected:
    void fillModel() override;
    void fitColumns() override;
    void showInForm(int row) override;
    [[nodiscard]] QString nameForNew(int number) const override;
    void addNamed(const QString& name) override;
    void removeNamed(const QString& name) override;
    [[nodiscard]] Result<QString> typedName() const override;
    [[nodiscard]] QString takenSentence(const QString& name) const override;
    void keepTyped(const QString& name) override;
    [[nodiscard]] QString askingSentence(const QString& name) const override;
    void ask(int row) override;
    void updateButtons() override;
    void retranslate() override;

private:
    void find();
    void takeFound(const Result<QList<ToolchainProfile>>& found);
    void takeProbe(const QString& name, const Result<ToolchainCapabilities>& found);

    ToolchainsModel* m_toolchains = nullptr;
    ToolchainForm* m_form = nullptr;
    QPushButton* m_find = nullptr;
    LatestJob m_finding;
};

} // namespace driftscope
