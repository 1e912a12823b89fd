// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/BoardsModel.h"
#include "widgets/settings/ProfilesPage.h"

namespace driftscope {

class BoardForm;

/// The boards of the person.
class BoardsPage : public ProfilesPage
{
    Q_OBJECT

public:
    explicit BoardsPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] BoardForm* form() const { return m_form; }

protected:
    void fillModel() override;
    void showInForm(int row) override;
    [[nodiscard]] QString nameForNew(int number) const override;
    void addNamed(const QString& name) override;
    void removeNamed(const QString& name) override;
    [[nodiscard]] Result<QString> typedName() const override;
    [[nodiscard]] QString takenSentence(const QString& name) const override;
    void keepTyped(const QString& name) override;
    [[nodiscard]] QString askingSentence(const QString& name) const override;
    void ask(int row) override;
    void retranslate() override;

private:
    void takeProbe(const QString& name, const Result<BoardCapabilities>& found);

    BoardsModel* m_boards = nullptr;
    BoardForm* m_form = nullptr;
};

} // namespace driftscope
