// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"
#include "widgets/common/StatusLight.h"

#include <QWidget>

class QGridLayout;

namespace driftscope {

/// The phases of a compilation with their times; the one that is running says so.
class PhaseList : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseList(QWidget* parent = nullptr);
    /// `expected` are those that a compilation of this model has, with their usual times: while it runs, those that
    /// have not begun are shown below the others.
    void setPhases(const QList<LogPhase>& phases, bool isRunning, const QList<LogPhase>& expected = {});
    [[nodiscard]] int count() const { return m_count; }

private:
    void addRow(Status status, const LogPhase& phase, const QString& time, bool isExpected);

    QGridLayout* m_grid = nullptr;
    int m_count = 0;
};

} // namespace driftscope
