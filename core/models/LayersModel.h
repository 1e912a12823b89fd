// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Comparison.h"

#include <QAbstractTableModel>
#include <QHash>

namespace driftscope {

/// How a row of the layers table stands; every row has one.
enum class LayerState
{
    Agrees,
    DriftsFirst, ///< drifts, and nothing before it does
    Drifts,
    NoCounterpart,
    NotDumped,
    ShapeDiffers,
    NotComparable,
    Unreadable, ///< a file of the capture is damaged or gone
    Waiting ///< not compared yet
};

/// The layers of a comparison in data-flow order.
class LayersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        IndexColumn,
        NameColumn,
        StateColumn,
        CosineColumn,
        PearsonColumn,
        SameValuesColumn,
        SqnrColumn,
        MaximumErrorColumn,
        SaturationColumn,
        MeanCosineColumn, ///< over all samples; those before are of the worst one
        WorstSampleColumn,
        IsolatedSqnrColumn, ///< of the layer's own arithmetic
        ReferenceRangeColumn,
        CandidateRangeColumn,
        TailColumn, ///< how many times the largest value exceeds the usual ones
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const CaptureComparison& comparison);
    /// Rows that changed, or new ones behind the last: no reset, so that selection and place stay.
    void setLayers(int first, const QList<LayerComparison>& layers);
    void setSampleNames(const QStringList& names); ///< of the pictures; their numbers are shown where there are none
    void clear() { setComparison({}); }
    [[nodiscard]] const CaptureComparison& comparison() const { return m_comparison; }
    [[nodiscard]] LayerState state(int row) const;
    /// -1 when no layer has that name.
    [[nodiscard]] int rowOf(const QString& layer) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString tip(int row, int column) const;
    [[nodiscard]] QString metricText(const LayerComparison& layer, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    void noteRows(int first, int end);
    void moveFirstDrift(int before);

    CaptureComparison m_comparison;
    QStringList m_sampleNames;
    QHash<QString, int> m_rows; ///< by layer: the first of its name
};

/// `−0.31 … 6.2`.
[[nodiscard]] QString rangeText(const LayerRange& range);

/// In the interface's language.
[[nodiscard]] QString layerStateName(LayerState state);

} // namespace driftscope
