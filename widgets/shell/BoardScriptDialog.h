// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace driftscope {

class Session;

/// Asks how many pictures a script for a board shall run, what it shall keep, and into which folder it is written. Not
/// modal.
class BoardScriptDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BoardScriptDialog(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] QSpinBox* samples() const { return m_samples; }
    [[nodiscard]] QCheckBox* layers() const { return m_layers; }
    [[nodiscard]] QLineEdit* folder() const { return m_folder; }
    [[nodiscard]] QPushButton* writeButton() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseFolder();
    void write();
    void updateButtons();
    void retranslate();

    Session& m_session;
    QLabel* m_what = nullptr;
    QLabel* m_samplesLabel = nullptr;
    QSpinBox* m_samples = nullptr;
    QCheckBox* m_layers = nullptr;
    QLabel* m_folderLabel = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_choose = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace driftscope
