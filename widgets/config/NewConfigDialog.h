// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/TemplateInputsModel.h"
#include "core/session/LatestJob.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace driftscope {

class PaneTable;
class YamlHighlighter;

/// Makes a new conversion config from a float model: for which processor, and how each input is fed. Shows what will be
/// written. Not modal; a file that is there is replaced only after a question.
class NewConfigDialog : public QDialog
{
    Q_OBJECT

public:
    /// `modelFile` may be empty.
    explicit NewConfigDialog(const QString& modelFile, QWidget* parent = nullptr);
    ~NewConfigDialog() override;
    Q_DISABLE_COPY_MOVE(NewConfigDialog)

    [[nodiscard]] QLineEdit* model() const { return m_model; }
    [[nodiscard]] QComboBox* march() const { return m_march; }
    [[nodiscard]] PaneTable* inputs() const { return m_table; }
    [[nodiscard]] QLabel* status() const { return m_status; }
    [[nodiscard]] QPlainTextEdit* preview() const { return m_preview; }
    [[nodiscard]] QLineEdit* target() const { return m_target; }
    [[nodiscard]] QPushButton* createButton() const;

Q_SIGNALS:
    void created(const QString& path); ///< written; the dialog closes

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lay();
    void retranslate();
    void chooseModel();
    void chooseTarget();
    void readModel();
    void takeInputs(const Result<QList<TemplateInput>>& inputs);
    void proposeTarget();
    void edit(const QModelIndex& cell);
    void refresh();
    void create();
    void write();
    void say(const QString& sentence, bool isProblem);
    [[nodiscard]] TemplateRequest request() const;
    [[nodiscard]] March chosenMarch() const;
    [[nodiscard]] QString targetPath() const; ///< absolute

    TemplateInputsModel m_inputs;
    QLabel* m_modelLabel = nullptr;
    QLineEdit* m_model = nullptr;
    QPushButton* m_browseModel = nullptr;
    QLabel* m_marchLabel = nullptr;
    QComboBox* m_march = nullptr;
    QLabel* m_inputsLabel = nullptr;
    PaneTable* m_table = nullptr;
    QLabel* m_status = nullptr;
    QPlainTextEdit* m_preview = nullptr;
    YamlHighlighter* m_highlighter = nullptr;
    QLabel* m_targetLabel = nullptr;
    QLineEdit* m_target = nullptr;
    QPushButton* m_browseTarget = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    QString m_readModel; ///< the file that m_inputs are of, or are being read of
    QString m_problem; ///< why it could not be read; empty if it could
    QString m_proposed; ///< for m_target; what a person wrote there stays
    LatestJob m_job; ///< last: it is waited for before the rest is gone
};

} // namespace driftscope
