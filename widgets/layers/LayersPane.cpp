// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/LayersPane.h"

#include "core/models/ModelRoles.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/layers/LayerDelegate.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Sorts by SortRole; what has no value stands last in either direction.
class LayerSort : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const QVariant a = left.data(SortRole);
        const QVariant b = right.data(SortRole);
        if (a.isValid() != b.isValid())
            return (sortOrder() == Qt::AscendingOrder) == a.isValid();
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

} // namespace

LayersPane::LayersPane(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_sorted(new LayerSort(this))
    , m_header(new PaneHeader(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
    , m_table(new PaneTable(this))
{
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(SortRole);
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
    connect(&session, &Session::comparisonChanged, this, &LayersPane::refresh);
    connect(&selection, &SelectionContext::changed, this, &LayersPane::follow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LayersPane::tellSelection);
    retranslate();
    refresh();
}

QString LayersPane::subtitle() const
{
    if (!m_session.comparison())
        return {};
    const auto& layers = m_session.comparison()->layers;
    const auto compared = std::ranges::count(layers, ComparisonStatus::Compared, &LayerComparison::status);
    const auto rest = layers.size() - compared;
    return tr("quantized model against the board • %1 compared, %2 not").arg(compared).arg(rest);
}

void LayersPane::refresh()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    m_model.setComparison(m_session.comparison().value_or(CaptureComparison()));
    m_stack->setCurrentWidget(m_session.comparison() ? static_cast<QWidget*>(m_table) : m_empty);
    m_header->setSubtitle(subtitle());
    m_table->fitColumns();
}

void LayersPane::tellSelection()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_isFollowing || !current.isValid())
        return;
    m_context.select(Selection::layer(Stage::Quantized, current.data(NameRole).toString()));
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
