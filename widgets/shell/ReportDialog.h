// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/LatestJob.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace driftscope {

class Session;

/// Asks into which file a report goes, in which format and with what left out, and writes it from what the session
/// knows by then. Not modal; stays open while it writes and when it could not.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `language`: that of the window, `en` or `zh_CN`.
    ReportDialog(const Session& session, const QString& language, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* file() const { return m_file; }
    [[nodiscard]] QComboBox* format() const { return m_format; }
    [[nodiscard]] QCheckBox* redact() const { return m_redact; }
    [[nodiscard]] QCheckBox* openWhenDone() const { return m_open; }
    [[nodiscard]] QLabel* outcome() const { return m_outcome; }
    [[nodiscard]] QPushButton* saveButton() const;
    [[nodiscard]] bool isWriting() const { return m_job.isBusy(); }

Q_SIGNALS:
    void written(const QString& file);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseFile();
    void takeFormat(); ///< the file's suffix follows
    void followFile(); ///< the format follows its suffix
    void write();
    void finish(const QString& file, const Result<void>& result);
    void tell(const QString& outcome);
    void retranslate();

    const Session& m_session;
    QString m_language;
    QLabel* m_what = nullptr;
    QLabel* m_fileLabel = nullptr;
    QLineEdit* m_file = nullptr;
    QPushButton* m_choose = nullptr;
    QLabel* m_formatLabel = nullptr;
    QComboBox* m_format = nullptr;
    QCheckBox* m_redact = nullptr;
    QCheckBox* m_open = nullptr;
    QLabel* m_outcome = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    LatestJob m_job;
};

} // namespace driftscope
