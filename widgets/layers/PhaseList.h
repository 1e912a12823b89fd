// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"

#include <QWidget>

class QGridLayout;

namespace driftscope {

/// The phases of a compilation with their times; the one that is running says so.
class PhaseList : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseList(QWidget* parent = nullptr);
    void setPhases(const QList<LogPhase>& phases, bool isRunning);
    [[nodiscard]] int count() const { return m_count; }

private:
    QGridLayout* m_grid = nullptr;
    int m_count = 0;
};

} // namespace driftscope
