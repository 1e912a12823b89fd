// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/EvidenceModel.h"
#include "widgets/common/PaneTable.h"

#include <QWidget>

class QLabel;

namespace driftscope {

/// Behind the verdict: every tested cause with and without, what would disprove the verdict, the ladder of stages, and
/// what to change in the board's program.
class EvidenceView : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget* parent = nullptr);
    void setVerdict(const Verdict& verdict);
    [[nodiscard]] PaneTable* table() const { return m_table; }

private:
    EvidenceModel m_model;
    PaneTable* m_table = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace driftscope
