// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"
#include "widgets/settings/ProfileForm.h"

class QSpinBox;

namespace driftscope {

/// One board to be typed. Of what cannot be for the chosen place nothing is shown.
class BoardForm : public ProfileForm
{
    Q_OBJECT

public:
    explicit BoardForm(QWidget* parent = nullptr);

    void setBoard(const BoardProfile& board);
    /// What stands in the fields; refused as checkBoard() does. What a probe found stays while the board is the same.
    [[nodiscard]] Result<BoardProfile> board() const;

    [[nodiscard]] QLineEdit* host() const { return m_host; }
    [[nodiscard]] QSpinBox* port() const { return m_port; }
    [[nodiscard]] QLineEdit* user() const { return m_user; }

protected:
    void adaptToPlace() override;
    void retranslate() override;

private:
    BoardProfile m_given;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_ssh = nullptr;
};

} // namespace driftscope
