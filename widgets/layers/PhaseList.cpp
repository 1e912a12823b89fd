// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/PhaseList.h"

#include "widgets/common/StatusLight.h"
#include "widgets/common/Theme.h"

#include <QGridLayout>
#include <QLabel>

namespace driftscope {

namespace {

Status statusOf(const LogPhase& phase, bool isRunning)
{
    if (phase.finished)
        return Status::Pass;
    return isRunning ? Status::Running : Status::Fail;
}

} // namespace

PhaseList::PhaseList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    m_grid->setVerticalSpacing(spacing::tight);
    m_grid->setHorizontalSpacing(spacing::normal);
    m_grid->setColumnStretch(1, 1);
}

void PhaseList::setPhases(const QList<LogPhase>& phases, bool isRunning)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = static_cast<int>(phases.size());
    for (int row = 0; row < m_count; ++row) {
        const LogPhase& phase = phases[row];
        auto* light = new StatusLight(this);
        light->setStatus(statusOf(phase, isRunning));
        auto* name = new QLabel(phase.name, this);
        auto* time
            = new QLabel(phase.seconds >= 0 ? tr("%1 s").arg(QString::number(phase.seconds, 'f', 1)) : QString(), this);
        name->setWordWrap(true);
        time->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(light, row, 0);
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(time, row, 2, Qt::AlignRight);
    }
}

} // namespace driftscope
