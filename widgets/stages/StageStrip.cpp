// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stages/StageStrip.h"

#include "core/session/StageHealth.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Status statusOf(StageHealth health)
{
    switch (health) {
    case StageHealth::Fine:
        return Status::Pass;
    case StageHealth::Dropped:
        return Status::Fail;
    case StageHealth::NotEvaluated:
        break;
    }
    return Status::Unknown;
}

} // namespace

StageStrip::StageStrip(const Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::wide, spacing::tight, spacing::wide, spacing::tight);
    layout->setSpacing(2 * spacing::wide - spacing::tight);
    for (const Stage stage : allStages) {
        auto* card = new StageCard(stage, this);
        m_cards[static_cast<std::size_t>(stage)] = card;
        layout->addWidget(card);
        connect(card, &StageCard::clicked, this, [this, stage](bool isShown) { choose(stage, isShown); });
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&session, &Session::stagesChanged, this, &StageStrip::refresh);
    connect(&session, &Session::evaluationsChanged, this, &StageStrip::refresh);
    connect(&session, &Session::comparisonChanged, this, &StageStrip::showBoardOnce);
    connect(&session, &Session::verdictChanged, this, &StageStrip::showBoardOnce);
    connect(&session, &Session::projectChanged, this, [this] { m_boardWasShown = false; });
    refresh();
}

QList<Stage> StageStrip::shownStages() const
{
    QList<Stage> shown;
    for (const LoadedStage& stage : m_session.chain().stages) {
        if (m_chosen.contains(stage.stage))
            shown.append(stage.stage);
    }
    // A single opened file is shown whatever was chosen for chains.
    if (shown.isEmpty() && m_session.chain().stages.size() == 1)
        shown.append(m_session.chain().stages.first().stage);
    return shown;
}

void StageStrip::setChosenStages(const QList<Stage>& stages)
{
    m_chosen = stages;
    refresh();
    Q_EMIT shownStagesChanged();
}

void StageStrip::choose(Stage stage, bool isShown)
{
    m_chosen.removeAll(stage);
    if (isShown)
        m_chosen.append(stage);
    std::ranges::sort(m_chosen);
    refresh();
    Q_EMIT shownStagesChanged();
}

void StageStrip::showBoardOnce()
{
    if (m_boardWasShown || (!m_session.comparison() && !m_session.verdict()))
        return;
    m_boardWasShown = true;
    if (!m_chosen.contains(Stage::Board))
        choose(Stage::Board, true);
}

void StageStrip::refresh()
{
    const QList<Stage> shown = shownStages();
    for (StageCard* card : m_cards) {
        const StageEvaluation* evaluation = m_session.evaluation(card->stage());
        const QString top1 = evaluation == nullptr
            ? QString()
            : tr("top-1 %1 %").arg(QString::number(evaluation->top1() * 100, 'f', 1));
        const QSignalBlocker blocker(card);
        card->setChecked(shown.contains(card->stage()));
        card->setState(statusOf(stageHealth(m_session.evaluations(), card->stage())), top1,
                       m_session.chain().find(card->stage()) != nullptr);
    }
}

void StageStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (StageCard* card : m_cards)
        card->retranslate();
    refresh();
}

void StageStrip::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.setPen(theme.color(ThemeColor::MutedText));
    painter.setFont(theme.bodyFont());
    for (std::size_t i = 0; i + 1 < m_cards.size(); ++i) {
        const QRect gap(m_cards[i]->geometry().right() + 1, 0,
                        m_cards[i + 1]->geometry().left() - m_cards[i]->geometry().right() - 1, height());
        painter.drawText(gap, Qt::AlignCenter, u"›"_s);
    }
}

} // namespace driftscope
