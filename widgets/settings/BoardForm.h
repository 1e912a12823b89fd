// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace driftscope {

/// One board to be typed. Of what cannot be for the chosen place nothing is shown.
class BoardForm : public QWidget
{
    Q_OBJECT

public:
    explicit BoardForm(QWidget* parent = nullptr);

    void setBoard(const BoardProfile& board);
    /// What stands in the fields; refused as checkBoard() does. What a probe found stays while the board is the same.
    [[nodiscard]] Result<BoardProfile> board() const;

    [[nodiscard]] QLineEdit* name() const { return m_name; }
    [[nodiscard]] QComboBox* place() const { return m_place; }
    [[nodiscard]] QLineEdit* host() const { return m_host; }
    [[nodiscard]] QSpinBox* port() const { return m_port; }
    [[nodiscard]] QLineEdit* user() const { return m_user; }
    [[nodiscard]] QLineEdit* program() const { return m_program; }
    [[nodiscard]] QPlainTextEdit* options() const { return m_options; }
    [[nodiscard]] QLineEdit* folder() const { return m_folder; }

Q_SIGNALS:
    void edited(); ///< by the person

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(QWidget* field);
    void adaptToPlace();
    void retranslate();
    [[nodiscard]] BoardPlace chosenPlace() const;

    BoardProfile m_given;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_place = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_program = nullptr;
    QPlainTextEdit* m_arguments = nullptr;
    QPlainTextEdit* m_environment = nullptr;
    QLineEdit* m_ssh = nullptr;
    QPlainTextEdit* m_options = nullptr;
    QLineEdit* m_folder = nullptr;
};

} // namespace driftscope
