// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Comparison.h"

#include <QAbstractTableModel>

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
    NotComparable
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
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const CaptureComparison& comparison);
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
    [[nodiscard]] QString metricText(const LayerComparison& layer, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;

    CaptureComparison m_comparison;
};

/// In the interface's language.
[[nodiscard]] QString layerStateName(LayerState state);

} // namespace driftscope
