// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/AcceptedFindings.h"

#include <QScrollArea>

class QVBoxLayout;

namespace driftscope {

class FindingLabels;

/// Every finding with its reason and its fix, the worst first, and behind them those that were accepted.
class FindingsList : public QScrollArea
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget* parent = nullptr);
    void setFindings(Diagnostics findings, const QList<SettledFinding>& accepted = {});
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void fixRequested(const driftscope::Fix& fix);
    void activated(const driftscope::Diagnostic& finding);
    void acceptRequested(const driftscope::Diagnostic& finding);
    void withdrawRequested(const driftscope::Diagnostic& finding);

private:
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr;
    FindingLabels* m_labels = nullptr;
};

} // namespace driftscope
