// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/JobRunner.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace driftscope {

class ElidedLabel;

/// The running job in the status line: what it is, how far, how long, and a button that stops it.
class JobStatus : public QWidget
{
    Q_OBJECT

public:
    explicit JobStatus(const JobRunner& jobs, QWidget* parent = nullptr);
    /// What goes on beside jobs, shown while none runs; nothing without a total.
    void showBackground(const ProgressState& state);
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const JobRunner& m_jobs;
    ProgressState m_background;
    ElidedLabel* m_title = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_time = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer m_clock; ///< the time goes on while a job reports nothing
    QElapsedTimer m_since;
};

} // namespace driftscope
