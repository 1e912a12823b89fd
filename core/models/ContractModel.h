// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/InputContract.h"

#include <QAbstractTableModel>

namespace driftscope {

/// What every place says of one input, in the order in which the data goes.
class ContractModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        PlaceColumn,
        TypeColumn,
        ShapeColumn,
        LayoutColumn,
        ColourColumn,
        RangeColumn,
        NormalizationColumn,
        ColumnCount
    };
    /// StatusRole of a cell: of the row in PlaceColumn, of what it says in the others.
    enum class CellState
    {
        Agrees,
        HasNote,
        Contradicts
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setContract(const InputContract& contract);
    [[nodiscard]] const InputContract& contract() const { return m_contract; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const ContractRow& row, int column);
    [[nodiscard]] static CellState state(const ContractRow& row, int column);
    [[nodiscard]] QString toolTip(const ContractRow& row) const;

    InputContract m_contract;
};

} // namespace driftscope
