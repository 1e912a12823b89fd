// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples/ConfusionView.h"

#include "widgets/common/Theme.h"
#include "widgets/samples/ConfusionDelegate.h"
#include "widgets/stages/StageTitle.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableView>

namespace driftscope {

ConfusionView::ConfusionView(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_stages(new QComboBox(this))
    , m_table(new QTableView(this))
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ConfusionDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    for (QHeaderView* header : {m_table->horizontalHeader(), m_table->verticalHeader()}) {
        header->setHighlightSections(false);
        header->setResizeContentsPrecision(100); // of a thousand classes not all are measured
    }
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::normal);
    m_title->setBuddy(m_stages);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    top->setSpacing(spacing::normal);
    top->addWidget(m_title);
    top->addWidget(m_stages, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    connect(m_stages, &QComboBox::currentIndexChanged, this, &ConfusionView::showChosen);
    connect(m_stages, &QComboBox::activated, this, [this] { m_chosen = m_stages->currentData(); });
    retranslate();
}

void ConfusionView::setEvaluations(const QList<StageEvaluation>& evaluations, const LabelledData& labelled)
{
    m_evaluations = evaluations;
    m_data = labelled;
    fillStages();
}

void ConfusionView::fillStages()
{
    {
        const QSignalBlocker blocker(m_stages);
        m_stages->clear();
        for (const StageEvaluation& evaluation : m_evaluations)
            m_stages->addItem(stageTitle(evaluation.stage), static_cast<int>(evaluation.stage));
        const int kept = m_chosen.isValid() ? m_stages->findData(m_chosen) : -1;
        m_stages->setCurrentIndex(kept >= 0 ? kept : m_stages->count() - 1);
    }
    showChosen();
}

void ConfusionView::showChosen()
{
    const int index = m_stages->currentIndex();
    if (index >= 0 && index < m_evaluations.size())
        m_model.setEvaluation(m_evaluations[index], m_data);
    else
        m_model.clear();
    m_table->resizeColumnsToContents();
}

void ConfusionView::retranslate()
{
    m_title->setText(tr("Con&fusion of"));
    m_stages->setAccessibleName(tr("Stage of the confusion matrix"));
    m_table->setAccessibleName(tr("Confusion: true classes down, predicted ones across"));
    m_table->setToolTip(tr("True classes down, predicted ones across"));
}

void ConfusionView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    fillStages();
}

} // namespace driftscope
