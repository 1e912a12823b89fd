// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CorrectionsDialog.h"

#include "widgets/common/Theme.h"
#include "widgets/stages/StageTitle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

CorrectionsDialog::CorrectionsDialog(Session& session, SelectionContext& selection, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_selection(selection)
    , m_text(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_remove(new QPushButton(this))
    , m_undo(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    resize(720, 360);
    m_text->setWordWrap(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    m_close->setDefault(false);
    m_close->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    m_undo->setAutoDefault(false);
    connect(m_list, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { select(m_list->indexOfTopLevelItem(item)); });
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem* item) { m_remove->setEnabled(item != nullptr); });
    connect(m_remove, &QPushButton::clicked, this, &CorrectionsDialog::removeCurrent);
    connect(m_undo, &QPushButton::clicked, &session, &Session::undoMatchCorrection);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&session, &Session::matchCorrectionsChanged, this, &CorrectionsDialog::fill);
    auto* remove = new QShortcut(Qt::Key_Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &CorrectionsDialog::removeCurrent);
    fill();
}

void CorrectionsDialog::fill()
{
    setWindowTitle(tr("Corrected Matches"));
    m_text->setText(
        tr("What you said of nodes of two stages. It is kept in the project and counts for every compilation "
           "with nodes of these names."));
    m_list->setHeaderLabels({tr("Stages"), tr("Earlier"), tr("Later"), tr("Meaning")});
    m_list->setAccessibleName(tr("Corrected matches"));
    m_remove->setText(tr("Take Back"));
    m_undo->setText(tr("Undo Last Step"));
    m_close->setText(tr("Close"));
    m_undo->setEnabled(m_session.correctionHistory().canUndo());
    m_list->clear();
    for (const MatchCorrection& correction : m_session.matchCorrections().list()) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, tr("%1 → %2").arg(stageTitle(correction.fromStage), stageTitle(correction.toStage)));
        item->setText(1, correction.from.isEmpty() ? u"–"_s : correction.from.join(u", "_s));
        item->setText(2, correction.to.isEmpty() ? u"–"_s : correction.to.join(u", "_s));
        item->setText(3, correction.saysNoCounterpart() ? tr("no counterpart") : tr("belong together"));
        for (const int cell : {1, 2})
            item->setToolTip(cell, item->text(cell));
    }
    for (const int cell : {0, 1, 2})
        m_list->setColumnWidth(cell, cell == 0 ? 150 : 210);
    m_remove->setEnabled(m_list->currentItem() != nullptr);
}

void CorrectionsDialog::select(int index)
{
    const QList<MatchCorrection>& all = m_session.matchCorrections().list();
    if (index < 0 || index >= all.size())
        return;
    const MatchCorrection& chosen = all[index];
    if (!chosen.from.isEmpty())
        m_selection.select(Selection::node(chosen.fromStage, chosen.from.last()));
    else
        m_selection.select(Selection::node(chosen.toStage, chosen.to.last()));
}

void CorrectionsDialog::removeCurrent()
{
    if (m_list->currentItem() != nullptr)
        m_session.removeMatchCorrection(m_list->indexOfTopLevelItem(m_list->currentItem()));
}

void CorrectionsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace driftscope
