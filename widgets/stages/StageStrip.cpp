// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stages/StageStrip.h"

#include "core/session/StageHealth.h"
#include "widgets/common/Theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
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
        connect(card, &StageCard::clicked, this, [this, stage](bool isShown) { setShown(stage, isShown); });
        card->installEventFilter(this);
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
    for (const Stage stage : m_chosen) {
        if (m_session.chain().find(stage) != nullptr)
            shown.append(stage);
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

void StageStrip::setShown(Stage stage, bool isShown)
{
    if (m_chosen.contains(stage) == isShown)
        return;
    QList<Stage> chosen = m_chosen;
    if (isShown) {
        const auto later = std::ranges::find_if(chosen, [stage](Stage other) { return other > stage; });
        chosen.insert(later, stage);
    } else {
        chosen.removeAll(stage);
    }
    setChosenStages(chosen);
}

void StageStrip::showOnly(Stage stage)
{
    setChosenStages({stage});
}

void StageStrip::showAll()
{
    QList<Stage> all;
    for (const LoadedStage& stage : m_session.chain().stages)
        all.append(stage.stage);
    setChosenStages(all);
}

void StageStrip::move(Stage stage, int step)
{
    // Past the next one that is open: those that are not are nowhere to be seen.
    QList<Stage> shown = shownStages();
    const qsizetype from = shown.indexOf(stage);
    const qsizetype to = from + step;
    if (from < 0 || to < 0 || to >= shown.size())
        return;
    QList<Stage> chosen = m_chosen;
    chosen.move(chosen.indexOf(stage), chosen.indexOf(shown[to]));
    setChosenStages(chosen);
}

void StageStrip::showMenu(Stage stage, QPoint globalPosition)
{
    const QList<Stage> shown = shownStages();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(tr("Show"), this, [this, stage](bool isShown) { setShown(stage, isShown); });
    show->setCheckable(true);
    show->setChecked(shown.contains(stage));
    menu->addAction(tr("Show Only This Stage"), this, [this, stage] { showOnly(stage); });
    menu->addAction(tr("Show All Stages"), this, &StageStrip::showAll);
    menu->addSeparator();
    menu->addAction(tr("Move to the Left"), this, [this, stage] { move(stage, -1); })
        ->setEnabled(shown.indexOf(stage) > 0);
    menu->addAction(tr("Move to the Right"), this, [this, stage] { move(stage, 1); })
        ->setEnabled(shown.contains(stage) && shown.last() != stage);
    menu->addAction(tr("Order of the Conversion"), this,
                    [this] {
                        QList<Stage> chosen = m_chosen;
                        std::ranges::sort(chosen);
                        setChosenStages(chosen);
                    })
        ->setEnabled(!std::ranges::is_sorted(shown));
    menu->popup(globalPosition);
}

bool StageStrip::eventFilter(QObject* watched, QEvent* event)
{
    auto* card = qobject_cast<StageCard*>(watched);
    if (card != nullptr && event->type() == QEvent::ContextMenu) {
        showMenu(card->stage(), static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (card != nullptr && event->type() == QEvent::MouseButtonDblClick) {
        showOnly(card->stage());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void StageStrip::showBoardOnce()
{
    if (m_boardWasShown || (!m_session.comparison() && !m_session.verdict()))
        return;
    m_boardWasShown = true;
    if (!m_chosen.contains(Stage::Board))
        setShown(Stage::Board, true);
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
