// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/FileDiagnosis.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QPushButton;

namespace driftscope {

class FileListEdit;

/// Asks for the files of a run that was made somewhere else. Files that are dropped anywhere go where their kind
/// belongs.
class DiagnoseFilesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `config` and `models`: of what is open; empty where nothing is.
    DiagnoseFilesDialog(const QString& config, const QStringList& models, QWidget* parent = nullptr);

    /// Sorts files by their kind: YAML, models, pictures, everything else is what the board gave.
    void takeFiles(const QStringList& files);
    [[nodiscard]] QString config() const;
    [[nodiscard]] QStringList models() const;
    [[nodiscard]] BoardRunFiles runFiles() const; ///< of all runs together; see runsOf()
    [[nodiscard]] QPushButton* diagnoseButton() const { return m_diagnose; }

Q_SIGNALS:
    void diagnosisRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    FileListEdit* addList(QFormLayout& form, const QString& label, const QString& title, const QString& hint);
    void refresh();

    FileListEdit* m_config = nullptr;
    FileListEdit* m_models = nullptr;
    FileListEdit* m_inputs = nullptr;
    FileListEdit* m_outputs = nullptr;
    FileListEdit* m_fed = nullptr;
    FileListEdit* m_expected = nullptr;
    QLabel* m_missing = nullptr;
    QPushButton* m_diagnose = nullptr;
};

} // namespace driftscope
