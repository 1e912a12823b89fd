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
    case LayerState::Unreadable:
        return LayersModel::tr("unreadable");
    case LayerState::Waiting:
        return LayersModel::tr("not compared yet");
    }
    return {};
}

QString rangeText(const LayerRange& range)
{
    if (range.count == 0)
        return u"–"_s;
    return shortNumber(range.minimum) % u" … "_s % shortNumber(range.maximum);
}

void LayersModel::setComparison(const CaptureComparison& comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_rows.clear();
    noteRows(0, rowCount());
    endResetModel();
}

void LayersModel::noteRows(int first, int end)
{
    for (int row = end - 1; row >= first; --row) {
        const QString& name = m_comparison.layers[row].name;
        if (m_rows.value(name, row) >= row)
            m_rows.insert(name, row);
    }
}

void LayersModel::setLayers(int first, const QList<LayerComparison>& layers)
{
    const int old = rowCount();
    const int end = first + static_cast<int>(layers.size());
    Q_ASSERT(first <= old);
    if (layers.isEmpty())
        return;
    if (end > old)
        beginInsertRows({}, old, end - 1);
    for (int row = first; row < end; ++row) {
        if (row < m_comparison.layers.size())
            m_comparison.layers[row] = layers[row - first];
        else
            m_comparison.layers.append(layers[row - first]);
    }
    noteRows(first, end);
    if (end > old)
        endInsertRows();
    const int before = m_comparison.firstDivergence;
    m_comparison.findFirstDivergence();
    if (first < old)
        Q_EMIT dataChanged(index(first, 0), index(std::min(end, old) - 1, ColumnCount - 1));
    moveFirstDrift(before);
}

/// The row that was the first to drift is only one of those that drift any more.
void LayersModel::moveFirstDrift(int before)
{
    if (before == m_comparison.firstDivergence)
        return;
    for (const int row : {before, m_comparison.firstDivergence}) {
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void LayersModel::setSampleNames(const QStringList& names)
{
    m_sampleNames = names;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, WorstSampleColumn), index(rowCount() - 1, WorstSampleColumn));
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
    case ComparisonStatus::Unreadable:
        return LayerState::Unreadable;
    case ComparisonStatus::Waiting:
        return LayerState::Waiting;
    case ComparisonStatus::Compared:
        break;
    }
    if (row == m_comparison.firstDivergence)
        return LayerState::DriftsFirst;
    return layer.drifts ? LayerState::Drifts : LayerState::Agrees;
}

int LayersModel::rowOf(const QString& layer) const
{
    return m_rows.value(layer, -1);
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
    case MeanCosineColumn:
        return ratioText(layer.samples.meanCosine);
    case WorstSampleColumn:
        return m_sampleNames.value(layer.samples.worst, QString::number(layer.samples.worst + 1));
    case IsolatedSqnrColumn:
        return layer.isolated ? decibelText(layer.isolated->sqnrDb) : u"–"_s;
    case ReferenceRangeColumn:
        return rangeText(layer.referenceRange);
    case CandidateRangeColumn:
        return rangeText(layer.candidateRange);
    case TailColumn:
        return shortNumber(layer.referenceRange.tail());
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
    case SaturationColumn:
        return layer.metrics.saturation;
    case MeanCosineColumn:
        return layer.samples.meanCosine;
    case WorstSampleColumn:
        return layer.samples.worst;
    case IsolatedSqnrColumn:
        return layer.isolated ? QVariant(layer.isolated->sqnrDb) : QVariant();
    case ReferenceRangeColumn:
        return layer.referenceRange.magnitude();
    case CandidateRangeColumn:
        return layer.candidateRange.magnitude();
    default:
        return layer.referenceRange.tail();
    }
}

QString LayersModel::tip(int row, int column) const
{
    const LayerComparison& layer = m_comparison.layers[row];
    if (!layer.statusReason.isEmpty())
        return layer.statusReason;
    switch (column) {
    case StateColumn:
        return tr("Judged as %1, by the worst of %n picture(s).", nullptr, layer.samples.count)
            .arg(toleranceKindName(layer.kind));
    case ReferenceRangeColumn:
    case TailColumn:
        return tr("99.9 % of the reference's values are smaller than %1; the largest is %2 times that.")
            .arg(shortNumber(layer.referenceRange.usual), shortNumber(layer.referenceRange.tail()));
    case IsolatedSqnrColumn:
        return layer.isolated ? tr("Cosine %1 with the other side's inputs, %2 with its own.")
                                    .arg(ratioText(layer.isolated->cosine), ratioText(layer.metrics.cosine))
                              : tr("It was not computed alone.");
    default:
        return layer.name;
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
        return tip(row, index.column());
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
        return index.column() == IndexColumn || (index.column() >= CosineColumn && index.column() != WorstSampleColumn);
    default:
        return {};
    }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole) {
        const QStringList titles{tr("#"),           tr("layer"),       tr("status"),         tr("cosine"),
                                 tr("pearson"),     tr("same values"), tr("SQNR"),           tr("max error"),
                                 tr("saturated %"), tr("mean cosine"), tr("worst picture"),  tr("own SQNR"),
                                 tr("range"),       tr("other range"), tr("largest / usual")};
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
            tr("Share of the candidate's elements at the ends of its integer range"),
            tr("Mean cosine over all pictures"),
            tr("The picture that the other columns are of"),
            tr("SQNR of the layer's own arithmetic: computed from the other side's inputs"),
            tr("Smallest and largest value of the reference, over all pictures"),
            tr("Smallest and largest value of the candidate, over all pictures"),
            tr("How many times the largest value exceeds 99.9 % of the others: what an integer range wastes on few")};
        return tips[section];
    }
    return {};
}

} // namespace driftscope
