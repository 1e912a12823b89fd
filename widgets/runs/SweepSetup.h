// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace driftscope {

class SweepKeyEditor;

/// What is to be swept: keys and values, checked while they are chosen, how many runs that makes; and the button that
/// starts it, with its progress.
class SweepSetup : public QWidget
{
    Q_OBJECT

public:
    explicit SweepSetup(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] SweepKeyEditor* first() const { return m_first; }
    [[nodiscard]] SweepKeyEditor* second() const { return m_second; }
    [[nodiscard]] QLabel* count() const { return m_count; }
    [[nodiscard]] QCheckBox* reuse() const { return m_reuse; }
    [[nodiscard]] QPushButton* startButton() const { return m_start; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] QProgressBar* progress() const { return m_progress; }
    /// Whether what is chosen is still to be checked.
    [[nodiscard]] bool isBusy() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void lay();
    void retranslate();
    void followConfig();
    void planSoon();
    void plan();
    [[nodiscard]] QString toolchainName() const;
    void takePlan(const Result<SweepPlan>& plan);
    void followJobs();
    void start();

    Session& m_session;
    SweepKeyEditor* m_first = nullptr;
    SweepKeyEditor* m_second = nullptr;
    QLabel* m_count = nullptr;
    QCheckBox* m_reuse = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_step = nullptr; ///< what is done now
    QTimer* m_soon = nullptr;
    std::optional<SweepPlan> m_plan; ///< that can be started
    std::shared_ptr<CalibrationCache> m_calibration; ///< samples are looked at once
    LatestJob m_planning;
};

} // namespace driftscope
