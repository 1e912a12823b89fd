// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace driftscope {

/// What captures may cost, and what those that are kept take. Changes hold at once, for the next capture.
class CapturesPage : public QWidget
{
    Q_OBJECT

public:
    explicit CapturesPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] QSpinBox* memory() const { return m_memory; } ///< MiB
    [[nodiscard]] QSpinBox* disk() const { return m_disk; } ///< GiB
    [[nodiscard]] QSpinBox* days() const { return m_days; }
    [[nodiscard]] QLabel* used() const { return m_used; } ///< what the cache takes now
    [[nodiscard]] QPushButton* emptyButton() const { return m_empty; }
    [[nodiscard]] QLabel* note() const { return m_note; } ///< what became of emptying it

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Emptied
    {
        qint64 freed = 0;
        qint64 left = 0;
    };

    void lay();
    void showSettings();
    void takeSettings();
    void count();
    void emptyCache();
    void tellUsed(qint64 bytes);
    void retranslate();

    Session& m_session;
    QFormLayout* m_form = nullptr;
    QSpinBox* m_memory = nullptr;
    QLabel* m_machine = nullptr;
    QSpinBox* m_disk = nullptr;
    QSpinBox* m_days = nullptr;
    QLabel* m_used = nullptr;
    QPushButton* m_empty = nullptr;
    QLabel* m_note = nullptr;
    LatestJob m_counting;
    LatestJob m_emptying;
};

} // namespace driftscope
