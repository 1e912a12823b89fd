// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/FindingLabels.h"

#include "widgets/config/FindingLabel.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace driftscope {

namespace {

bool isSameFinding(const Diagnostic& a, const Diagnostic& b)
{
    return a.ruleId == b.ruleId && a.key == b.key && a.message == b.message && a.severity == b.severity
        && a.why == b.why && a.fix.has_value() == b.fix.has_value() && (!a.fix || a.fix->value == b.fix->value);
}

} // namespace

FindingLabels::FindingLabels(QVBoxLayout* column, int firstRow, bool isBesideField, QWidget* before, QWidget* parent)
    : QObject(parent)
    , m_column(column)
    , m_firstRow(firstRow)
    , m_isBesideField(isBesideField)
    , m_before(before)
    , m_parent(parent)
{ }

/// The label that shows this already, or a new one.
FindingLabel* FindingLabels::take(const Diagnostic& finding, const std::optional<QString>& note)
{
    const auto shows = [&](const FindingLabel* label) {
        return label->acceptedNote() == note && isSameFinding(label->finding(), finding);
    };
    if (const auto known = std::ranges::find_if(m_labels, shows); known != m_labels.end()) {
        FindingLabel* label = *known;
        m_labels.erase(known);
        label->setRange(finding.range);
        return label;
    }
    auto* label = note ? new FindingLabel(finding, *note, m_isBesideField, m_parent)
                       : new FindingLabel(finding, m_isBesideField, m_parent);
    // Queued: what a click changes may take the label away that was clicked.
    connect(label, &FindingLabel::fixRequested, this, &FindingLabels::fixRequested, Qt::QueuedConnection);
    connect(label, &FindingLabel::acceptRequested, this, &FindingLabels::acceptRequested, Qt::QueuedConnection);
    connect(label, &FindingLabel::withdrawRequested, this, &FindingLabels::withdrawRequested, Qt::QueuedConnection);
    connect(label, &FindingLabel::activated, this, &FindingLabels::activated);
    return label;
}

void FindingLabels::show(const Diagnostics& findings, const QList<SettledFinding>& accepted)
{
    const QWidget* keyboard = m_parent->window()->focusWidget();
    const auto holdsKeyboard
        = [keyboard](const FindingLabel* label) { return keyboard != nullptr && label->isAncestorOf(keyboard); };
    const auto holder = std::ranges::find_if(m_labels, holdsKeyboard);
    const FindingLabel* held = holder == m_labels.end() ? nullptr : *holder;
    const qsizetype place = holder - m_labels.begin();
    QList<FindingLabel*> shown;
    for (const Diagnostic& finding : findings)
        shown.append(take(finding, std::nullopt));
    for (const SettledFinding& each : accepted)
        shown.append(take(each.finding, each.note));
    const QList<FindingLabel*> gone = std::exchange(m_labels, shown);
    setOrder();
    if (held != nullptr && gone.contains(held))
        keepKeyboard(place);
    for (FindingLabel* label : gone) {
        m_column->removeWidget(label);
        label->hide();
        label->setParent(nullptr); // who looks for labels finds those that hold
        label->deleteLater();
    }
}

void FindingLabels::setOrder()
{
    QWidget* before = m_before;
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        FindingLabel* label = m_labels[i];
        const int row = m_firstRow + static_cast<int>(i);
        if (m_column->indexOf(label) != row) {
            m_column->removeWidget(label);
            m_column->insertWidget(row, label);
        }
        for (QWidget* stop : label->stops()) {
            QWidget::setTabOrder(before, stop);
            before = stop;
        }
    }
}

void FindingLabels::keepKeyboard(qsizetype lost)
{
    QWidget* next = m_labels.isEmpty() ? m_before : m_labels[std::min(lost, m_labels.size() - 1)]->stops().constFirst();
    next->setFocus(Qt::OtherFocusReason);
}

} // namespace driftscope
