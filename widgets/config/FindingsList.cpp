// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/FindingsList.h"

#include "widgets/common/Theme.h"
#include "widgets/config/FindingLabels.h"

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
    m_column->addStretch(1);
    setAccessibleName(tr("Findings"));
    m_labels = new FindingLabels(m_column, 0, false, this, m_content);
    connect(m_labels, &FindingLabels::fixRequested, this, &FindingsList::fixRequested);
    connect(m_labels, &FindingLabels::activated, this, &FindingsList::activated);
    connect(m_labels, &FindingLabels::acceptRequested, this, &FindingsList::acceptRequested);
    connect(m_labels, &FindingLabels::withdrawRequested, this, &FindingsList::withdrawRequested);
}

void FindingsList::setFindings(Diagnostics findings, const QList<SettledFinding>& accepted)
{
    std::ranges::stable_sort(findings, std::ranges::greater(), &Diagnostic::severity);
    m_labels->show(findings, accepted);
    setVisible(!findings.isEmpty() || !accepted.isEmpty());
    updateGeometry();
}

QSize FindingsList::sizeHint() const
{
    const int width = std::max(200, viewport()->width());
    return {width, std::min(150, m_column->hasHeightForWidth() ? m_column->heightForWidth(width) : 150)};
}

} // namespace driftscope
