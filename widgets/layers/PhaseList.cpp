// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/PhaseList.h"

#include "widgets/common/Theme.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace driftscope {

namespace {

Status statusOf(const LogPhase& phase, bool isRunning)
{
    if (phase.finished)
        return Status::Pass;
    return isRunning ? Status::Running : Status::Fail;
}

/// What the phase usually takes; empty where that is not known.
QString usualTime(const LogPhase& phase, const QList<LogPhase>& expected)
{
    const auto usual = std::ranges::find(expected, phase.name, &LogPhase::name);
    return usual == expected.end() ? QString()
                                   : PhaseList::tr("about %1 s").arg(QString::number(usual->seconds, 'f', 1));
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

void PhaseList::setPhases(const QList<LogPhase>& phases, bool isRunning, const QList<LogPhase>& expected)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = 0;
    for (const LogPhase& phase : phases) {
        const QString took = tr("%1 s").arg(QString::number(phase.seconds, 'f', 1));
        const QString usual = isRunning ? usualTime(phase, expected) : QString(); // one that broke off has no time
        addRow(statusOf(phase, isRunning), phase, phase.seconds >= 0 ? took : usual, false);
    }
    if (!isRunning)
        return;
    for (const LogPhase& phase : expected) {
        if (std::ranges::find(phases, phase.name, &LogPhase::name) == phases.end())
            addRow(Status::Unknown, phase, usualTime(phase, expected), true);
    }
}

void PhaseList::addRow(Status status, const LogPhase& phase, const QString& time, bool isExpected)
{
    auto* light = new StatusLight(this);
    light->setStatus(status);
    auto* name = new QLabel(phase.name, this);
    auto* shownTime = new QLabel(time, this);
    name->setWordWrap(true);
    shownTime->setForegroundRole(QPalette::PlaceholderText);
    if (isExpected)
        name->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(light, m_count, 0);
    m_grid->addWidget(name, m_count, 1);
    m_grid->addWidget(shownTime, m_count, 2, Qt::AlignRight);
    ++m_count;
}

} // namespace driftscope
