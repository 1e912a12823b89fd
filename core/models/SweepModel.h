// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SweepFigures.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The variants of a sweep with what came of them, also while it runs. The columns of its keys come first.
class SweepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Behind the columns of the keys.
    enum Column
    {
        StateColumn, ///< StatusRole: int of SweepRowState
        BoardColumn, ///< top-1
        QuantizedColumn, ///< top-1
        OutputColumn, ///< cosine
        WorstLayerColumn, ///< cosine
        LayerNameColumn, ///< of that layer
        LatencyColumn,
        FramesColumn, ///< a second
        SizeColumn, ///< of the .bin
        SecondsColumn,
        RunColumn, ///< NameRole, in all columns: id of the run; empty where there is none
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that are known already stay the same rows: a selection survives.
    void setSweep(const Sweep& sweep);
    [[nodiscard]] const Sweep& sweep() const { return m_sweep; }
    /// The figure that the best row is marked by; empty: the first that was measured.
    void setFigure(const QString& figure);
    [[nodiscard]] const std::optional<SweepBest>& best() const { return m_best; }
    [[nodiscard]] int columnOf(Column column) const { return static_cast<int>(m_sweep.keys.size()) + column; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString stateText(SweepRowState state);

private:
    [[nodiscard]] bool isBest(int row) const { return m_best && m_best->row == row; }
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    void chooseBest();

    Sweep m_sweep;
    QString m_figure;
    std::optional<SweepBest> m_best;
};

} // namespace driftscope
