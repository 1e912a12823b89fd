// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples/SamplesPane.h"

#include "core/models/DifferencesModel.h"
#include "core/models/ModelRoles.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/samples/ConfusionView.h"
#include "widgets/samples/PicturePreview.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Digits stand in columns.
class FlipsDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(IsNumberRole).toBool())
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }
};

} // namespace

SamplesPane::SamplesPane(const Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new PaneHeader(this))
    , m_compare(new QAction(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
{
    m_header->addHeaderAction(m_compare);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeFilled());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    connect(&session, &Session::evaluationsChanged, this, &SamplesPane::refresh);
    connect(m_stages, &QComboBox::currentIndexChanged, this, &SamplesPane::chooseStages);
    connect(m_table, &QTableView::activated, this, &SamplesPane::requestComparison);
    connect(m_compare, &QAction::triggered, this, [this] { requestComparison(m_table->currentIndex()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SamplesPane::showChosen);
    retranslate();
    refresh();
}

QWidget* SamplesPane::makeFilled()
{
    auto* filled = new QWidget(this);
    auto* left = new QWidget(filled);
    m_between = new QLabel(left);
    m_stages = new QComboBox(left);
    m_between->setBuddy(m_stages);
    m_sorted.setSourceModel(&m_model);
    m_table = new PaneTable(left);
    m_table->setModel(&m_sorted);
    m_table->setItemDelegate(new FlipsDelegate(m_table));
    m_table->setSortingEnabled(true);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::normal);
    row->addWidget(m_between);
    row->addWidget(m_stages);
    row->addStretch(1);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    m_picture = new PicturePreview(filled);
    m_confusion = new ConfusionView(filled);
    auto* split = new QSplitter(Qt::Horizontal, filled);
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(m_picture);
    split->addWidget(m_confusion);
    split->setStretchFactor(0, 1);
    split->setSizes({620, 170, 360});
    auto* all = new QVBoxLayout(filled);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(split);
    return filled;
}

void SamplesPane::refresh()
{
    const QList<StageEvaluation>& evaluations = m_session.evaluations();
    m_stack->setCurrentIndex(evaluations.isEmpty() ? 0 : 1);
    m_model.setEvaluations(evaluations, m_session.evaluatedData());
    m_confusion->setEvaluations(evaluations, m_session.evaluatedData());
    fillStages();
    chooseStages();
}

void SamplesPane::fillStages()
{
    const QString chosen = m_stages->currentIndex() > 0 ? m_stages->currentText() : QString();
    const QSignalBlocker blocker(m_stages);
    m_stages->clear();
    m_stages->addItem(tr("any two stages"));
    for (const StagePair& stages : stagePairs(m_session.evaluations()))
        m_stages->addItem(DifferencesModel::stagesText(stages.from, stages.to));
    m_stages->setCurrentIndex(std::max(0, m_stages->findText(chosen)));
}

void SamplesPane::chooseStages()
{
    const QList<StagePair> pairs = stagePairs(m_session.evaluations());
    const int index = m_stages->currentIndex() - 1;
    m_model.setStages(index >= 0 && index < pairs.size() ? std::optional(pairs[index]) : std::nullopt);
    m_table->sortByColumn(m_model.columnOf(FlipsModel::LostColumn), Qt::DescendingOrder);
    m_table->fitColumns();
    if (m_sorted.rowCount() > 0)
        m_table->selectRow(0);
    showSubtitle();
    showChosen();
}

void SamplesPane::showSubtitle()
{
    const int flips = m_model.rowCount();
    if (m_session.evaluations().size() < 2)
        m_header->setSubtitle({});
    else if (flips == 0)
        m_header->setSubtitle(tr("the stages predict the same of every sample"));
    else
        m_header->setSubtitle(
            tr("%1 of %n, the worst first", nullptr, static_cast<int>(m_session.evaluatedData().samples.size()))
                .arg(flips));
}

void SamplesPane::showChosen()
{
    const QModelIndex index = m_sorted.mapToSource(m_table->currentIndex());
    m_compare->setEnabled(index.isValid());
    m_picture->setFile(index.isValid() ? m_model.sample(index.row()).file : QString());
    m_picture->setToolTip(index.isValid() ? m_model.sample(index.row()).file : QString());
}

void SamplesPane::requestComparison(const QModelIndex& shown)
{
    const QModelIndex index = m_sorted.mapToSource(shown);
    if (!index.isValid())
        return;
    const StagePair stages = m_model.flip(index.row()).stages;
    LayersRequest request;
    request.reference = stages.from;
    request.candidate = stages.to;
    request.files = {m_model.sample(index.row()).file};
    Q_EMIT comparisonRequested(request);
}

void SamplesPane::retranslate()
{
    m_header->setTitle(tr("Samples that flip"));
    m_between->setText(tr("&Between"));
    m_stages->setAccessibleName(tr("Stages between which samples flip"));
    m_table->setAccessibleName(tr("Samples that flip, the worst first"));
    m_picture->setAccessibleName(tr("The chosen sample"));
    m_compare->setText(tr("Compare Layers on It"));
    m_compare->setToolTip(tr("Compare the two stages between which the chosen picture flips, layer by layer (Enter)"));
    m_empty->setTitle(tr("Nothing has been evaluated"));
    m_empty->setText(
        tr("Evaluate sends the labelled pictures through every stage and the board; those that they do not "
           "agree on stand here, the worst first."));
}

void SamplesPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    refresh();
}

} // namespace driftscope
