// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/DumpsModel.h"
#include "core/session/JobRunner.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace driftscope {

class DeclarationForm;
class DumpPreview;
class PaneTable;

/// Imports what a board dumped: files and what says what they hold are chosen, each file's declaration is seen, tried
/// and corrected beside a picture of it, and the capture is kept or compared with the quantized model. Not modal.
class ImportDumpsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDumpsDialog(Session& session, QWidget* parent = nullptr);
    ~ImportDumpsDialog() override;
    Q_DISABLE_COPY_MOVE(ImportDumpsDialog)

    void addPaths(const QStringList& paths); ///< files and folders
    void setModelOrInfo(const QString& path); ///< a .bin, or the text that model_info printed
    void setInputs(const QStringList& paths); ///< what the board was fed, see ImportedRuns
    void saveCapture(const QString& folder);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] const DumpsModel& model() const { return m_dumps; }
    [[nodiscard]] DeclarationForm* form() const { return m_form; }
    [[nodiscard]] DumpPreview* preview() const { return m_preview; }
    [[nodiscard]] QLabel* message() const { return m_message; }
    [[nodiscard]] QPushButton* saveButton() const { return m_save; }
    [[nodiscard]] QPushButton* compareButton() const { return m_compare; }
    [[nodiscard]] bool isBusy() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void lay();
    QWidget* makeFiles();
    QWidget* makeReading();
    QLayout* makeEnd();
    void connectParts();
    void retranslate();
    void chooseFiles();
    void chooseFolder();
    void chooseSource();
    void chooseInput();
    void chooseCaptureFolder();
    void list();
    void showRow();
    void declare(const DumpDeclaration& declaration);
    void compare();
    void importThen(const std::function<void(const QList<DumpSample>&)>& done);
    void showState();
    [[nodiscard]] QStringList inputs() const;
    [[nodiscard]] int currentRow() const; ///< of the model; -1 when nothing is chosen
    [[nodiscard]] DumpKnowledge knowledge() const;

    Session& m_session;
    DumpsModel m_dumps;
    QStringList m_paths;
    DumpSources m_sources;
    QList<DumpDeclaration> m_declared; ///< by the person here, kept while files come and go
    BoardModelInfo m_info;
    QSplitter* m_splitter = nullptr;
    PaneTable* m_table = nullptr;
    QPushButton* m_addFiles = nullptr;
    QPushButton* m_addFolder = nullptr;
    QPushButton* m_choose = nullptr;
    QLabel* m_source = nullptr;
    DeclarationForm* m_form = nullptr;
    DumpPreview* m_preview = nullptr;
    QLabel* m_inputLabel = nullptr;
    QLineEdit* m_input = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_close = nullptr;
    LatestJob m_listing;
    JobRunner m_jobs;
};

} // namespace driftscope
