// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/FindingsList.h"

#include "widgets/common/Theme.h"
#include "widgets/config/FindingLabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace driftscope {

FindingsList::FindingsList(QWidget* parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout(m_content))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_column->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    m_column->setSpacing(spacing::normal);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    setWidget(m_content);
    setAccessibleName(tr("Findings"));
}

void FindingsList::setFindings(Diagnostics findings, const QList<SettledFinding>& accepted)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        // The click that led here may come from one of these.
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    std::ranges::stable_sort(findings, std::ranges::greater(), &Diagnostic::severity);
    for (const Diagnostic& finding : findings) {
        auto* label = new FindingLabel(finding, false, m_content);
        connect(label, &FindingLabel::fixRequested, this, &FindingsList::fixRequested, Qt::QueuedConnection);
        connect(label, &FindingLabel::activated, this, &FindingsList::activated);
        connect(label, &FindingLabel::acceptRequested, this, &FindingsList::acceptRequested, Qt::QueuedConnection);
        m_column->addWidget(label);
    }
    for (const SettledFinding& each : accepted) {
        auto* label = new FindingLabel(each.finding, each.note, false, m_content);
        connect(label, &FindingLabel::activated, this, &FindingsList::activated);
        connect(label, &FindingLabel::withdrawRequested, this, &FindingsList::withdrawRequested, Qt::QueuedConnection);
        m_column->addWidget(label);
    }
    m_column->addStretch(1);
    setVisible(!findings.isEmpty() || !accepted.isEmpty());
    updateGeometry();
}

QSize FindingsList::sizeHint() const
{
    const int width = std::max(200, viewport()->width());
    return {width, std::min(150, m_column->hasHeightForWidth() ? m_column->heightForWidth(width) : 150)};
}

} // namespace driftscope
