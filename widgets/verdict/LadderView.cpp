// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict/LadderView.h"

#include "widgets/common/Theme.h"
#include "widgets/verdict/VerdictText.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Status lightOf(const LadderStep& step)
{
    // Rounding to integers leaves no rung equal; a light that is never green would be passed over.
    if (step.status == "equal"_L1 || step.status == "close"_L1)
        return Status::Pass;
    return step.status == "differs"_L1 ? Status::Fail : Status::Unknown;
}

} // namespace

LadderView::LadderView(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_title(new QLabel(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::normal);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_title, 0, 0, 1, 2);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    setSteps({});
}

void LadderView::addRung()
{
    const Rung rung{new StatusLight(this), new QLabel(this)};
    rung.text->setWordWrap(true);
    rung.text->setTextFormat(Qt::PlainText);
    rung.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const int row = static_cast<int>(m_rungs.size()) + 1;
    m_grid->addWidget(rung.light, row, 0, Qt::AlignTop);
    m_grid->addWidget(rung.text, row, 1);
    m_rungs.append(rung);
}

void LadderView::setSteps(const QList<LadderStep>& steps)
{
    m_steps = steps;
    m_title->setText(tr("From stage to stage"));
    m_title->setVisible(!steps.isEmpty());
    while (m_rungs.size() < steps.size())
        addRung();
    for (qsizetype row = 0; row < m_rungs.size(); ++row) {
        m_rungs[row].light->setVisible(row < steps.size());
        m_rungs[row].text->setVisible(row < steps.size());
        if (row < steps.size())
            show(row, steps[row]);
    }
}

void LadderView::show(qsizetype row, const LadderStep& step)
{
    const QString text = ladderLine(step);
    m_rungs[row].light->setStatus(lightOf(step));
    // A screen reader says the light's words, which are about stages as a whole; here the rung's own hold.
    m_rungs[row].light->setAccessibleName(text);
    m_rungs[row].light->setToolTip(text);
    m_rungs[row].text->setText(text);
}

QList<Status> LadderView::lights() const
{
    QList<Status> all;
    for (qsizetype row = 0; row < m_steps.size(); ++row)
        all.append(m_rungs[row].light->status());
    return all;
}

QStringList LadderView::texts() const
{
    QStringList all;
    for (qsizetype row = 0; row < m_steps.size(); ++row)
        all.append(m_rungs[row].text->text());
    return all;
}

void LadderView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setSteps(m_steps);
}

} // namespace driftscope
