// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/AcceptedFindings.h"

#include <QObject>

class QVBoxLayout;
class QWidget;

namespace driftscope {

class FindingLabel;

/// The labels of findings in a column, and behind them those of accepted ones. Labels of findings that stay, stay; when
/// the one with the keyboard goes, its neighbour gets it, so that a person can work down the list.
class FindingLabels : public QObject
{
    Q_OBJECT

public:
    /// `before` stands before the labels in the order of Tab and gets the keyboard when the last of them goes.
    FindingLabels(QVBoxLayout* column, int firstRow, bool isBesideField, QWidget* before, QWidget* parent);
    void show(const Diagnostics& findings, const QList<SettledFinding>& accepted);
    [[nodiscard]] const QList<FindingLabel*>& labels() const { return m_labels; }

Q_SIGNALS:
    void fixRequested(const driftscope::Fix& fix);
    void activated(const driftscope::Diagnostic& finding);
    void acceptRequested(const driftscope::Diagnostic& finding);
    void withdrawRequested(const driftscope::Diagnostic& finding);

private:
    [[nodiscard]] FindingLabel* take(const Diagnostic& finding, const std::optional<QString>& note);
    void setOrder();
    void keepKeyboard(qsizetype lost);

    QVBoxLayout* m_column;
    int m_firstRow;
    bool m_isBesideField;
    QWidget* m_before;
    QWidget* m_parent;
    QList<FindingLabel*> m_labels;
};

} // namespace driftscope
