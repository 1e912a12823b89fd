// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/LayersModel.h"

#include "core/models/ModelRoles.h"
#include "core/models/Numbers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

QString layerStateName(LayerState state)
{
    switch (state) {
    case LayerState::Agrees:
        return LayersModel::tr("agrees");
    case LayerState::DriftsFirst:
        return LayersModel::tr("drifts first");
    case LayerState::Drifts:
        return LayersModel::tr("drifts");
    case LayerState::NoCounterpart:
        return LayersModel::tr("no counterpart");
    case LayerState::NotDumped:
        return LayersModel::tr("not dumped");
    case LayerState::ShapeDiffers:
        return LayersModel::tr("shape differs");
    case LayerState::NotComparable:
        return LayersModel::tr("not comparable");
    }
    return {};
}

void LayersModel::setComparison(const CaptureComparison& comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

LayerState LayersModel::state(int row) const
{
    const LayerComparison& layer = m_comparison.layers[row];
    switch (layer.status) {
    case ComparisonStatus::NoCounterpart:
        return LayerState::NoCounterpart;
    case ComparisonStatus::NotDumped:
        return LayerState::NotDumped;
    case ComparisonStatus::ShapeDiffers:
        return LayerState::ShapeDiffers;
    case ComparisonStatus::NotComparable:
        return LayerState::NotComparable;
    case ComparisonStatus::Compared:
        break;
    }
    if (row == m_comparison.firstDivergence)
        return LayerState::DriftsFirst;
    return layer.drifts ? LayerState::Drifts : LayerState::Agrees;
}

int LayersModel::rowOf(const QString& layer) const
{
    const auto found = std::ranges::find(m_comparison.layers, layer, &LayerComparison::name);
    return found == m_comparison.layers.end() ? -1 : static_cast<int>(found - m_comparison.layers.begin());
}

int LayersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.layers.size());
}

int LayersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LayersModel::metricText(const LayerComparison& layer, int column) const
{
    if (layer.status != ComparisonStatus::Compared)
        return u"–"_s;
    const TensorMetrics& metrics = layer.metrics;
    switch (column) {
    case CosineColumn:
        return ratioText(metrics.cosine);
    case PearsonColumn:
        return ratioText(metrics.pearson);
    case SameValuesColumn:
        return metrics.sameValues ? tr("yes") : tr("no");
    case SqnrColumn:
        return decibelText(metrics.sqnrDb);
    case MaximumErrorColumn:
        return shortNumber(metrics.maximumAbsoluteError);
    case SaturationColumn:
        return QString::number(metrics.saturation * 100, 'f', 1);
    default:
        return {};
    }
}

QString LayersModel::text(int row, int column) const
{
    const LayerComparison& layer = m_comparison.layers[row];
    switch (column) {
    case IndexColumn:
        return QString::number(row);
    case NameColumn:
        return layer.name;
    case StateColumn:
        return layerStateName(state(row));
    default:
        return metricText(layer, column);
    }
}

QVariant LayersModel::sortValue(int row, int column) const
{
    const LayerComparison& layer = m_comparison.layers[row];
    if (column == IndexColumn)
        return row;
    if (column == NameColumn)
        return layer.name;
    if (column == StateColumn)
        return static_cast<int>(state(row));
    if (layer.status != ComparisonStatus::Compared)
        return {};
    switch (column) {
    case CosineColumn:
        return layer.metrics.cosine;
    case PearsonColumn:
        return layer.metrics.pearson;
    case SameValuesColumn:
        return layer.metrics.sameValues;
    case SqnrColumn:
        return layer.metrics.sqnrDb;
    case MaximumErrorColumn:
        return layer.metrics.maximumAbsoluteError;
    default:
        return layer.metrics.saturation;
    }
}

QVariant LayersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const LayerComparison& layer = m_comparison.layers[row];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return layer.statusReason.isEmpty() ? layer.name : layer.statusReason;
    case Qt::AccessibleTextRole:
        return tr("Layer %1: %2").arg(layer.name, layerStateName(state(row)));
    case SortRole:
        return sortValue(row, index.column());
    case NameRole:
        return layer.name;
    case StatusRole:
        return static_cast<int>(state(row));
    case IsFirstDriftRole:
        return row == m_comparison.firstDivergence;
    case IsNumberRole:
        return index.column() == IndexColumn || index.column() >= CosineColumn;
    default:
        return {};
    }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole) {
        const QStringList titles{tr("#"),           tr("layer"), tr("status"),    tr("cosine"),     tr("pearson"),
                                 tr("same values"), tr("SQNR"),  tr("max error"), tr("saturated %")};
        return titles[section];
    }
    if (role == Qt::ToolTipRole) {
        const QStringList tips{
            tr("Place in data-flow order"),
            tr("Node of the reference model"),
            tr("Whether the two tensors agree, and if they were not compared, why"),
            tr("Cosine of the two tensors; 1 is the same direction"),
            tr("Cosine after the means are taken off; near 0 means that values stand in other places"),
            tr("The same numbers, perhaps in other places: the mark of a layout error"),
            tr("Signal to quantization noise in decibels"),
            tr("Largest absolute difference"),
            tr("Share of the candidate's elements at the ends of its integer range")};
        return tips[section];
    }
    return {};
}

} // namespace driftscope
