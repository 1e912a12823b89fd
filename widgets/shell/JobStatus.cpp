// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/JobStatus.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace driftscope {

JobStatus::JobStatus(const JobRunner& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_title(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_time(new QLabel(this))
    , m_cancel(new QPushButton(this))
{
    m_bar->setFixedWidth(180);
    m_bar->setTextVisible(true);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, 2, spacing::normal, 2);
    row->setSpacing(spacing::wide);
    row->addWidget(m_title, 1);
    row->addWidget(m_bar);
    row->addWidget(m_time);
    row->addWidget(m_cancel);
    m_clock.setInterval(200);
    connect(&m_clock, &QTimer::timeout, this, &JobStatus::refresh);
    connect(&jobs, &JobRunner::stateChanged, this, &JobStatus::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &JobStatus::cancelRequested);
    refresh();
}

void JobStatus::refresh()
{
    const JobState& state = m_jobs.state();
    m_cancel->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("Progress"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_time), static_cast<QWidget*>(m_cancel)})
        widget->setVisible(state.running);
    if (!state.running) {
        m_clock.stop();
        m_since.invalidate();
        m_title->setText(m_background.total > 0
                             ? tr("%1: %2 of %3").arg(m_background.what).arg(m_background.done).arg(m_background.total)
                             : tr("Ready"));
        return;
    }
    if (!m_since.isValid()) {
        m_since.start();
        m_clock.start();
    }
    m_title->setText(state.progress.what.isEmpty() ? state.title : tr("%1: %2").arg(state.title, state.progress.what));
    m_bar->setRange(0, static_cast<int>(state.progress.total)); // 0…0 shows that the end is unknown
    m_bar->setValue(static_cast<int>(state.progress.done));
    constexpr qint64 percent = 100;
    m_bar->setFormat(state.progress.total == percent ? tr("%1 %").arg(state.progress.done)
                         : state.progress.total > 0  ? tr("%1 of %2").arg(state.progress.done).arg(state.progress.total)
                                                     : QString());
    m_time->setText(tr("%1 s").arg(QString::number(static_cast<double>(m_since.elapsed()) / 1000.0, 'f', 1)));
}

void JobStatus::showBackground(const ProgressState& state)
{
    m_background = state;
    refresh();
}

void JobStatus::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace driftscope
