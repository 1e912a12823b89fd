// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/LayersPane.h"

#include "core/models/EmptyLastSort.h"
#include "core/models/ModelRoles.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/layers/CopyMenu.h"
#include "widgets/layers/LayerDelegate.h"
#include "widgets/layers/TolerancesDialog.h"
#include "widgets/stages/StageTitle.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

LayersPane::LayersPane(Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_sorted(new EmptyLastSort(this))
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_table(new PaneTable(this))
{
    m_sorted->setSourceModel(&m_model);
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new LayerDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LayersModel::IndexColumn, Qt::AscendingOrder);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    m_tolerances = new QAction(this);
    m_copy = new CopyMenu(
        {[this](QChar separator) { return text(separator); }, [this] { return m_table; }, [] { return u"layers"_s; }},
        this);
    m_header->addHeaderAction(m_tolerances);
    m_header->addHeaderWidget(m_copy);
    connect(m_tolerances, &QAction::triggered, this, &LayersPane::editTolerances);
    connect(&session, &Session::comparisonChanged, this, &LayersPane::refresh);
    connect(&session, &Session::layersCompared, this, &LayersPane::takeRows);
    connect(&selection, &SelectionContext::changed, this, &LayersPane::follow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LayersPane::tellSelection);
    retranslate();
    refresh();
}

void LayersPane::addTool(QAction* action)
{
    m_header->addHeaderAction(action);
}

QString LayersPane::subtitle() const
{
    const auto& layers = m_model.comparison().layers;
    if (layers.isEmpty())
        return {};
    const auto compared = std::ranges::count(layers, ComparisonStatus::Compared, &LayerComparison::status);
    const LayersRequest& request = m_session.layersRequest();
    return tr("%1 against %2 • %3 compared, %4 not")
        .arg(stageTitle(request.reference), stageTitle(request.candidate))
        .arg(compared)
        .arg(layers.size() - compared);
}

void LayersPane::refresh()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    const QString current = m_table->currentIndex().data(NameRole).toString();
    m_model.setComparison(m_session.comparison().value_or(CaptureComparison()));
    m_model.setSampleNames(m_session.comparedPictures());
    m_stack->setCurrentWidget(m_session.comparison() ? static_cast<QWidget*>(m_table) : m_empty);
    m_header->setSubtitle(subtitle());
    showColumns();
    m_table->fitColumns();
    if (const int row = m_model.rowOf(current); row >= 0)
        m_table->selectRow(m_sorted->mapFromSource(m_model.index(row, 0)).row());
}

/// Rows of a comparison that goes on: selection and place stay as they are.
void LayersPane::takeRows(int first, const QList<LayerComparison>& layers)
{
    const QScopedValueRollback guard(m_isFollowing, true);
    m_model.setLayers(first, layers);
    m_header->setSubtitle(subtitle());
}

/// Columns that would only repeat others are away.
void LayersPane::showColumns()
{
    const auto& layers = m_model.comparison().layers;
    const bool haveMany
        = std::ranges::any_of(layers, [](const LayerComparison& layer) { return layer.samples.count > 1; });
    const bool haveIsolated
        = std::ranges::any_of(layers, [](const LayerComparison& layer) { return layer.isolated.has_value(); });
    m_table->setColumnHidden(LayersModel::MeanCosineColumn, !haveMany);
    m_table->setColumnHidden(LayersModel::WorstSampleColumn, !haveMany);
    m_table->setColumnHidden(LayersModel::IsolatedSqnrColumn, !haveIsolated);
}

void LayersPane::editTolerances()
{
    QStringList names;
    for (const LayerComparison& layer : m_model.comparison().layers)
        names.append(layer.name);
    TolerancesDialog dialog(m_session.tolerances(), names, m_table->currentIndex().data(NameRole).toString(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_session.setTolerances(dialog.tolerances());
}

QString LayersPane::text(QChar separator) const
{
    const auto cell = [separator](const QString& text) { return separator == u',' ? csvCell(text) : text; };
    QString all;
    QStringList heads;
    for (int column = 0; column < LayersModel::ColumnCount; ++column)
        heads.append(cell(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    all += heads.join(separator) % u'\n';
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < LayersModel::ColumnCount; ++column)
            cells.append(cell(m_sorted->index(row, column).data().toString()));
        all += cells.join(separator) % u'\n';
    }
    return all;
}

void LayersPane::tellSelection()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_isFollowing || !current.isValid())
        return;
    m_context.select(Selection::layer(m_session.layersRequest().reference, current.data(NameRole).toString()));
}

void LayersPane::follow(const Selection& selection)
{
    using Kind = Selection::Kind;
    if (selection.kind != Kind::Layer && selection.kind != Kind::Node && selection.kind != Kind::Value)
        return;
    const int row = m_model.rowOf(selection.name);
    const QModelIndex index = m_sorted->mapFromSource(m_model.index(row, 0));
    if (row < 0 || index.row() == m_table->currentIndex().row())
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void LayersPane::selectNextDrift()
{
    const int rows = m_sorted->rowCount();
    const int start = m_table->currentIndex().isValid() ? m_table->currentIndex().row() + 1 : 0;
    for (int step = 0; step < rows; ++step) {
        const QModelIndex index = m_sorted->index((start + step) % rows, LayersModel::StateColumn);
        const auto state = static_cast<LayerState>(index.data(StatusRole).toInt());
        if (state == LayerState::Drifts || state == LayerState::DriftsFirst) {
            m_table->setCurrentIndex(index);
            return;
        }
    }
}

void LayersPane::copySelection() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    QString text;
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < LayersModel::ColumnCount; ++column)
            cells.append(m_sorted->index(row, column).data().toString());
        text += cells.join(u'\t') % u'\n';
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void LayersPane::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QWidget::keyPressEvent(event);
}

void LayersPane::retranslate()
{
    m_tolerances->setText(tr("Tolerances…"));
    m_tolerances->setToolTip(tr("From where on a layer drifts"));
    m_header->setTitle(tr("Layers"));
    m_table->setAccessibleName(tr("Layers"));
    m_empty->setTitle(tr("No layers have been compared"));
    m_empty->setText(
        tr("Run on Board sends one picture through the quantized model and through the board, and compares "
           "every layer."));
}

void LayersPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
